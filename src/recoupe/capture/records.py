"""Objects of JSON: cut out of a stream one by one, byte for byte, and read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from recoupe.capture.limits import Limits
from recoupe.capture.ninjs import Item, is_item, item_of
from recoupe.errors import EmptyInputError, MalformedInputError, TooLargeError
from recoupe.model import Declared

_SIGNS: Final = re.compile(rb'["\\{}\[\]]')
_MARK: Final = b"\xef\xbb\xbf"
_LONE: Final = re.compile("[\ud800-\udfff]")
_SHOWN: Final = 80
FORM: Final = (
    "give objects with text or html, and optionally id url outlet title published language,"
    " or items of ninjs"
)


@dataclass(frozen=True, slots=True)
class Record:
    """One object of a JSON file: bare text or HTML, and what it declares.

    ``item`` is what an agency's item says of itself beside.
    """

    text: str | None
    html: str | None
    declared: Declared
    item: Item | None = None


def read_record(content: bytes, *, where: str) -> Record:
    """Return the report that one JSON object holds: of the form told in ``FORM``, or of ninjs.

    Unpaired surrogates, which no UTF-8 file can hold, become U+FFFD one for one.
    Raises :class:`MalformedInputError` where it is not such an object, :class:`EmptyInputError`
    where its text has no words, :class:`TooLargeError` where it is nested too deep.
    """
    value = _loads(content, where)
    if not isinstance(value, dict):
        raise MalformedInputError("is JSON, but not an object", where=where, remedy=FORM)
    if is_item(value):
        return _of_item(item_of(_mended(value), where=where))
    text, html = _string(value, "text", where), _string(value, "html", where)
    if text is None and html is None:
        raise MalformedInputError("has neither text nor html", where=where, remedy=FORM)
    if not (text or "").strip() and not (html or "").strip():
        raise EmptyInputError("its text has no words", where=where, remedy="fill its text or html")
    said = {
        field: _word(value, field, where)
        for field in ("url", "outlet", "title", "byline", "published", "language")
    }
    return Record(text, html, Declared(input_id=_word(value, "id", where), **said))


def _of_item(item: Item) -> Record:
    return Record(item.text, item.html, item.declared, item)


def _mended(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return a value with U+FFFD for every unpaired surrogate in it."""
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_mended(one) for one in value]
    if isinstance(value, dict):
        return {name: _mended(one) for name, one in value.items()}
    return value


def _loads(content: bytes, where: str) -> object:
    try:
        return json.loads(content.removeprefix(_MARK).decode("utf-8", "replace"), strict=False)
    except RecursionError:
        raise TooLargeError("its JSON is nested too deep", where=where, remedy=FORM) from None
    except json.JSONDecodeError as error:
        # of one object: the line that the error counts is not the file's
        what = f"is not JSON, from its character {error.pos + 1} on: {error.msg}"
        raise MalformedInputError(what.removesuffix(" at"), where=where, remedy=FORM) from None
    except ValueError:
        what = "holds a number of thousands of digits"
        raise MalformedInputError(what, where=where, remedy=FORM) from None


def _string(value: dict[str, object], field: str, where: str) -> str | None:
    found = value.get(field)
    if found is not None and not isinstance(found, str):
        raise MalformedInputError(f"its {field} is not a string", where=where, remedy=FORM)
    return None if found is None else _LONE.sub("\ufffd", found)


def _word(value: dict[str, object], field: str, where: str) -> str | None:
    """Return a field as a string; numbers are taken for one, since ids often are."""
    found = value.get(field)
    if isinstance(found, int | float) and not isinstance(found, bool):
        found = str(found)
    if isinstance(found, str):
        return _LONE.sub("\ufffd", found).strip() or None
    return _string(value, field, where)


def json_lines(stream: Iterable[bytes], *, where: str, limits: Limits) -> Iterator[bytes]:
    """Yield the lines of ``stream`` that hold something, without their line ends."""
    for at, line in enumerate(_limited_lines(stream, where=where, limits=limits)):
        held = (line.removeprefix(_MARK) if at == 0 else line).strip()
        if held:
            yield held


def _limited_lines(stream: Iterable[bytes], *, where: str, limits: Limits) -> Iterator[bytes]:
    held = b""
    for chunk in stream:
        *lines, rest = (held + chunk).split(b"\n") if b"\n" in chunk else [held + chunk]
        yield from lines
        held = rest
        limits.check_bytes(len(held), where)
    if held:
        yield held


class Cutter:
    """Cuts a JSON array, or objects one after another, into its objects as chunks arrive.

    It looks only at brackets and strings, so that the bytes of each object stay as they came;
    :func:`read_record` judges them.
    """

    def __init__(self, where: str, limits: Limits) -> None:
        self._where = where
        self._limits = limits
        self._held = bytearray()
        self._at = 0
        self._depth = 0
        self._base: int | None = None
        self._start: int | None = None
        self._quoted = False

    def cut(self, stream: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the bytes of each object in ``stream``.

        Raises :class:`MalformedInputError` where the stream ends within one or is no JSON.
        """
        for chunk in stream:
            self._held += chunk
            yield from self._ready()
            self._limits.check_bytes(len(self._held), self._where)
        rest = bytes(self._held).removeprefix(_MARK).strip()
        if self._depth or self._quoted or (self._base is None and rest):
            shown = rest[:_SHOWN].decode("utf-8", "replace")
            raise MalformedInputError(
                f"is not whole JSON, at {shown!r}", where=self._where, remedy=FORM
            )

    def _ready(self) -> Iterator[bytes]:
        end = len(self._held)
        found: list[tuple[int, int]] = []
        while (sign := _SIGNS.search(self._held, self._at, end)) is not None:
            self._at = sign.end()
            if sign.group() == b"\\":
                if self._at >= end:  # the escaped byte has not come yet
                    self._at = sign.start()
                    break
                self._at += 1
            elif sign.group() == b'"':
                self._quoted = not self._quoted
            elif not self._quoted:
                self._bracket(sign.group(), sign.start(), found)
        else:
            self._at = end
        for start, stop in found:
            yield bytes(self._held[start:stop])
        self._forget(found[-1][1] if found else 0)

    def _bracket(self, sign: bytes, at: int, found: list[tuple[int, int]]) -> None:
        if sign in b"{[":
            if self._base is None:
                self._base = 1 if sign == b"[" else 0
            if self._depth == self._base:
                self._start = at
            self._depth += 1
        else:
            self._depth -= 1
            if self._depth < 0:
                raise MalformedInputError(
                    "has a closing bracket too many", where=self._where, remedy=FORM
                )
            if self._depth == self._base and self._start is not None:
                found.append((self._start, at + 1))
                self._start = None

    def _forget(self, end: int) -> None:
        """Drop what has been cut, and what stands between objects."""
        if self._start is None and not self._quoted and self._base is not None:
            end = max(end, self._at)
        if end:
            del self._held[:end]
            self._at -= end
            if self._start is not None:
                self._start -= end
