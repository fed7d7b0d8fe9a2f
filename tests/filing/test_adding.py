"""Filing: each report once, in order, whatever is known, fails or breaks off."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from recoupe.capture import capture_inputs
from recoupe.errors import StorageFullError
from recoupe.filing import Asked, Filed, begin_job, file_reports, run_job
from recoupe.flow import BATCH, ReadOptions
from recoupe.model import Capture, Declared, Failure
from recoupe.store import Casefile, new_casefile, open_casefile
from tests.filing.standing_in import StandIn
from tests.store.contents import contents

TODAY = date(2024, 1, 1)
OPTIONS = ReadOptions(TODAY)


def captured(*inputs: Path | str, **said: Any) -> Iterator[Capture | Failure]:
    return capture_inputs(
        [str(one) for one in inputs], declared=Declared(**said), allow_private=False
    )


def filed(
    casefile: Casefile, captures: Iterable[Capture | Failure], engine: StandIn | None = None
) -> list[Filed]:
    return list(file_reports(captures, casefile, OPTIONS, engine or StandIn(), author="Ana"))


def outcome(one: Filed) -> str:
    return one.result.kind if isinstance(one.result, Failure) else one.result.outcome


def outcomes(casefile: Casefile, *inputs: Path | str) -> list[str]:
    return [outcome(one) for one in filed(casefile, captured(*inputs))]


def test_results_are_in_the_order_of_the_inputs_and_kept(casefile: Casefile, pages: Path) -> None:
    found = filed(casefile, captured(pages, pages / "none.txt"), StandIn(ahead=3))
    assert [Path(one.input).name for one in found[:-1]] == sorted(p.name for p in pages.iterdir())
    assert [outcome(one) for one in found] == (
        ["new"] * 7 + ["known"] + ["new"] * 3 + ["no_article"] + ["new"] * 18 + ["missing_input"]
    )
    assert casefile.status().counts["reports"] == 28
    assert [record.failure.input for record in casefile.failures()] == [
        str(pages / "11.txt"),
        str(pages / "none.txt"),
    ]


def test_what_is_known_is_not_read_again(casefile: Casefile, pages: Path) -> None:
    filed(casefile, captured(pages))
    (pages / "00a.txt").write_text("another")
    (pages / "05.txt").write_text("report 5, altered")
    engine = StandIn(ahead=2)
    found = [outcome(one) for one in filed(casefile, captured(pages), engine)]
    assert [Path(name).name for name in engine.read] == ["00a.txt", "05.txt", "11.txt"]
    assert found == [
        "known", "new", *["known"] * 4, "version", *["known"] * 5, "no_article", *["known"] * 18,
    ]  # fmt: skip


def test_a_file_given_twice_is_one_report(casefile: Casefile, pages: Path) -> None:
    page = pages / "00.txt"
    assert outcomes(casefile, page, page) == ["new", "known"]
    assert outcomes(casefile, page) == ["known"]
    assert casefile.status().counts["reports"] == 1


def test_two_files_of_the_same_bytes_are_one_report(casefile: Casefile, pages: Path) -> None:
    assert outcomes(casefile, pages / "06.txt", pages / "07.txt") == ["new", "known"]
    [report] = casefile.reports()
    assert report.address == (pages / "06.txt").as_uri()


def test_objects_with_ids_are_reports_of_their_own(casefile: Casefile, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"id": "a", "text": "one"}\n{"id": "b", "text": "one"}\n')
    assert outcomes(casefile, lines) == ["new", "new"]
    lines.write_text('{"id": "b", "text": "two"}\n{"id": "a", "text": "one"}\n')
    assert outcomes(casefile, lines) == ["version", "known"]


def test_objects_without_ids_are_known_by_their_bytes(casefile: Casefile, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"text": "one"}\n{"text": "two"}\n')
    assert outcomes(casefile, lines) == ["new", "new"]
    lines.write_text('{"text": "zero"}\n{"text": "one"}\n{"text": "two"}\n')
    assert outcomes(casefile, lines) == ["new", "known", "known"]


def test_the_same_bytes_under_another_date_change_nothing(casefile: Casefile, pages: Path) -> None:
    page = pages / "00.txt"
    filed(casefile, captured(page, published="2023-05-01"))
    [again] = filed(casefile, captured(page, published="2023-06-01"))
    assert outcome(again) == "known"
    [kept] = casefile.readings()
    assert kept.reading.article.published == "2023-05-01"


def test_a_failure_that_later_succeeds_is_settled(casefile: Casefile, pages: Path) -> None:
    late = pages / "late.txt"
    assert outcomes(casefile, pages / "11.txt", late, late) == [
        "no_article",
        *["missing_input"] * 2,
    ]
    assert [record.attempts for record in casefile.failures()] == [1, 2]
    (pages / "11.txt").write_text("good now")
    late.write_text("report 6")
    assert outcomes(casefile, pages / "11.txt", pages / "06.txt", late) == ["new", "new", "known"]
    assert list(casefile.failures()) == []


def test_what_fails_again_after_it_was_settled_is_a_new_failure(
    casefile: Casefile, pages: Path
) -> None:
    for words in ("bad", "good", "bad again"):
        (pages / "11.txt").write_text(words)
        filed(casefile, captured(pages / "11.txt"))
    [left] = casefile.failures()
    assert left.attempts == 1
    assert left.first_at == left.last_at


def test_a_file_that_breaks_off_keeps_what_came_before(casefile: Casefile, tmp_path: Path) -> None:
    cut = tmp_path / "cut.json"
    cut.write_text('[{"text": "one"}, {"text": "tw')
    assert outcomes(casefile, cut) == ["new", "malformed_input"]
    assert outcomes(casefile, cut) == ["known", "malformed_input"]
    cut.write_text('[{"text": "one"}, {"text": "two"}]')
    assert outcomes(casefile, cut) == ["known", "new"]
    assert list(casefile.failures()) == []


def test_a_folder_that_was_empty_is_settled_when_something_is_in_it(
    casefile: Casefile, tmp_path: Path
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert outcomes(casefile, folder) == ["empty_input"]
    (folder / "one.txt").write_text("one")
    assert outcomes(casefile, folder) == ["new"]
    assert list(casefile.failures()) == []


class BrokenOffError(Exception):
    """What breaks a run off in the tests below."""


def stops_reading(casefile: Casefile, after: int) -> tuple[Casefile, StandIn]:
    left = iter(range(after))

    def stop(_: str) -> None:
        if next(left, None) is None:
            raise BrokenOffError

    return casefile, StandIn(ahead=2, before=stop)


class Stops:
    """A store that keeps only so many results, as a disk does that becomes full."""

    def __init__(self, casefile: Casefile, after: int) -> None:
        self._casefile = casefile
        self._left = iter(range(after))

    def __getattr__(self, name: str) -> Any:
        if name in {"add_report", "add_failure"} and next(self._left, None) is None:
            raise BrokenOffError
        return getattr(self._casefile, name)


def stops_keeping(casefile: Casefile, after: int) -> tuple[Any, StandIn]:
    return Stops(casefile, after), StandIn(ahead=2)


@pytest.fixture
def many(tmp_path: Path) -> list[str]:
    """Two folders and a file of objects, a hundred and fifty reports together."""
    inputs = [tmp_path / "one", tmp_path / "two", tmp_path / "objects.jsonl"]
    for folder in inputs[:2]:
        folder.mkdir()
        for number in range(50):
            (folder / f"{number:02}.txt").write_text(
                "bad" if number % 17 == 9 else f"{folder.name} {number - number % 3 % 2}"
            )
    objects = [f'{{"id": "{number}", "text": "object {number}"}}' for number in range(50)]
    objects[20] = '{"id": "20"}'
    objects[30] = '{"text": "without an id"}'
    inputs[2].write_text("\n".join(objects))
    return [str(one) for one in inputs]


def ran(casefile: Casefile, inputs: list[str], engine: StandIn) -> Iterator[Filed]:
    job = begin_job(casefile, inputs, Asked(), author="Ana")
    return run_job(job, inputs, casefile, engine, author="Ana", today=TODAY)


@pytest.mark.parametrize("stops", [stops_reading, stops_keeping])
def test_broken_off_anywhere_it_ends_as_if_it_never_was(
    casefile: Casefile,
    many: list[str],
    tmp_path: Path,
    stops: Callable[[Casefile, int], tuple[Any, StandIn]],
) -> None:
    with new_casefile(str(tmp_path / "alone"), author="Ana") as alone:
        whole = [outcome(one) for one in ran(alone, many, StandIn())]
        wanted = everything(alone)
    chance = random.Random(5)  # noqa: S311 - any place will do
    read: list[str] = []
    broken = 0
    while True:
        store, engine = stops(casefile, chance.randrange(40))
        try:
            last = list(ran(store, many, engine))
        except BrokenOffError:
            broken += 1
            assert casefile.verify().clean
            assert len(casefile.status().unfinished) == 1
            continue
        finally:
            read += engine.read
        break
    assert broken > 3
    assert everything(casefile) == wanted
    assert [outcome(one) for one in last if isinstance(one.result, Failure)] == [
        one for one in whole if one not in {"new", "known", "version"}
    ]
    [job] = casefile.jobs()
    assert job.finished_at is not None
    assert job.progress.added == whole.count("new")
    again = len(read) - len(set(read)) - broken * whole.count("no_article")
    assert again <= broken * 3 * BATCH


def everything(casefile: Casefile) -> dict[str, list[Any]]:
    """Return all that a casefile keeps, but how often and in which job it tried what failed."""
    kept = contents(casefile)
    for row in kept["failures"]:
        del row["attempts"], row["job"]
    return kept


def test_whoever_stops_asking_leaves_everything_whole(casefile: Casefile, pages: Path) -> None:
    found = file_reports(captured(pages), casefile, OPTIONS, StandIn(), author="Ana")
    for _ in range(5):
        next(found)
    found.close()  # type: ignore[attr-defined]
    assert casefile.verify().clean
    assert casefile.status().counts["reports"] == 5


def test_a_store_that_cannot_keep_more_stops_the_run(
    casefile: Casefile, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = casefile.add_report
    left = iter(range(3))

    def full(*given: Any, **named: Any) -> Any:
        if next(left, None) is None:
            raise StorageFullError("there is no room left to write")
        return add(*given, **named)

    monkeypatch.setattr(casefile, "add_report", full)
    with pytest.raises(StorageFullError):
        list(ran(casefile, [str(pages)], StandIn()))
    [job] = casefile.status().unfinished
    assert job.progress.added == 3
    monkeypatch.undo()
    assert [outcome(one) for one in ran(casefile, [str(pages)], StandIn())][:4] == [
        *["known"] * 3,
        "new",
    ]
    assert casefile.status().unfinished == ()


def test_of_a_thousand_known_reports_all_are_counted(casefile: Casefile, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text("\n".join(f'{{"text": "{number % 10}"}}' for number in range(1000)))
    list(ran(casefile, [str(lines)], StandIn()))
    list(ran(casefile, [str(lines)], StandIn()))
    second, first = casefile.jobs()
    assert (first.progress.added, first.progress.known) == (10, 990)
    assert (second.progress.added, second.progress.known) == (0, 1000)
    with open_casefile(casefile.place) as other:
        assert other.status().counts["reports"] == 10
