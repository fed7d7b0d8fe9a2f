"""Outlines of land: Natural Earth's, kept beside this module, cut to a window and projected.

The projection is that of nearly all tiles: spherical Mercator, in units of which the whole round
of the earth has 360.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Final

POLE: Final = 85.0
"""Degrees of latitude beyond which nothing is drawn."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of the projection, its ``y`` from north to south."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    def wider(self, times: float) -> Window:
        """Return the window around this one that is so many times as wide and high."""
        dx, dy = self.width * (times - 1) / 2, self.height * (times - 1) / 2
        return Window(self.left - dx, self.top - dy, self.right + dx, self.bottom + dy)


def projected(lat: float, lon: float) -> Point:
    """Return where a place is: ``x`` east of Greenwich, ``y`` south of the equator."""
    lat = max(-POLE, min(POLE, lat))
    return lon, -math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def outlines(window: Window) -> Iterator[list[Point]]:
    """Yield the rings of land within a window, cut off at its edges."""
    for box, ring in _rings():
        if box.right < window.left or box.left > window.right:
            continue
        if box.bottom < window.top or box.top > window.bottom:
            continue
        if cut := _cut(ring, window):
            yield cut


@cache
def _rings() -> tuple[tuple[Window, tuple[Point, ...]], ...]:
    """Return every ring of the kept outlines, projected, with the rectangle it fills."""
    text = files("recoupe.dossier.charts").joinpath("outlines.json").read_text(encoding="utf-8")
    made = []
    for flat in json.loads(text)["rings"]:
        points = zip(accumulate(flat[::2]), accumulate(flat[1::2]), strict=True)
        ring = tuple(projected(lat / 100, lon / 100) for lon, lat in points)
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        made.append((Window(min(xs), min(ys), max(xs), max(ys)), ring))
    return tuple(made)


def _cut(ring: Sequence[Point], window: Window) -> list[Point]:
    """Return the part of a ring within a window (Sutherland and Hodgman 1974)."""
    sides = ((0, window.left, 1), (0, window.right, -1), (1, window.top, 1), (1, window.bottom, -1))
    shape = list(ring)
    for axis, edge, sign in sides:
        before, shape = shape, []
        for turn, here in enumerate(before):
            last = before[turn - 1]
            inside = (here[axis] - edge) * sign >= 0
            if inside != ((last[axis] - edge) * sign >= 0):
                share = (edge - last[axis]) / (here[axis] - last[axis])
                x, y = (last[i] + share * (here[i] - last[i]) for i in (0, 1))
                shape.append((x, y))
            if inside:
                shape.append(here)
    return shape
