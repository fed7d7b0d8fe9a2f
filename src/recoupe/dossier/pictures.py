"""Small pictures for pages: made anew from decoded pixels, and in the page itself.

The bytes that somebody published are never shown: a browser would decode them. What is shown is
encoded by us, small and without anything that the file said; of a film it is the grey picture that
its first frame is told again by.
"""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING, Final

from recoupe.capture.media.kinds import format_of
from recoupe.capture.media.pictures import opened, pixels
from recoupe.errors import MediaError
from recoupe.model.media import MediaFile

if TYPE_CHECKING:
    from PIL.Image import Image

_SIDE: Final = 200
"""Pixels of the longer side."""
_QUALITY: Final = 70


def small_picture(file: MediaFile, content: bytes) -> str | None:
    """Return a ``data:`` address of what a file shows in small, ``None`` where it shows nothing."""
    found = format_of(content)
    if not file.frames or found is None:
        return None
    if found.decoder is None:
        return _address(_grey(file))
    try:
        with opened(content, found, where=file.sha256) as picture:
            shown = pixels(picture)
    except MediaError:
        return _address(_grey(file))
    return _address(shown)


def _grey(file: MediaFile) -> Image:
    from PIL import Image

    told = file.frames[0].signature
    picture = Image.frombytes("L", (told.columns, told.rows), told.grey)
    scale = _SIDE / max(told.width, told.height)
    return picture.resize((max(1, round(told.width * scale)), max(1, round(told.height * scale))))


def _address(picture: Image) -> str:
    picture = picture.copy()
    picture.thumbnail((_SIDE, _SIDE))
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=_QUALITY)
    return f"data:image/jpeg;base64,{base64.b64encode(written.getvalue()).decode()}"
