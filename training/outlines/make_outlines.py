"""Make ``dossier/charts/outlines.json`` from the npm package world-atlas (Natural Earth 1:50m).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python training/outlines/make_outlines.py package/countries-50m.json

Rings of land, country by country, thinned (Douglas and Peucker 1973) arc by arc, so that borders
that two countries share stay the same line; islands that would be smaller than a dot are left out.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate
from pathlib import Path

TOLERANCE = 0.015
"""Degrees by which a line may be off: less than 2 km."""
SMALLEST = 0.004
"""Square degrees of the smallest island that is kept."""
OUT = Path("src/recoupe/dossier/charts/outlines.json")

Point = tuple[float, float]


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [thinned(arc) for arc in unpacked(topology)]
    rings = []
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
        for polygon in polygons:
            ring = joined(polygon[0], arcs)
            if len(ring) > 3 and area(ring) >= SMALLEST:
                rings.append(steps(ring))
    written = {
        "source": "Natural Earth 1:50m (public domain), by the npm package world-atlas 2.0.2 (ISC)",
        "unit": "hundredths of a degree east and north, each pair from the point before",
        "rings": rings,
    }
    OUT.write_text(json.dumps(written, separators=(",", ":"), ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(rings)} rings, {OUT.stat().st_size:,} bytes")


def steps(ring: list[Point]) -> list[int]:
    """Return the way from each point to the next, from 0, 0 to the first."""
    written, x, y = [], 0, 0
    for point in ring:
        to_x, to_y = round(100 * point[0]), round(100 * point[1])
        if (to_x, to_y) != (x, y):
            written += [to_x - x, to_y - y]
            x, y = to_x, to_y
    return written


def unpacked(topology: dict) -> list[list[Point]]:
    """Return the arcs in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [
        [
            (x * sx + tx, y * sy + ty)
            for x, y in accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
        ]
        for arc in topology["arcs"]
    ]


def joined(indexes: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return the ring that some arcs make; a negative number is an arc from its end."""
    ring: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def thinned(line: list[Point]) -> list[Point]:
    """Return a line without the points that lie nearer than the tolerance to what is left."""
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    if line[0] == line[-1]:  # a ring of its own: its farthest point first, or nothing would be off
        middle = max(range(len(line)), key=lambda i: off(line[i], line[0], line[0]))
        keep.add(middle)
        waiting = [(0, middle), (middle, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        inner = range(first + 1, last)
        far = max(inner, key=lambda i: off(line[i], line[first], line[last]), default=None)
        if far is not None and off(line[far], line[first], line[last]) > TOLERANCE:
            keep.add(far)
            waiting += [(first, far), (far, last)]
    return [line[i] for i in sorted(keep)]


def off(point: Point, start: Point, end: Point) -> float:
    """Return how far a point lies from the line between two others, in degrees."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    x, y = start[0] + along * dx - point[0], start[1] + along * dy - point[1]
    return (x * x + y * y) ** 0.5


def area(ring: list[Point]) -> float:
    """Return the area within a ring, in square degrees."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


if __name__ == "__main__":
    main()
