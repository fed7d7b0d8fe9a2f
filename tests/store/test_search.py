"""Searching: the same answers on SQLite and PostgreSQL, in order, in context, whatever is typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.model import Draft
from recoupe.store import Casefile, new_casefile
from recoupe.store.search import Query, Results, SearchKind
from recoupe.store.searching import finding
from tests.store.building import report
from tests.store.databases import new_database

WORDS = st.text(
    st.sampled_from("evadé 'l’\"«»-*()&|!:<>\\^%_\0\x1b\ud800é漢٣ 12NOTORAND\n"), max_size=30
)


def address(number: int) -> str:
    return f"https://paper.example/{number}"


@pytest.fixture
def filled(case: str) -> Iterator[Casefile]:
    """Six reports of one incident, by two speakers at two places."""
    with new_casefile(case, author="test") as store:
        for number in range(6):
            place, speaker = [("Port-Clair", "Anna Berzina"), ("Sablon", "Éric Ozols")][number % 2]
            store.add_report(
                *report(
                    address(number), killed=10 * number, place=place, speaker=speaker, version="2"
                ),
                author="test",
            )
        yield store


def titles(results: Results) -> list[str | None]:
    return [hit.title for hit in results.hits]


def killed(results: Results) -> list[int]:
    """The number of dead in the title of each hit."""
    return [int(str(hit.title).split()[0]) for hit in results.hits]


def test_without_a_query_everything_is_found_newest_first(filled: Casefile) -> None:
    results = filled.search(Query(look_for="report"))
    assert killed(results) == [50, 40, 30, 20, 10, 0]
    assert (results.total, results.more) == (6, False)


def test_words_are_found_in_all_their_forms_and_marked(filled: Casefile) -> None:
    results = filled.search(Query("shells hitting sablon", look_for="report"))
    assert killed(results) == [50, 30, 10]
    assert [span.text for span in results.hits[0].found] == ["shell", "hit", "Sablon"]
    assert "A shell hit the station of Sablon" in results.hits[0].context.text


def test_every_span_of_a_hit_stands_in_the_text(filled: Casefile) -> None:
    for kind in ("statement", "report", "figure", "event", "place", "evidence"):
        results = filled.search(Query("station fired", look_for=kind))
        if kind == "statement":
            assert not results.hits
            continue
        assert results.hits
        for hit in results.hits:
            text = filled.reading(hit.article).reading.article.text
            for span in (hit.context, *hit.words, *hit.found):
                assert text[span.start : span.end] == span.text


def test_a_phrase_is_exact_and_fills_its_page(filled: Casefile) -> None:
    for words, count in (('"nobody fired"', 6), ('"nobody fires"', 0), ('"fired nobody"', 0)):
        page = filled.search(Query(words, limit=4))
        rest = filled.search(Query(words, limit=4, offset=4))
        assert len(page.hits) + len(rest.hits) == count
        assert (page.total, rest.total) == (count, count)
        assert page.more == (count > 4)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"speaker": "ozols"}, [50, 50, 30, 30, 10, 10]),
        ({"speaker": "eric OZOLS", "stance": "denies"}, []),
        ({"speaker": "ozol"}, []),
        ({"speaker": "ministry", "stance": "denies", "limit": 2}, [50, 40]),
        ({"kind": "indirect"}, [50, 40, 30, 20, 10, 0]),
        ({"outlet": "the PAPER", "words": "shell"}, [50, 40, 30, 20, 10, 0]),
        ({"outlet": "pape"}, []),
        ({"place": "sablon"}, [50, 30, 10]),
        ({"place": "Ukraine"}, [50, 40, 30, 20, 10, 0]),
        ({"place": "France"}, []),
        ({"figure": "killed", "low": 31}, [50, 40]),
        ({"figure": "killed", "low": 10, "high": 20}, [20, 10]),
        ({"high": 0}, [0]),
        ({"figure": "injured"}, []),
        ({"since": "2022-05-05", "until": "2022-05-05", "words": "shell"}, [50, 40, 30, 20, 10, 0]),
        ({"since": "2022-05-06"}, []),
        ({"until": "2022", "words": "shell", "limit": 1}, [50]),
        ({"language": "fr"}, []),
        ({"words": "-shell -fired", "speaker": "anna"}, [40, 20, 0]),
        ({"speaker": "…"}, []),
    ],
)
def test_filters_of_statements_all_fit(
    filled: Casefile, asked: dict[str, Any], expected: list[int]
) -> None:
    assert killed(filled.search(Query(**asked))) == expected


@pytest.mark.parametrize(
    ("look_for", "asked", "expected"),
    [
        ("figure", {"place": "Ukraine", "low": 35}, [50, 40]),
        ("figure", {"speaker": "ministry"}, []),
        ("figure", {"speaker": "anna", "words": "roof"}, [40, 20, 0]),
        ("event", {"place": "port clair", "figure": "killed", "high": 20}, [20, 0]),
        ("event", {"kind": "direct"}, []),
        ("place", {"place": "UA", "low": 50}, [50]),
        ("place", {"place": "Riga", "limit": 1}, [50]),
        ("place", {"place": "sablon", "speaker": "Éric"}, [50, 30, 10]),
        ("evidence", {"words": "telegram", "place": "sablon", "low": 30}, [50, 30]),
        ("evidence", {"stance": "denies"}, []),
        ("report", {"speaker": "ministry", "stance": "denies", "low": 45}, [50]),
        ("report", {"speaker": "anna", "stance": "denies"}, []),
    ],
)
def test_filters_of_records_and_reports(
    filled: Casefile, look_for: SearchKind, asked: dict[str, Any], expected: list[int]
) -> None:
    assert killed(filled.search(Query(look_for=look_for, **asked))) == expected


def test_going_through_days_finds_what_sorting_everything_finds(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = ["2022-05-07", None, "2022-04-30", "2022-05-07", "2021-12-31", "2022-05-08", None]
    with new_casefile(case, author="test") as store:
        for number, day in enumerate(days):
            made, reading = report(address(number), killed=number, version="2")
            store.add_report(made, reading, author="test")
            row = store.search(Query(look_for="report", limit=100)).hits
            one = next(hit for hit in row if str(hit.title).startswith(f"{number} "))
            draft = Draft("correct", "report", one.report, "test", "", {"published": day})
            store.add_review(draft)
        asked = [
            Query(words, look_for=kind, order=order, offset=offset, limit=4)
            for words in ("", "nobody", '"nobody fired"', "-video")
            for kind in ("statement", "report", "figure")
            for order in ("newest", "oldest")
            for offset in (0, 3, 20)
        ]
        sorted_ = [store.search(one) for one in asked]
        assert killed(store.search(Query(look_for="report"))) == [5, 3, 0, 2, 4, 6, 1]
        assert killed(store.search(Query(look_for="report", order="oldest"))) == [
            4,
            2,
            0,
            3,
            5,
            1,
            6,
        ]
        assert killed(store.search(Query(look_for="report", until="2022-05"))) == [5, 3, 0, 2, 4]
        monkeypatch.setattr(finding, "FEW", 0)
        monkeypatch.setattr(finding, "_FIRST_ARTICLES", 1)
        by_days = [store.search(one) for one in asked]
    assert [(one.hits, one.more) for one in by_days] == [(one.hits, one.more) for one in sorted_]


def test_only_the_latest_version_is_searched_unless_asked(case: str) -> None:
    with new_casefile(case, author="test") as store:
        store.add_report(*report(address(1), killed=3), author="test")
        store.add_report(*report(address(1), killed=5, hours=1), author="test")
        assert killed(store.search(Query("dead", look_for="report"))) == [5]
        assert store.search(Query('"3 dead"')).total == 0
        older = store.search(Query('"3 dead"', older_versions=True))
        assert killed(older) == [3]


def test_what_people_corrected_and_rejected_is_what_is_searched(case: str) -> None:
    with new_casefile(case, author="test") as store:
        added = store.add_report(*report(address(1), version="2"), author="test")
        first = store.search(Query(speaker="anna")).hits[0]
        changes = {"speaker_name": "Jana Liepa", "speaker": None, "stance": "denies"}
        store.add_review(Draft("correct", "statement", first.id, "test", "", changes))
        assert [hit.id for hit in store.search(Query(speaker="liepa", stance="denies")).hits] == [
            first.id
        ]
        second = store.search(Query(speaker="anna")).hits[0]
        store.add_review(Draft("reject", "statement", second.id, "test", "nobody said so", {}))
        assert store.search(Query(speaker="anna")).total == 0
        outlet = {"outlet": "Evening Bell"}
        store.add_review(Draft("correct", "report", added.report, "test", "", outlet))
        assert store.search(Query(outlet="bell")).total == 2
        assert store.search(Query(outlet="paper")).total == 0


def test_a_party_is_found_by_the_name_that_people_joined_it_under(filled: Casefile) -> None:
    with filled.database.reading() as connection:
        from sqlalchemy import text

        parties = dict(
            connection.execute(text("SELECT name, id FROM parties")).all()  # type: ignore[arg-type]
        )
    target, other = parties["Anna Berzina"], parties["Éric Ozols"]
    filled.add_review(Draft("merge", "party", target, "test", "one person", {}, others=(other,)))
    assert filled.search(Query(speaker="berzina")).total == 12
    assert filled.search(Query(speaker="ozols")).total == 6


def test_a_title_that_the_text_lacks_is_searched_too(case: str) -> None:
    with new_casefile(case, author="test") as store:
        added = store.add_report(*report(address(1)), author="test")
        title = {"title": "Night over the harbour"}
        store.add_review(Draft("correct", "report", added.report, "test", "", title))
        (hit,) = store.search(Query('"over the harbour"', look_for="report")).hits
        assert (hit.title, hit.found, hit.context.start) == ("Night over the harbour", (), 0)


def test_a_phrase_is_found_in_a_text_that_says_a_word_hundreds_of_times(case: str) -> None:
    quote = "lamp " * 300 + "and the last lamp of the quay"
    with new_casefile(case, author="test") as store:
        store.add_report(*report(address(1), quote=quote, version="2"), author="test")
        for kind in ("report", "statement"):
            found = store.search(Query('"last lamp of the quay"', look_for=kind))
            assert found.total == 1
            assert "last lamp of the quay" in [span.text for span in found.hits[0].found]
            assert not store.search(Query('"last lamp on the quay"', look_for=kind)).hits


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    """A casefile with two reports, for searches that change nothing."""
    with new_casefile(str(tmp_path_factory.mktemp("search") / "case"), author="test") as store:
        yield add_two(store)


@pytest.fixture(scope="module")
def on_postgresql(postgresql_server: str) -> Iterator[Casefile]:
    """The same on PostgreSQL."""
    with new_database(postgresql_server) as url, new_casefile(url, author="test") as store:
        yield add_two(store)


def add_two(store: Casefile) -> Casefile:
    for number in range(2):
        store.add_report(*report(address(number), killed=number, version="2"), author="test")
    return store


QUERIES = st.builds(
    Query,
    words=WORDS,
    look_for=st.sampled_from(["statement", "report", "figure"]),
    speaker=st.none() | WORDS,
    outlet=st.none() | WORDS,
    place=st.none() | WORDS,
    since=st.none() | WORDS,
    language=st.none() | WORDS,
    low=st.none() | st.integers(-5, 10**30),
    order=st.sampled_from(["newest", "best"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query=QUERIES)
def test_nothing_that_is_typed_breaks_a_search(on_sqlite: Casefile, query: Query) -> None:
    results = on_sqlite.search(query)
    assert len(results.hits) <= query.limit
    for hit in results.hits:
        assert set(hit.found) <= {
            span for span in hit.found if hit.context.start <= span.start < hit.context.end
        }


@pytest.mark.postgresql
@settings(deadline=None, max_examples=60)
@given(query=QUERIES)
def test_both_databases_find_the_same(
    on_sqlite: Casefile, on_postgresql: Casefile, query: Query
) -> None:
    mine, other = on_sqlite.search(query), on_postgresql.search(query)
    if query.order == "best":  # each database reckons this in its own way
        assert {hit.id for hit in mine.hits} == {hit.id for hit in other.hits}
    else:
        assert mine == other
