"""Windows of a picture that are found again in a part of it: where it stands out, what is there.

Places are the extrema of differences of Gaussians over place and scale (Lowe 2004), so that a crop
or another scale has most of the same ones. What is in the square around each is told by the signs
of its 64 lowest frequencies, as PDQ tells a whole picture. Signs of frequencies that are odd
from left to right turn round in the mirror image, the others do not: its windows need no pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from recoupe.model.media import WINDOW

if TYPE_CHECKING:
    from PIL.Image import Image

Floats = NDArray[np.floating[Any]]
Whole = NDArray[np.intp]

LONG: Final = 256
"""Pixels of the longer side that places are looked for at."""
MOST: Final = 56
"""Windows of one picture: those that stand out most."""
UNIT: Final = 65_535
"""Of the longer side, in which places are kept."""
_STEPS: Final = 3
"""Scales to an octave."""
_FIRST: Final = 2.0
_LEVELS: Final = 12
"""Pixels of the first Gaussian's deviation, and how many there are."""
_AROUND: Final = 32
"""Pixels that a picture is continued by, mirrored, before it is blurred."""
_SIDE: Final = 10.0
"""Side of a window in deviations of the scale that its place was found at."""
_PATCH: Final = 24
"""Points that a window is looked at in, each way."""
_FAINT: Final = 0.5
"""Grey levels (of 256) that a place has to stand out by."""
_EDGE: Final = 12.1
"""Greatest ratio of squared trace and determinant: beyond it a place is somewhere on an edge."""
_FREQUENCIES: Final = 10

_LOWEST: Final = sorted(
    ((down, across) for down in range(_FREQUENCIES) for across in range(_FREQUENCIES)),
    key=lambda pair: (pair[0] ** 2 + pair[1] ** 2, pair),
)[1:65]
_DOWN: Final = np.array([down for down, _ in _LOWEST])
_ACROSS: Final = np.array([across for _, across in _LOWEST])
_COSINES: Final = np.cos(
    np.pi * np.arange(_FREQUENCIES)[:, None] * (2 * np.arange(_PATCH) + 1) / (2 * _PATCH)
).astype(np.float32)
_WINDOW: Final = np.dtype(list(WINDOW))


