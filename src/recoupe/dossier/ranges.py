"""Ranges drawn as ranges: every figure of a report on one logarithmic scale."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from recoupe.model import Figure

WIDTH: Final = 120
"""Units of the drawing, of which one in ten at either end is kept for arrows."""
_EDGE: Final = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a figure lies on the scale; an open end is drawn as an arrow to the edge."""

    left: float
    right: float
    open_left: bool
    open_right: bool

    @property
    def exact(self) -> bool:
        """Whether it is a point."""
        return self.left == self.right


@dataclass(frozen=True, slots=True)
class Scale:
    """A logarithmic scale from 1 to ``top``; nought lies with 1."""

    top: int

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> Scale:
        """Return the scale that holds every bound of ``figures``, up to the next power of ten."""
        known = [bound for f in figures for bound in (f.low, f.high) if bound is not None]
        return cls(10 ** math.ceil(math.log10(max([10, *known]))))

    def bar(self, figure: Figure) -> Bar | None:
        """Return where ``figure`` lies, or ``None`` if nothing bounds it."""
        if figure.low is None and figure.high is None:
            return None
        left = _EDGE if figure.low is None else self._at(figure.low)
        right = WIDTH - _EDGE if figure.high is None else self._at(figure.high)
        return Bar(left, right, figure.low is None, figure.high is None)

    def _at(self, value: float) -> float:
        share = math.log10(max(value, 1)) / math.log10(self.top)
        return round(_EDGE + share * (WIDTH - 2 * _EDGE), 1)
