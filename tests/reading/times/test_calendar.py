"""Calendar arithmetic on TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.reading.times.calendar import (
    add_months,
    interval,
    shifted_day,
    shifted_value,
    value_at,
)

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(8000, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-05-04", "2022-05-04", "2022-05-04"),
        ("2022-05", "2022-05-01", "2022-05-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-W17", "2022-04-25", "2022-05-01"),
        ("2022-W17-WE", "2022-04-30", "2022-05-01"),
        ("2022-Q4", "2022-10-01", "2022-12-31"),
        ("2022-H1", "2022-01-01", "2022-06-30"),
        ("2022-WI", "2022-12-01", "2023-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2022-05-04TEV", "2022-05-04T18:00", "2022-05-04T23:59"),
        ("2022-05-04TNI", "2022-05-04T20:00", "2022-05-05T05:59"),
        ("2022-05-04T17:30", "2022-05-04T17:30", "2022-05-04T17:30"),
    ],
)
def test_what_a_value_spans(value: str, first: str, last: str) -> None:
    assert interval(value) == (first, last)


@pytest.mark.parametrize(
    "value", [None, "P3D", "PRESENT_REF", "XXXX-WXX-1", "2022-02-30", "2022-13"]
)
def test_what_spans_nothing(value: str | None) -> None:
    assert interval(value) is None


def test_a_quarter_a_year_earlier_is_a_quarter() -> None:
    assert shifted_value("1989-Q3", -1, "Y") == "1988-Q3"
    assert shifted_value("2022-05-04", 2, "D") == "2022-05-06"
    assert shifted_value("2022-05", -6, "M") == "2021-11"
    assert shifted_value("PAST_REF", 1, "Y") is None


def test_a_month_later_is_the_last_day_of_a_shorter_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


@given(DAYS, st.integers(-50, 50), st.sampled_from("DWMQYE"))
def test_a_day_lies_in_the_value_made_from_it(day: date, count: int, unit: str) -> None:
    moved = shifted_day(day, count, unit)
    bounds = interval(value_at(moved, unit))
    assert bounds is not None
    assert bounds[0] <= moved.isoformat() <= bounds[1]
