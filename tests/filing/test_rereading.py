"""Re-reading: what other readers read, from the texts that are kept; reviews stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

import pytest

from recoupe.engine import LocalEngine
from recoupe.filing.rereading import Again, outdated, reread
from recoupe.flow import ReadOptions
from recoupe.model import Draft, Failure, Mode, Reader, Reading
from recoupe.reading.provenance import manner_of, readers_of
from recoupe.store import Casefile
from tests.store.building import report

OPTIONS = ReadOptions(date(2024, 1, 1))
NAMES = [f"https://paper.example/{number}" for number in range(40)]

pytestmark = pytest.mark.models  # for their names and versions


class Newer(LocalEngine):
    """Reads as this program's readers would, but finds what ``change`` makes of a reading."""

    def __init__(self, kept: Casefile, change: Callable[[Reading], Reading | Failure]) -> None:
        super().__init__()
        self.kept = kept
        self.change = change
        self.read: list[str] = []

    def each(self, step: Any, items: Iterable[Any]) -> Iterator[Any]:
        """Yield the new readings of each batch, whatever the step."""
        for batch in items:
            yield tuple(self._read(one) for one in batch)

    def _read(self, again: Again) -> Reading | Failure:
        self.read.append(again.article.id)
        article, options = again.article, again.options
        was = self.kept.machine_reading(article.id)
        readers = readers_of(article.language, options.mode, counting=options.counting)
        return self.change(replace(was, article=article, readers=readers))


def same(reading: Reading) -> Reading:
    return reading


def shorter(reading: Reading) -> Reading:
    """Return a reading without its second statement and what hangs on it."""
    first, *_ = reading.statements
    figures = tuple(replace(one, according_to=None) for one in reading.figures)
    return replace(reading, statements=(first,), figures=figures)


def fill(casefile: Casefile, readers: tuple[Reader, ...] | None = None, count: int = 40) -> None:
    for name in NAMES[:count]:
        capture, reading = report(name)
        made = reading if readers is None else replace(reading, readers=readers)
        casefile.add_report(capture, made, author="Ana")


def run(casefile: Casefile, engine: Newer, **how: Any) -> list[str]:
    wanted = outdated(casefile, OPTIONS, **how)
    return [
        one.result.kind if isinstance(one.result, Failure) else one.result
        for one in reread(wanted, casefile, OPTIONS, engine, author="Bo")
    ]


def test_what_this_program_read_is_left_alone(casefile: Casefile) -> None:
    fill(casefile, readers_of("en", "fast"), 3)
    assert outdated(casefile, OPTIONS) == ()
    assert run(casefile, Newer(casefile, same), everything=True) == ["same"] * 3


@pytest.mark.parametrize("mode", ["accurate", "fast"])
@pytest.mark.parametrize("counting", ["recoupe", "acled"])
def test_each_is_read_in_the_manner_it_was_read(
    casefile: Casefile, mode: Mode, counting: str
) -> None:
    now = readers_of("en", mode, counting=counting)
    assert manner_of(now) == (mode, counting)
    older = tuple(Reader(one.reader, one.name, "0") for one in now)
    fill(casefile, older, 2)
    assert run(casefile, Newer(casefile, same)) == ["same"] * 2
    assert [one.readers for one in casefile.readers()] == [now] * 2


def test_a_report_whose_date_was_corrected_is_read_with_it(casefile: Casefile) -> None:
    fill(casefile, readers_of("en", "fast"), 2)
    [first, _] = casefile.reports()
    changes = {"published": "2022-05-12"}
    casefile.add_review(Draft("correct", "report", first.id, "Ana", changes=changes))
    seen: list[str | None] = []

    def dated(reading: Reading) -> Reading:
        seen.append(reading.article.published)
        return reading

    assert run(casefile, Newer(casefile, dated)) == ["same"]
    assert seen == ["2022-05-12"]
    assert outdated(casefile, OPTIONS) == ()
    assert casefile.verify().clean


def test_another_mode_reads_what_it_did_not(casefile: Casefile) -> None:
    fill(casefile, readers_of("en", "fast"), 2)
    assert outdated(casefile, OPTIONS, mode="rules") == ()
    assert run(casefile, Newer(casefile, shorter), mode="accurate") == ["altered"] * 2
    assert outdated(casefile, OPTIONS, mode="accurate") == ()


def test_a_run_broken_off_goes_on(casefile: Casefile) -> None:
    fill(casefile)
    engine = Newer(casefile, shorter)
    wanted = outdated(casefile, OPTIONS)
    assert len(wanted) == 40
    first = reread(wanted, casefile, OPTIONS, engine, author="Bo")
    assert [one.article for one in islice(first, 20)] == [one.article for one in wanted[:20]]
    first.close()  # type: ignore[attr-defined]
    assert casefile.verify().clean
    assert outdated(casefile, OPTIONS) == wanted[20:]
    assert run(casefile, engine) == ["altered"] * 20
    assert outdated(casefile, OPTIONS) == ()
    assert {len(one.reading.statements) for one in casefile.readings()} == {1}


def test_what_fails_keeps_its_older_reading(casefile: Casefile) -> None:
    fill(casefile, count=2)
    before = list(casefile.readings())
    failed = Failure(NAMES[0], None, "internal", "it broke", retryable=False)
    assert run(casefile, Newer(casefile, lambda _: failed)) == ["internal"] * 2
    assert list(casefile.readings()) == before
    assert len(outdated(casefile, OPTIONS)) == 2


def test_a_batch_that_is_lost_is_read_one_by_one(casefile: Casefile) -> None:
    fill(casefile, count=3)
    engine = Newer(casefile, same)
    each = engine.each
    lost = Failure("a batch", None, "internal", "the worker died", retryable=False)

    def loses(step: Any, items: Iterable[Any]) -> Iterator[Any]:
        for batch in items:
            if len(batch) > 1 or batch[0].article.url == NAMES[1]:
                yield lost
            else:
                yield from each(step, [batch])

    engine.each = loses  # type: ignore[method-assign]
    assert run(casefile, engine) == ["same", "internal", "same"]


def test_reviews_stay_in_force(casefile: Casefile) -> None:
    fill(casefile, count=1)
    [kept] = casefile.readings()
    second = kept.reading.statements[1]
    draft = Draft("correct", "statement", second.id, "Ana", changes={"stance": "denies"})
    review = casefile.add_review(draft)
    assert run(casefile, Newer(casefile, shorter)) == ["altered"]
    [kept] = casefile.readings()
    assert kept.reading.statement(second.id).stance == "denies"
    assert kept.marks[second.id].kept
    assert kept.marks[second.id].reviews == (review.id,)


def test_texts_are_read_by_the_readers_of_this_program(casefile: Casefile) -> None:
    fill(casefile, count=2)
    options = ReadOptions(date(2024, 1, 1), mode="rules")
    wanted = outdated(casefile, options, mode="rules")
    results = [one.result for one in reread(wanted, casefile, options, LocalEngine(), author="Bo")]
    assert results == ["altered", "altered"]
    for one in casefile.readings():
        assert one.reading.readers == readers_of("en", "fast")
        assert {said.speaker_name for said in one.reading.statements} >= {"Anna Berzina"}
