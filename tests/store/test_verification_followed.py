"""Lists that are followed: whatever is altered in them and is no book-keeping is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from recoupe.model import Failure, warc_record
from recoupe.store import Casefile, new_casefile
from recoupe.store.watched import Listed, Seen, Trouble
from tests.store.building import report
from tests.store.tampering import lines, tamper

ME = "Ana"
FEED = "https://paper.example/feed"
ONE, TWO, THREE, NEVER = (f"https://paper.example/{name}" for name in (1, 2, 3, "never"))
AT, SOON, THEN = (f"2026-11-30T{hour}:00:00.000000+00:00" for hour in ("09", 10, 11))
GONE = Trouble("gone", "the server answers 410")


@pytest.fixture
def casefile(case: str) -> Iterator[Casefile]:
    """A feed of a report, of one that was taken down, one that cannot be read and one to come."""
    with new_casefile(case, author=ME) as store:
        store.watch(FEED, {}, author=ME, at=AT)
        store.watch("https://paper.example/old", {}, author=ME, at=AT)
        store.end_watch("https://paper.example/old", author=ME, at=SOON)
        watch = store.watches()[0]
        seen = Seen(AT, THEN)
        store.note_list(watch, seen, kind="feed", entries=list(map(Listed, (ONE, TWO, THREE))))
        for url in (ONE, TWO):
            store.add_report(*report(url), author=ME)
        asked = warc_record("urn:uuid:1", "request", AT, b"asked", url=THREE)
        failed = Failure(THREE, None, "no_article", f"{THREE}: none", False, (asked,))
        store.add_failure(failed, author=ME)
        for url in (ONE, TWO, THREE):
            note(store, url, seen)
        note(store, TWO, Seen(SOON, THEN, trouble=GONE, there=False, altered=True))
        yield store


def put(table: str, number: int, values: str) -> str:
    return f"UPDATE {table} SET {values} WHERE number = {number}"  # noqa: S608 - of this file


def note(store: Casefile, url: str, seen: Seen) -> None:
    page = store.watched(url)
    assert page is not None
    store.note_page(page, seen, author=ME)


def found(store: Casefile) -> list[str]:
    return lines(store.verify().problems)


def test_what_lists_keep_is_counted(casefile: Casefile) -> None:
    found = casefile.verify()
    assert found.problems == ()
    assert found.checked["lists that are followed"] == 2
    assert found.checked["pages of lists"] == 3


@pytest.mark.parametrize(
    ("done", "told"),
    [
        (put("watches", 1, "address = 'https://other.example/'"), "give its id"),
        (put("watches", 1, "author = 'Ben'"), 'is "Ben", and is to be "Ana"'),
        (put("watches", 1, "kind = 'fax'"), "a kind that there is not: fax"),
        (put("watches", 1, f"ended_at = '{THEN}'"), "that it goes on, and"),
        (put("watches", 2, "ended_at = NULL"), "that it ended, and"),
        (put("watches", 1, "due_at = 'soon'"), "due_at is 'soon', no time"),
        ("DELETE FROM watches WHERE number = 2", "the log says that it was kept"),
        (put("watched_pages", 1, f"url = '{NEVER}'"), f"kept of {NEVER}"),
        (put("watched_pages", 1, "url = 'HTTPS://paper.example/1#x'"), "of a pa"),
        (put("watched_pages", 2, "trouble = NULL"), "was taken down, and the row"),
        (
            put("watched_pages", 1, f"trouble = '{GONE}'"),
            "was not taken down, and",
        ),
        (put("watched_pages", 1, "trouble = 'bored: no'"), "trouble is of a kind"),
        (put("watched_pages", 1, "failures = -1"), "failed -1 times"),
        (
            put("watched_pages", 1, "seen_at = '2026'"),
            "seen_at is '2026', no time",
        ),
        (put("watched_pages", 1, "watch = 'watch-0'"), "is not in watches"),
        ("UPDATE records SET failure = 'failure-0'", "which is not in failures"),
    ],
)
def test_what_is_altered_is_found(casefile: Casefile, done: str, told: str) -> None:
    tamper(casefile, done)
    assert any(told in line for line in found(casefile)), found(casefile)


@pytest.mark.parametrize(
    "done",
    [
        put("watches", 1, f"due_at = '{THEN}', etag = 'x', seen_at = '{SOON}', failures = 2"),
        put("watched_pages", 1, f"due_at = NULL, etag = 'x', seen_at = '{SOON}', failures = 2"),
        put("watched_pages", 2, "trouble = 'moved: elsewhere'"),
    ],
)
def test_what_is_book_keeping_may_alter(casefile: Casefile, done: str) -> None:
    tamper(casefile, done)
    assert found(casefile) == []


def test_a_list_that_no_line_tells_of_is_found(casefile: Casefile) -> None:
    tamper(
        casefile,
        "INSERT INTO watches (number, id, address, added_at, author, due_at, failures) "
        "SELECT 9, 'watch-9', 'https://x.example/', added_at, 'Eve', due_at, 0 "
        "FROM watches WHERE number = 1",
    )
    told = found(casefile)
    assert "watches watch-9: has no line in the log" in told
    assert "watches watch-9: its address does not give its id: it was altered" in told


def test_a_page_of_a_document_with_several_reports_is_kept(casefile: Casefile) -> None:
    """Their addresses are their own; only where they came from is the page's."""
    capture, reading = report("https://wire.example/a")
    tamper(casefile, put("watched_pages", 1, f"url = '{NEVER}'"))
    casefile.add_report(replace(capture, input=f"{NEVER}#1"), reading, author=ME)
    assert found(casefile) == []
