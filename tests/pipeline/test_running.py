"""A run comes to the same rows whatever reads them, in whichever order, and whatever breaks."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from recoupe.capture import capture_inputs
from recoupe.engine import Engine, LocalEngine
from recoupe.errors import StorageFullError, UsageError
from recoupe.flow import ReadOptions, read_batch, read_captures
from recoupe.model import Declared, Failure, Mode, Reading
from recoupe.pipeline import running
from recoupe.pipeline.columns import reading_of
from recoupe.pipeline.folder import AT_WORK, Folder
from recoupe.pipeline.running import Progress
from tests.capture.archives.making import Warc, crawl
from tests.pipeline.readers import Deadly, apart, archives, failures, options, rows, went


class Backwards(LocalEngine):
    """Does the last item first, and tells of it first."""

    def as_done(
        self, step: Callable[[Any], Any], items: Iterable[Any]
    ) -> Iterator[tuple[Any, Any]]:
        return super().as_done(step, reversed(list(items)))


@pytest.mark.process
@pytest.mark.parametrize(
    "engine", [Backwards(), apart(1), apart(3)], ids=["backwards", "one apart", "three apart"]
)
def test_rows_are_equal_whatever_the_engine(engine: Engine, tmp_path: Path) -> None:
    given = archives(tmp_path / "in")
    here = went(given, tmp_path / "here")
    there = went(given, tmp_path / "there", engine)
    assert rows(tmp_path / "there") == rows(tmp_path / "here")
    assert len(rows(tmp_path / "here")) == here.slices > 8
    assert here == there
    assert here.whole
    assert (here.tally.pages, here.tally.readings, here.tally.passed) == (30, 28, {"no_article": 2})
    assert here.tally.bytes == sum(path.stat().st_size for path in given)


def test_rows_are_equal_whatever_the_size_of_slices(tmp_path: Path) -> None:
    given = archives(tmp_path / "in")
    found = []
    for size in (1, 4000, 10**9):
        summary = went(given, tmp_path / str(size), options=options(size=size))
        found.append([row for _, part in rows(tmp_path / str(size)) for row in part])
        assert (summary.slices == 2) == (size == 10**9)
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 28


@pytest.mark.models
def test_readings_are_those_of_the_archive_read_as_a_file(tmp_path: Path) -> None:
    given = archives(tmp_path, pages=6)
    told = options(size=2000)
    went(given, tmp_path / "out", options=told, reader=read_batch)
    found = [(row["record"], reading_of(row)) for _, part in rows(tmp_path / "out") for row in part]
    captures = capture_inputs([str(one) for one in given], declared=Declared(), allow_private=False)
    read = [one for _, one in read_captures(captures, told.read, LocalEngine())]
    assert [one for _, one in found] == read
    assert len(read) == 9
    assert all(isinstance(one, Reading) and one.statements for one in read)
    assert [f"{number}" for number, _ in found] == [
        one.article.input.rpartition("#")[2] for one in read if isinstance(one, Reading)
    ]


@pytest.mark.models
@pytest.mark.parametrize("mode", ["fast", "accurate"])
def test_pages_in_both_languages_and_modes_are_read_as_ever(mode: Mode, tmp_path: Path) -> None:
    made = Warc(packed=True).info()
    for page in sorted(resources.files("recoupe.demo").joinpath("reports").iterdir(), key=str):
        if page.name.endswith(".html"):
            made.answer(f"http://paper.example/{page.name}", page.read_bytes(), asked=True)
    archive = tmp_path / "demo.warc.gz"
    archive.write_bytes(made.made)
    told = replace(options(size=2000), read=ReadOptions(date(2026, 1, 1), mode=mode))
    went([archive], tmp_path / "out", options=told, reader=read_batch)
    found = [reading_of(row) for _, part in rows(tmp_path / "out") for row in part]
    captures = capture_inputs([str(archive)], declared=Declared(), allow_private=False)
    assert found == [one for _, one in read_captures(captures, told.read, LocalEngine())]
    assert {one.article.language for one in found} == {"fr", "en"}
    assert all(one.statements for one in found)


@pytest.mark.process
def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    given = archives(tmp_path / "in", pages=30)
    went(given, tmp_path / "calm")
    command = [sys.executable, "-m", "tests.pipeline.readers", str(tmp_path / "out")]
    there: list[str] = []
    for parts in (0, 2, 5, 9):
        with subprocess.Popen([*command, *map(str, given)]) as process:
            while process.poll() is None and len(done(tmp_path / "out")) < parts:
                time.sleep(0.01)
            time.sleep(0.5 if parts == 0 else 0)
            process.kill()
        assert set(there) <= set(there := done(tmp_path / "out"))
    summary = went(given, tmp_path / "out", apart(2))
    assert summary.before >= 9
    assert rows(tmp_path / "out") == rows(tmp_path / "calm")
    assert summary.tally == went(given, tmp_path / "calm").tally
    assert list(Folder.at(str(tmp_path / "out")).names(AT_WORK)) == []


def done(to: Path) -> list[str]:
    return [str(one) for one in to.glob("readings/*/part-*.parquet")]


@pytest.mark.process
def test_a_record_that_kills_each_worker_is_a_failure_and_all_else_is_read(tmp_path: Path) -> None:
    given = archives(tmp_path / "in")
    went(given, tmp_path / "calm")
    deadly = Deadly(kills=("a.warc.gz#17", "b.warc#5"))
    summary = went(given, tmp_path / "out", apart(2), reader=deadly)
    found = failures(tmp_path / "out")
    assert [(Path(row["archive"]).name, row["record"], row["kind"]) for row in found] == [
        ("a.warc.gz", 17, "worker_lost"),
        ("b.warc", 5, "worker_lost"),
    ]
    assert summary.failed == []
    assert summary.tally.failures == 2
    lost = {(row["archive"], row["record"]) for row in found}
    assert rows(tmp_path / "out") == [
        (name, [row for row in part if (row["archive"], row["record"]) not in lost])
        for name, part in rows(tmp_path / "calm")
    ]


@pytest.mark.process
def test_a_record_that_hangs_is_a_failure_and_all_else_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(crawl(6))
    summary = went(
        [tmp_path / "a.warc.gz"],
        tmp_path / "out",
        apart(1, deadline=2.0),
        options=options(size=10**9, deadline=1.0),
        reader=Deadly(hangs=("a.warc.gz#8",)),
    )
    assert [(row["record"], row["kind"]) for row in failures(tmp_path / "out")] == [
        (8, "worker_lost")
    ]
    assert (summary.tally.readings, summary.failed) == (5, [])


@pytest.mark.process
def test_a_worker_that_is_killed_once_costs_nothing(tmp_path: Path) -> None:
    given = archives(tmp_path / "in")
    once = Deadly(kills=("a.warc.gz#17",), once=str(tmp_path / "killed"))
    summary = went(given, tmp_path / "out", apart(2), reader=once)
    assert (tmp_path / "killed").exists()
    assert summary == went(given, tmp_path / "calm")
    assert rows(tmp_path / "out") == rows(tmp_path / "calm")


@pytest.mark.process
def test_a_slice_of_which_each_record_kills_is_given_up_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "MOST_DEATHS", 4)
    given = archives(tmp_path / "in")
    every = Deadly(kills=tuple(f"b.warc#{number}" for number in range(1, 100)))
    told = options(size=10**9)
    summary = went(given, tmp_path / "out", apart(2), reader=every, options=told)
    [failed] = summary.failed
    assert (failed.kind, failed.input) == ("worker_lost", f"{given[1]}, records 1 to the last")
    assert [row["record"] for row in failures(tmp_path / "out")] == [None]
    assert summary.tally.readings == 19
    again = went(given, tmp_path / "out", options=told)
    assert again.whole
    assert (again.made, again.before) == (9, 1)
    assert failures(tmp_path / "out") == []


def test_an_archive_that_is_not_there_costs_nothing_else(tmp_path: Path) -> None:
    given = [*archives(tmp_path / "in"), tmp_path / "in" / "late.warc.gz"]
    summary = went(given, tmp_path / "out")
    assert [(one.kind, one.input) for one in summary.failed] == [("missing_input", str(given[2]))]
    assert [(row["archive"], row["record"]) for row in failures(tmp_path / "out")] == [
        (str(given[2]), None)
    ]
    assert summary.tally.readings == 28
    given[2].write_bytes(crawl(2))
    late = went(given, tmp_path / "out")
    assert late.whole
    assert (late.made, late.tally.readings) == (2, 30)
    assert failures(tmp_path / "out") == []


def test_what_is_no_archive_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"")
    (tmp_path / "b.txt").write_text("Some words.")
    (tmp_path / "c.warc").mkdir()
    (tmp_path / "c.warc" / "d.warc").write_bytes(crawl(1, packed=False))
    given = [tmp_path / "a.warc.gz", tmp_path / "b.txt", tmp_path / "c.warc"]
    summary = went(given, tmp_path / "out")
    assert [one.kind for one in summary.failed] == ["empty_input", "malformed_input"]
    assert summary.tally.readings == 1


def test_an_archive_that_was_cut_short_gives_what_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(crawl(9)[:-900])
    summary = went([path], tmp_path / "out")
    [row] = failures(tmp_path / "out")
    assert row["kind"] == "malformed_input"
    assert "ends within it" in row["message"]
    assert summary.tally.readings == 8  # of nine pages, one has no report; a picture is cut
    assert not summary.whole


def test_an_archive_that_was_altered_is_read_again_as_a_whole(tmp_path: Path) -> None:
    given = archives(tmp_path / "in")
    went(given, tmp_path / "out")
    given[0].write_bytes(crawl(5))
    os.utime(given[0], (1, 1))
    summary = went(given, tmp_path / "out")
    assert (summary.made, summary.tally.readings) == (5, 14)
    went(given, tmp_path / "fresh")
    assert rows(tmp_path / "out") == rows(tmp_path / "fresh")


def test_an_archive_that_is_altered_while_it_is_read_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(crawl(3))

    def altering(batch: Any, told: Any) -> Any:
        os.utime(path, (1, 1))
        return Deadly()(batch, told)

    summary = went([path], tmp_path / "out", reader=altering)
    assert {"was altered since it was planned" in one.message for one in summary.failed} == {True}
    assert rows(tmp_path / "out") == []
    assert went([path], tmp_path / "out").tally.readings == 3


def test_a_full_disk_ends_the_run_and_nothing_is_lost(tmp_path: Path) -> None:
    given = archives(tmp_path / "in")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (9000, hard))
    try:
        with pytest.raises(StorageFullError, match="no room left; make room and run"):
            went(given, tmp_path / "out")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    went(given, tmp_path / "out")
    went(given, tmp_path / "calm")
    assert rows(tmp_path / "out") == rows(tmp_path / "calm")
    assert list(tmp_path.rglob(".*")) == []


def test_a_part_that_was_damaged_since_is_made_again(tmp_path: Path) -> None:
    given = archives(tmp_path / "in")
    first = went(given, tmp_path / "out")
    calm = rows(tmp_path / "out")
    part = tmp_path / "out" / calm[3][0]
    part.write_bytes(part.read_bytes()[:-100])
    again = went(given, tmp_path / "out")
    assert (again.before, again.tally) == (first.slices - 1, first.tally)
    assert rows(tmp_path / "out") == calm


def test_a_second_run_at_the_same_folder_is_refused(tmp_path: Path) -> None:
    given = archives(tmp_path / "in")
    with (
        Folder.at(str(tmp_path / "out")).locked(),
        pytest.raises(UsageError, match="another run is at work in this folder"),
    ):
        went(given, tmp_path / "out")
    assert went(given, tmp_path / "out").whole


def test_how_far_it_is_is_told(tmp_path: Path) -> None:
    given = archives(tmp_path / "in")
    told: list[Progress] = []
    summary = went(given, tmp_path / "out", moved=told.append)
    size = summary.tally.bytes
    assert told[0] == Progress(0, summary.slices, 0, size, 0)
    assert told[-1] == Progress(summary.slices, summary.slices, size, size, 28)
    assert [one.slices for one in told] == list(range(summary.slices + 1))
    again: list[Progress] = []
    went(given, tmp_path / "out", moved=again.append)
    assert again == [replace(told[-1], readings=0)]


def test_the_day_on_which_a_folder_was_begun_stays(tmp_path: Path) -> None:
    from datetime import date

    given = archives(tmp_path / "in")
    first = options()
    later = replace(first, read=replace(first.read, today=date(2029, 1, 1)))
    seen: list[date] = []

    def looking(batch: Any, told: Any) -> Any:
        seen.append(told.today)
        return Deadly()(batch, told)

    went(given[:1], tmp_path / "out", options=first, reader=looking)
    went(given, tmp_path / "out", options=later, reader=looking)
    assert set(seen) == {date(2026, 1, 1)}
    assert json.loads((tmp_path / "out" / "pipeline.json").read_text())["today"] == "2026-01-01"


def test_a_failure_that_is_not_foreseen_is_of_its_slice_alone(tmp_path: Path) -> None:
    given = archives(tmp_path / "in")

    def broken(batch: Any, told: Any) -> Any:
        if any(one.input.endswith("b.warc#2") for one in batch):
            raise ZeroDivisionError("no such thing")
        return Deadly()(batch, told)

    summary = went(given, tmp_path / "out", reader=broken)
    [failed] = summary.failed
    assert isinstance(failed, Failure)
    assert "ZeroDivisionError: no such thing" in failed.message
    assert summary.tally.readings > 20
