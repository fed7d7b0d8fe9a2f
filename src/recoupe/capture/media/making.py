"""Bytes to what tells a picture or film again."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from recoupe.capture.media.exif import exif_of
from recoupe.capture.media.kinds import Format, format_of
from recoupe.capture.media.pictures import opened, pixels
from recoupe.capture.media.signing import signature_of
from recoupe.errors import MediaError
from recoupe.model.media import Exif, Frame, MediaFile

_MAKING: Final = 1
"""Another number where signatures are no longer like those before."""


def _made_with() -> str:
    names = ("pdqhash", "pillow", "av")
    found = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return "; ".join((f"signatures {_MAKING}", *found))


MADE_WITH: Final = _made_with()


def media_file(content: bytes, *, where: str) -> MediaFile | None:
    """Return what tells a picture or film again, ``None`` where ``content`` is neither.

    One that cannot be looked at says why in ``trouble``: nothing is raised for it.
    """
    found = format_of(content)
    if found is None:
        return None
    try:
        return _picture(content, found, where) if found.decoder else _film(content, found, where)
    except MediaError as error:
        return _made(content, found, trouble=str(error))


def _picture(content: bytes, found: Format, where: str) -> MediaFile:
    with opened(content, found, where=where) as picture:
        size, exif = picture.size, exif_of(picture)
        signature = signature_of(pixels(picture))
    return _made(content, found, size=size, frames=(Frame(0.0, 0.0, signature),), exif=exif)


def _film(content: bytes, found: Format, where: str) -> MediaFile:
    from recoupe.capture.media.watching import film_of

    film = film_of(content, found, where=where)
    return _made(
        content,
        found,
        size=film.size,
        duration=film.duration,
        frames=film.frames,
        trouble=film.trouble,
    )


def _made(
    content: bytes,
    found: Format,
    *,
    size: tuple[int, int] | None = None,
    duration: float | None = None,
    frames: tuple[Frame, ...] = (),
    exif: Exif | None = None,
    trouble: str | None = None,
) -> MediaFile:
    width, height = size or (None, None)
    return MediaFile(
        sha256=hashlib.sha256(content).hexdigest(),
        kind=found.kind,
        media_type=found.media_type,
        bytes=len(content),
        width=width,
        height=height,
        duration=duration,
        frames=frames,
        exif=exif or Exif(),
        trouble=trouble,
        made_with=MADE_WITH,
    )
