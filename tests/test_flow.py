"""The flow: one result a report, in order, whatever fails on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from recoupe.capture import capture_inputs
from recoupe.engine import LocalEngine
from recoupe.errors import MissingInputError
from recoupe.export import line
from recoupe.flow import ReadOptions, Result, read_captures
from recoupe.model import (
    Capture,
    Declared,
    Failure,
    Reading,
    Span,
    failure,
    make_capture,
    warc_record,
)

OPTIONS = ReadOptions(today=date(2024, 1, 1))
WHEN = datetime(2024, 1, 1, tzinfo=UTC)
FRENCH = (
    "Le pont de Brest est fermé.\n\n"
    "« Nous rouvrirons mardi », a déclaré la maire de Brest, Anne Le Goff. "
    "Selon la préfecture, une vingtaine de personnes auraient été évacuées.\n"
)
ENGLISH = (
    "The bridge in Bristol is closed.\n\n"
    "“We will reopen on Tuesday,” said the mayor of Bristol, Ann Gough. "
    "According to police, about twenty people were evacuated.\n"
)


def capture_of(text: str, name: str, **said: str) -> Capture:
    return make_capture(
        text.encode(),
        source=name,
        media_type="text/plain",
        captured_at=WHEN,
        declared=Declared(published="2023-12-31", **said),
    )


def read(items: Iterable[Capture | Failure], workers: int = 1) -> list[Result]:
    return list(read_captures(items, OPTIONS, LocalEngine(workers)))


@pytest.mark.models
def test_languages_may_alternate_and_order_is_kept() -> None:
    missing = failure(MissingInputError("no such file", where="c.txt"), "c.txt")
    items = [
        capture_of(FRENCH, "a.txt", language="fr"),
        capture_of(ENGLISH, "b.txt", language="en"),
        missing,
        capture_of("\n \n", "d.txt", language="fr"),
        capture_of(FRENCH.replace("Brest", "Lorient"), "e.txt", language="fr"),
    ]
    results = [result for _, result in read(items)]
    assert [_input(result) for result in results] == ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]
    assert [isinstance(result, Failure) for result in results] == [False, False, True, True, False]
    assert results[2] == missing


def _input(result: Reading | Failure) -> str:
    return result.input if isinstance(result, Failure) else result.article.input


@pytest.mark.models
def test_two_runs_agree_byte_for_byte() -> None:
    items = [
        capture_of(FRENCH, "a.txt", language="fr"),
        capture_of(ENGLISH, "b.txt", language="en"),
    ]
    once, again = ([line(result) for _, result in read(order)] for order in (items, items[::-1]))
    assert once == again[::-1]


class LosesOneWord:
    """An engine whose worker dies of any batch that holds ``word``."""

    def __init__(self, word: bytes) -> None:
        self.word = word

    def each(self, step: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        for batch in items:
            dies = any(isinstance(c, Capture) and self.word in c.content for c in batch)
            yield Failure("worker", None, "internal", "died", False) if dies else step(batch)

    def group(self, key: Any, items: Any) -> Any:
        raise NotImplementedError

    def collect(self, items: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(items)


@pytest.mark.models
def test_a_report_that_kills_its_worker_is_lost_alone() -> None:
    items = [
        capture_of(FRENCH, "a.txt", language="fr"),
        capture_of("Poison.", "b.txt", language="fr", input_id="7"),
        capture_of(FRENCH + "Fin.", "c.txt", language="fr"),
    ]
    results = list(read_captures(items, OPTIONS, LosesOneWord(b"Poison")))
    assert [capture for capture, _ in results] == items
    lost = results[1][1]
    assert isinstance(lost, Failure)
    assert (lost.input, lost.input_id, lost.message) == ("b.txt", "7", "died")
    assert isinstance(results[0][1], Reading)
    assert isinstance(results[2][1], Reading)


def spans(value: object) -> Iterator[Span]:
    """Yield every span in a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


LISTS = ("statements", "entities", "places", "times", "figures", "events", "evidence")


