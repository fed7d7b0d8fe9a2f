"""Which archives inputs name, and how their bytes are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from recoupe.errors import MissingInputError, ReportError, UnreachableError, UsageError
from recoupe.pipeline import origins as module
from recoupe.pipeline.origins import Bytes, Origin, origins, state_of, tried, unread


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    system = fsspec.filesystem("memory")
    for name in ("a.warc.gz", "deep/b.warc", "deep/c.txt"):
        system.pipe_file(f"/bucket/{name}", b"bytes of " + name.encode())
    yield system
    system.rm("/bucket", recursive=True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.warc", "a.warc.gz", "deep/c.wacz", "deep/d.txt", ".hidden/e.warc"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"0123456789")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "in"


def names(*inputs: str) -> list[str]:
    return [one.name for one in origins(inputs)]


def test_folders_and_globs_give_archives_in_order_and_files_stand_as_they_are(folder: Path) -> None:
    assert names("in") == ["in/a.warc.gz", "in/b.warc", "in/deep/c.wacz"]
    assert names("in/*.warc*") == ["in/a.warc.gz", "in/b.warc"]
    assert names(f"{folder}/**/*.wacz") == [f"{folder}/deep/c.wacz"]
    assert names("in/deep/d.txt", "in/none.warc") == ["in/deep/d.txt", "in/none.warc"]


def test_what_is_named_twice_is_read_once_under_its_first_name(folder: Path) -> None:
    assert names("in/b.warc", str(folder / "b.warc"), "in/*.warc") == ["in/b.warc"]


def test_a_name_with_marks_of_a_glob_is_a_file_if_there_is_one(folder: Path) -> None:
    (folder / "x[1].warc").write_bytes(b"")
    assert names("in/x[1].warc") == ["in/x[1].warc"]


def test_addresses_give_archives_as_folders_do(memory: fsspec.AbstractFileSystem) -> None:
    every = ["memory:///bucket/a.warc.gz", "memory:///bucket/deep/b.warc"]
    assert names("memory://bucket") == every
    assert names("memory://bucket/") == every
    assert names("memory://bucket/*.gz") == every[:1]
    assert names("memory://bucket/a.warc.gz") == ["memory://bucket/a.warc.gz"]
    assert memory.exists("/bucket")


@pytest.mark.parametrize("given", ["-", " ", "in/deep/*.warc", "memory://nothing/*.warc"])
def test_what_names_no_archive_is_refused(folder: Path, given: str) -> None:
    with pytest.raises(UsageError):
        origins([given])


def test_archives_of_one_name_have_keys_of_their_own() -> None:
    keys = [Origin(name, name).key for name in ("a/é x.warc", "b/é x.warc")]
    assert len(set(keys)) == 2
    assert all(key.startswith("-x.warc-") and len(key) == len("-x.warc-") + 10 for key in keys)
    long = Origin("s3://b/" + "n" * 300 + ".warc", "").key
    assert len(long) < 100


def test_bytes_are_read_from_any_place(folder: Path, memory: fsspec.AbstractFileSystem) -> None:
    assert b"".join(Bytes(Origin("b.warc", str(folder / "b.warc")))(3)) == b"3456789"
    there = Origin("memory://bucket/a.warc.gz", "memory://bucket/a.warc.gz")
    assert b"".join(Bytes(there)(9)) == b"a.warc.gz"
    assert state_of(there).size == len(memory.cat_file("/bucket/a.warc.gz"))


def test_what_cannot_be_read_says_why_and_is_remembered(folder: Path) -> None:
    content = Bytes(Origin("none.warc", str(folder / "none.warc")))
    with pytest.raises(MissingInputError, match=r"none.warc: there is no such file"):
        list(content(0))
    assert isinstance(content.fault, MissingInputError)
    with pytest.raises(MissingInputError, match="is no file"):
        state_of(Origin("in", str(folder)))


def test_a_file_that_is_altered_has_another_state(folder: Path) -> None:
    origin = Origin("b.warc", str(folder / "b.warc"))
    before = state_of(origin)
    assert state_of(origin) == before
    (folder / "b.warc").write_bytes(b"9876543210")
    after = state_of(origin)
    assert (after.size, after != before) == (before.size, True)


def test_only_what_could_not_be_reached_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PAUSES", (0.0, 0.0))
    asked: list[ReportError] = []

    def failing(*errors: ReportError) -> str:
        if len(asked) < len(errors):
            asked.append(errors[len(asked)])
            raise asked[-1]
        return "read"

    broken = unread(ConnectionResetError("reset"), "a.warc")
    assert (broken.kind, broken.retryable) == ("unreachable", True)
    assert tried(lambda: failing(broken, broken)) == "read"
    asked.clear()
    with pytest.raises(UnreachableError, match="cannot be read: reset"):
        tried(lambda: failing(broken, broken, broken))
    assert len(asked) == 3
    asked.clear()
    with pytest.raises(MissingInputError):
        tried(lambda: failing(unread(FileNotFoundError(), "a.warc")))
    assert len(asked) == 1
