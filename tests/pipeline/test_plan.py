"""An archive is planned once, and again when it was altered."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from recoupe.errors import BinaryInputError, MalformedInputError, MissingInputError
from recoupe.pipeline.folder import FAILURES, READINGS, Folder
from recoupe.pipeline.origins import Origin
from recoupe.pipeline.plan import Plan, Planning, kept_plan, planned
from tests.capture.archives.making import crawl
from tests.pipeline.readers import options


def planning(path: Path, folder: Folder) -> Planning:
    return Planning(Origin(str(path), str(path)), folder, options())


def test_a_plan_is_kept_and_taken_again(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.warc.gz", Folder.at(str(tmp_path / "out"))
    path.write_bytes(crawl(12))
    task = planning(path, folder)
    plan = planned(task)
    assert plan.kind == "warc.gz"
    assert len(plan.slices) > 3
    assert kept_plan(folder, task.origin) == plan
    name = f"plans/{task.origin.key}.json"
    folder.write(name, (folder.read(name) or b"").replace(b'"kind": "warc.gz"', b'"kind": "warc"'))
    assert planned(task).kind == "warc"  # what is kept is not looked for again


def test_what_was_made_of_an_archive_that_was_altered_is_removed(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.warc.gz", Folder.at(str(tmp_path / "out"))
    path.write_bytes(crawl(12))
    task = planning(path, folder)
    first = planned(task)
    for under in (READINGS, FAILURES):
        folder.write(f"{under}/file={task.origin.key}/part-00000.parquet", b"of the old one")
        folder.write(f"{under}/file=other/part-00000.parquet", b"of another")
    os.utime(path, (1, 1))
    second = planned(task)
    assert second.slices == first.slices
    assert second.state != first.state
    kept = [name for name in folder.names() if not name.startswith("plans")]
    assert kept == [f"{under}/file=other/part-00000.parquet" for under in (FAILURES, READINGS)]


@pytest.mark.parametrize("content", [b"", b"{}", b'{"slices": [{}]}', b"\xff"])
def test_a_plan_that_cannot_be_read_is_made_again(content: bytes, tmp_path: Path) -> None:
    path, folder = tmp_path / "a.warc", Folder.at(str(tmp_path / "out"))
    path.write_bytes(crawl(3, packed=False))
    task = planning(path, folder)
    plan: Plan = planned(task)
    folder.write(f"plans/{task.origin.key}.json", content)
    assert kept_plan(folder, task.origin) is None
    assert planned(task) == plan


def test_what_is_no_archive_says_so(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path / "out"))
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "b.arc").write_bytes(b"filedesc://b.arc 0.0.0.0 20220505000000 text/plain 9\n")
    for name, error, said in (
        ("a.txt", MalformedInputError, "is no web archive; recoupe read reads other files"),
        ("b.arc", BinaryInputError, "is an ARC file"),
        ("c.warc", MissingInputError, "there is no such file"),
    ):
        with pytest.raises(error, match=said):
            planned(planning(tmp_path / name, folder))
    assert list(folder.names()) == []
