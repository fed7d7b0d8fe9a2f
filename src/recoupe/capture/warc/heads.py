"""The head of an HTTP message as it came: its first line and its fields, in their own spelling."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import Final

from recoupe.model import WarcRecord

LONGEST: Final = 1_000_000
"""Bytes of heads that are looked at, those of the record and of the message together."""
_END: Final = re.compile(rb"\r?\n\r?\n")
_LINE: Final = re.compile(rb"\r?\n")
_STATUS: Final = re.compile(rb"(HTTP/\d\.\d) +(\d{3})(?: +(.*))?$", re.S)
_GZIP: Final = zlib.MAX_WBITS | 16


@dataclass(frozen=True, slots=True)
class HttpHead:
    """The head of a request or of an answer.

    ``first`` is its first line; ``fields`` are names and values in the order they came, names in
    the spelling that came, bytes beyond ASCII read as ISO 8859-1. ``status`` and ``reason`` are
    those of an answer, ``None`` of a request.
    """

    first: str
    fields: tuple[tuple[str, str], ...]
    status: int | None = None
    reason: str | None = None

    def field(self, name: str) -> str | None:
        """Return the first field of that name, in whatever spelling; ``None`` if there is none."""
        return next(iter(self.all(name)), None)

    def all(self, name: str) -> tuple[str, ...]:
        """Return all fields of that name, in order."""
        wanted = name.lower()
        return tuple(value for each, value in self.fields if each.lower() == wanted)


def http_head(record: WarcRecord) -> HttpHead | None:
    """Return the HTTP head in a kept record; ``None`` where it has none that can be read.

    No more of the record is unpacked than its heads are long.
    """
    if record.type not in {"request", "response", "revisit"}:
        return None
    try:
        start = zlib.decompressobj(_GZIP).decompress(record.content, LONGEST)
    except zlib.error:
        return None
    own = _END.search(start)
    if own is None:
        return None
    end = head_end(start, own.end())
    return read_head(start[own.end() :] if end is None else start[own.end() : end])


def head_end(message: bytes, start: int = 0) -> int | None:
    """Return where the body of a message begins whose head begins at ``start``, if that came."""
    found = _END.search(message, start)
    return found.end() if found else None


def read_head(head: bytes) -> HttpHead | None:
    """Return the head that these bytes are; ``None`` where they open with no line of HTTP.

    A line that starts with white space goes on with the field before it (RFC 9112, 5.2); a line
    that is no field is left out.
    """
    first, *lines = _LINE.split(head)
    answer = _STATUS.match(first)
    if answer is None and not first.endswith((b" HTTP/1.1", b" HTTP/1.0")):
        return None
    fields: list[tuple[str, str]] = []
    for line in lines:
        name, colon, value = line.decode("latin-1").partition(":")
        if line[:1] in {b" ", b"\t"} and fields:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {line.decode('latin-1').strip()}")
        elif colon and name.strip():
            fields.append((name.strip(), value.strip(" \t")))
    line = first.decode("latin-1")
    if answer is None:
        return HttpHead(line, tuple(fields))
    reason = (answer[3] or b"").decode("latin-1").strip()
    return HttpHead(line, tuple(fields), int(answer[2]), reason)
