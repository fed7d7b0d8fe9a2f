"""A masked casefile answers everything, names nobody, and tells nothing by what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from recoupe.errors import StoreError
from recoupe.export.masking.kept import MaskedStore, masked_store
from recoupe.model import Draft, Span, make_capture
from recoupe.store import Casefile, Readable, new_casefile
from recoupe.store.search import Query
from tests.export.masking.everything import answers, leads_nowhere, true_ids
from tests.export.masking.world import (
    FORBIDDEN,
    MISREAD,
    OPEN,
    SOURCE,
    SOURCE_TITLE,
    STREET,
    SURGEON,
    TOWN,
    report,
)
from tests.store import building


def test_it_answers_all_that_pages_ask(masked: MaskedStore) -> None:
    readable: Readable = masked
    assert not readable.may_write
    assert readable.check_state() is not None


def test_no_answer_says_who_or_where(masked: MaskedStore) -> None:
    said = "\n".join(repr(one) for one in answers(masked)).lower()
    assert len(said) > 100_000
    assert [word for word in FORBIDDEN if word in said] == []


def test_no_true_id_is_in_any_answer_and_none_leads_anywhere(
    case: Casefile, masked: MaskedStore
) -> None:
    ids = true_ids(case, SURGEON)
    said = "\n".join(repr(one) for one in answers(masked))
    assert len(ids) > 2
    assert [one for one in ids if one in said] == []
    assert all(leads_nowhere(masked, one) for one in ids)


def test_the_id_that_is_shown_leads_to_what_is_shown(masked: MaskedStore) -> None:
    kept = next(one for one in masked.readings() if one.reading.article.outlet == "The Copy")
    surgeon = next(one for one in kept.reading.entities if one.name == "surgeon")
    party = masked.party(masked.parties_of(kept.reading.article.id)[surgeon.id])
    assert (party.name, party.protected, party.names) == ("surgeon", True, ())
    said = masked.said_by(party.id)
    assert said.total == party.statements > 0
    assert {one.speaker for one in said.statements} == {"surgeon"}
    assert {one.party for one in said.statements} == {party.id}
    assert masked.positions(party=party.id).total > 0
    assert masked.findings(party=party.id).total > 0
    assert masked.locate(party.id).id == party.id
    assert masked.locate(surgeon.id).article == kept.reading.article.id


def spans(found: Any) -> Iterator[Span]:
    """Yield every span of a record."""
    if isinstance(found, Span):
        yield found
    elif is_dataclass(found):
        for one in fields(found):
            yield from spans(getattr(found, one.name))
    elif isinstance(found, tuple):
        for one in found:
            yield from spans(one)


def test_spans_are_the_words_of_the_masked_text(masked: MaskedStore) -> None:
    for kept in masked.readings(latest=False):
        text = kept.reading.article.text
        told = [*spans(kept.reading), *spans(masked.story_lines(kept.reading.article.id))]
        assert told
        assert all(text[span.start : span.end] == span.text for span in told)


def test_words_of_positions_stand_where_they_are_said_to(masked: MaskedStore) -> None:
    story = masked.stories().stories[0].story.id
    facts = masked.story_facts(story, findings=range(100))
    places = [(one.article, one.start, one.end, one.words) for one in facts.stood]
    held = masked.positions(limit=100).positions
    for side in masked.sides(held).values():
        places += [(one.source.article, one.start, one.end, one.words) for one in side.words]
    assert places
    for article, start, end, words in places:
        assert masked.article(article).text[start:end] == words


def test_copies_have_the_words_of_their_own_reports(case: Casefile, masked: MaskedStore) -> None:
    articles = [one.article for one in masked.reports()]
    copies = [one for id_ in articles for one in masked.copies(id_, taken=True).copies]
    assert copies
    assert sum(len(one.passages) for one in copies) == sum(
        len(one.passages) for id_ in articles for one in case.copies(id_, taken=True).copies
    )
    for one in copies:
        for passage in one.passages:
            text = masked.article(one.here.article).text
            assert text[passage.here.start : passage.here.end] == passage.here.text
            if one.there is not None and passage.there is not None:
                text = masked.article(one.there.article).text
                assert text[passage.there.start : passage.there.end] == passage.there.text


def test_what_names_nobody_protected_is_unaltered(case: Casefile, masked: MaskedStore) -> None:
    article = next(one.article for one in case.reports() if one.address == OPEN)
    assert masked.reading(article).reading == case.reading(article).reading
    assert masked.captured(article) == case.captured(article)
    assert masked.parties_of(article) == case.parties_of(article)
    assert masked.copies(article, taken=True) == case.copies(article, taken=True)
    for party in set(case.parties_of(article).values()):
        assert masked.party(party).id == party


def test_no_point_is_finer_than_the_country(case: Casefile, masked: MaskedStore) -> None:
    shown = [
        place
        for kept in masked.readings(latest=False)
        for place in kept.reading.places
        if place.name == "Ukraine"
    ]
    assert len(shown) == 2 * 5
    assert all(place.precision_m is not None and place.precision_m > 100_000 for place in shown)
    facts = masked.story_facts(masked.stories().stories[0].story.id, findings=range(0))
    assert len(facts.happenings) == 2 * 4
    assert {(one.place, one.lat) for one in facts.happenings} == {("Ukraine", shown[0].lat)}


def test_versions_are_compared_in_masked_words(masked: MaskedStore) -> None:
    report_ = next(one for one in masked.reports() if one.versions == 2)
    change = masked.versions(report_.id)[1].change
    assert change is not None
    before, after = masked.article(change.before).text, masked.article(change.after).text
    for one in change.passages:
        for text, span in ((before, one.before), (after, one.after)):
            assert span is None or text[span.start : span.end] == span.text
    words = [one.words_before for one in change.statements if one.words_before]
    assert any("[surgeon (2)]" in one for one in words)


def test_histories_keep_who_did_what_and_lose_the_names(masked: MaskedStore) -> None:
    told = {(one.action, one.kind): one for one in masked.reviews()}
    assert told["note", "entity"].reason == "[surgeon] asked us to leave her out"
    assert told["protect", "report"].reason == "[masked] was raided"
    corrected = told["correct", "entity"]
    assert corrected.changes["name"] == "surgeon (2)"
    assert corrected.record is not None
    assert corrected.record["name"] == "surgeon (2)"
    assert list(masked.reviews(corrected.target)) == [corrected]


def test_a_protected_report_is_told_without_its_source(masked: MaskedStore) -> None:
    found = [one for one in masked.reports() if one.outlet is None]
    assert len(found) == 1
    article = masked.article(found[0].article)
    assert (article.url, article.outlet, article.title, article.input) == (None, None, None, "")
    assert article.text.startswith("[masked]\n\n")
    assert masked.captured(article.id).input == ""
    assert masked.own_voice(SOURCE).total == 0


def test_an_input_that_says_a_name_is_not_told(masked: MaskedStore) -> None:
    [failed] = masked.failures()
    assert (failed.failure.input, failed.failure.message, failed.source) == ("masked", "masked", "")


@pytest.mark.parametrize(
    "query",
    [
        Query("Kowal"),
        Query('"Marta Kowal"'),
        Query("mart*"),
        Query("kow*"),
        Query(TOWN),
        Query("Tanner"),
        Query(MISREAD, older_versions=True),
        Query("night shift", look_for="report"),
        Query(speaker=SURGEON),
        Query(speaker="Kowal"),
        Query(outlet="Kowal Daily"),
        Query(outlet=SOURCE),
        Query(place=TOWN),
        Query(place=STREET),
        Query(place=TOWN, look_for="place"),
        Query(SURGEON, look_for="evidence", order="best"),
    ],
)
def test_nothing_is_found_by_what_is_masked(
    case: Casefile, masked: MaskedStore, query: Query
) -> None:
    assert case.search(query).hits
    found = masked.search(query)
    assert (found.hits, found.total, found.more) == ((), 0, False)


@pytest.mark.parametrize("out", ["-Kowal", f"-{TOWN}", '-"Marta Kowal"', "-Tanner"])
def test_nothing_is_missed_by_what_is_masked(masked: MaskedStore, out: str) -> None:
    for kind in ("report", "statement"):
        without = masked.search(Query(f"hall {out}", look_for=kind))
        assert without == masked.search(Query("hall", look_for=kind))
        assert without.hits


def test_a_search_finds_what_is_shown(case: Casefile, masked: MaskedStore) -> None:
    assert {one.speaker for one in masked.search(Query(speaker="surgeon")).hits} >= {"surgeon"}
    assert masked.search(Query(place="Ukraine")).hits
    open_ = Query("Port-Clair")
    assert masked.search(open_) == case.search(open_)


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_results_are_in_the_same_order_and_paged(
    case: Casefile, masked: MaskedStore, order: Any
) -> None:
    query = Query("station", look_for="report", order=order, older_versions=True)
    whole = [one.article for one in case.search(query).hits]
    assert [one.article for one in masked.search(query).hits] == whole
    assert [one.report for one in masked.search(query).hits] == [
        one.report for one in case.search(query).hits
    ]
    paged = [masked.search(Query(**{**_asked(query), "limit": 1, "offset": at})) for at in range(6)]
    assert [one.hits[0].article for one in paged] == whole
    assert [one.more for one in paged] == [True] * 5 + [False]
    assert paged[-1].total == 6


def _asked(query: Query) -> dict[str, Any]:
    return {one.name: getattr(query, one.name) for one in fields(query)}


def test_bytes_are_given_only_where_they_say_nobody(case: Casefile, masked: MaskedStore) -> None:
    for kept in case.reports():
        sha256 = case.captured(kept.article).sha256
        is_open = kept.address == OPEN
        assert masked.gives(sha256) is is_open
        if is_open:
            assert masked.capture(sha256).content == case.capture(sha256).content
        else:
            with pytest.raises(StoreError, match="not given"):
                masked.capture(sha256)


@pytest.mark.parametrize(
    "page",
    [
        b"<p>Read on: <a href='/jonas-vilks'>here</a></p>",
        b"<!-- by Jonas&#32;Vilks -->",
        b"<p>Jonas <b>Vilks</b></p>",
        b"\xff\xfe not text: Vilks",
    ],
)
def test_bytes_that_say_a_name_beside_the_text_are_not_given(tmp_path: Path, page: bytes) -> None:
    with new_casefile(str(tmp_path / "case"), author="Ana") as made:
        made.add_report(*building.report("https://a.example/", speaker="Jonas Vilks"), author="Ana")
        capture, _ = building.report("https://b.example/", speaker="Ilze Ozola")
        html = make_capture(
            page + capture.content, source="https://b.example/", media_type="text/html",
            captured_at=building.WHEN, declared=capture.declared,
        )  # fmt: skip
        article = building.article_of(html, capture.content.decode())
        made.add_report(
            html, building.reading_of(article, "Ilze Ozola", "Port-Clair"), author="Ana"
        )
        surgeon = next(made.readings()).reading.entities[0]
        made.add_review(Draft("protect", "entity", surgeon.id, "Ana"))
        with closing(masked_store(made, "en")) as shown:
            assert shown.masked.reports == 1
            assert not shown.gives(html.sha256)
            with pytest.raises(StoreError):
                shown.capture(html.sha256)


def test_what_comes_later_is_masked_too(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author="Ana") as made:
        made.add_report(*report("https://one.example/"), author="Ana")
        with closing(masked_store(made, "en", salt="of this test")) as shown:
            assert not shown.masked
            assert shown.search(Query("Kowal")).hits
            first = next(made.readings()).reading
            made.add_review(Draft("protect", "entity", first.entities[0].id, "Ana"))
            assert "Kowal" not in shown.article(first.article.id).text
            assert not shown.search(Query("Kowal")).hits
            made.add_report(*report("https://two.example/", killed=20), author="Ana")
            assert not any("Kowal" in repr(one) for one in answers(shown))
            assert shown.masked.reports == 2
            made.add_review(Draft("undo", "review", next(made.reviews()).id, "Ana"))
            assert "Kowal" in shown.article(first.article.id).text


def test_where_nobody_is_protected_everything_is_shown(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author="Ana") as made:
        made.add_report(*report("https://one.example/"), author="Ana")
        with closing(masked_store(made, "fr")) as shown:
            assert not shown.masked
            assert list(shown.readings()) == list(made.readings())
            assert shown.search(Query()) == made.search(Query())
            kept = next(made.reports())
            assert shown.gives(made.captured(kept.article).sha256)
            assert shown.capture(made.captured(kept.article).sha256).content
            assert (shown.status().place, shown.may_write) == ("", False)


def test_whoever_was_joined_to_a_protected_party_is_protected(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author="Ana") as made:
        for address, name in (
            ("https://a.example/", "Marta Kowal"),
            ("https://b.example/", "Magda Nowak"),
        ):
            made.add_report(*building.report(address, speaker=name), author="Ana")
        one, other = (
            made.parties_of(kept.reading.article.id)[kept.reading.entities[0].id]
            for kept in made.readings()
        )
        made.add_review(Draft("merge", "party", one, "Ana", others=(other,)))
        made.add_review(Draft("protect", "party", one, "Ana"))
        with closing(masked_store(made, "en")) as shown:
            said = "\n".join(repr(answer) for answer in answers(shown))
            assert not any(word in said for word in ("Kowal", "Nowak", one, other))
            assert leads_nowhere(shown, one)
            assert leads_nowhere(shown, other)


def test_titles_of_protected_reports_are_no_titles_of_stories(masked: MaskedStore) -> None:
    titles = [one.story.title for one in masked.stories().stories]
    assert titles
    assert SOURCE_TITLE not in titles
