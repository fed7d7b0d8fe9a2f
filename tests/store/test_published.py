"""Metadata as published: kept, given back, verified; and the reports that it withdraws."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import literal_column, text, update

from recoupe.errors import CasefileDamagedError, StoreError
from recoupe.model import FieldChange, Withdrawal
from recoupe.store import Casefile, new_casefile
from recoupe.store.backup import copy_casefile
from recoupe.store.schema import article_metadata
from recoupe.store.search import Query
from tests.store.building import report
from tests.store.databases import new_database
from tests.store.notices import NOTE, notice, published
from tests.store.tampering import unguarded

ME = "me"
TABLE = "article_metadata "
TAKEN_BACK = Withdrawal("canceled", "2022-05-05T15:00+00:00", NOTE)


def withdrawn(casefile: Casefile) -> list[str | None]:
    """Return how the reports of a casefile are withdrawn, in the order of adding."""
    return [one.withdrawn for one in casefile.reports()]


def test_what_a_page_says_of_itself_is_given_back(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        capture, reading = published()
        added = casefile.add_report(capture, reading, author=ME)
        assert casefile.article(added.article) == reading.article
        assert casefile.machine_reading(added.article).article == reading.article
        found = casefile.verify()
        assert found.problems == ()
        assert found.checked["metadata as published"] == 1


def test_a_page_that_says_nothing_has_none(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        added = casefile.add_report(*report(), author=ME)
        assert casefile.article(added.article).metadata is None
        assert casefile.verify().problems == ()


def test_a_notice_is_a_version_and_what_was_said_stays_to_be_read(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        first = casefile.add_report(*published(), author=ME)
        second = casefile.add_report(*notice(), author=ME)
        assert (second.outcome, second.version) == ("version", 2)
        (kept,) = casefile.reports()
        assert (kept.article, kept.versions, kept.withdrawn) == (first.article, 2, "canceled")
        assert casefile.article(first.article).withdrawn == TAKEN_BACK
        assert [one.status for one in casefile.versions(kept.id)] == ["usable", "canceled"]
        assert casefile.verify().problems == ()


def test_a_notice_alters_the_status_and_no_words(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        casefile.add_report(*published(), author=ME)
        added = casefile.add_report(*notice(), author=ME)
        change = casefile.versions(added.report)[1].change
        assert change is not None
        assert change.fields == (FieldChange("status", "usable", "canceled"),)
        assert (change.passages, change.statements) == ((), ())


def test_the_flag_comes_with_everything_that_names_the_report(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        first = casefile.add_report(*published(), author=ME)
        casefile.add_report(*report("https://paper.example/two"), author=ME)
        casefile.add_report(*notice(), author=ME)
        hits = casefile.search(Query(words="dead", look_for="statement")).hits
        assert {hit.article: hit.withdrawn for hit in hits}[first.article] == "canceled"
        assert sorted(str(hit.withdrawn) for hit in hits) == ["None", "canceled"]
        arrivals = casefile.arrivals().arrivals
        assert [one.source.withdrawn for one in arrivals] == ["canceled", None, "canceled"]
        with casefile.snapshot() as now:
            assert now.withdrawn() == {first.article}
            assert [one.withdrawn for one in now.entries()] == ["canceled", None]
            assert now.older() == {}
        assert casefile.status().counts["withdrawn"] == 1


def test_a_report_that_is_taken_up_again_is_withdrawn_no_more(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        casefile.add_report(*published(), author=ME)
        casefile.add_report(*notice(), author=ME)
        casefile.add_report(*published(killed=14, hours=5), author=ME)
        assert withdrawn(casefile) == [None]
        assert casefile.verify().problems == ()


def test_a_notice_whose_file_came_first_withdraws_the_report_all_the_same(case: str) -> None:
    capture, reading = published(hours=5)
    older = replace(reading.article, modified="2022-05-05T12:00+00:00")
    with new_casefile(case, author=ME) as casefile:
        alone = casefile.add_report(*notice(made="2022-05-05T15:00+00:00"), author=ME)
        assert [one.article for one in casefile.reports()] == [alone.article]
        added = casefile.add_report(capture, replace(reading, article=older), author=ME)
        assert [one.article for one in casefile.reports()] == [added.article]
        assert withdrawn(casefile) == ["canceled"]
        assert casefile.verify().problems == ()


def test_a_withheld_report_keeps_its_words(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        added = casefile.add_report(*published(status="withheld"), author=ME)
        assert withdrawn(casefile) == ["withheld"]
        assert casefile.reading(added.article).reading.statements


def test_what_is_kept_is_not_changed(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        casefile.add_report(*published(), author=ME)
        with (
            pytest.raises(StoreError, match="only grows"),
            casefile.database.writing() as connection,
        ):
            connection.execute(text("UPDATE article_metadata SET status = 'canceled'"))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("status", "canceled"),
        ("document", '{"status": "usable"}'),
        ("document", '{"nothing": 1}'),
    ],
)
def test_damage_is_found(tmp_path: Path, column: str, value: str) -> None:
    with new_casefile(str(tmp_path / "case"), author=ME) as casefile:
        casefile.add_report(*published(), author=ME)
        with unguarded(casefile) as connection:
            altered = update(article_metadata).values({column: literal_column(f"'{value}'")})
            connection.execute(altered)
        told = [one.what for one in casefile.verify().problems if one.where.startswith(TABLE)]
        assert any("it was altered" in one for one in told)


def test_metadata_that_is_not_of_the_article_is_refused(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author=ME) as casefile:
        added = casefile.add_report(*published(), author=ME)
        with unguarded(casefile) as connection:
            connection.execute(text("UPDATE article_metadata SET document = '{\"no\": 2}'"))
        with pytest.raises(CasefileDamagedError, match="says of itself"):
            casefile.article(added.article)


@pytest.mark.postgresql
def test_metadata_is_copied_from_one_database_to_the_other(
    tmp_path: Path, postgresql_server: str
) -> None:
    with (
        new_casefile(f"{tmp_path}/case", author=ME) as casefile,
        new_database(postgresql_server) as url,
    ):
        added = casefile.add_report(*published(), author=ME)
        casefile.add_report(*notice(), author=ME)
        with copy_casefile(casefile, url, author=ME) as copied:
            assert copied.article(added.article) == casefile.article(added.article)
            assert copied.article(added.article).withdrawn == TAKEN_BACK
            assert copied.verify().problems == ()
