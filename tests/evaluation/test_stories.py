"""B-cubed on groups worked out by hand, and how the gold files are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.evaluation.gold_records import GoldGroup, GoldReport
from recoupe.evaluation.score import Tally
from recoupe.evaluation.stories import (
    b_cubed,
    compared,
    cross_validated,
    read_incidents,
    read_look_alikes,
    score_together,
    small_cases,
)
from recoupe.evaluation.story_peer import peer
from tests.story.test_stories import CAFE, STATION

LABEL = {"a": "one", "b": "one", "c": "two", "d": "two"}


def test_b_cubed_of_the_right_groups_is_1() -> None:
    assert b_cubed({"a": "x", "b": "x", "c": "y", "d": "y"}, LABEL) == (1.0, 1.0)


def test_b_cubed_counts_each_report_by_its_own_group() -> None:
    precision, recall = b_cubed({"a": "x", "b": "x", "c": "x", "d": "y"}, LABEL)
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)


def test_a_report_that_was_not_read_is_alone() -> None:
    assert b_cubed({"a": "x", "b": "x", "c": "y"}, LABEL) == (1.0, 0.75)


def test_pairs_are_compared_once_and_labelled() -> None:
    reports = CAFE + STATION
    read = {f"r{at}": item for at, item in enumerate(reports)}
    label = {f"r{at}": "café" if item in CAFE else "station" for at, item in enumerate(reports)}
    found = compared(read, label)
    assert len(set(map(frozenset, found.pairs))) == len(found.pairs)
    assert sum(found.same) == 4
    assert len(small_cases(read, label, label).pairs) == len(found.pairs)
    home = cross_validated(found, small_cases(read, label, label), read, label)
    assert set(home) == set(read)


def test_the_peer_links_what_shares_words_within_ten_days() -> None:
    def told(name: str, text: str, day: str) -> tuple[GoldReport, None]:
        return GoldReport("test", name, text, "en", day), None

    reports = [
        told("a", "The ferry Aurora sank off Lindale", "2021-03-01"),
        told("b", "Divers reach the ferry Aurora off Lindale", "2021-03-05"),
        told("c", "The ferry Aurora off Lindale is raised", "2021-06-01"),
        told("d", "A budget was voted by members", "2021-03-02"),
        told("e", "Growers fear frost", "2021-03-02"),
        told("f", "Nurses walk out again", "2021-03-02"),
    ]
    home = peer(reports)
    assert home["a"] == home["b"]
    assert len({home["a"], home["c"], home["d"]}) == 3


def test_unread_reports_count_as_missed() -> None:
    reports = [
        (GoldReport("test", name, "text", "en", group=GoldGroup(story, story)), None)
        for name, story in LABEL.items()
    ]
    tally = Tally()
    score_together(reports, tally)
    assert tally.counts["candidates"].wanted == 2
    assert tally.counts["B-cubed"].recall == 0.5
    assert [case.kind for case in tally.cases] == ["broken up", "broken up"]


def test_the_gold_files_are_read_with_their_groups(tmp_path: Path) -> None:
    dated = tmp_path / "dated.jsonl"
    record = {
        "incident": "7",
        "id": "x",
        "title": "Fire",
        "date": "2021-03-01",
        "text": "It burnt.",
    }
    dated.write_text(json.dumps(record), encoding="utf-8")
    (report,) = read_incidents(dated)
    assert (report.text, report.title, report.published) == (
        "Fire\n\nIt burnt.",
        "Fire",
        "2021-03-01",
    )
    assert report.group == GoldGroup("7", "7")
    alike = tmp_path / "alike.jsonl"
    entry = {"topic": "3", "subtopic": "3ecb", "doc": "1", "text": "It burnt ."}
    alike.write_text(json.dumps(entry), encoding="utf-8")
    (other,) = read_look_alikes(alike)
    assert (other.id, other.group) == ("3ecb/1", GoldGroup("3ecb", "3"))
