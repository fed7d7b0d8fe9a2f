"""Counts, calibration and the choice of worst cases, worked out by hand."""

from __future__ import annotations

import pytest

from recoupe.evaluation.score import (
    Case,
    Count,
    Tally,
    calibration_error,
    judged,
    reliability,
    worst,
)


def test_f1_is_the_harmonic_mean() -> None:
    # 3 right of 4 found and of 6 wanted: P 3/4, R 1/2, F1 2 x 3/4 x 1/2 / (3/4 + 1/2) = 0.6.
    count = Count(3, 4, 6)
    assert count.precision == pytest.approx(0.75)
    assert count.recall == pytest.approx(0.5)
    assert count.f1 == pytest.approx(0.6)


def test_unknown_is_none_and_never_zero() -> None:
    nothing = Count()
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)
    assert Count(0, 0, 3).precision is None
    assert Count(0, 0, 3).f1 == 0.0


def test_counts_of_reports_add_up() -> None:
    tally = Tally()
    tally.count("content exact", Count(1, 2, 3))
    tally.count("content exact", Count(2, 2, 2))
    assert tally.counts["content exact"] == Count(3, 4, 5)


def test_the_f1_of_questions_is_their_accuracy() -> None:
    count = judged(True) + judged(False) + judged(True) + judged(True)
    assert count.f1 == pytest.approx(0.75)


def test_calibration() -> None:
    # Bin 0.9-1.0: two statements, mean confidence 0.95, one right: off by 0.45.
    # Bin 0.2-0.3: two statements, mean 0.25, none right: off by 0.25.
    # Expected error: (2 x 0.45 + 2 x 0.25) / 4 = 0.35.
    trust = [(0.9, True), (1.0, False), (0.2, False), (0.3 - 1e-9, False)]
    bins = reliability(trust)
    assert [(part.low, part.number, part.right) for part in bins] == [(0.2, 2, 0.0), (0.9, 2, 0.5)]
    assert calibration_error(bins) == pytest.approx(0.35)
    assert calibration_error(()) is None


def test_worst_cases_come_by_kind_and_from_many_reports() -> None:
    def case(kind: str, report: str, loss: float) -> Case:
        return Case(kind, report, "", "", "", loss)

    cases = [
        case("missed", "a", 1.0),
        case("missed", "a", 1.0),
        case("missed", "b", 1.0),
        case("made up", "a", 0.2),
        case("made up", "a", 0.9),
    ]
    chosen = [(item.kind, item.report, item.loss) for item in worst(cases, 2)]
    assert chosen == [
        ("made up", "a", 0.9),
        ("made up", "a", 0.2),
        ("missed", "a", 1.0),
        ("missed", "b", 1.0),
    ]
