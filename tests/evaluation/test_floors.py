"""The gate: a score below its floor fails, whatever happened to its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.errors import FloorError
from recoupe.evaluation.floors import (
    FLOORS,
    MARGIN,
    fallen,
    pinned,
    read_floors,
    write_floors,
)
from recoupe.evaluation.gold import SUBJECTS
from recoupe.evaluation.run import PINNED
from recoupe.evaluation.score import Score

SCORE = Score("places", "tr_news", "en", "toponym exact", 0.80, 0.8, 0.8, 100, pinned=True)
KEY = ("places", "tr_news", "toponym exact")


def test_the_gate_fails_when_a_score_is_below_its_floor() -> None:
    [error] = fallen([SCORE], {KEY: 0.81}, whole=True)
    assert isinstance(error, FloorError)
    assert error.exit_status == 1
    for part in ("places", "tr_news", "toponym exact", "0.800", "0.810"):
        assert part in str(error)


def test_the_gate_opens_at_the_floor_and_above() -> None:
    assert list(fallen([SCORE], {KEY: 0.80}, whole=True)) == []
    assert list(fallen([SCORE], {}, whole=True)) == []


def test_a_subset_is_compared_with_nothing() -> None:
    assert list(fallen([SCORE], {KEY: 0.99}, whole=False)) == []


def test_a_measure_that_is_gone_does_not_pass_unseen() -> None:
    renamed = replace(SCORE, measure="toponym strict")
    [error] = fallen([renamed], {KEY: 0.5}, whole=True)
    assert "was not measured" in str(error)


def test_corpora_that_were_not_read_are_not_asked_for() -> None:
    assert list(fallen([SCORE], {("times", "timebank", "value"): 0.9}, whole=True)) == []


def test_pinning_sets_floors_a_little_below_and_keeps_the_others() -> None:
    other = ("times", "timebank", "value")
    loose = replace(SCORE, measure="resolved", pinned=False)
    floors = pinned([SCORE, loose], {KEY: 0.99, other: 0.5})
    assert floors == {KEY: pytest.approx(0.80 - MARGIN), other: 0.5}


names = st.sampled_from(["content exact", "value of matched, dated", "accuracy@161 km"])


@settings(max_examples=30)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(["fr_dev", "timebank"]), names),
        st.integers(0, 10_000).map(lambda number: number / 10_000),
    )
)
def test_floors_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, floors: dict[tuple[str, str, str], float]
) -> None:
    path = tmp_path_factory.getbasetemp() / "floors.toml"
    write_floors(floors, path)
    assert read_floors(path) == floors


@pytest.mark.parametrize("content", ["not toml [", "[places]\nfloor = 1", "[a.b]\nc = 'x'"])
def test_floors_that_cannot_be_read_say_so(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FloorError, match="--pin"):
        read_floors(path)


def test_missing_floors_say_so(tmp_path: Path) -> None:
    with pytest.raises(FloorError, match="--pin"):
        read_floors(tmp_path / "none.toml")


def test_the_shipped_floors_are_of_measures_that_exist() -> None:
    floors = read_floors(FLOORS)
    assert {(subject, measure) for subject, _, measure in floors} <= {
        (subject, measure) for subject, measures in PINNED.items() for measure in measures
    }
    assert all(0 <= floor < 1 for floor in floors.values())
