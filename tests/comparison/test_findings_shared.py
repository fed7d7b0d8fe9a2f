"""Findings on two real stories; skipped where the reports are not on this machine."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from recoupe.comparison.checking import Checked, StoryReadings, check_story
from recoupe.evaluation.crosscheck_gold import opening_date
from recoupe.flow import ReadOptions, read_batch
from recoupe.model import Declared, Finding, Position, Reading, make_capture
from tests.comparison.telling import story

pytestmark = [pytest.mark.shared]


def checked(folder: Path, language: str) -> Checked:
    captures = tuple(
        make_capture(
            record["text"].encode(),
            source=record["id"],
            media_type="text/plain",
            captured_at=datetime(2030, 1, 1, tzinfo=UTC),
            declared=Declared(
                input_id=record["id"],
                outlet=record["outlet"],
                published=record.get("published") or opening_date(record["text"]),
                language=language,
            ),
            charset="utf-8",
        )
        for record in map(json.loads, (folder / "reports.jsonl").read_text("utf-8").splitlines())
    )
    options = ReadOptions(today=date(2030, 1, 1), mode="accurate")
    readings = [result for _, result in read_batch(captures, options)]
    read = [reading for reading in readings if isinstance(reading, Reading)]
    assert len(read) == len(captures)
    return check_story(StoryReadings(story(read), tuple(read)))


@pytest.fixture(scope="module")
def ghouta(reports: Path) -> Checked:
    return checked(reports / "ghouta-2013-08-21", "en")


@pytest.fixture(scope="module")
def vests(reports: Path) -> Checked:
    return checked(reports / "gilets-jaunes-2018-11-17", "fr")


def counted(found: Checked, what: str) -> Finding:
    """Return the finding on a number of people that most origins stand behind."""
    return max(
        (finding for finding in found.findings if finding.about.what == what),
        key=lambda finding: sum(position.independent_origins for position in finding.positions),
    )


def by_party(positions: tuple[Position, ...], words: str) -> list[Position]:
    return [position for position in positions if words in position.party.lower()]


def test_the_number_of_dead_goes_from_213_to_1300_or_more_by_whom(ghouta: Checked) -> None:
    dead = counted(ghouta, "killed")
    told = {(position.low, position.high): position.party for position in dead.positions}
    assert told[213, None] == "Syrian activists"
    assert told[1300, None] == "George Sabra"
    assert (1401, None) in told
    assert dead.kind in {"dispute", "range"}
    assert {"lowest", "highest_open"} <= {reason.code for reason in dead.reasons}


def test_the_denial_stands_against_the_accusation(ghouta: Checked) -> None:
    stances = {
        (position.stance, side)
        for finding in ghouta.findings
        if finding.kind == "dispute" and finding.about.what is None
        for position in finding.positions
        for side in ("government", "opposition")
        if side in position.party.lower()
    }
    assert {("denies", "government"), ("accuses", "opposition")} <= stances


def test_the_number_of_demonstrators_is_raised_through_the_day(vests: Checked) -> None:
    crowd = counted(vests, "participants")
    assert crowd.kind == "revision"
    ministry = by_party(crowd.positions, "ministère")
    assert sorted(position.low or 0 for position in ministry)[:3] == [50_000, 120_000, 283_000]
    raised = [dict(reason.values) for reason in crowd.reasons if reason.code == "raised"]
    assert any(change["old"] == 50_000 and change["new"] == 120_000 for change in raised)


def test_reports_that_share_the_text_of_an_agency_count_once(vests: Checked) -> None:
    shared = [
        position
        for finding in vests.findings
        for position in finding.positions
        if position.reports > position.independent_origins
    ]
    assert len(shared) >= 10
