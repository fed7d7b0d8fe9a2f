"""Points of GeoJSON geometries, and how far around them a geometry reaches."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

_KM_A_DEGREE: Final = 111.195
_DEEP: Final = 5


def middle(geometry: object) -> tuple[float, float, int]:
    """Return the latitude and longitude of a geometry and the metres within which all of it lies.

    A point reaches nowhere. The middle of a line or area is that of the box around it. Raises
    :class:`ValueError`, with words for a person, where there is none.
    """
    if not isinstance(geometry, dict):
        raise ValueError("has no geometry")
    corners = list(_positions(geometry.get("coordinates"), 0))
    if not corners:
        raise ValueError(f"geometry {geometry.get('type')!r} has no coordinates")
    lats, lons = [lat for lat, _ in corners], [lon for _, lon in corners]
    if max(lons) - min(lons) > 180:
        raise ValueError("reaches across the 180th meridian: give a point and a radius")
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    east = math.cos(math.radians(lat))
    reach = max(math.hypot(one - lat, (other - lon) * east) for one, other in corners)
    return lat, lon, round(1000 * _KM_A_DEGREE * reach)


def _positions(found: object, depth: int) -> Iterator[tuple[float, float]]:
    """Yield the latitude and longitude of every position in nested lists."""
    if not isinstance(found, list) or depth > _DEEP:
        raise ValueError("has coordinates that are no lists of numbers")
    if found and all(isinstance(number, int | float) for number in found):
        if len(found) < 2 or not (abs(found[0]) <= 180 and abs(found[1]) <= 90):
            raise ValueError(f"position {found} is no longitude and latitude")
        yield float(found[1]), float(found[0])
        return
    for each in found:
        yield from _positions(each, depth + 1)
