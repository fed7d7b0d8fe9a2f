"""A map of places: each a dot and, around it, the circle within which the place meant lies."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.dossier.charts.outlines import Window, outlines, projected
from recoupe.dossier.charts.scales import WIDTH

HEIGHT: Final = 400
AROUND: Final = 3.0
"""How many times the window outlines are drawn around it, for who pulls the map or looks wider."""
_LEAST: Final = 3.0
"""Degrees of the narrowest window at first: nearer than that, outlines say nothing."""
_METRES: Final = 111_320.0
"""In a degree of latitude."""
_FINEST: Final = 2
"""Units below which a step of an outline is not drawn."""
_NAMES: Final = 14
"""Places that are named in the drawing; the list names all."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place to draw: WGS 84 degrees, and the radius in metres within which it lies."""

    name: str
    lat: float
    lon: float
    precision_m: int | None
    label: str
    place: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A place in the drawing."""

    placed: Placed
    x: float
    y: float
    radius: float
    size: float
    name: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A picture of a tile server, and where it lies."""

    address: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class MapChart:
    """Land, and places upon it."""

    land: str
    dots: tuple[Dot, ...]
    tiles: tuple[Tile, ...]


def map_chart(placed: Sequence[Placed], tiles: str | None = None) -> MapChart | None:
    """Return the map of some places, ``None`` where there are none.

    ``tiles`` is the address of a tile server's pictures, with ``{z}``, ``{x}`` and ``{y}`` in it.
    """
    if not placed:
        return None
    window = _window(placed)
    scale = WIDTH / window.width
    ranked = sorted(placed, key=lambda one: (-one.count, one.name))
    dots = [_dot(one, turn < _NAMES, window, scale) for turn, one in enumerate(ranked)]
    return MapChart(
        land="".join(_path(ring, window, scale) for ring in outlines(window.wider(AROUND))),
        dots=tuple(sorted(dots, key=lambda dot: -dot.radius)),
        tiles=tuple(_tiles(tiles, window, scale)) if tiles else (),
    )


def _window(placed: Sequence[Placed]) -> Window:
    """Return the window that holds all places with their circles, and some room."""
    corners = [
        (x + dx * reach, y + dy * reach)
        for one in placed
        for x, y in [projected(one.lat, one.lon)]
        for reach in [_degrees(one)]
        for dx, dy in ((-1, -1), (1, 1))
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    shape = WIDTH / HEIGHT
    width = 1.25 * max(max(xs) - min(xs), (max(ys) - min(ys)) * shape, _LEAST / 1.25)
    middle, centre = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    half = width / shape / 2
    return Window(middle - width / 2, centre - half, middle + width / 2, centre + half)


def _degrees(one: Placed) -> float:
    """Return the radius of a place in the units of the projection, which grow towards the poles."""
    return min((one.precision_m or 0) / _METRES / math.cos(math.radians(min(abs(one.lat), 80))), 30)


def _dot(one: Placed, named: bool, window: Window, scale: float) -> Dot:
    x, y = projected(one.lat, one.lon)
    return Dot(
        placed=one,
        x=round((x - window.left) * scale, 1),
        y=round((y - window.top) * scale, 1),
        radius=round(_degrees(one) * scale, 1),
        size=round(min(4 + math.sqrt(one.count), 10), 1),
        name=one.name if named else "",
    )


def _path(ring: Sequence[tuple[float, float]], window: Window, scale: float) -> str:
    """Return a ring as a path, without the points that a line's width would hide."""
    steps: list[str] = []
    at: tuple[int, int] | None = None
    for x, y in ring:
        here = (round((x - window.left) * scale), round((y - window.top) * scale))
        if at is None:
            steps.append(f"M{here[0]} {here[1]}l")
        elif abs(here[0] - at[0]) + abs(here[1] - at[1]) < _FINEST:
            continue
        else:
            steps.append(f"{here[0] - at[0]} {here[1] - at[1]}")
        at = here
    return f"{steps[0]}{' '.join(steps[1:])}z" if len(steps) > 2 else ""


def _tiles(address: str, window: Window, scale: float) -> Iterator[Tile]:
    """Yield the tiles of the window, of the level at which one is about 256 units wide."""
    level = max(0, min(19, round(math.log2(360 * scale / 256))))
    count = 2**level
    side = 360 / count
    for column in range(int((window.left + 180) // side), int((window.right + 180) // side) + 1):
        for row in range(int((window.top + 180) // side), int((window.bottom + 180) // side) + 1):
            if 0 <= row < count:
                filled = {"{z}": level, "{x}": column % count, "{y}": row}
                shown = address
                for name, value in filled.items():
                    shown = shown.replace(name, str(value))
                x, y = column * side - 180 - window.left, row * side - 180 - window.top
                yield Tile(shown, round(x * scale, 1), round(y * scale, 1), round(side * scale, 1))
