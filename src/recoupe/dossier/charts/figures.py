"""Numbers over time: of each party the range that it gives, until it gives another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.dossier.charts.scales import WIDTH, Counts, Days, Tick

HEIGHT: Final = 240
LEFT: Final = 76
RIGHT: Final = WIDTH - 14
TOP: Final = 16
BOTTOM: Final = HEIGHT - 40
_THIN: Final = 5.0
"""How high a range of one number is drawn."""


@dataclass(frozen=True, slots=True)
class Given:
    """A number that a party gives from one day on; ISO 8601 days, bounds inclusive.

    ``style`` is the party's, ``label`` what is said of the step, ``place`` where its words are.
    """

    party: str
    style: str
    low: int | None
    high: int | None
    first: str | None
    last: str | None
    label: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """A range in the drawing; ``revises`` where the party gave another before."""

    given: Given
    left: float
    right: float
    top: float
    height: float
    open_low: bool
    open_high: bool
    revises: bool
    from_y: float | None

    @property
    def centre(self) -> float:
        """Where the middle of its days is."""
        return round((self.left + self.right) / 2, 1)

    @property
    def bottom(self) -> float:
        """Where its lower bound is."""
        return round(self.top + self.height, 1)

    @property
    def middle(self) -> float:
        """Where the middle of the range is, or its one bound."""
        if self.open_low != self.open_high:
            return self.bottom if self.open_high else self.top
        return round(self.top + self.height / 2, 1)


@dataclass(frozen=True, slots=True)
class FiguresChart:
    """Steps on two scales."""

    steps: tuple[Step, ...]
    days: tuple[Tick, ...]
    counts: tuple[Tick, ...]
    logarithmic: bool


def figures_chart(given: Sequence[Given], language: str) -> FiguresChart | None:
    """Return the drawing of some numbers, ``None`` where fewer than two can be placed in time."""
    dated = [one for one in given if _bounded(one) and Days.of([one.first], 0, 1)]
    days = Days.of([stamp for one in dated for stamp in (one.first, one.last)], LEFT, RIGHT)
    if days is None or len(dated) < 2:
        return None
    counts = Counts.of([bound for one in dated for bound in (one.low, one.high)], BOTTOM, TOP)
    ordered = sorted(dated, key=lambda one: (one.party, one.first or "", one.last or ""))
    steps: list[Step] = []
    for turn, one in enumerate(ordered):
        after = ordered[turn + 1] if turn + 1 < len(ordered) else None
        until = after.first if after and after.party == one.party else None
        before = steps[-1] if steps and steps[-1].given.party == one.party else None
        steps.append(_step(one, until, before, days, counts))
    return FiguresChart(
        tuple(steps), days.ticks(language), counts.ticks(language), counts.logarithmic
    )


def _bounded(one: Given) -> bool:
    return one.low is not None or one.high is not None


def _step(one: Given, until: str | None, before: Step | None, days: Days, counts: Counts) -> Step:
    left = days.at(one.first) or LEFT
    right = max(days.at(until) or days.end(one.last) or left, left + _THIN)
    bottom = BOTTOM if one.low is None else counts.at(one.low)
    top = TOP if one.high is None else counts.at(one.high)
    if bottom - top < _THIN:
        top = bottom = (bottom + top) / 2
        top, bottom = top - _THIN / 2, bottom + _THIN / 2
    return Step(
        given=one,
        left=left,
        right=round(right, 1),
        top=round(top, 1),
        height=round(bottom - top, 1),
        open_low=one.low is None,
        open_high=one.high is None,
        revises=before is not None,
        from_y=before.middle if before else None,
    )
