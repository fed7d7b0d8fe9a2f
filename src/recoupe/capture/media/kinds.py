"""What the bytes of a picture or film are, from the bytes; names and declared types are not asked.

Only formats are opened that news pages use. An SVG is a page of its own, with scripts: it is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from recoupe.model.media import MediaKind


@dataclass(frozen=True, slots=True)
class Format:
    """A format; ``decoder`` is its name in Pillow, ``None`` of a film."""

    kind: MediaKind
    media_type: str
    decoder: str | None


_JPEG: Final = Format("image", "image/jpeg", "JPEG")
_PNG: Final = Format("image", "image/png", "PNG")
_GIF: Final = Format("image", "image/gif", "GIF")
_WEBP: Final = Format("image", "image/webp", "WEBP")
_AVIF: Final = Format("image", "image/avif", "AVIF")
_MP4: Final = Format("video", "video/mp4", None)
_MOV: Final = Format("video", "video/quicktime", None)
_WEBM: Final = Format("video", "video/webm", None)

_MAGIC: Final = (
    (b"\xff\xd8\xff", _JPEG),
    (b"\x89PNG\r\n\x1a\n", _PNG),
    (b"GIF87a", _GIF),
    (b"GIF89a", _GIF),
    (b"\x1aE\xdf\xa3", _WEBM),
)
_BRANDS: Final = {b"avif": _AVIF, b"avis": _AVIF, b"qt  ": _MOV}
_STILLS: Final = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"jxl ", b"crx ")
"""Brands of pictures that are not opened."""


def format_of(content: bytes) -> Format | None:
    """Return the format of ``content``; ``None`` where it is none that is opened."""
    for magic, found in _MAGIC:
        if content.startswith(magic):
            return found
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _WEBP
    if content[4:8] == b"ftyp":
        brand = content[8:12]
        if b"avif" in content[8:64]:
            return _AVIF
        return None if brand in _STILLS else _BRANDS.get(brand, _MP4)
    return None
