"""The store contract: every store passes it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from recoupe.errors import StoreError
from recoupe.model import Capture, Failure, Reader, Reading, make_article, make_capture
from recoupe.store import MemoryStore, Store


@pytest.fixture(params=[MemoryStore])
def store(request: pytest.FixtureRequest) -> Store:
    return request.param()


def report(text: str, version: str = "1") -> tuple[Capture, Reading]:
    capture = make_capture(
        text.encode(),
        source="x.txt",
        media_type="text/plain",
        captured_at=datetime(2024, 1, 1, tzinfo=UTC),
    )
    article = make_article(capture, text, (), language="en")
    readers = (Reader("statements", "rules", version),)
    return capture, Reading(article, (), (), (), (), (), (), (), readers)


def test_adding_twice_changes_nothing(store: Store) -> None:
    capture, reading = report("one")
    assert store.add_report(capture, reading)
    assert not store.add_report(capture, reading)
    assert list(store.readings()) == [reading]
    assert store.capture(capture.sha256).content == b"one"


def test_a_newer_reading_takes_the_place_of_the_older(store: Store) -> None:
    for text, version in (("one", "1"), ("two", "1"), ("one", "2")):
        store.add_report(*report(text, version))
    assert [reading.readers[0].version for reading in store.readings()] == ["2", "1"]


def test_what_is_not_kept_is_an_error(store: Store) -> None:
    with pytest.raises(StoreError, match="report-0: no such report"):
        store.reading("report-0")
    with pytest.raises(StoreError, match="no such capture"):
        store.capture("00")


def test_a_reading_of_other_bytes_is_refused(store: Store) -> None:
    capture, _ = report("one")
    _, reading = report("two")
    with pytest.raises(StoreError, match="another capture"):
        store.add_report(capture, reading)


def test_failures_are_kept_once(store: Store) -> None:
    record = Failure("a.txt", None, "empty_input", "a.txt: empty", retryable=False)
    store.add_failure(record)
    store.add_failure(record)
    assert list(store.failures()) == [record]
