"""What a picture's file says of itself (EXIF 2.32), as far as it can be read.

Anybody can write anything into it, and much of what is published was taken out of it on the way.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from recoupe.model.media import Exif

if TYPE_CHECKING:
    from PIL.Image import Image

_TEXTS: Final = {
    "make": 0x010F,
    "model": 0x0110,
    "software": 0x0131,
    "author": 0x013B,
    "copyright": 0x8298,
    "description": 0x010E,
}
_MODIFIED: Final = 0x0132
_OF_PICTURE: Final = 0x8769
_OF_PLACE: Final = 0x8825
_TAKEN: Final = 0x9003
_MADE_DIGITAL: Final = 0x9004
_OFFSETS: Final = (0x9011, 0x9010)
_LATITUDE: Final = (2, 1, 90.0)
_LONGITUDE: Final = (4, 3, 180.0)
"""Fields of degrees and of their direction, and how many degrees there are."""
_ALTITUDE: Final = (6, 5)

_TIME: Final = re.compile(r"(\d{4})[:/-](\d\d)[:/-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET: Final = re.compile(r"[+-]\d\d:\d\d")
_LONGEST: Final = 500
"""Code points of a field."""

Fields = Mapping[int, Any]


def exif_of(picture: Image) -> Exif:
    """Return what an opened picture says of itself; nothing where that cannot be read."""
    try:
        said = picture.getexif()
        own, place = said.get_ifd(_OF_PICTURE), said.get_ifd(_OF_PLACE)
    except Exception:
        return Exif()
    texts = {name: _text(said.get(tag)) for name, tag in _TEXTS.items()}
    lat, lon = _degrees(place, *_LATITUDE), _degrees(place, *_LONGITUDE)
    if lat is None or lon is None or (lat, lon) == (0, 0):  # what cameras write without a fix
        lat = lon = None
    return Exif(
        **texts,
        taken=_time(own.get(_TAKEN) or own.get(_MADE_DIGITAL), own),
        modified=_time(said.get(_MODIFIED), {}),
        lat=lat,
        lon=lon,
        altitude=_altitude(place),
    )


def _text(value: Any) -> str | None:  # noqa: ANN401 - of a file
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return None
    plain = "".join(one if one.isprintable() else " " for one in value)
    return " ".join(plain.split())[:_LONGEST] or None


def _time(value: Any, own: Fields) -> str | None:  # noqa: ANN401 - of a file
    """Return a time in ISO 8601, with the offset that stands beside it."""
    found = _TIME.match(_text(value) or "")
    if found is None or found.group(1) == "0000":
        return None
    year, month, day, hour, minute, second = found.groups()
    offsets = (_OFFSET.fullmatch(_text(own.get(tag)) or "") for tag in _OFFSETS)
    offset = next((one.group() for one in offsets if one), "")
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{offset}"


def _degrees(place: Fields, tag: int, side: int, most: float) -> float | None:
    parts, direction = place.get(tag), _text(place.get(side))
    if not isinstance(parts, tuple | list) or len(parts) != 3:
        return None
    numbers = [_number(part) for part in parts]
    if any(number is None for number in numbers):
        return None
    whole, minutes, seconds = (number or 0.0 for number in numbers)
    found = whole + minutes / 60 + seconds / 3600
    if not 0 <= found <= most:
        return None
    return round(-found if direction in {"S", "W"} else found, 6)


def _altitude(place: Fields) -> float | None:
    tag, side = _ALTITUDE
    found = _number(place.get(tag))
    if found is None:
        return None
    below = place.get(side) in {1, b"\x01"}
    return round(-found if below else found, 1)


def _number(value: Any) -> float | None:  # noqa: ANN401 - of a file
    try:
        found = float(value)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return found if math.isfinite(found) else None
