"""Which files are web archives, by their names and by their first bytes."""

from __future__ import annotations

import re
import zlib
from typing import Final, Literal

from recoupe.errors import BinaryInputError

ArchiveKind = Literal["warc", "warc.gz", "warc.zst", "wacz"]

ARCHIVES: Final[dict[str, ArchiveKind]] = {
    ".warc": "warc",
    ".warc.gz": "warc.gz",
    ".warc.zst": "warc.zst",
    ".wacz": "wacz",
}
"""The endings of web archives that are read."""

GZIP: Final = b"\x1f\x8b"
_ZIP: Final = b"PK\x03\x04"
_ZSTD: Final = re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18")
_WARC: Final = re.compile(rb"WARC/\d")
_ARC: Final = re.compile(rb"filedesc://|[^\n]{1,200}\n?[12] [01] [^\n]+\nURL IP-address")
_WACZ: Final = (b"datapackage.json", b"archive/", b"pages/", b"indexes/", b"mimetype")
_ENOUGH: Final = 1024


def archive_kind(head: bytes, name: str = "") -> ArchiveKind | None:
    """Return which kind of web archive opens with ``head``; ``None`` where it is none.

    The name decides only what the bytes leave open: of a file that is packed with zstd and of one
    that is damaged from its first byte on. Raises :class:`BinaryInputError` for an ARC file, which
    is what web archives were before WARC.
    """
    named = next((kind for end, kind in ARCHIVES.items() if name.lower().endswith(end)), None)
    if head.startswith(_ZIP):
        first = head[30 : 30 + int.from_bytes(head[26:28], "little")]
        return "wacz" if named == "wacz" or first.startswith(_WACZ) else None
    opened = _opened(head) if head.startswith(GZIP) else head
    if _ARC.match(opened):
        raise BinaryInputError(
            "is an ARC file, the format before WARC",
            where=name,
            remedy="convert it first: warcio recompress FILE.arc.gz FILE.warc.gz",
        )
    if _WARC.match(opened):
        return "warc.gz" if head.startswith(GZIP) else "warc"
    if _ZSTD.match(head):
        return "warc.zst" if named == "warc.zst" else None
    if head.startswith(GZIP):
        return "warc.gz" if named == "warc.gz" else None
    return named


def _opened(head: bytes) -> bytes:
    """Return the first bytes of what is packed with gzip, nothing where it is damaged."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, _ENOUGH)
    except zlib.error:
        return b""
