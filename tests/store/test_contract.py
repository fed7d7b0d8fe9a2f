"""The store's contract: every verb, on both databases. Reviews and search have their own tests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import update

from recoupe.errors import StoreError
from recoupe.model import Draft, Failure, Reader, Reading
from recoupe.store import Casefile, Store, new_casefile, open_casefile
from recoupe.store.records import Added, Altered
from recoupe.store.schema import readings
from tests.store.building import report

ME = "Ana"
ONE = "https://paper.example/one"
TWO = "https://paper.example/two"
UNREADABLE = Failure("pages/a.html", None, "no_article", "pages/a.html: empty", retryable=False)


@pytest.fixture
def store(case: str) -> Iterator[Casefile]:
    with new_casefile(case, author=ME) as store:
        yield store


def added(store: Store, address: str | None = ONE, **how: object) -> tuple[Added, Reading]:
    capture, reading = report(address, **how)  # type: ignore[arg-type]
    return store.add_report(capture, reading, author=ME), reading


def test_a_casefile_keeps_the_protocol(store: Casefile) -> None:
    kept: Store = store
    assert kept.status().place == store.place


# Reports and their readings


def test_what_is_added_is_given_back_to_the_letter(store: Store) -> None:
    capture, reading = report(ONE)
    outcome = store.add_report(capture, reading, author=ME)
    assert (outcome.outcome, outcome.article, outcome.version) == ("new", reading.article.id, 1)
    assert store.article(reading.article.id) == reading.article
    assert store.machine_reading(reading.article.id) == reading
    assert store.reading(reading.article.id).reading == reading
    assert [one.reading for one in store.readings()] == [reading]
    assert store.capture(capture.sha256) == capture


def test_words_that_databases_find_hard_are_given_back_to_the_letter(store: Store) -> None:
    speaker = "Anna\x00 \x1b0 O'Neill \U0001f4f0 é e\u0301 \u202e"
    _, reading = added(store, speaker=speaker)
    assert store.reading(reading.article.id).reading == reading


def test_adding_twice_changes_nothing(store: Store) -> None:
    first, reading = added(store)
    lines = list(store.log())
    again, _ = added(store)
    assert again == replace(first, outcome="known")
    assert list(store.log()) == lines
    assert [one.reading for one in store.readings()] == [reading]


def test_what_is_kept_is_known_by_its_bytes_and_address(store: Store) -> None:
    capture, _ = report(ONE)
    assert store.knows(capture) is None
    outcome, _ = added(store)
    assert store.knows(capture) == replace(outcome, outcome="known")
    assert store.knows(report(ONE, hours=9)[0]) is not None
    assert store.knows(report(TWO)[0]) is None
    assert store.knows(report(ONE, killed=13)[0]) is None


def test_bytes_that_only_failed_are_not_known(store: Store) -> None:
    capture, _ = report(ONE)
    store.add_failure(UNREADABLE, author=ME, capture=capture)
    assert store.knows(capture) is None
    outcome, _ = added(store)
    assert outcome.outcome == "new"


def test_new_bytes_of_an_address_are_a_version(store: Store) -> None:
    first, older = added(store)
    second, newer = added(store, killed=14, hours=5)
    assert (second.outcome, second.report, second.version) == ("version", first.report, 2)
    assert [one.reading for one in store.readings()] == [newer]
    assert [one.reading for one in store.readings(latest=False)] == [older, newer]
    [kept] = store.reports()
    assert (kept.article, kept.versions, kept.title) == (
        newer.article.id,
        2,
        "14 people killed at Port-Clair",
    )


def test_versions_say_what_was_altered(store: Store) -> None:
    first, older = added(store)
    added(store, killed=14, hours=5)
    one, two = store.versions(first.report)
    assert (one.number, one.article, one.change) == (1, older.article.id, None)
    assert one.captured_at < two.captured_at
    assert two.change is not None
    assert (two.change.before, two.change.after) == (one.article, two.article)
    assert [field.field for field in two.change.fields] == ["title"]
    assert {said.kind for said in two.change.statements} == {"same", "changed"}


def test_a_version_captured_earlier_takes_its_place(store: Store) -> None:
    added(store, killed=14, hours=5)
    late, older = added(store, killed=12, hours=0)
    assert (late.outcome, late.version) == ("version", 1)
    numbers = {one.article: one.number for one in store.versions(late.report)}
    assert numbers[older.article.id] == 1
    [kept] = store.reports()
    assert kept.article != older.article.id


def test_reports_come_in_the_order_of_adding(store: Store) -> None:
    for address in (TWO, ONE):
        added(store, address)
    added(store, TWO, killed=99, hours=1)
    assert [one.address for one in store.reports()] == [TWO, ONE]
    assert [one.reading.article.url for one in store.readings()] == [ONE, TWO]


def test_a_newer_reading_takes_the_place_of_the_older(store: Store) -> None:
    _, older = added(store)
    _, newer = report(ONE, version="2")
    assert store.replace_reading(newer, author=ME)
    assert not store.replace_reading(newer, author=ME)
    assert store.machine_reading(older.article.id) == newer
    [read] = store.readers()
    assert (read.article, read.language) == (older.article.id, "en")
    assert read.readers == (Reader("statements", "by hand", "2"),)


def test_what_was_corrected_since_it_was_read_is_told(store: Store) -> None:
    _, reading = added(store)
    added(store, TWO)
    target = reading.article.id
    review = store.add_review(
        Draft("correct", "report", target, ME, changes={"published": "2022-05-06"})
    )
    assert [one.corrected for one in store.readers()] == [True, False]
    assert store.article(target).published == "2022-05-06"
    newer = replace(report(ONE, version="2")[1], article=store.article(target))
    assert store.replace_reading(newer, author=ME)
    assert [one.corrected for one in store.readers()] == [False, False]
    store.add_review(Draft("undo", "review", review.id, ME))
    assert [one.corrected for one in store.readers()] == [True, False]
    assert not store.replace_reading(newer, author=ME)
    assert [one.corrected for one in store.readers()] == [False, False]
    assert store.verify().clean


def test_a_damaged_reading_is_mended_by_the_same_again(store: Casefile) -> None:
    _, reading = added(store)
    with store.database.writing() as connection:
        connection.execute(update(readings).values(document=b"scribble"))
    with pytest.raises(StoreError, match="recoupe reread CASE --all"):
        store.machine_reading(reading.article.id)
    assert store.article(reading.article.id) == reading.article
    assert not store.replace_reading(reading, author=ME)
    assert store.machine_reading(reading.article.id) == reading
    assert store.verify().clean


def test_a_newer_reading_alters_what_versions_say(store: Store) -> None:
    first, _ = added(store)
    added(store, killed=14, hours=5)
    _, newer = report(ONE, killed=14, hours=5, version="2")
    assert store.replace_reading(newer, author=ME)
    change = store.versions(first.report)[1].change
    assert change is not None
    assert [said.kind for said in change.statements].count("new") == 1


def test_a_reading_of_other_bytes_is_refused(store: Store) -> None:
    capture, _ = report(ONE)
    _, reading = report(TWO, killed=1)
    with pytest.raises(StoreError, match="another capture"):
        store.add_report(capture, reading, author=ME)
    assert store.status().counts["captures"] == 0


def test_a_reading_of_an_article_that_is_not_kept_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="no such report"):
        store.replace_reading(report(ONE)[1], author=ME)


def test_a_reading_of_another_text_is_refused(store: Store) -> None:
    _, reading = added(store)
    _, other = report(ONE, killed=3)
    article = replace(other.article, id=reading.article.id)
    with pytest.raises(StoreError, match="another text"):
        store.replace_reading(replace(other, article=article), author=ME)
    assert store.machine_reading(reading.article.id) == reading


def test_what_is_not_kept_is_told(store: Store) -> None:
    for ask in (store.reading, store.machine_reading, store.article, store.versions):
        with pytest.raises(StoreError, match="report-0: no such report is kept"):
            ask("report-0")
    with pytest.raises(StoreError, match="no such capture is kept"):
        store.capture("0" * 64)


def test_what_is_protected_is_named(store: Store) -> None:
    _, reading = added(store)
    _, newer = added(store, killed=14, hours=5)
    _, other = added(store, TWO, speaker="Jonas Vilks")
    assert store.protected() == frozenset()
    speaker = reading.entities[0].id
    store.add_review(Draft("protect", "entity", speaker, ME))
    assert store.protected() == {reading.article.id, newer.article.id}
    store.add_review(Draft("protect", "report", other.article.id, ME))
    assert store.protected() == {reading.article.id, newer.article.id, other.article.id}


def test_undone_protection_protects_nothing(store: Store) -> None:
    _, reading = added(store)
    review = store.add_review(Draft("protect", "entity", reading.entities[0].id, ME))
    store.add_review(Draft("undo", "review", review.id, ME))
    assert store.protected() == frozenset()


# What went wrong


def test_a_failure_is_kept_once_with_its_bytes(store: Store) -> None:
    capture, _ = report(ONE)
    store.add_failure(UNREADABLE, author=ME)
    store.add_failure(UNREADABLE, author=ME, capture=capture)
    [kept] = store.failures()
    assert (kept.failure, kept.sha256, kept.attempts) == (UNREADABLE, capture.sha256, 2)
    assert kept.first_at < kept.last_at
    assert kept.source.startswith("file:///")
    assert kept.source.endswith("/pages/a.html")
    assert store.capture(capture.sha256).content == capture.content


def test_failures_come_oldest_first(store: Store) -> None:
    names = ["b.txt", "a.txt", "c.txt#2", "c.txt#10"]
    for name in names:
        store.add_failure(replace(UNREADABLE, input=name), author=ME)
    assert [one.failure.input for one in store.failures()] == names


def test_a_report_that_is_added_settles_its_failure(store: Store) -> None:
    capture, reading = report(ONE)
    store.add_failure(replace(UNREADABLE, input=capture.input), author=ME, capture=capture)
    store.add_report(capture, reading, author=ME)
    assert list(store.failures()) == []


# Trust


def test_everything_done_is_a_line_of_the_log(store: Store) -> None:
    _, reading = added(store)
    store.add_failure(UNREADABLE, author="Bo")
    store.replace_reading(report(ONE, version="2")[1], author="Bo")
    entry = store.note_export("jsonl", {"sha256": "ab"}, author="Cy")
    lines = list(store.log())
    assert [(one.author, one.action) for one in lines] == [
        (ME, "case"),
        (ME, "capture"),
        (ME, "article"),
        (ME, "reading"),
        ("Bo", "failure"),
        ("Bo", "reading"),
        ("Cy", "export"),
    ]
    assert lines[2].subject == reading.article.id
    assert lines[-1] == entry
    assert entry.detail == {"sha256": "ab"}
    assert [one.previous for one in lines[1:]] == [one.hash for one in lines[:-1]]
    assert store.status().head == entry.hash


def test_what_is_whole_is_verified(store: Store) -> None:
    added(store)
    head = store.status().head
    found = store.verify(head=head)
    assert found.problems == ()
    assert (found.clean, found.head) == (True, head)
    assert not store.verify(head=hashlib.sha256(b"another").hexdigest()).clean


def test_status_counts_and_says_what_was_altered(store: Store) -> None:
    first, older = added(store)
    _, newer = added(store, killed=14, hours=5)
    store.add_failure(replace(UNREADABLE, retryable=True), author=ME)
    status = store.status()
    assert (status.counts["reports"], status.counts["versions"]) == (1, 2)
    assert (status.failures, status.retryable) == (1, 1)
    assert status.altered == (
        Altered(
            report=first.report,
            before=older.article.id,
            after=newer.article.id,
            noticed_at=newer.article.capture.captured_at,
            outlet="The Paper",
            title="14 people killed at Port-Clair",
            fields=("title",),
            passages=2,
            statements={"changed": 1, "same": 1},
        ),
    )


def test_status_names_the_reviews_whose_words_are_gone(store: Store) -> None:
    _, reading = added(store)
    second = reading.statements[1].id
    review = store.add_review(Draft("confirm", "statement", second, ME))
    assert store.status().words_gone == ()
    added(store, killed=14, hours=5)
    assert [one.id for one in store.status().words_gone] == [review.id]


def test_what_was_written_is_there_when_it_is_opened_again(case: str, store: Store) -> None:
    _, reading = added(store)
    store.close()
    with open_casefile(case) as again:
        assert [one.reading for one in again.readings()] == [reading]