def check(reading: Reading) -> None:
    """Every span reads what the text reads, and every id is of something in the reading."""
    text = reading.article.text
    for span in spans(reading):
        assert text[span.start : span.end] == span.text
        block = reading.article.block_at(span.start)
        assert block is not None
        assert not block.silent
    known = {name: {record.id for record in getattr(reading, name)} for name in LISTS}
    for name, ids in known.items():
        assert len(ids) == len(getattr(reading, name)), f"two {name} share an id"
    for statement in reading.statements:
        assert {statement.speaker, *statement.via} - {None} <= known["entities"]
        assert {statement.within} - {None} <= known["statements"] - {statement.id}
    for entity in reading.entities:
        assert {entity.affiliation} - {None} <= known["entities"] - {entity.id}
    for place in reading.places:
        assert {place.within} - {None} <= known["places"] - {place.id}
    for figure in reading.figures:
        assert {figure.according_to} - {None} <= known["statements"]
        assert {figure.part_of, figure.revises} - {None} <= known["figures"] - {figure.id}
    for event in reading.events:
        assert {*event.actors, *event.targets} <= known["entities"]
        assert {*event.according_to, *event.denied_by} <= known["statements"]
        assert {*event.figures} <= known["figures"]
    for record in (*reading.figures, *reading.events):
        assert {record.time} - {None} <= known["times"]
        assert {record.place} - {None} <= known["places"]
    for item in reading.evidence:
        assert {item.publisher} - {None} <= known["entities"]


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        ("\u202e" + ENGLISH.replace("Ann", "A\x00nn 👩‍🚒 e\u0301"), "en"),
        (FRENCH.replace("\n", "\r\n").replace("maire", "ma\u0131re ﬁ İ 𝔘"), "fr"),
        ("قال عمدة بريستول: «سنفتح الجسر». " + FRENCH, "fr"),
        ('«« “ ‘ "' * 40 + FRENCH, "fr"),
        ("( [ a dit " * 200 + "«", "fr"),
    ],
)
def test_every_span_is_exact_in_hostile_text(text: str, language: str) -> None:
    [(_, result)] = read([capture_of(text, "x.txt", language=language)])
    assert isinstance(result, Reading), result
    check(result)


@pytest.mark.models
@pytest.mark.process
def test_every_span_of_the_bundled_reports_is_exact() -> None:
    bundled = files("recoupe.demo").joinpath("reports")
    read_ = 0
    items = []
    for entry in sorted(bundled.iterdir(), key=lambda entry: entry.name):
        kind = "text/html" if entry.name.endswith(".html") else "text/plain"
        items.append(
            make_capture(entry.read_bytes(), source=entry.name, media_type=kind, captured_at=WHEN)
        )
    for _, result in read(items):
        assert isinstance(result, Reading), result
        check(result)
        read_ += 1
    assert read_ == len(items) > 0


@pytest.mark.models
@pytest.mark.shared
def test_every_span_of_real_reports_is_exact(reports: Path) -> None:
    inputs = [
        reports / "azovstal-fr.txt",
        reports / "ghouta-2013-08-21" / "reports.jsonl",
        *sorted((reports / "pages").glob("*.html"))[:4],
    ]
    declared = Declared()
    items = list(
        capture_inputs([str(path) for path in inputs], declared=declared, allow_private=False)
    )
    for _, result in read(items):
        assert isinstance(result, Reading), result
        check(result)
    assert len(items) == 16


class SeesWhatItIsSent(LocalEngine):
    """An engine that notes what reaches its workers."""

    def __init__(self) -> None:
        super().__init__(1)
        self.sent: list[Any] = []

    def each(self, step: Any, items: Iterable[Any]) -> Iterator[Any]:
        def noted() -> Iterator[Any]:
            for item in items:
                self.sent.append(item)
                yield item

        return super().each(step, noted())


def test_records_of_web_archives_stay_out_of_the_engine_and_come_back() -> None:
    """They are heavy, and nothing is read in them; failures keep theirs as well."""
    record = warc_record("urn:uuid:1", "response", "2024-01-01T00:00:00Z", b"member")
    empty = capture_of(" ", "a.txt", language="fr")
    gone = failure(MissingInputError("gone", where="b.txt"), "b.txt", records=(record,))
    items = [replace(empty, records=(record,), record=record.id), gone, empty]
    engine = SeesWhatItIsSent()
    results = list(read_captures(items, OPTIONS, engine))
    assert [one.records for batch in engine.sent for one in batch] == [(), (), ()]
    assert [capture for capture, _ in results] == [items[0], None, empty]
    assert results[1][1] == gone
