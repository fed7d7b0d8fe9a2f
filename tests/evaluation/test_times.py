"""Scoring times, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.evaluation.gold_records import GoldReport, GoldTime
from recoupe.evaluation.score import Count, Tally
from recoupe.evaluation.times import score
from recoupe.model import Article, Time

TEXT = "On Monday morning they waited for three days."
REPORT = GoldReport(
    "timebank",
    "a",
    TEXT,
    "en",
    "2022-05-05",
    times=(
        GoldTime((3, 17), "TIME", "2022-05-02TMO"),
        GoldTime((34, 44), "DURATION", "P3D"),
    ),
)


@pytest.fixture
def time_of(article_of: Callable[..., Article]) -> Callable[..., Time]:
    article = article_of(TEXT, language="en")

    def build(start: int, end: int, type_: str, value: str | None) -> Time:
        return Time("t", article.span(start, end), type_, value, None, None, 0.9)  # type: ignore[arg-type]

    return build


def test_relaxed_strict_type_and_value(time_of: Callable[..., Time]) -> None:
    # "Monday" for "Monday morning": relaxed, not strict, another type, another value. "three days"
    # is right in all. "waited" is made up: 2 relaxed and 1 of the rest, of 3 found and 2 wanted.
    tally = Tally()
    found = (
        time_of(3, 9, "DATE", "2022-05-02"),
        time_of(23, 29, "DATE", None),
        time_of(34, 44, "DURATION", "P3D"),
    )
    score(REPORT, found, tally)
    assert tally.counts["relaxed"] == Count(2, 3, 2)
    for measure in ("strict", "type", "value"):
        assert tally.counts[measure] == Count(1, 3, 2)
    assert tally.counts["value of matched"] == Count(1, 2, 2)
    assert sorted(case.kind for case in tally.cases) == ["made up", "other span", "wrong value"]


def test_types_that_were_not_annotated_are_not_judged(time_of: Callable[..., Time]) -> None:
    gold = (GoldTime((3, 17), None, "2022-05-02TMO"),)
    report = replace(REPORT, times=gold, time_types=frozenset({"DATE", "TIME"}))
    tally = Tally()
    found = (time_of(3, 17, "TIME", "2022-05-02TMO"), time_of(34, 44, "DURATION", "P3D"))
    score(report, found, tally)
    assert set(tally.counts.values()) == {Count(1, 1, 1)}


def test_only_unknown_is_right_where_nobody_can_tell(time_of: Callable[..., Time]) -> None:
    report = replace(REPORT, times=(GoldTime((3, 17), "TIME", None),))
    for value, right in ((None, 1), ("2022-05-02TMO", 0)):
        tally = Tally()
        score(report, (time_of(3, 17, "TIME", value),), tally)
        assert tally.counts["value"] == Count(right, 1, 1)
        assert "value of matched, dated" not in tally.counts


def test_nothing_found(time_of: Callable[..., Time]) -> None:
    tally = Tally()
    score(REPORT, (), tally)
    assert tally.counts["relaxed"] == Count(0, 0, 2)
    assert [case.kind for case in tally.cases] == ["missed", "missed"]
