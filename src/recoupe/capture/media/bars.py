"""Bars of one colour at the edges of a picture: what shows it in another shape adds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL.Image import Image

_EVEN: Final = 6.0
"""Grey levels that a line of a bar may deviate by: recompressed bars are not quite even."""
_MOST: Final = 0.4
"""Share of a side that one bar may take."""
_LEFT: Final = 0.3
"""Share of a side that has to be left: else there is hardly more than bars."""


def without_bars(picture: Image) -> Image:
    """Return what a picture shows between bars of one colour, the picture itself without any."""
    grey = np.asarray(picture.convert("L"), np.float32)
    top, bottom = _between(grey)
    left, right = _between(grey[top:bottom].T)
    if (left, top, right, bottom) == (0, 0, *picture.size):
        return picture
    return picture.crop((left, top, right, bottom))


def _between(lines: NDArray[np.float32]) -> tuple[int, int]:
    """Return from which line on, and before which, there is more than a bar."""
    count = len(lines)
    even = lines.std(axis=1) < _EVEN
    most = int(_MOST * count)
    first = _bar(lines, even, most)
    last = _bar(lines[::-1], even[::-1], most)
    return (first, count - last) if count - first - last >= _LEFT * count else (0, count)


def _bar(lines: NDArray[np.float32], even: NDArray[np.bool_], most: int) -> int:
    """Return how many lines a bar has that begins with the first: all of its colour."""
    level = float(lines[0].mean())
    same = even & (np.abs(lines.mean(axis=1) - level) < _EVEN)
    ends = np.flatnonzero(~same)
    length = int(ends[0]) if len(ends) else len(lines)
    return length if length <= most else 0
