"""A folder shows what is whole, on this machine and elsewhere, and holds one run at a time."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from recoupe.errors import StorageFullError, UnreachableError, UsageError
from recoupe.pipeline.folder import Folder


@pytest.fixture(params=["local", "file://", "memory://"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Folder]:
    if request.param == "memory://":
        yield Folder.at("memory://bucket/run")
        fsspec.filesystem("memory").rm("/bucket", recursive=True)
    else:
        prefix = "" if request.param == "local" else request.param
        yield Folder.at(f"{prefix}{tmp_path / 'run'}")


def test_what_is_put_in_place_is_read_listed_and_removed(folder: Folder) -> None:
    assert folder.read("a/b.json") is None
    for name, content in (("a/b.json", b"one"), ("a/b.json", b"two"), ("c", b"three")):
        folder.write(name, content)
    assert folder.read("a/b.json") == b"two"
    assert list(folder.names()) == ["a/b.json", "c"]
    assert list(folder.names("a")) == ["a/b.json"]
    with folder.open("c") as file:
        file.seek(2)
        assert file.read() == b"ree"
    folder.remove("a")
    folder.remove("never there")
    assert list(folder.names()) == ["c"]


def test_what_ends_with_an_error_is_not_put_in_place(folder: Folder) -> None:
    folder.write("part", b"whole")
    with pytest.raises(ZeroDivisionError), folder.made("part") as file:
        _ = file.write(b"half") // 0
    assert folder.read("part") == b"whole"
    assert list(folder.names()) == ["part"]


def test_what_a_dead_run_left_unfinished_is_not_listed_and_is_cleared(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    folder.write("readings/part", b"whole")
    left = tmp_path / "readings" / ".x.unfinished"
    left.write_bytes(b"half")
    assert list(folder.names()) == ["readings/part"]
    folder.clear()
    assert not left.exists()
    assert folder.read("readings/part") == b"whole"


def test_one_run_holds_a_folder_of_this_machine(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path / "new"))
    with (
        folder.locked(),
        pytest.raises(UsageError, match="another run is at work"),
        folder.locked(),
    ):
        raise AssertionError
    with folder.locked():
        assert (tmp_path / "new").is_dir()


def test_a_full_disk_says_what_to_do(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(StorageFullError, match="no room left; make room and run"):
            folder.write("part", bytes(2000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_reached_says_so() -> None:
    pytest.importorskip("aiohttp")
    folder = Folder.at("http://127.0.0.1:9/run")
    with pytest.raises(UnreachableError, match=r"cannot be reached: .*; check the address"):
        folder.read("a")
    with pytest.raises(StorageFullError, match="cannot be written to"):
        folder.write("a", b"")


def test_a_folder_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with (
        pytest.raises(StorageFullError, match="cannot be written to"),
        Folder.at(str(tmp_path / "file" / "run")).locked(),
    ):
        raise AssertionError
