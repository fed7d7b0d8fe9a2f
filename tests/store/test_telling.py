"""What the page of a story is told from, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recoupe.engine import LocalEngine
from recoupe.errors import StoreError
from recoupe.filing.checking import check_case
from recoupe.model import Draft
from recoupe.store import Casefile, new_casefile
from tests.store.building import report

ME = "Ana"


@pytest.fixture
def store(case: str) -> Iterator[Casefile]:
    """Three reports of one strike with different tolls, the outlet of one corrected; checked."""
    with new_casefile(case, author=ME) as made:
        for number in range(3):
            address = f"https://paper{number}.example/one"
            added = made.add_report(*report(address, killed=12 + number, version="2"), author=ME)
        changes = {"outlet": "The Other Paper"}
        made.add_review(Draft("correct", "report", added.report, ME, changes=changes))
        check_case(made, LocalEngine())
        yield made


def story(store: Casefile) -> str:
    return store.stories().stories[0].story.id


def test_a_story_is_told_with_the_findings_asked_for(store: Casefile) -> None:
    every = store.findings(story=story(store), limit=100).findings
    told = store.story_facts(story(store), findings=range(1, 3))
    assert told.findings == every[1:3]
    assert told.lineage == tuple(dict.fromkeys(told.lineage))
    assert [store.findings_before(story(store), one.id) for one in every] == list(range(len(every)))
    assert store.findings_before(story(store), "finding-none") is None


def test_positions_stand_in_the_order_of_findings_with_their_first_words(store: Casefile) -> None:
    every = store.findings(story=story(store), limit=100).findings
    told = store.story_facts(story(store), findings=range(0))
    expected = [
        (finding.id, one.party, one.stance, one.said[0].report, one.said[0].span.text)
        for finding in every
        for one in finding.positions
    ]
    assert expected == [
        (one.finding, one.party, one.stance, one.article, one.words) for one in told.stood
    ]
    assert set(told.turns) == {one.party_id for one in told.stood} - {None}
    assert told.findings == ()


def test_events_have_where_and_when_as_their_report_says(store: Casefile) -> None:
    told = store.story_facts(story(store), findings=range(0))
    assert {one.report for one in told.happenings} == {one.id for one in told.reports}
    for one in told.happenings:
        assert (one.words.text, one.place, one.precision_m) == ("hit", "Port-Clair", 5000)
        assert (one.time, one.start, one.end) == ("Wednesday", "2022-05-04", "2022-05-04")


def test_reports_are_named_as_people_corrected_them(store: Casefile) -> None:
    told = store.story_facts(story(store), findings=range(0))
    assert sorted(one.outlet or "" for one in told.reports) == [
        "The Other Paper",
        "The Paper",
        "The Paper",
    ]


def test_a_story_that_is_not_kept_is_an_error(store: Casefile) -> None:
    with pytest.raises(StoreError, match="no such story"):
        store.story_facts("story-none", findings=range(1))
