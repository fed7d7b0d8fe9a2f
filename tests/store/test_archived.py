"""Web archive records: kept with their captures, given back to the byte, and verified."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from recoupe.errors import StoreError
from recoupe.model import Capture, Failure, Reading
from recoupe.store import Casefile, new_casefile
from recoupe.store.backup import copy_casefile
from recoupe.store.vault import FolderVault
from tests.store.building import PAIR, report
from tests.store.databases import new_database
from tests.store.tampering import unguarded

ME = "me"


def archived(*, killed: int = 12, hours: int = 0) -> tuple[Capture, Reading]:
    """Return a report with the exchange that it came by."""
    capture, reading = report(killed=killed, hours=hours)
    return replace(capture, records=PAIR, record=PAIR[-1].id), reading


def test_the_records_of_a_capture_are_kept_to_the_byte(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        added = casefile.add_report(*archived(), author=ME)
        told = casefile.captured(added.article).records
        assert [(one.id, one.type, one.holds) for one in told] == [
            ("urn:uuid:00000001", "request", False),
            ("urn:uuid:00000002", "response", True),
        ]
        assert [casefile.record(one.id) for one in told] == list(PAIR)
        assert list(casefile.records()) == list(told)
        assert list(casefile.records(frozenset({added.article}))) == list(told)
        assert list(casefile.records(frozenset())) == []
        assert casefile.verify().problems == ()
        assert casefile.verify().checked["web archive records"] == 2


def test_a_capture_without_an_exchange_has_none(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        added = casefile.add_report(*report(), author=ME)
        assert casefile.captured(added.article).records == ()
        with pytest.raises(StoreError, match="no such web archive record"):
            casefile.record("urn:uuid:1")


def test_a_record_that_two_captures_bring_stays_with_the_first(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        casefile.add_report(*archived(), author=ME)
        other = casefile.add_report(*archived(killed=13, hours=1), author=ME)
        assert casefile.captured(other.article).records == ()
        assert len(list(casefile.records())) == 2
        assert casefile.verify().problems == ()


def test_the_records_of_what_could_not_be_read_are_kept(case: str) -> None:
    capture = replace(report()[0], records=PAIR, record=PAIR[-1].id)
    failed = Failure(capture.input, None, "no_article", "holds no article", retryable=False)
    with new_casefile(case, author=ME) as casefile:
        casefile.add_failure(failed, author=ME, capture=capture)
        assert [one.id for one in casefile.records()] == [one.id for one in PAIR]
        assert casefile.verify().problems == ()


def test_what_is_read_at_last_keeps_the_records_of_both_times(case: str) -> None:
    capture, reading = archived()
    again = tuple(replace(one, id=f"{one.id}-2", concurrent_to=None) for one in PAIR)
    with new_casefile(case, author=ME) as casefile:
        failed = Failure(capture.input, None, "internal", "could not be read", False)
        casefile.add_failure(failed, author=ME, capture=capture)
        newer = replace(capture, records=again, record=again[-1].id)
        for _ in range(2):
            article = casefile.add_report(newer, reading, author=ME).article
        told = casefile.captured(article).records
        assert [one.id for one in told] == [one.id for one in (*PAIR, *again)]
        assert [one.holds for one in told] == [False, True, False, False]
        assert casefile.verify().problems == ()


def test_what_a_server_answered_instead_of_a_page_is_kept(case: str) -> None:
    """That a page was gone at a time is evidence, too; each attempt adds its own."""
    address = "https://paper.example/one"
    first, again = (
        Failure(
            address, None, "http_status", "the server answers 410", retryable=False, records=told
        )
        for told in (PAIR[:1], PAIR)
    )
    with new_casefile(case, author=ME) as casefile:
        casefile.add_failure(first, author=ME)
        casefile.add_failure(again, author=ME)
        assert [one.id for one in casefile.records()] == [one.id for one in PAIR]
        assert list(casefile.records(frozenset())) == []
        assert casefile.verify().problems == ()


def test_the_records_of_what_failed_are_told_with_what_was_asked_for(case: str) -> None:
    gone, empty = "https://paper.example/gone", "https://paper.example/one"
    shown, _ = report("https://paper.example/shown")
    request, response = PAIR
    with new_casefile(case, author=ME) as casefile:
        failed = Failure(gone, None, "http_status", "410", retryable=False, records=(request,))
        casefile.add_failure(failed, author=ME)
        casefile.note_known([gone])
        capture, _ = archived()
        failed = Failure(empty, None, "no_article", "none", retryable=False)
        held = replace(capture, records=(response,))
        casefile.add_failure(failed, author=ME, capture=held)
        casefile.add_failure(replace(failed, input=shown.input), author=ME, capture=shown)
        told = [(source, one.id) for source, one in casefile.refusals()]
        assert told == [(gone, request.id), (empty, response.id)]


def test_an_altered_record_is_named(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        casefile.add_report(*archived(), author=ME)
        with unguarded(casefile) as connection:
            connection.execute(text("UPDATE records SET status = 404 WHERE type = 'response'"))
        said = [str(one) for one in casefile.verify().problems]
    assert any("records urn:uuid:00000002" in one and "was altered" in one for one in said)


def test_the_lost_bytes_of_a_record_are_named(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        casefile.add_report(*archived(), author=ME)
        casefile.verify()
        lose(casefile, PAIR[0].sha256)
        said = [str(one) for one in casefile.verify().problems]
    assert len(said) == 1
    assert "is not there" in said[0]
    assert PAIR[0].sha256 in said[0]


def lose(casefile: Casefile, sha256: str) -> None:
    """Take bytes out of a casefile."""
    if isinstance(casefile.vault, FolderVault):
        casefile.vault.path(sha256).unlink()
        return
    with unguarded(casefile) as connection:
        lost = text("DELETE FROM captured_bytes WHERE sha256 = :sha256")
        connection.execute(lost, {"sha256": sha256})


@pytest.mark.postgresql
def test_records_are_copied_from_one_database_to_the_other(
    tmp_path: Path, postgresql_server: str
) -> None:
    with (
        new_casefile(f"{tmp_path}/case", author=ME) as casefile,
        new_database(postgresql_server) as url,
    ):
        casefile.add_report(*archived(), author=ME)
        with copy_casefile(casefile, url, author=ME) as copied:
            assert [copied.record(one.id) for one in copied.records()] == list(PAIR)
            assert copied.verify().problems == ()
