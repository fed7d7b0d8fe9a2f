"""Scales: days and numbers lie where they belong, and ticks are few and round."""

from __future__ import annotations

import pytest

from recoupe.dossier.charts.scales import Counts, Days, day_of


def test_a_day_goes_from_where_it_begins_to_where_it_ends() -> None:
    days = Days.of(["2022-05-04", "2022-05-07"], 0, 400)
    assert days is not None
    assert (days.at("2022-05-04"), days.end("2022-05-04")) == (0, 100)
    assert days.end("2022-05-07") == 400
    assert days.at("2022-05-05T12:00") == days.end("2022-05-05T12:00") == 150


def test_what_is_no_day_has_no_place() -> None:
    assert Days.of([None, "Wednesday", ""], 0, 1) is None
    assert day_of("2022-05") is None


@pytest.mark.parametrize(
    ("last", "language", "expected"),
    [
        ("2022-05-06", "en", ["May 4", "May 5", "May 6"]),
        ("2022-05-06", "fr", ["4 mai", "5 mai", "6 mai"]),
        ("2031-05-04", "en", 4),
    ],
)
def test_ticks_are_few(last: str, language: str, expected: list[str] | int) -> None:
    days = Days.of(["2022-05-04", last], 0, 400)
    assert days is not None
    labels = [tick.label for tick in days.ticks(language)]
    if isinstance(expected, int):
        assert 2 <= len(labels) <= expected
    else:
        assert labels == expected


def test_numbers_stand_on_a_line_from_nought_or_on_powers_of_ten() -> None:
    near = Counts.of([12, 17, 30, None], 200, 0)
    assert not near.logarithmic
    assert near.at(0) == 200
    assert near.at(40) == 0
    assert [tick.label for tick in near.ticks("en")] == ["0", "10", "20", "30", "40"]
    far = Counts.of([3, 20000], 200, 0)
    assert far.logarithmic
    assert [tick.label for tick in far.ticks("fr")] == ["1", "100", "10\u202f000"]
    assert far.at(0) == far.at(1) == 200


def test_a_scale_of_nothing_is_a_scale() -> None:
    assert Counts.of([0], 200, 0).at(0) == 200
    assert Counts.of([], 200, 0).at(1) == 0