def _word(bits: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Return rows of 64 bits as numbers."""
    packed = np.ascontiguousarray(np.packbits(bits, axis=-1, bitorder="little"))
    return packed.view("<u8")[..., 0].astype(np.uint64)


MIRROR: Final = _word(_ACROSS % 2 == 1)
"""Bits that turn round in the mirror image."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Places in pixels, with the sides of their windows and how far they stand out."""

    x: Floats
    y: Floats
    side: Floats
    strength: Floats

    def at(self, chosen: Whole | NDArray[np.bool_]) -> _Places:
        return _Places(self.x[chosen], self.y[chosen], self.side[chosen], self.strength[chosen])


def windows_of(picture: Image, *, most: int = MOST) -> bytes:
    """Return the windows of a picture, those that stand out most first."""
    grey = _grey(picture)
    levels = _blurred(grey)
    places = _chosen(_extrema(levels), grey.shape, most)
    kept = np.zeros(len(places.x), _WINDOW)
    if len(kept):
        for name in ("x", "y", "side"):
            share = getattr(places, name) / max(grey.shape)
            kept[name] = np.clip(np.round(share * UNIT), 0, UNIT)
        kept["hash"] = _told(levels, places)
    return kept.tobytes()


def _grey(picture: Image) -> Floats:
    from PIL import Image

    scale = LONG / max(picture.size)
    size = (max(8, round(picture.width * scale)), max(8, round(picture.height * scale)))
    how = Image.Resampling.LANCZOS if scale < 1 else Image.Resampling.BICUBIC
    return np.asarray(picture.convert("L").resize(size, how), np.float32)


def _blurred(grey: Floats) -> Floats:
    """Return a picture under every Gaussian, one behind the other."""
    around = np.pad(grey, _AROUND, mode="symmetric")
    spectrum = np.fft.rfft2(around)
    down = np.fft.fftfreq(around.shape[0])[:, None]
    across = np.fft.rfftfreq(around.shape[1])
    squared = (down**2 + across**2).astype(np.float32)
    deviations = _FIRST * 2 ** (np.arange(_LEVELS) / _STEPS)
    passing = np.exp(
        np.float32(-2 * np.pi**2) * squared * (deviations**2).astype(np.float32)[:, None, None]
    )
    levels = np.fft.irfft2(spectrum * passing, s=around.shape)
    inside = levels[:, _AROUND:-_AROUND, _AROUND:-_AROUND]
    return inside.astype(np.float32)


def _extrema(levels: Floats) -> _Places:
    """Return where a difference of two levels is above or below all 26 around it."""
    steps = np.diff(levels, axis=0)
    middle = steps[1:-1, 1:-1, 1:-1]
    found = (middle == _spread(steps, np.maximum)) | (middle == _spread(steps, np.minimum))
    z, y, x = (index + 1 for index in np.nonzero(found))
    value = steps[z, y, x]
    dyy = steps[z, y - 1, x] + steps[z, y + 1, x] - 2 * value
    dxx = steps[z, y, x - 1] + steps[z, y, x + 1] - 2 * value
    dxy = steps[z, y + 1, x + 1] + steps[z, y - 1, x - 1]
    dxy = (dxy - steps[z, y + 1, x - 1] - steps[z, y - 1, x + 1]) / 4
    flat, bend = dxx + dyy, dxx * dyy - dxy**2
    stands = (bend > 0) & (flat**2 < _EDGE * bend) & (np.abs(value) > _FAINT)
    across = x + _peak(steps[z, y, x - 1], value, steps[z, y, x + 1])
    down = y + _peak(steps[z, y - 1, x], value, steps[z, y + 1, x])
    scale = z + _peak(steps[z - 1, y, x], value, steps[z + 1, y, x])
    side = _SIDE * _FIRST * 2 ** ((scale + 0.5) / _STEPS)
    return _Places(across + 0.5, down + 0.5, side, np.abs(value)).at(stands)


def _spread(steps: Floats, extreme: np.ufunc) -> Floats:
    """Return the greatest or the least of each place and the 26 around it."""
    for axis in range(3):
        length = steps.shape[axis]
        three = [np.take(steps, range(at, length - 2 + at), axis) for at in range(3)]
        steps = extreme(extreme(three[0], three[1]), three[2])
    return steps


def _peak(before: Floats, here: Floats, after: Floats) -> Floats:
    """Return how far from the middle the parabola through three values has its peak."""
    bend = before - 2 * here + after
    bent = np.abs(bend) > 1e-6
    away = np.where(bent, (before - after) / (2 * np.where(bent, bend, 1)), 0)
    return np.clip(away, -0.5, 0.5).astype(np.float32)


def _chosen(places: _Places, shape: tuple[int, ...], most: int) -> _Places:
    """Return the places whose windows are within the picture, those that stand out most first."""
    height, width = shape
    half = places.side / 2 - 1
    places = places.at(
        (places.x >= half)
        & (places.y >= half)
        & (places.x <= width - half)
        & (places.y <= height - half)
    )
    order = np.lexsort((places.x, places.y, -places.strength))
    return places.at(order[:most])


def _told(levels: Floats, places: _Places) -> NDArray[np.uint64]:
    """Return the 64 bits of the window at each place."""
    _, height, width = levels.shape
    points = (np.arange(_PATCH, dtype=np.float32) + 0.5) / _PATCH - 0.5
    across = places.x[:, None] + places.side[:, None] * points - 0.5
    down = places.y[:, None] + places.side[:, None] * points - 0.5
    fine = np.maximum(places.side / _PATCH * 0.8, _FIRST) / _FIRST
    level = np.clip(np.round(np.log2(fine) * _STEPS).astype(int), 0, _LEVELS - 1)
    patches = _between(
        levels,
        level[:, None, None],
        np.clip(across, 0, width - 1.001)[:, None, :],
        np.clip(down, 0, height - 1.001)[:, :, None],
    )
    waves = _COSINES @ patches @ _COSINES.T
    return _word(waves[:, _DOWN, _ACROSS] > 0)


def _between(levels: Floats, level: Whole, across: Floats, down: Floats) -> Floats:
    """Return the values of levels between their pixels."""
    x, y = across.astype(int), down.astype(int)
    right, below = across - x, down - y
    upper = levels[level, y, x] * (1 - right) + levels[level, y, x + 1] * right
    lower = levels[level, y + 1, x] * (1 - right) + levels[level, y + 1, x + 1] * right
    found: Floats = upper * (1 - below) + lower * below
    return found
