"""Bounds of a number: which fit together, and which cannot both hold."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Final

_ROUNDED: Final = 0.05
"""How far off a rounded or approximate number may be, as a share of it."""
_LEAST: Final = 100
"""Numbers below it are taken as they stand, also where they end in zeros."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Inclusive bounds, ``None`` where an end is open; ``rough`` where they are approximate."""

    low: int | None
    high: int | None
    rough: bool = False

    @property
    def ends(self) -> tuple[float, float]:
        """The bounds as they may be meant: a rounded number stands for those around it."""
        low = -inf if self.low is None else self.low * (1 - self._slack(self.low))
        high = inf if self.high is None else self.high * (1 + self._slack(self.high))
        return low, high

    @property
    def told(self) -> int:
        """The number that is told: an open end counts for nothing. One end is known."""
        found = self.low if self.low is not None else self.high
        assert found is not None  # noqa: S101 - a figure has one end at least
        return found

    def _slack(self, number: int) -> float:
        return _ROUNDED if self.rough or round_number(number) else 0.0


def exclusive(one: Bounds, other: Bounds) -> bool:
    """Whether no number is within both."""
    (low, high), (least, most) = one.ends, other.ends
    return high < least or most < low


def round_number(number: int) -> bool:
    """Whether a number is told in two figures and zeros, from a hundred on: "283,000" is not."""
    digits = str(number)
    return number >= _LEAST and set(digits[2:]) <= {"0"}
