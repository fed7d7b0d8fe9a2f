"""Seasons, quarters and halves of years."""

from __future__ import annotations

from datetime import date

from recoupe.reading.times.calendar import add_months, interval, quarter_value
from recoupe.reading.times.context import Context


def season(context: Context) -> str | None:
    """Return the season written with its year, or the nearest on the side called for."""
    season = context.grammar.words.seasons[context.caught("season") or ""]
    year = context.year()
    if year is None:
        anchor = context.anchor()
        if anchor is None:
            return None
        values = [f"{anchor.year + n}-{season}" for n in (-2, -1, 0, 1, 2)]
        return _nearest_period(context, values, anchor)
    return f"{year:04}-{season}"


def _nearest_period(context: Context, values: list[str], here: date) -> str | None:
    """Return the period that holds ``here``, or else the nearest on the side called for."""
    spans = []
    for value in values:
        first, last = (date.fromisoformat(day) for day in interval(value) or ())
        spans.append((first, last, value))
    if not context.shift:
        for first, last, value in spans:
            if first <= here <= last:
                return value
    side = context.shift or {"past": -1, "future": 1, None: 0}[context.direction]
    if side:
        spans = [span for span in spans if (span[1] < here if side < 0 else span[0] > here)]
    best = min(spans, key=lambda s: min(abs(s[0] - here), abs(s[1] - here)), default=None)
    return best[2] if best else None


def quarter(context: Context) -> str | None:
    """Return the quarter written with its year, or the one that is meant without."""
    ordinal, year = context.ordinal(), context.year()
    if ordinal is None and year and (last := context.anchors.last_quarter()):
        return f"{year:04}{last[4:]}"
    if ordinal is None or not 1 <= ordinal <= 4:
        return f"{year:04}" if year and ordinal is None else None
    if year is not None:
        return f"{year:04}-Q{ordinal}"
    anchor = context.anchor()
    if anchor is None:
        return None
    if context.found.rule.unit == "Y":
        return f"{anchor.year + context.shift:04}-Q{ordinal}"
    values = [f"{anchor.year + n}-Q{ordinal}" for n in (-1, 0, 1)]
    return _nearest_quarter(context, values, anchor)


def _nearest_quarter(context: Context, values: list[str], here: date) -> str:
    """Return the quarter that holds ``here`` or the one last past, or the next if to come.

    Results are published after the quarter they are for, hence the past where nothing is said.
    """
    now = quarter_value(here)
    last = max(value for value in values if value <= now)
    stale = last < quarter_value(add_months(here, -6))
    if stale and context.direction == "future":
        return min(value for value in values if value >= now)
    return last


def half(context: Context) -> str | None:
    """Return the half of the year that is written."""
    year, ordinal = context.year(), context.ordinal()
    return f"{year:04}-H{ordinal}" if year and ordinal in {1, 2} else None
