"""A timeline: lanes of what is told to have happened, and of what each party said when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.dossier.charts.scales import WIDTH, Days, Tick, day_of

LANE: Final = 30
TOP: Final = 8
LEFT: Final = 12
RIGHT: Final = WIDTH - 12
_LEAST: Final = 6.0
_ROWS: Final = 8
"""Rows of bars in one lane, as many as can be told apart."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Something on the timeline: ISO 8601 days or minutes, either end open where it is ``None``.

    ``lane`` is the party's name, ``None`` for what happened; ``count`` how many things it stands
    for, ``shape`` its stance.
    """

    lane: str | None
    style: str
    start: str | None
    end: str | None
    label: str
    place: str | None
    count: int
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One of them in the drawing; open ends are arrows."""

    dated: Dated
    left: float
    right: float
    y: float
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its name."""

    name: str | None
    style: str
    top: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """Lanes on one scale of days; ``left_out`` counts what is in the list alone."""

    lanes: tuple[Lane, ...]
    days: tuple[Tick, ...]
    height: float
    left_out: int


def timeline_chart(
    dated: Sequence[Dated], lanes: Sequence[str | None], language: str
) -> TimelineChart | None:
    """Return the drawing of what can be placed in these lanes, ``None`` where nothing can be."""
    placed = [
        one
        for one in dated
        if one.lane in lanes and any(day_of(stamp) is not None for stamp in (one.start, one.end))
    ]
    days = Days.of([stamp for one in placed for stamp in (one.start, one.end)], LEFT, RIGHT)
    if days is None:
        return None
    made: list[Lane] = []
    top = float(TOP)
    drawn = 0
    for name in lanes:
        own = [one for one in placed if one.lane == name]
        if not own:
            continue
        bars, height = _packed(own, days, top + LANE * 0.75)
        made.append(Lane(name, own[0].style, top, bars))
        drawn += len(bars)
        top += LANE * 0.75 + height
    return TimelineChart(tuple(made), days.ticks(language), top + LANE, len(dated) - drawn)


def _packed(own: Sequence[Dated], days: Days, top: float) -> tuple[tuple[Bar, ...], float]:
    """Return bars in rows in which none covers another, and how high these are together."""
    ends: list[float] = []
    bars: list[Bar] = []
    for one in sorted(own, key=lambda one: (one.start or one.end or "", one.end or "")):
        left = days.at(one.start)
        right = days.end(one.end) if one.end else None
        first = LEFT if left is None else left
        last = RIGHT if right is None else max(right, first + _LEAST)
        row = next((turn for turn, end in enumerate(ends) if end <= first), len(ends))
        if row >= _ROWS:
            continue
        ends[row : row + 1] = [last + 4]
        y = top + row * 14 + 6
        bars.append(Bar(one, first, round(last, 1), y, left is None, right is None))
    return tuple(bars), len(ends) * 14 + 6
