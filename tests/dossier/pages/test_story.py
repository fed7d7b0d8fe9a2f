"""What the page of a story shows, whoever writes it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.dossier.addresses import WebAddresses
from recoupe.dossier.pages.paging import Paging
from recoupe.dossier.pages.story import FINDINGS, StoryPage, page_of, story_page
from recoupe.dossier.pages.view import View
from recoupe.errors import StoreError
from tests.dossier.storied import HOSTILE, STORY, Storied, finding, keep, position, storied

VIEW = View("en", WebAddresses())


@pytest.fixture(scope="module")
def page(told: Storied) -> StoryPage:
    return story_page(told.case, VIEW, STORY)


def test_what_several_parties_speak_of_comes_first_and_single_sources_are_counted(
    page: StoryPage,
) -> None:
    assert [one.id for one in page.findings] == ["finding-toll", "finding-shelling"]
    assert len(page.alone) == 2
    assert page.more_alone == "2 more matters that one party alone speaks of"
    assert page.findings_total == 2


def test_each_position_has_its_words_a_click_away_and_reports_with_origins(
    page: StoryPage, told: Storied
) -> None:
    first = page.findings[0].positions[0]
    statement = told.readings[0].statements[1].id
    address = WebAddresses().report(told.articles[0].id, statement=statement)
    assert [said.place for said in first.said] == [address]
    assert first.support == "3 reports, 1 independent origin"
    assert page.findings[0].compatible_if == "Both can hold if the days differ"


def test_the_matrix_has_the_most_involved_parties_first(page: StoryPage) -> None:
    assert page.matrix is not None
    names = [party.name for party in page.matrix.columns]
    assert names[1:] == ["the ministry", "the mayor"]
    assert "<script>" in names[0]  # as text: the template escapes it
    toll, shelling = page.matrix.rows
    assert [[one.stance for one in cell] for cell in toll.cells] == [
        ["asserts", "asserts"],
        ["asserts"],
        ["cannot verify"],
    ]
    assert [len(cell) for cell in shelling.cells] == [1, 1, 0]
    assert shelling.folded == ()


def test_numbers_over_time_mark_revisions_and_list_what_has_no_day(page: StoryPage) -> None:
    (counted,) = page.drawings.counts
    assert [row.number for row in counted.rows] == ["12", "17–20", "≥ 30"]
    assert [row.revises for row in counted.rows] == [False, True, False]
    assert counted.chart is not None
    assert len(counted.chart.steps) == 3


def test_the_timeline_goes_by_day_and_ends_with_what_has_none(page: StoryPage) -> None:
    starts = [line.start for line in page.timeline]
    dated = [start for start in starts if start]
    assert dated == sorted(dated)
    assert starts == [*dated, *[""] * (len(starts) - len(dated))]
    assert starts[-1] == ""
    events = [line for line in page.timeline if line.party is None]
    assert [(line.when, line.stated, line.support) for line in events] == [
        ("May 4, 2022", "Wednesday", "4 reports, 1 independent origin")
    ]


def test_places_have_degrees_and_a_circle(page: StoryPage) -> None:
    (spot,) = page.where
    assert (spot.name, spot.degrees, spot.precision) == ("Port-Clair", "47.10, 37.50", "5 km")
    assert page.drawings.map is not None
    assert [dot.name for dot in page.drawings.map.dots] == ["Port-Clair"]


def test_lineage_names_its_roots(page: StoryPage) -> None:
    assert page.lineage_total == 2
    assert page.drawings.lineage is not None
    assert {node.told.name for node in page.drawings.lineage.nodes if node.root} == {
        "The Paper",
        "Agency <B>",
    }
    assert [one.guest for one in page.reports].count(True) == 1


def test_an_old_check_says_so(tmp_path: Path) -> None:
    with storied(tmp_path / "case") as made:
        before = story_page(made.case, VIEW, STORY)
        from tests.store import building

        made.case.add_report(*building.report("https://paper.example/new"), author="Ana")
        after = story_page(made.case, VIEW, STORY)
    assert before.check_state is not None
    assert after.stale


def test_long_lists_are_paged_and_a_finding_is_found_on_its_page(tmp_path: Path) -> None:
    with storied(tmp_path / "case", alone=3 * FINDINGS) as made:
        last = story_page(made.case, VIEW, STORY, page=99)
        assert (last.paging.page, last.paging.last) == (4, 4)
        assert len(last.alone) == 2
        assert last.findings == ()
        assert last.drawings.map is None  # drawings are on the first page
        assert page_of(made.case, STORY, last.alone[0].id) == 4
        assert page_of(made.case, STORY, "finding-toll") == 1
        assert page_of(made.case, STORY, "gone") == 1


def test_a_story_that_is_not_there_is_an_error(told: Storied) -> None:
    with pytest.raises(StoreError, match="no such story"):
        story_page(told.case, VIEW, "story-none")


def test_paging_stays_within_what_there_is() -> None:
    paging = Paging.of(0, (5, 2), (1, 10))
    assert (paging.page, paging.last) == (1, 3)
    assert Paging.of(3, (5, 2)).part("abcde", 2) == "e"
    assert Paging.of(1).last == 1


def test_words_in_nobodys_mouth_are_shown_where_they_stand(told: Storied) -> None:
    page = story_page(told.case, VIEW, STORY)
    happened = next(line for line in page.timeline if line.party is None)
    words = told.readings[0].events[0].trigger
    address = WebAddresses().report(told.articles[0].id, words=(words.start, words.end))
    assert [one.place for one in happened.words] == [address]
    said = next(line for line in page.timeline if line.party is not None)
    assert said.finding == WebAddresses().story(STORY, finding="finding-toll")
    assert said.words[0].words == told.readings[0].statements[1].content[0].text


def test_parties_are_coloured_in_the_order_in_which_they_came(tmp_path: Path) -> None:
    with storied(tmp_path / "case") as made:
        parties = [made.case.parties_of(article.id) for article in made.articles]
        woman, ministry = (list(parties[0].values())[turn] for turn in (0, 1))
        one, two = made.readings[:2]
        told = finding(
            made,
            "finding-x",
            "denial",
            "it",
            position(two, "the ministry", "denies", party_id=ministry),
            position(one, "Anna", party_id=woman),
            position(one, "somebody"),
        )
        keep(made, [told], [])
        page = story_page(made.case, VIEW, STORY)
    assert {party.name: party.style for party in page.parties} == {
        "the ministry": "voice-2",
        "Anna": "voice-1",
        "somebody": "",
    }
    assert [party.place for party in page.parties].count(None) == 1


def test_french_is_french(told: Storied) -> None:
    page = story_page(told.case, View("fr", WebAddresses()), STORY)
    assert page.counted == "4 articles, 1 origine indépendante"
    assert HOSTILE.split()[0] in page.parties[0].name
