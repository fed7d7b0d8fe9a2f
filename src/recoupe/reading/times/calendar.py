"""Calendar arithmetic on TIMEX3 values: what a value spans, and what lies some units away.

Values follow the TimeML 1.2.1 guidelines (Saurí et al. 2006): ``1998``, ``1998-03``,
``1998-03-08``, ``1998-W10``, ``1998-W10-WE``, ``1998-Q1``, ``1998-H1``, ``1998-SP``, ``199`` for a
decade, ``19`` for a century, ``TMO TAF TEV TNI`` for parts of a day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

PARTS: Final = {
    "MO": ("06:00", "11:59", 0),
    "MI": ("11:00", "13:59", 0),
    "DT": ("06:00", "17:59", 0),
    "AF": ("12:00", "17:59", 0),
    "EV": ("18:00", "23:59", 0),
    "NI": ("20:00", "05:59", 1),
}
"""The minutes that a part of a day spans, and on how many days later it ends."""

SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season, three months long, as meteorologists count them in the northern
hemisphere; a winter has the year in which it begins."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$")
_PART = re.compile(r"(\d{4}-\d\d-\d\d)T(MO|MI|DT|AF|EV|NI)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PERIOD = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_value(day: date) -> str:
    """Return the month of ``day``: ``1998-03``."""
    return f"{day.year:04}-{day.month:02}"


def week_value(day: date) -> str:
    """Return the ISO 8601 week of ``day``: ``1998-W10``."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_value(day: date) -> str:
    """Return the calendar quarter of ``day``: ``1998-Q1``."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def shifted_day(day: date, count: int, unit: str) -> date:
    """Return ``day`` moved by ``count`` units (``D W M Q Y E C``; ``E`` is ten years).

    Raises :class:`OverflowError` or :class:`ValueError` beyond the years 1 to 9999.
    """
    if unit in {"D", "W"}:
        return day + timedelta(days=count * (7 if unit == "W" else 1))
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit]
    return add_months(day, count * months)


def value_at(day: date, unit: str) -> str:
    """Return the value of the ``unit`` (``D W M Q Y E C``) that ``day`` lies in."""
    if unit == "D":
        return day.isoformat()
    if unit == "W":
        return week_value(day)
    if unit == "M":
        return month_value(day)
    if unit == "Q":
        return quarter_value(day)
    return f"{day.year:04}"[: {"Y": 4, "E": 3, "C": 2}[unit]]


def shifted_value(value: str | None, count: int, unit: str) -> str | None:
    """Return ``value`` moved by ``count`` units and kept as fine as it was, or ``None``.

    A quarter a year earlier is a quarter: ``1989-Q3`` less a year is ``1988-Q3``.
    """
    bounds = interval(value)
    if value is None or bounds is None:
        return None
    first = date.fromisoformat(bounds[0][:10])
    period = _PERIOD.match(value)
    if period and unit in {"Y", "E", "C"}:
        return f"{shifted_day(first, count, unit).year:04}-{period[2]}"
    own = granularity(value)
    coarser = max(own, unit, key="DWMQYEC".index)
    return value_at(
        shifted_day(first, count, unit), coarser if own != "D" else "DDMQYEC"["DWMQYEC".index(unit)]
    )


def granularity(value: str) -> str:
    """Return the unit a value is as fine as: ``D W M Q Y E C``."""
    if _DAY.match(value):
        return "D"
    if _WEEK.match(value):
        return "W"
    if _MONTH.match(value):
        return "M"
    if _PERIOD.match(value):
        return "Q"
    return {4: "Y", 3: "E", 2: "C"}.get(len(value), "Y")


def interval(value: str | None) -> tuple[str, str] | None:
    """Return the first and last day (or minute, for a time of day) of ``value``, both inclusive.

    ``None`` where the value names no stretch of the calendar: durations, sets, ``PRESENT_REF``.
    """
    if value is None:
        return None
    try:
        return _clock_interval(value) or _day_interval(value)
    except (ValueError, OverflowError):
        return None


def _clock_interval(value: str) -> tuple[str, str] | None:
    if _CLOCK.match(value):
        return value, value
    if part := _PART.match(value):
        start, end, later = PARTS[part[2]]
        day = date.fromisoformat(part[1])
        return f"{day}T{start}", f"{day + timedelta(days=later)}T{end}"
    return None


def _day_interval(value: str) -> tuple[str, str] | None:
    if _DAY.fullmatch(value):
        return value, date.fromisoformat(value).isoformat()
    if week := _WEEK.match(value):
        first = date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        return _days(first, first + timedelta(days=1 if week[3] else 6))
    if month := _MONTH.match(value):
        first = date(int(month[1]), int(month[2]), 1)
        return _days(first, add_months(first, 1) - timedelta(days=1))
    if period := _PERIOD.match(value):
        return _period_interval(int(period[1]), period[2])
    if value.isdigit() and 2 <= len(value) <= 4:
        missing = 4 - len(value)
        return f"{value}{'0' * missing}-01-01", f"{value}{'9' * missing}-12-31"
    return None


def _period_interval(year: int, name: str) -> tuple[str, str]:
    if name in SEASONS:
        first = date(year, SEASONS[name], 1)
        return _days(first, add_months(first, 3) - timedelta(days=1))
    months = 3 if name[0] == "Q" else 6
    first = date(year, (int(name[1]) - 1) * months + 1, 1)
    return _days(first, add_months(first, months) - timedelta(days=1))


def _days(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()
