"""What bytes are, from the bytes: text, HTML, JSON, or something we cannot read."""

from __future__ import annotations

import codecs
import re
from typing import Final, Literal

from recoupe.errors import BinaryInputError

MediaType = Literal["text/plain", "text/html", "application/json"]

HEAD: Final = 65_536
"""Bytes looked at. Pages open with up to some tens of kilobytes of script and comments."""

_MAGIC: Final = (
    (b"%PDF-", "a PDF", "convert it to text or HTML first"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as text or HTML"),
    (b"\x1f\x8b", "compressed with gzip", "unpack it first"),
    (b"BZh", "compressed with bzip2", "unpack it first"),
    (b"\xfd7zXZ\x00", "compressed with xz", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd", "unpack it first"),
    (b"\x89PNG", "a PNG image", "give the page or its text"),
    (b"\xff\xd8\xff", "a JPEG image", "give the page or its text"),
    (b"GIF8", "a GIF image", "give the page or its text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text or HTML"),
    (b"SQLite format 3\x00", "a database", "give the reports themselves"),
    (b"WARC/1.", "a web archive", "take the pages out of it first"),
    (b"{\\rtf", "an RTF document", "save it as text or HTML"),
)
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS: Final = bytes(set(range(32)) - set(b"\x00\t\n\r\x0b\x0c\x08\x1b\x1a"))
_BINARY_SHARE: Final = 0.02
"""Of control characters. Text of any charset has next to none; random bytes have 9 per cent."""

_HTML_START: Final = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_HTML_PARTS: Final = re.compile(
    rb"<(?:head|body|article|div|p|h1|meta|title|script)\b[^<>]*>", re.I
)


def utf16(head: bytes) -> str | None:
    """Return the UTF-16 that ``head`` is in, by its mark or by where its zero bytes stand."""
    if head.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if head.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    pairs = len(head) // 2
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if pairs >= 4 and max(even, odd) > 0.4 * pairs and min(even, odd) < 0.05 * pairs:
        return "utf-16-le" if odd > even else "utf-16-be"
    return None


def sniff(content: bytes, *, where: str, declared: str | None = None) -> MediaType:
    """Return what ``content`` is to be read as.

    ``declared`` (a transport's media type, or one that goes with a file name) decides only
    whether text is JSON: much text looks like it, and none is meant to be unless someone says so.
    Raises :class:`BinaryInputError` for bytes that hold no text.
    """
    head = content[:HEAD]
    if wide := utf16(head):
        head = head[: len(head) // 2 * 2].decode(wide, "replace").encode()
    refuse_binary(head, where=where)
    for mark in _MARKS:
        head = head.removeprefix(mark)
    if _HTML_START.match(head):
        return "text/html"
    if declared == "application/json":
        return "application/json"
    kinds = {tag.group().lower() for tag in _HTML_PARTS.finditer(head)}
    if len(kinds) >= 2 or (kinds and (declared == "text/html" or head.lstrip()[:1] == b"<")):
        return "text/html"
    return "text/plain"


def refuse_binary(head: bytes, *, where: str) -> None:
    """Raise :class:`BinaryInputError` where ``head`` is no text, saying what it is if known."""
    for magic, name, remedy in _MAGIC:
        if head.startswith(magic):
            raise BinaryInputError(f"is {name}, not text or HTML", where=where, remedy=remedy)
    odd = len(head) - len(head.translate(None, _CONTROLS))
    zeros = head.count(0)
    if odd > _BINARY_SHARE * len(head) or zeros > 0.3 * len(head):
        raise BinaryInputError(
            "is binary, not text or HTML", where=where, remedy="give text, HTML or JSON"
        )
