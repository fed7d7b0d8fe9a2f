"""The views show the same on both databases, and what people made of a reading."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import Draft, Failure
from recoupe.store import Casefile, new_casefile
from recoupe.store.schema import metadata
from recoupe.store.views import VIEWS
from tests.store.building import report
from tests.store.notices import ADDRESS, notice, published

AUTHOR = "Ida"
_ALL = "SELECT * FROM "
OF_THE_CLOCK = {
    "added_at",
    "checked_at",
    "at",
    "made_at",
    "first_at",
    "last_at",
    "hash",
    "previous",
    "detail",
}
"""Columns that differ between any two casefiles, for they say when something was done."""

Shown = dict[str, Any]


def fill(case: Casefile) -> None:
    """Add two reports, one in two versions, a failure, reviews (one undone twice), and a check."""
    first = report()
    case.add_report(*first, author=AUTHOR)
    case.add_report(*report(killed=14, hours=2), author=AUTHOR)
    case.add_report(*report("https://other.example/two", version="2"), author=AUTHOR)
    case.add_failure(Failure("gone.html", None, "missing", "it is gone", True), author=AUTHOR)
    _, reading = report("https://other.example/two", version="2")
    denied = reading.statements[2]
    correct = Draft("correct", "statement", denied.id, "Kim", "a claim", {"stance": "accuses"})
    corrected = case.add_review(correct)
    undo = case.add_review(Draft("undo", "review", corrected.id, "Ida"))
    case.add_review(Draft("undo", "review", undo.id, "Kim"))
    confirmed = case.add_review(Draft("confirm", "figure", reading.figures[0].id, "Ida"))
    case.add_review(Draft("undo", "review", confirmed.id, "Ida"))
    check_case(case, LocalEngine())


def rows(case: Casefile, question: str) -> list[Shown]:
    with case.database.reading() as connection:
        return [dict(row._mapping) for row in connection.execute(text(question))]


@pytest.fixture
def filled(case: str) -> Any:
    with new_casefile(case, author=AUTHOR, name="case") as made:
        fill(made)
        yield made


def test_both_databases_show_the_same(postgresql: str, tmp_path: Path) -> None:
    shown: list[dict[str, list[Shown]]] = []
    for place in (postgresql, str(tmp_path / "case")):
        with new_casefile(place, author=AUTHOR, name="case") as case:
            fill(case)
            shown.append({view: rows(case, _ALL + view) for view in VIEWS})
    for view in VIEWS:
        one, other = (sorted(map(_steady, each[view]), key=repr) for each in shown)
        assert one, view
        assert one == other, view


def _steady(row: Shown) -> Shown:
    """Return a row without the times it was written at, and ids made of these."""
    made_of_times = {"review_id", "subject", "target_id" if "in_force" in row else ""}
    kept = {name: value for name, value in row.items() if name not in OF_THE_CLOCK | made_of_times}
    return {name: int(value) if value in {True, False} else value for name, value in kept.items()}


def test_every_column_can_be_asked_for_without_quotation_marks(filled: Casefile) -> None:
    with filled.database.reading() as connection:
        for view in VIEWS:
            names = [column["name"] for column in inspect(connection).get_columns(view)]
            connection.execute(text(_ALL.replace("*", ", ".join(names)) + view))
            assert len(names) == len(set(names)), view


def test_every_name_of_a_row_leads_to_the_key_of_its_table() -> None:
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            assert key.column.primary_key, f"{table.name}.{key.parent.name}"


def test_only_the_latest_version_of_a_report_is_shown(filled: Casefile) -> None:
    figures = rows(filled, "SELECT low, version, address FROM figures_view ORDER BY low")
    assert [(row["low"], row["version"]) for row in figures] == [(12, 1), (14, 2)]
    every = rows(filled, "SELECT version, latest FROM versions_view ORDER BY address, version")
    assert [(row["version"], bool(row["latest"])) for row in every] == [(1, 1), (1, 0), (2, 1)]


def test_a_statement_is_shown_as_people_left_it(filled: Casefile) -> None:
    asked = "SELECT * FROM statements_view WHERE speaker = 'the ministry'"
    (row,) = rows(filled, asked)
    assert (row["stance"], row["review"], row["party"]) == ("accuses", "corrected", "the ministry")
    assert row["words"] in row["context"]
    assert (row["outlet"], row["published"]) == ("The Paper", "2022-05-05")


def test_words_stand_in_their_context(filled: Casefile) -> None:
    for row in rows(filled, "SELECT words, context FROM figures_view"):
        assert row["words"] in row["context"]
        assert "\n" not in row["context"]
        assert row["context"].startswith("…")


def test_an_undone_undo_leaves_the_review_in_force(filled: Casefile) -> None:
    asked = "SELECT action, kind, before, after, in_force FROM reviews_view ORDER BY number"
    shown = rows(filled, asked)
    in_force = [(row["action"], bool(row["in_force"])) for row in shown]
    assert in_force == [
        ("correct", True),
        ("undo", False),
        ("undo", True),
        ("confirm", False),
        ("undo", True),
    ]
    assert (shown[0]["before"], shown[0]["after"]) == ("stance: denies", "stance: accuses")


def test_what_an_outlet_altered_is_shown_in_both_wordings(filled: Casefile) -> None:
    changes = rows(filled, "SELECT * FROM changes_view")
    assert {row["what"] for row in changes} == {"title", "passage", "statement"}
    assert "same" not in {row["kind"] for row in changes}
    title = next(row for row in changes if row["what"] == "title")
    assert title["words_before"].startswith("12 people")
    assert title["words_after"].startswith("14 people")
    passages = [row for row in changes if row["what"] == "passage"]
    assert any("12" in row["words_before"] and "14" in row["words_after"] for row in passages)
    assert {(row["from_version"], row["to_version"]) for row in changes} == {(1, 2)}


def withdrawn_in(case: Casefile, view: str) -> dict[str, set[str | None]]:
    """Return how the rows of a view say that the report at each address was withdrawn."""
    found: dict[str, set[str | None]] = {}
    for row in rows(case, _ALL + view):
        if row["address"] is not None:
            found.setdefault(row["address"], set()).add(row["withdrawn"])
    return found


NAMING = [view for view, question in VIEWS.items() if "SOURCE(a)" in question]


def test_every_view_that_names_a_report_says_that_it_was_withdrawn(filled: Casefile) -> None:
    other = "https://other.example/two"
    assert len(NAMING) == 13
    for view in NAMING:
        assert set().union(*withdrawn_in(filled, view).values()) == {None}, view
    filled.add_report(*notice(ADDRESS), author=AUTHOR)
    check_case(filled, LocalEngine())
    for view in NAMING:
        expected = {ADDRESS: {"canceled"}, other: {None}}
        found = withdrawn_in(filled, view)
        assert found, view
        assert found == {address: expected[address] for address in found}, view
    everywhere = {address for view in NAMING for address in withdrawn_in(filled, view)}
    assert everywhere == {ADDRESS, other}
    for row in rows(filled, "SELECT * FROM lineage_view"):
        assert row["source_withdrawn"] == (None if row["address"] == ADDRESS else "canceled")
    stories = rows(filled, "SELECT reports, withdrawn_reports FROM stories_view")
    assert [(row["reports"], row["withdrawn_reports"]) for row in stories] == [(2, 1)]


def test_rows_of_withdrawn_reports_can_be_left_out_of_a_count(filled: Casefile) -> None:
    asked = "SELECT count(*) AS many FROM statements_view WHERE withdrawn IS NULL"
    own = [row for row in rows(filled, _ALL + "statements_view") if row["address"] == ADDRESS]
    (before,) = rows(filled, asked)
    filled.add_report(*notice(ADDRESS), author=AUTHOR)
    (after,) = rows(filled, asked)
    assert before["many"] - after["many"] == len(own) > 0
    assert after["many"] > 0


def test_a_report_that_is_taken_up_again_is_shown_as_withdrawn_no_more(filled: Casefile) -> None:
    filled.add_report(*notice(ADDRESS, status="withheld"), author=AUTHOR)
    assert withdrawn_in(filled, "reports_view")[ADDRESS] == {"withheld"}
    filled.add_report(*published(ADDRESS, killed=15, hours=5), author=AUTHOR)
    assert [one.withdrawn for one in filled.reports()] == [None, None]
    assert withdrawn_in(filled, "versions_view")[ADDRESS] == {None}


@pytest.mark.parametrize(
    ("view", "column", "index"),
    [
        ("statements_view", "report_id", "sqlite_autoindex_articles"),
        ("statements_view", "party_id", "ix_statements_party"),
        ("figures_view", "what", "ix_figures_what"),
        ("places_view", "country", "ix_places_country"),
        ("entities_view", "party_id", "ix_entities_party"),
        ("changes_view", "report_id", "sqlite_autoindex_articles"),
    ],
)
def test_a_filtered_view_is_looked_up(tmp_path: Path, view: str, column: str, index: str) -> None:
    with new_casefile(str(tmp_path / "case"), author=AUTHOR) as case:
        plan = rows(case, f"EXPLAIN QUERY PLAN {_ALL}{view} WHERE {column} = 'x'")
    steps = [row["detail"] for row in plan]
    assert any(index in step for step in steps), steps
    assert not [step for step in steps if re.match("SCAN [abdx]( |$)", step)], steps
