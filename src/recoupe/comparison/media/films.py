"""Two films that have footage in common: where it runs in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from recoupe.comparison.media.agreeing import Agreement
from recoupe.comparison.media.shown import Floats, Shown

_STEP: Final = 0.25
"""Seconds: what starts closer together is tried once."""
_LONG: Final = 15.0
"""Seconds of common footage that are enough, whatever the length of the films."""
_HALF: Final = 0.5
_LEAST: Final = 3.0
"""Half of the shorter film is enough too, from so many seconds on: an opening that all films of a
channel have is no evidence."""
_ALL: Final = 0.8
"""How much of a film of less than that has to be common."""


@dataclass(frozen=True, slots=True)
class Shot:
    """Two frames that may show the same; ``agreed`` says in what they agree."""

    here: Shown
    there: Shown
    agreed: Callable[[], Agreement | None]


@dataclass(frozen=True, slots=True)
class Common:
    """Footage that two films have in common: ``seconds`` of it, from ``at`` on in each."""

    seconds: float
    at: tuple[float, float]
    share: float
    nearest: tuple[Shown, Shown]


def common_footage(shots: Sequence[Shot], durations: tuple[float, float]) -> Common | None:
    """Return the footage that two films have in common, ``None`` where it is too little.

    Frames that are alike say by how much the films are shifted against each other; those that fit
    the shift that most say have to agree.
    """
    if not shots:
        return None
    here = np.array([(one.here.at, one.here.until) for one in shots])
    there = np.array([(one.there.at, one.there.until) for one in shots])
    need = _need(min(durations))
    shifts = np.unique(np.round((here[:, 0] - there[:, 0]) / _STEP)) * _STEP
    long = [float(_overlap(here, there, shift).sum()) for shift in shifts]
    best = min(range(len(shifts)), key=lambda one: (-long[one], abs(shifts[one]), shifts[one]))
    if long[best] < need:
        return None
    shift = float(shifts[best])
    overlap = _overlap(here, there, shift)
    kept = [
        (one, agreed, float(overlap[at]))
        for at, one in enumerate(shots)
        if overlap[at] > 0 and (agreed := one.agreed()) is not None
    ]
    seconds = _together([(max(s.here.at, s.there.at + shift), length) for s, _, length in kept])
    if seconds < need:
        return None
    start = min(max(one.here.at, one.there.at + shift) for one, _, _ in kept)
    first = max(kept, key=lambda one: (one[1].share, -one[0].here.at))[0]
    return Common(
        seconds=round(seconds, 1),
        at=(round(start, 1), round(max(start - shift, 0.0), 1)),
        share=round(sum(agreed.share for _, agreed, _ in kept) / len(kept), 3),
        nearest=(first.here, first.there),
    )


def _need(shorter: float) -> float:
    """Return how many seconds two films need to have in common."""
    return min(_LONG, max(_LEAST, _HALF * shorter)) if shorter >= _LEAST else _ALL * shorter


def _overlap(here: Floats, there: Floats, shift: float) -> Floats:
    """Return how long each two frames are seen together if the second film is shifted."""
    ends = np.minimum(here[:, 1], there[:, 1] + shift)
    found: Floats = np.maximum(ends - np.maximum(here[:, 0], there[:, 0] + shift), 0.0)
    return found


def _together(stretches: list[tuple[float, float]]) -> float:
    """Return the length of stretches (start, length), what they have in common counted once."""
    total, end = 0.0, float("-inf")
    for start, length in sorted(stretches):
        total += max(0.0, start + length - max(start, end))
        end = max(end, start + length)
    return total
