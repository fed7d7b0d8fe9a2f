"""Two pictures: how one lies on the other, and how much of what they then share is the same.

Windows that are alike say where one picture lies on the other; the pixels in small then say whether
what they have in common is one picture: two photographs of one street share many windows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from recoupe.comparison.media.shown import Floats, Numbers, Shown, distance
from recoupe.model.media import Area

NEAR: Final = 12
"""Bits of 64 that the windows of one thing may differ in."""
ALIKE: Final = 40
"""Bits of 256 up to which two whole pictures may be one, if their pixels agree."""
_LEAST_QUALITY: Final = 50
"""Under which a PDQ says little (its authors' advice)."""

_ASIDE: Final = 0.05
"""Of the longer side: how far a window may lie from where another one puts it."""
_SCALE: Final = 0.3
"""How far the logarithms of two windows' scales may lie apart."""
_FITTED: Final = 3
"""Windows from which width and height are fitted each for itself."""
_SPREAD: Final = 0.01
"""Least mean square of their distance from their middle, to fit a scale through them."""
_STRETCH: Final = 1.35
"""Greatest ratio of the two scales: nobody stretches pictures further."""

_GRID: Final = 48
"""Points of the longer side that pixels are compared at."""
_DETAIL: Final = 3
_PLACE: Final = 2
"""Points each way: what is wider than the first is ground, the second is a place looked at."""
_FLAT: Final = 4.0
"""Variance of grey levels under which there is nothing at a place."""
_SAME: Final = 0.6
"""Correlation from which a place shows the same."""
_LEAST_SEEN: Final = 0.25
"""Share of places that have to show anything at all."""
_LEAST_SIDE: Final = 0.25
"""Of the longer side: what two pictures share is no narrower."""

AGREE: Final = 0.73
"""Share of places that agree, from which two pictures that share windows are one."""
AGREE_ALONE: Final = 0.85
"""The same where fewer than three windows say so, or none."""
_HOLDS: Final = 0.7
"""How much of one of two pictures the other has at least."""


@dataclass(frozen=True, slots=True)
class Laid:
    """How a picture lies on another: ``x' = across * x + right``, ``y' = down * y + below``.

    ``windows`` are how many say so.
    """

    across: float
    right: float
    down: float
    below: float
    windows: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two pictures have in common: ``share`` of it agrees; where in each it is."""

    share: float
    areas: tuple[Area, Area]

    @property
    def covers(self) -> tuple[float, float]:
        """How much of each picture the other one has."""
        here, there = (round((a[2] - a[0]) * (a[3] - a[1]), 3) for a in self.areas)
        return here, there


def agreement(here: Shown, there: Shown, pairs: tuple[Numbers, Numbers]) -> Agreement | None:
    """Return in what two pictures agree, ``None`` where they do not show the same.

    ``pairs`` are windows of both that are alike.
    """
    best: Agreement | None = None
    for laid in _ways(here, there, pairs):
        found = _agreed(here, there, laid)
        if found is not None and (best is None or found.share > best.share):
            best = found
    return best


def _ways(here: Shown, there: Shown, pairs: tuple[Numbers, Numbers]) -> list[Laid]:
    """Return how one picture may lie on another: as windows say, or as a whole."""
    ways = []
    if len(pairs[0]):
        ways.append(_laid(here, there, *pairs))
    if distance(here.pdq, there.pdq) <= ALIKE and _tells(here) and _tells(there):
        across, down = here.size[0] / there.size[0], here.size[1] / there.size[1]
        ways.append(Laid(across, 0.0, down, 0.0, 0))
    return ways


def _tells(shown: Shown) -> bool:
    return shown.quality >= _LEAST_QUALITY


def _laid(here: Shown, there: Shown, one: Numbers, other: Numbers) -> Laid:
    """Return what most windows say of how a picture lies on another, fitted to them."""
    scale = here.side[one] / there.side[other]
    right = here.x[one] - scale * there.x[other]
    below = here.y[one] - scale * there.y[other]
    fits = (
        (np.abs(np.outer(scale, there.x[other]) + right[:, None] - here.x[one]) < _ASIDE)
        & (np.abs(np.outer(scale, there.y[other]) + below[:, None] - here.y[one]) < _ASIDE)
        & (np.abs(np.log(scale)[:, None] - np.log(scale)) < _SCALE)
    )
    told = np.lexsort((below, right, scale, -fits.sum(axis=1)))[0]
    kept = fits[told]
    windows = min(len(set(one[kept].tolist())), len(set(other[kept].tolist())))
    if windows < _FITTED:
        at = float(scale[told])
        return Laid(at, float(right[told]), at, float(below[told]), windows)
    return _fitted(here, there, (one[kept], other[kept]), windows)


def _fitted(here: Shown, there: Shown, pairs: tuple[Numbers, Numbers], windows: int) -> Laid:
    """Return how a picture lies on another by least squares, each side with its own scale."""
    one, other = pairs
    usual = float(np.median(here.side[one] / there.side[other]))
    across = _scale(there.x[other], here.x[one])
    down = _scale(there.y[other], here.y[one])
    across = across or down or usual
    down = down or across
    if not 1 / _STRETCH < across / down < _STRETCH:
        across = down = usual
    right = float(np.mean(here.x[one] - across * there.x[other]))
    below = float(np.mean(here.y[one] - down * there.y[other]))
    return Laid(across, right, down, below, windows)


def _scale(places: Floats, seen: Floats) -> float | None:
    """Return by how much places are spread further than others; ``None`` where that is unsure."""
    away, seen_away = places - places.mean(), seen - seen.mean()
    spread = float((away**2).sum())
    if spread < _SPREAD * len(places):
        return None
    found = float((away * seen_away).sum()) / spread
    return found if found > 0 else None


def _agreed(here: Shown, there: Shown, laid: Laid) -> Agreement | None:
    """Return in what two pictures agree where one lies on the other; ``None`` if in too little."""
    left, right = max(0.0, laid.right), min(here.size[0], laid.across * there.size[0] + laid.right)
    top, bottom = max(0.0, laid.below), min(here.size[1], laid.down * there.size[1] + laid.below)
    width, height = right - left, bottom - top
    if min(width, height) < _LEAST_SIDE * min(*here.size, laid.across * there.size[0]):
        return None
    own = width * height / (here.size[0] * here.size[1])
    others = width * height / (laid.across * laid.down * there.size[0] * there.size[1])
    if max(own, others) < _HOLDS:
        return None
    columns, rows = _points(width, height)
    x = left + width * columns
    y = (top + height * rows)[:, None]
    share = _same(
        _sampled(here, x, y),
        _sampled(there, (x - laid.right) / laid.across, (y - laid.below) / laid.down),
    )
    if share < (AGREE if laid.windows >= _FITTED else AGREE_ALONE):
        return None
    there_left, there_right = (left - laid.right) / laid.across, (right - laid.right) / laid.across
    there_top, there_bottom = (top - laid.below) / laid.down, (bottom - laid.below) / laid.down
    return Agreement(
        round(share, 3),
        (
            _area(here, (left, top, right, bottom)),
            _area(there, (there_left, there_top, there_right, there_bottom)),
        ),
    )


def _area(shown: Shown, sides: Area) -> Area:
    """Return a part of a picture in shares of its width and height."""
    left, top, right, bottom = (
        round(min(max(side / whole, 0.0), 1.0), 3)
        for side, whole in zip(sides, shown.size * 2, strict=True)
    )
    return left, top, right, bottom


def _points(width: float, height: float) -> tuple[Floats, Floats]:
    longer = max(width, height)
    found = []
    for side in (width, height):
        count = max(2 * _DETAIL, round(_GRID * side / longer))
        found.append((np.arange(count, dtype=np.float32) + 0.5) / count)
    return found[0], found[1]


def _sampled(shown: Shown, x: Floats, y: Floats) -> Floats:
    """Return the grey levels of a picture at the crossings of ``x`` and ``y``."""
    rows, columns = shown.grey.shape
    across = np.clip(x / shown.size[0] * columns - 0.5, 0, columns - 1.001)
    down = np.clip(y / shown.size[1] * rows - 0.5, 0, rows - 1.001)
    left, top = across.astype(int), down.astype(int)
    right, below = across - left, down - top
    grey = shown.grey
    upper = grey[top, left] * (1 - right) + grey[top, left + 1] * right
    lower = grey[top + 1, left] * (1 - right) + grey[top + 1, left + 1] * right
    found: Floats = upper * (1 - below) + lower * below
    return found


def _same(one: Floats, other: Floats) -> float:
    """Return at which share of the places that show anything two pictures correlate."""
    one, other = _detail(one), _detail(other)
    of_one, of_other = _around(one * one, _PLACE), _around(other * other, _PLACE)
    together = _around(one * other, _PLACE) / np.sqrt(of_one * of_other + 1e-3)
    seen = (of_one > _FLAT) | (of_other > _FLAT)
    if float(seen.mean()) < _LEAST_SEEN:
        return 0.0
    return float((together[seen] > _SAME).mean())


def _detail(grey: Floats) -> Floats:
    soft = _around(grey, 1)
    found: Floats = soft - _around(soft, _DETAIL)
    return found


def _around(values: Floats, reach: int) -> Floats:
    """Return the mean of the square around each value."""
    wide = 2 * reach + 1
    padded = np.pad(values, reach, mode="edge").astype(np.float64)
    sums = np.pad(padded.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    total = sums[wide:, wide:] - sums[:-wide, wide:] - sums[wide:, :-wide] + sums[:-wide, :-wide]
    found: Floats = (total / wide**2).astype(np.float32)
    return found
