"""Points with no more decimals than they are worth, and the box around them.

Positions are WGS 84, longitude first, as RFC 7946 asks. A place is a point with its precision in
metres beside it, never a circle or an outline: nobody told where a place of 20 km ends, and a
polygon would say so. Whoever wants a circle draws a buffer of ``precision_m``.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from recoupe.model import Place, decimals

Position = tuple[float, float]
"""A longitude and a latitude, in degrees."""


def position(place: Place | None) -> Position | None:
    """Return where a place is, rounded to what its precision is worth; ``None``: not known."""
    if place is None or place.lat is None or place.lon is None:
        return None
    count = decimals(place.precision_m)
    return _rounded(place.lon, count), _rounded(place.lat, count)


def _rounded(degrees: float, count: int) -> float:
    return round(degrees, count) + 0.0  # never "-0.0"


def box(positions: Iterable[Position]) -> list[float] | None:
    """Return the smallest box around positions: west, south, east, north; ``None`` for none.

    West is greater than east where the box crosses the antimeridian (RFC 7946, section 5.2).
    """
    found = set(positions)
    if not found:
        return None
    souths = [lat for _, lat in found]
    west, east = _arc(sorted({lon for lon, _ in found}))
    return [west, min(souths), east, max(souths)]


def _arc(longitudes: list[float]) -> tuple[float, float]:
    """Return where the shortest arc around sorted longitudes begins and ends."""
    widest, west, east = 360 + longitudes[0] - longitudes[-1], longitudes[0], longitudes[-1]
    for before, after in pairwise(longitudes):
        if after - before > widest:
            widest, west, east = after - before, after, before
    return west, east
