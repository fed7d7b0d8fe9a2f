"""Scales: days and numbers to places in a drawing, with few ticks at round values."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from recoupe.dossier import wording

WIDTH: Final = 640
"""Units of every drawing from left to right; on paper and screens it takes the room there is."""
_TICKS: Final = 4
_STEPS: Final = (1, 2, 7, 14, 30, 91, 182, 365)
_WIDE: Final = 30
"""How many times the least number the greatest may be on a linear scale."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of a scale, and what stands at it."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Days:
    """Days, counted from the year 1, from ``first`` to ``last``, drawn ``left`` to ``right``."""

    first: float
    last: float
    left: float
    right: float

    @classmethod
    def of(cls, stamps: Iterable[str | None], left: float, right: float) -> Days | None:
        """Return the scale that holds all of some ISO 8601 days, ``None`` where there are none."""
        known = [day for day in map(day_of, stamps) if day is not None]
        if not known:
            return None
        first, last = math.floor(min(known)), math.floor(max(known)) + 1
        return cls(first, last, left, right)

    def at(self, stamp: str | None) -> float | None:
        """Return where a day begins, or a moment is; ``None`` where the stamp is neither."""
        day = day_of(stamp)
        return None if day is None else self._place(day)

    def end(self, stamp: str | None) -> float | None:
        """Return where a day ends, or a moment is."""
        day = day_of(stamp)
        if day is None:
            return None
        return self._place(day + 1 if day == math.floor(day) else day)

    def ticks(self, language: str) -> tuple[Tick, ...]:
        """Return at most a handful of days, and how the language writes them in short."""
        from babel.dates import format_skeleton

        length = self.last - self.first
        step = next((one for one in _STEPS if length / one <= _TICKS), None)
        step = step or 365 * math.ceil(length / 365 / _TICKS)
        skeleton = "MMMd" if step < 30 else "yMMM"
        local = wording.locale(language)
        days = range(int(self.first), int(self.last), step)
        return tuple(
            Tick(
                self._place(day),
                str(format_skeleton(skeleton, date.fromordinal(day), locale=local)),
            )
            for day in days
        )

    def _place(self, day: float) -> float:
        share = (day - self.first) / (self.last - self.first)
        return round(self.left + min(1.0, max(0.0, share)) * (self.right - self.left), 1)


def day_of(stamp: str | None) -> float | None:
    """Return an ISO 8601 day or moment as days since the year 1; ``None`` for anything else."""
    try:
        moment = datetime.fromisoformat(stamp or "")
    except ValueError:
        return None
    return moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers from ``low`` to ``high``, drawn from ``bottom`` up to ``top``; see :meth:`of`."""

    low: float
    high: float
    bottom: float
    top: float
    logarithmic: bool

    @classmethod
    def of(cls, numbers: Iterable[int | None], bottom: float, top: float) -> Counts:
        """Return the scale that holds some numbers: from nought, or logarithmic if far apart."""
        known = [max(0, number) for number in numbers if number is not None] or [1]
        least = min((number for number in known if number > 0), default=1)
        if max(known) > _WIDE * least:
            low = 10 ** math.floor(math.log10(least))
            return cls(low, 10 ** math.ceil(math.log10(max(known))), bottom, top, True)
        return cls(0, _round_up(max(1, *known)), bottom, top, False)

    def at(self, number: float) -> float:
        """Return where a number is."""
        if self.logarithmic:
            number = max(number, self.low)
            share = math.log10(number / self.low) / math.log10(self.high / self.low)
        else:
            share = max(0, number) / self.high
        return round(self.bottom + share * (self.top - self.bottom), 1)

    def ticks(self, language: str) -> tuple[Tick, ...]:
        """Return a few round numbers, as the language writes them."""
        if self.logarithmic:
            powers = round(math.log10(self.high / self.low))
            every = math.ceil(powers / _TICKS)
            values = [self.low * 10**power for power in range(0, powers + 1, every)]
        else:
            parts = 2 if self.high % 4 else 4
            values = [self.high * part / parts for part in range(parts + 1)]
        whole = [int(value) for value in values if value == int(value)]
        return tuple(Tick(self.at(value), wording.number(value, language)) for value in whole)


def _round_up(number: float) -> int:
    """Return the next number of 1, 2, 4, 5 or 8 times a power of ten."""
    power = 10 ** math.floor(math.log10(number))
    return int(next(one * power for one in (1, 2, 4, 5, 8, 10) if one * power >= number))
