"""The page of a speaker: everything said, and where it was otherwise before."""

from __future__ import annotations

import pytest

from recoupe.dossier.pages.speaker import STATEMENTS, Asked, outlet_page, speaker_page
from recoupe.dossier.pages.view import View
from recoupe.model import Draft
from recoupe.store import Casefile
from tests.dossier.storied import HOSTILE, Storied
from tests.dossier.worlds import ME, latest, long_report


@pytest.fixture
def woman(strikes: Casefile) -> str:
    reading = latest(strikes)
    return strikes.parties_of(reading.article.id)[reading.entities[0].id]


def test_everything_said_is_there_with_its_place(strikes: Casefile, view: View, woman: str) -> None:
    page = speaker_page(strikes, view, woman)
    assert (page.party.name, page.total, len(page.said)) == ("Anna Berzina", 8, 8)
    known = {one.id for each in strikes.readings() for one in each.reading.statements}
    assert {one.spoken.id for one in page.said} <= known


def test_who_gives_other_numbers_is_shown_to_have_done_so(
    strikes: Casefile, view: View, woman: str
) -> None:
    page = speaker_page(strikes, view, woman)
    (turn,) = page.turns
    assert [side.position.low for side in turn.sides] == [12, 13, 14, 15]
    assert all(side.words for side in turn.sides)
    counted = [one for one in page.said if "counted 12" in one.spoken.content[0].text]
    assert [{held.low for held in one.otherwise} for one in counted] == [{13, 14, 15}]
    hit = [one for one in page.said if "shell" in one.spoken.content[0].text]
    assert [one.otherwise for one in hit] == [()] * 4


def test_a_stance_or_a_story_can_be_asked_for(strikes: Casefile, view: View, woman: str) -> None:
    story = strikes.stories().stories[0].story.id
    assert speaker_page(strikes, view, woman, Asked(stance="denies")).total == 0
    assert speaker_page(strikes, view, woman, Asked("asserts", story)).total == 8


def test_many_statements_come_a_page_at_a_time(strikes: Casefile, view: View) -> None:
    capture, reading = long_report(70)
    strikes.add_report(capture, reading, author=ME)
    party = strikes.parties_of(reading.article.id)[reading.entities[0].id]
    pages = [
        speaker_page(strikes, view, party, Asked(offset=offset))
        for offset in range(0, 90, STATEMENTS)
    ]
    assert [len(page.said) for page in pages] == [30, 30, 10]
    assert len({one.spoken.id for page in pages for one in page.said}) == 70


def test_who_was_joined_is_one_and_says_who_did_it(
    strikes: Casefile, view: View, woman: str
) -> None:
    reading = latest(strikes)
    ministry = strikes.parties_of(reading.article.id)[reading.entities[1].id]
    strikes.add_review(Draft("merge", "party", woman, ME, "one and the same", others=(ministry,)))
    page = speaker_page(strikes, view, ministry)
    assert page.party.id == woman
    assert {one.name for one in page.party.joined} == {"Anna Berzina", "the ministry"}
    assert [(one.author, one.action) for one in page.reviews] == [(ME, "merge")]


def test_an_outlet_that_says_nothing_in_its_own_voice_has_a_page(
    strikes: Casefile, view: View
) -> None:
    page = outlet_page(strikes, view, "Nobody's")
    assert (page.name, page.sides, page.total) == ("Nobody's", (), 0)


def test_an_outlet_has_what_its_reports_say_in_their_own_voice(told: Storied, view: View) -> None:
    page = outlet_page(told.case, view, "the paper")
    assert page.total == len(page.sides) == 8
    assert {side.position.party for side in page.sides} == {None}
    toll = [side for side in page.sides if side.position.finding == "finding-toll"]
    assert [(side.position.party_name, side.position.low) for side in toll] == [
        (HOSTILE, 12),
        (HOSTILE, 17),
        ("the ministry", 30),
        ("the mayor", None),
    ]
    assert (toll[0].position.reports, toll[0].position.origins) == (3, 1)
    later = outlet_page(told.case, view, "the paper", offset=6)
    assert later.sides == page.sides[6:]
