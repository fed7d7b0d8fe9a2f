"""From an expression to its TIMEX3 value, one function for each kind of rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from recoupe.languages.times import TimeKind
from recoupe.reading.times.calendar import (
    interval,
    shifted_day,
    shifted_value,
    value_at,
    week_value,
)
from recoupe.reading.times.context import Context, nearest
from recoupe.reading.times.periods import half, quarter, season


def resolve(context: Context) -> str | None:
    """Return the value of an expression, or ``None`` where it cannot be known."""
    rule = context.found.rule
    try:
        value = rule.value or _RESOLVERS[rule.kind](context)
    except (ValueError, OverflowError):  # no such day, or beyond the calendar
        return None
    part = rule.part or _part(context)
    if value and part and len(value) == 10 and rule.kind != "part":
        return f"{value}T{part}"
    return value


def clock_time(context: Context) -> str | None:
    """Return the hour and minute of a clock time: ``17:30``."""
    if words := context.caught("clockword"):
        return context.grammar.words.clocks[words]
    hour = int(context.caught("hour") or 0)
    half = (context.caught("meridiem") or "").replace(".", "")
    if half in {"am", "pm"}:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{context.caught('minute') or '00'}"


def _part(context: Context) -> str | None:
    words = context.caught("part")
    return context.grammar.words.parts[words] if words else None


def _date(context: Context) -> str | None:
    month = _month(context)
    written = context.caught("day") or context.caught("daynum")
    day = int(written) if written else context.ordinal()
    year = context.year()
    if year is None and month is not None:
        year = _year_of(context, month, day)
    if year is None or month is None:
        return None
    return date(year, month, day).isoformat() if day else f"{year:04}-{month:02}"


def _month(context: Context) -> int | None:
    """Return the month that is written, or the one last mentioned ("the 15th of the month")."""
    if number := context.caught("monthnum"):
        return int(number)
    if name := context.caught("month"):
        return context.grammar.words.months[name]
    anchor = context.anchors.mentioned()
    return anchor.month if anchor else None


def _year_of(context: Context, month: int, day: int | None) -> int | None:
    """Return the year that puts a day or month nearest, on the side that is called for."""
    anchor = context.anchor()
    if anchor is None:
        return None
    if context.found.rule.unit == "Y":
        return anchor.year + context.shift
    here = anchor if day else anchor.replace(day=1)
    days = [_possible(year, month, day or 1) for year in range(anchor.year - 4, anchor.year + 5)]
    chosen = nearest(context, [d for d in days if d is not None], here)
    return chosen.year if chosen else None


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(context: Context) -> str | None:
    here = context.anchor()
    if here is None:
        return None
    wanted = context.grammar.words.weekdays[context.caught("weekday") or ""]
    days = [here + timedelta(days=n) for n in range(-7, 8)]
    chosen = nearest(context, [day for day in days if day.isoweekday() == wanted], here)
    return chosen.isoformat() if chosen else None


def _day(context: Context) -> str | None:
    anchor = context.anchor()
    if anchor is None:
        return None
    words = context.caught("dayword")
    offset = context.grammar.words.days[words] if words else 0
    return (anchor + timedelta(days=offset + context.shift)).isoformat()


def _unit(context: Context) -> str | None:
    unit, count = context.unit(), int(context.number() or 1)
    if unit in {"H", "MIN", "S"}:
        return None
    anchors = context.anchors
    if context.found.rule.anchor == "mentioned" and unit == "Q" and anchors.quarter:
        return anchors.last_quarter()
    if context.found.rule.anchor == "mentioned" and unit not in "DQ" and anchors.value:
        return _coarsened(anchors.last_value(), context.shift * count, unit)
    anchor = context.anchor()
    if anchor is None:
        return None
    shift = context.shift * count
    if unit == "Q" and context.found.rule.anchor == "mentioned":
        shift -= 1  # what a paper calls "the quarter" is the last one that is over
    return value_at(shifted_day(anchor, shift, unit), unit)


def _coarsened(value: str | None, count: int, unit: str) -> str | None:
    """Return the ``unit`` that ``value`` begins in, moved by ``count``."""
    bounds = interval(value)
    if bounds is None:
        return None
    return value_at(shifted_day(date.fromisoformat(bounds[0][:10]), count, unit), unit)


def _count(context: Context) -> str | None:
    unit, shift = context.unit(), context.shift
    number = context.number()
    if number is None and "number" not in context.found.caught:
        number = 1.0 if context.caught("unit") is None else None
    if unit in {"H", "MIN", "S"}:
        return _duration(context)
    if number is None:
        return "PAST_REF" if shift < 0 else "FUTURE_REF"
    anchors = context.anchors
    if unit == "Y" and anchors.quarter and number == 1:
        return shifted_value(anchors.last_quarter(), shift, unit)
    if anchors.value and context.found.rule.anchor == "mentioned":
        return shifted_value(anchors.last_value(), shift * int(number), unit)
    anchor = context.anchor()
    if anchor is None:
        return None
    return value_at(shifted_day(anchor, shift * int(number), unit), "D" if unit == "W" else unit)


def _weekend(context: Context) -> str | None:
    here = context.anchor()
    if here is None:
        return None
    saturdays = [here + timedelta(days=6 - here.isoweekday() + 7 * week) for week in (-1, 0, 1)]
    if here.isoweekday() >= 6 and not context.shift:
        return f"{week_value(saturdays[1])}-WE"
    side = context.shift or (1 if context.direction == "future" else -1)
    days = [day for day in saturdays if (day > here if side > 0 else day + timedelta(1) < here)]
    return f"{week_value(min(days, key=lambda day: abs(day - here)))}-WE"


def _year(context: Context) -> str | None:
    year = context.year()
    return f"{year:04}" if year else None


def _decade(context: Context) -> str | None:
    year = context.year()
    return f"{year:04}"[:3] if year and year % 10 == 0 else None


def _century(context: Context) -> str | None:
    ordinal = context.ordinal()
    if roman := context.caught("roman"):
        ordinal = _roman(roman)
    return f"{ordinal - 1:02}" if ordinal else None


def _roman(letters: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _part_alone(context: Context) -> str | None:
    day = context.anchors.mentioned()
    part = context.found.rule.part or _part(context) or "NI"
    return f"{day.isoformat()}T{part}" if day else None


def _clock(context: Context) -> str | None:
    day = context.anchors.mentioned()
    return f"{day.isoformat()}T{clock_time(context)}" if day else None


def _holiday(context: Context) -> str | None:
    month, day = context.grammar.words.holidays[context.caught("holiday") or ""].split("-")
    year = context.year() or _year_of(context, int(month), int(day))
    return f"{year:04}-{month}-{day}" if year else None


def _duration(context: Context) -> str | None:
    unit, number = context.unit(), context.number()
    if unit in {"E", "C"} and number:
        unit, number = "Y", number * (10 if unit == "E" else 100)
    amount = "X" if number is None else f"{number:g}"
    if unit == "Q" and number:
        unit, amount = "M", f"{number * 3:g}"
    if unit in {"H", "MIN", "S"}:
        return f"PT{amount}{unit[0]}"
    return f"P{amount}{unit}"


def _set(context: Context) -> str | None:
    words = context.grammar.words
    if month := context.caught("month"):
        return f"XXXX-{words.months[month]:02}"
    weekday = context.caught("weekday") or (context.caught("weekdays") or "").removesuffix("s")
    if weekday:
        return f"XXXX-WXX-{words.weekdays[weekday]}"
    return _duration(context) if context.number() else f"P1{context.unit()}"


def _nothing(_: Context) -> str | None:
    return None


_RESOLVERS: Final[dict[TimeKind, Callable[[Context], str | None]]] = {
    "date": _date,
    "weekday": _weekday,
    "day": _day,
    "unit": _unit,
    "count": _count,
    "weekend": _weekend,
    "season": season,
    "quarter": quarter,
    "half": half,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "part": _part_alone,
    "clock": _clock,
    "holiday": _holiday,
    "duration": _duration,
    "set": _set,
    "reference": _nothing,
    "nothing": _nothing,
}
