"""What a record holds: a server's answer, its types, and its bytes with all codings off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from recoupe.capture.archives.cutting import END, Cut
from recoupe.capture.limits import Limits
from recoupe.errors import MalformedInputError

if TYPE_CHECKING:
    from fastwarc.warc import HeaderMap

_READ: Final = 1 << 18
_HTTP_HEAD: Final = 1 << 16
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([^\s\"';]+)", re.I)
_ANSWER: Final = b"\r\n".join(
    (
        b"WARC/1.1",
        b"WARC-Type: response",
        b"Content-Type: application/http",
        b"Content-Length: %d",
        END,
    )
).removesuffix(b"\r\n")
"""A head for fastwarc: those of old versions, and odd ones, are read by us alone."""
_CODED: Final = ("transfer-encoding", "content-encoding")

Coding = Literal["none", "content", "transfer", "all"]
"""Which codings are taken off."""
_WAYS: Final[tuple[Coding, ...]] = ("all", "content", "transfer")
"""Crawlers may have taken off one coding or both, and left the field that says it is there."""


@dataclass(frozen=True, slots=True)
class Payload:
    """What a record holds.

    ``status`` is ``None`` of what came without HTTP; ``memento`` is its Memento-Datetime.
    ``content`` is the body without transfer and content coding, or as it came where they cannot be
    taken off: then it is ``coded`` still.
    """

    status: int | None
    media_type: str | None
    charset: str | None
    memento: str | None
    content: bytes
    coded: bool = False


def opening_of(cut: Cut, *, where: str, limits: Limits) -> Payload:
    """Return what a record holds, its content as the server sent it.

    Raises :class:`MalformedInputError` where it has no HTTP head though it should.
    """
    if not _is_http(cut):
        declared = cut.head.fields.get("content-type", "")
        return Payload(None, *_types(declared), None, cut.content[cut.block :])
    headers, body = _parsed(cut, "none", where, limits)
    if headers.status_code is None:
        raise MalformedInputError("its block is no HTTP answer", where=where)
    coded = any(_said(headers, name) not in {"", "identity"} for name in _CODED)
    return Payload(
        headers.status_code,
        *_types(_said(headers, "content-type")),
        _said(headers, "memento-datetime") or None,
        body,
        coded,
    )


def uncoded(payload: Payload, cut: Cut, *, where: str, limits: Limits) -> Payload:
    """Return a payload with its codings off, as far as that can be done.

    Raises :class:`TooLargeError` where it unpacks to more than the limit.
    """
    if not payload.coded:
        limits.check_bytes(len(payload.content), where)
        return payload
    for way in _WAYS:
        try:
            _, content = _parsed(cut, way, where, limits)
        except MalformedInputError:
            continue
        if content != payload.content:
            return replace(payload, content=content, coded=False)
    return payload


def bodies_of(cut: Cut, *, where: str, limits: Limits) -> Iterator[bytes]:
    """Yield what a digest of a record's payload may have been taken of, the most usual first."""
    if not _is_http(cut):
        yield cut.content[cut.block :]
        return
    for way in ("none", "transfer", "all"):
        try:
            yield _parsed(cut, way, where, limits)[1]
        except MalformedInputError:
            continue


def _is_http(cut: Cut) -> bool:
    if cut.head.type not in {"response", "revisit"}:
        return False
    declared = cut.head.fields.get("content-type", "application/http")
    return declared.lower().startswith("application/http")


def _parsed(cut: Cut, way: Coding, where: str, limits: Limits) -> tuple[HeaderMap, bytes]:
    """Return the HTTP head and the body of a record, with codings off.

    Of a record that is cut off the body is only its beginning.
    """
    from fastwarc.warc import WarcRecord

    block = cut.content[cut.block :]
    first, _, _ = block.partition(b"\n")
    try:
        record = WarcRecord.from_bytes(_ANSWER % len(block) + block + END)
        record.parse_http(
            auto_decode=way,
            max_header_len=_HTTP_HEAD,
            quirks_mode=not first.endswith(b"\r"),
            strict_mode=False,
        )
        return record.http_headers, _read(record.reader.read, where, limits)
    except (OSError, ValueError) as error:
        raise MalformedInputError(f"its HTTP answer is broken: {error}", where=where) from None


def _read(read: Callable[[int], bytes], where: str, limits: Limits) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := read(_READ):
        size += len(part)
        limits.check_bytes(size, where, unpacked=True)
        parts.append(part)
    return b"".join(parts)


def _said(headers: HeaderMap, name: str) -> str:
    return (headers.get(name) or "").strip().lower()


def _types(declared: str) -> tuple[str | None, str | None]:
    """Return the media type and the charset that a Content-Type says."""
    charset = _CHARSET.search(declared)
    media_type = declared.partition(";")[0].strip().lower()
    return media_type or None, charset.group(1) if charset else None
