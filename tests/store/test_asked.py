"""What is asked a page at a time, on both databases: parties, positions, copies, stories."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recoupe.engine import LocalEngine
from recoupe.errors import StoreError
from recoupe.filing.checking import check_case
from recoupe.model import Draft, Entity, Reading
from recoupe.store import Casefile, new_casefile
from tests.store.building import report

ME = "Ana"
PAPERS = [f"https://paper{number}.example/one" for number in range(4)]


@pytest.fixture
def store(case: str) -> Iterator[Casefile]:
    """Four reports of one strike, checked; the first was altered and gave another toll before."""
    with new_casefile(case, author=ME) as made:
        made.add_report(*report(PAPERS[0], killed=9, version="2"), author=ME)
        for number, address in enumerate(PAPERS):
            told = report(address, killed=12 + number, version="2", hours=1)
            made.add_report(*told, author=ME)
        check_case(made, LocalEngine())
        yield made


def latest(store: Casefile, number: int = 0) -> Reading:
    """Return the reading of the latest version of a report."""
    return [one.reading for one in store.readings()][number]


def speaker(store: Casefile) -> Entity:
    return latest(store).entities[0]


def party_of(store: Casefile, entity: Entity) -> str:
    return store.parties_of(latest(store).article.id)[entity.id]


# Parties


def test_everything_in_an_article_has_its_party(store: Casefile) -> None:
    reading = latest(store)
    told = store.parties_of(reading.article.id)
    assert set(told) == {one.id for one in (*reading.entities, *reading.statements)}
    for statement in reading.statements:
        assert told[statement.id] == told[statement.speaker or ""]


def test_a_party_is_told_across_the_latest_versions(store: Casefile) -> None:
    told = store.party(party_of(store, speaker(store)))
    assert (told.name, told.kind, told.protected) == ("Anna Berzina", "person", False)
    assert (told.statements, told.heard_in, told.named_in) == (8, 4, 4)
    assert told.stances == {"asserts": 8}
    assert told.names == (("Anna Berzina", 4),)
    assert told.joined == ()
    assert [(one.name, one.count) for one in told.stories] == [
        (one.title, 8) for one in store.story_lines(latest(store).article.id)
    ]


def test_who_was_joined_is_told_by_the_name_of_each(store: Casefile) -> None:
    woman, ministry = latest(store).entities
    own, other = party_of(store, woman), party_of(store, ministry)
    store.add_review(Draft("merge", "party", own, ME, others=(other,)))
    told = store.party(other)
    assert told.id == own
    assert {(one.name, one.count) for one in told.joined} == {
        ("Anna Berzina", 4),
        ("the ministry", 4),
    }
    assert told.stances == {"asserts": 8, "denies": 4}


def test_nobody_has_an_id_that_is_not_kept(store: Casefile) -> None:
    with pytest.raises(StoreError, match="nobody has this id"):
        store.party("party-0000000000000000")


def test_what_a_party_says_comes_a_page_at_a_time(store: Casefile) -> None:
    party = party_of(store, speaker(store))
    first = store.said_by(party, limit=5)
    rest = store.said_by(party, limit=5, offset=5)
    assert (first.total, first.more, rest.more) == (8, True, False)
    told = [*first.statements, *rest.statements]
    known = {
        statement.id: one.reading.article
        for one in store.readings()
        for statement in one.reading.statements
    }
    assert len({one.id for one in told}) == 8
    for one in told:
        article = known[one.id]
        assert one.source.article == article.id
        assert one.context.text == article.text[one.context.start : one.context.end]
        assert all(one.context.contains(span) for span in one.content)
        assert (one.speaker, one.party, one.source.day) == ("Anna Berzina", party, "2022-05-05")


def test_what_a_party_says_can_be_asked_by_stance_and_story(store: Casefile) -> None:
    party = party_of(store, speaker(store))
    (story,) = store.story_lines(latest(store).article.id)
    assert store.said_by(party, stance="denies").statements == ()
    assert store.said_by(party, stance="asserts", story=story.id).total == 8
    assert store.said_by(party, story="story-0").total == 0


# Positions


def test_positions_are_those_of_the_kept_findings(store: Casefile) -> None:
    party = party_of(store, speaker(store))
    told = store.positions(party=party, limit=100).positions
    wanted = [
        (finding.id, position.stance, position.low, position.independent_origins)
        for finding in store.findings(party=party, limit=100).findings
        for position in finding.positions
        if position.party_id == party
    ]
    assert sorted((one.finding, one.stance, one.low, one.origins) for one in told) == sorted(wanted)
    assert wanted != []


def test_who_gave_several_numbers_has_turned(store: Casefile) -> None:
    party = party_of(store, speaker(store))
    turned = store.positions(party=party, turned=True, limit=100)
    assert {one.low for one in turned.positions} == {12, 13, 14, 15}
    assert len({one.finding for one in turned.positions}) == 1
    ministry = party_of(store, latest(store).entities[1])
    assert store.positions(party=ministry, turned=True).total == 0


def test_a_statement_knows_its_positions_and_each_its_words(store: Casefile) -> None:
    reading = latest(store)
    count = reading.statements[1]
    held = store.positions_of([one.id for one in reading.statements])
    (own,) = (one for one in held[count.id] if one.low == 12)
    side = store.sides([own])[own.id]
    assert [(one.source.article, one.statement) for one in side.words][:1] == [
        (reading.article.id, count.id)
    ]
    assert all(
        reading.article.text[one.start : one.end] == one.words
        for one in side.words
        if one.source.article == reading.article.id
    )
    assert store.positions(findings=[own.finding], limit=100).total > 1


def test_of_many_places_the_first_are_told_and_the_rest_counted(store: Casefile) -> None:
    held = store.positions(party=party_of(store, speaker(store)), limit=100).positions
    for one in store.sides(held, each=100).values():
        told = store.sides([one.position], each=1)[one.position.id]
        assert told.words == one.words[:1]
        assert told.more == len(one.words) - 1


def test_an_outlet_is_asked_by_its_name_without_accents(store: Casefile) -> None:
    told = store.own_voice("THE PAPER", limit=100)
    assert told.total == len(told.positions)
    assert {one.party for one in told.positions} <= {None}
    assert store.own_voice("Nobody's Paper").positions == ()


# Copies and stories


def test_copies_are_the_lineage_a_page_at_a_time(store: Casefile) -> None:
    for report_ in [one.id for one in store.reports()]:
        of_it = {one.article for one in store.reports() if one.id == report_}
        for taken in (True, False):
            page = store.copies(report_, taken=taken, limit=100)
            told = {
                (one.here.article, one.there and one.there.article, one.origin, one.passages,
                 one.share, one.reasons)
                for one in page.copies
            }  # fmt: skip
            wanted = {
                (one.report, one.source, one.origin, one.passages, one.share, one.reasons)
                for one in store.lineage(report_)
                if (one.report if taken else one.source) in of_it
            }
            assert told == wanted
            assert page.total == len(wanted)


def test_a_page_of_copies_says_whether_there_are_more(store: Casefile) -> None:
    told = {one.id: store.copies(one.id, taken=False, limit=1) for one in store.reports()}
    assert any(page.more for page in told.values())
    for report_, page in told.items():
        rest = store.copies(report_, taken=False, limit=100, offset=1)
        assert len(page.copies) + len(rest.copies) == page.total


def test_the_stories_of_a_report_are_its_kept_ones(store: Casefile) -> None:
    article = latest(store).article.id
    told = store.story_lines(article)
    assert [(one.id, one.title, one.findings, one.contested) for one in told] == [
        (one.story.id, one.story.title, one.findings, one.contested)
        for one in store.stories(report=article).stories
    ]
    assert told != ()


# Captures


def test_a_capture_is_told_without_its_bytes(store: Casefile) -> None:
    article = latest(store).article
    told = store.captured(article.id)
    assert (told.sha256, told.bytes) == (article.capture.sha256, article.capture.bytes)
    assert (told.declared.url, told.declared.published) == (article.url, "2022-05-05")
    assert told.times == (article.capture.captured_at,)
    with pytest.raises(StoreError, match="no such report"):
        store.captured("report-0")


def test_what_came_last_is_first_a_page_at_a_time(store: Casefile) -> None:
    every = store.arrivals(limit=100)
    assert [one.version for one in every.arrivals] == [1, 1, 1, 2, 1]
    assert [one.address for one in every.arrivals[:3]] == PAPERS[:0:-1]
    paged = [store.arrivals(limit=2, offset=offset) for offset in range(0, 5, 2)]
    assert [one for page in paged for one in page.arrivals] == list(every.arrivals)
    assert [page.more for page in paged] == [True, True, False]
    assert {page.total for page in paged} == {5}
