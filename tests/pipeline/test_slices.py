"""The step that reads a slice: what it counts, what it leaves behind, when it stops."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from recoupe.errors import MalformedInputError, UnreachableError
from recoupe.flow import Batch, ReadOptions, Result
from recoupe.model import Capture
from recoupe.pipeline import origins
from recoupe.pipeline.folder import AT_WORK, Folder
from recoupe.pipeline.notes import Note, read_note
from recoupe.pipeline.origins import Origin
from recoupe.pipeline.parts import Tally, part_name, tally_of
from recoupe.pipeline.plan import Planning, planned
from recoupe.pipeline.slices import Slicing, read_slice, slicings
from tests.capture.archives.making import crawl
from tests.pipeline.readers import SLICE, failures, options, quick, rows


def tasks(path: Path, to: Path, *, size: int = SLICE) -> list[Slicing]:
    told, folder = options(size=size), Folder.at(str(to))
    plan = planned(Planning(Origin(str(path), str(path)), folder, told))
    return list(slicings(plan, folder, told, "a run"))


def crawled(folder: Path, pages: int) -> Path:
    path = folder / "a.warc.gz"
    path.write_bytes(crawl(pages))
    return path


def test_a_slice_says_what_it_held_and_leaves_its_files_alone(tmp_path: Path) -> None:
    path = crawled(tmp_path, 9)
    [task] = tasks(path, tmp_path / "out", size=10**9)
    tally = read_slice(task, quick)
    size = path.stat().st_size
    assert tally == Tally({"media": 9, "other": 10, "page": 9}, {"no_article": 1}, 8, 0, size)
    name = part_name(task.origin.key, 0)
    assert tally_of(task.folder, name) == tally
    assert [one for one in task.folder.names() if not one.startswith("plans/")] == [name]


def test_readers_get_batches_without_the_records_of_the_archive(tmp_path: Path) -> None:
    [task] = tasks(crawled(tmp_path, 20), tmp_path / "out", size=10**9)
    seen: list[Batch] = []

    def looking(batch: Batch, told: ReadOptions) -> tuple[Result, ...]:
        seen.append(batch)
        return quick(batch, told)

    read_slice(task, looking)
    assert [len(batch) for batch in seen] == [16, 4]
    assert all(isinstance(one, Capture) and not one.records for batch in seen for one in batch)


def test_while_a_batch_is_read_its_first_record_is_noted(tmp_path: Path) -> None:
    [task] = tasks(crawled(tmp_path, 20), tmp_path / "out", size=10**9)
    noted: list[int | None] = []

    def looking(batch: Batch, told: ReadOptions) -> tuple[Result, ...]:
        noted.append(read_note(task.folder, task.note, "a run").at)
        return quick(batch, told)

    read_slice(task, looking)
    assert noted == [1, 48]
    assert list(task.folder.names(AT_WORK)) == []


def test_a_batch_where_workers_died_is_read_singly_and_the_rest_is_not(tmp_path: Path) -> None:
    [task] = tasks(crawled(tmp_path, 40), tmp_path / "out", size=10**9)
    left = Note("a run", at=48, died=(48,))
    task.folder.write(task.note, _json(left))
    sizes: list[int] = []

    def looking(batch: Batch, told: ReadOptions) -> tuple[Result, ...]:
        sizes.append(len(batch))
        return quick(batch, told)

    assert read_slice(task, looking).readings == 39
    assert sizes == [16, *[1] * 16, 8]


def test_a_record_that_is_given_up_is_a_failure_in_its_place(tmp_path: Path) -> None:
    [task] = tasks(crawled(tmp_path, 6), tmp_path / "out", size=10**9)
    task.folder.write(task.note, _json(Note("a run", at=8, alone=True, died=(1, 1), singly=(1,))))
    tally = read_slice(task, quick)
    assert (tally.readings, tally.failures, tally.held["broken"]) == (5, 1, 1)
    [row] = failures(tmp_path / "out")
    assert (row["record"], row["kind"]) == (8, "worker_lost")
    assert row["message"].endswith("read it alone with recoupe read, and report it")


def _json(note: Note) -> bytes:
    import json
    from dataclasses import asdict

    return json.dumps(asdict(note)).encode()


def test_an_archive_that_was_altered_is_not_read(tmp_path: Path) -> None:
    path = crawled(tmp_path, 3)
    [task] = tasks(path, tmp_path / "out", size=10**9)
    path.write_bytes(crawl(4))
    with pytest.raises(MalformedInputError, match="was altered since it was planned"):
        read_slice(task, quick)
    assert rows(tmp_path / "out") == []


def test_a_connection_that_breaks_is_tried_again_and_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origins, "_PAUSES", (0.0, 0.0))
    [task] = tasks(crawled(tmp_path, 20), tmp_path / "out", size=10**9)
    left = [UnreachableError("reset"), UnreachableError("reset")]

    def breaking(batch: Batch, told: ReadOptions) -> tuple[Result, ...]:
        if len(batch) == 4 and left:
            raise left.pop()
        return quick(batch, told)

    assert read_slice(task, breaking).readings == 19
    [(_, found)] = rows(tmp_path / "out")
    assert len(found) == 19


def test_a_worker_whose_run_was_ended_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone:
        def is_alive(self) -> bool:
            return False

    [task] = tasks(crawled(tmp_path, 3), tmp_path / "out", size=10**9)
    monkeypatch.setattr(multiprocessing, "parent_process", Gone)
    with pytest.raises(SystemExit, match="the run was ended"):
        read_slice(task, quick)
    assert rows(tmp_path / "out") == []


@pytest.mark.parametrize("scheme", ["", "memory"])
def test_a_package_is_read_wherever_it_is(scheme: str, tmp_path: Path) -> None:
    import fsspec

    path = tmp_path / "a.wacz"
    with ZipFile(path, "w") as package:
        package.writestr("archive/a.warc.gz", crawl(2))
        package.writestr("archive/b.warc.gz", crawl(1))
    address = str(path)
    if scheme:
        address = f"memory://packages/{tmp_path.name}.wacz"
        fsspec.filesystem("memory").put_file(str(path), address)
    told, folder = options(), Folder.at(str(tmp_path / "out"))
    plan = planned(Planning(Origin(address, address), folder, told))
    [task] = slicings(plan, folder, told, "a run")
    assert read_slice(task, quick).readings == 3
    [(_, found)] = rows(tmp_path / "out")
    assert [(row["record"], row["offset"]) for row in found] == [(2, None), (5, None), (9, None)]


def test_what_a_slice_is_called_tells_its_records(tmp_path: Path) -> None:
    path = crawled(tmp_path, 9)
    found: list[Any] = tasks(path, tmp_path / "out")
    assert len(found) > 2
    assert found[0].records == f"{path}, records 1 to {found[1].part.first - 1}"
    assert found[-1].records == f"{path}, records {found[-1].part.first} to the last"
    assert sum(task.bytes for task in found) == path.stat().st_size
