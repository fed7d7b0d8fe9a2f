"""Captures made again from archives are the very same, records and all, or the failure says why."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from recoupe.capture import capture_inputs
from recoupe.capture.limits import Limits
from recoupe.model import Capture, Declared, Failure
from recoupe.pipeline.again import Archives
from recoupe.pipeline.columns import Row
from recoupe.pipeline.origins import Bytes
from recoupe.pipeline.selecting import selected
from tests.capture.archives.making import Warc, crawl, page
from tests.capture.archives.test_packages import package
from tests.capture.archives.test_slices import revisiting
from tests.pipeline.laying import lay_archive

KINDS = ("crawl.warc.gz", "crawl.warc", "whole.warc.gz", "crawl.warc.zst", "crawl.wacz")
"""Those from the third on cannot be read from the middle: ``whole`` is one member of gzip."""


def packed(archive: bytes, name: str) -> bytes:
    """Return an archive of gzip members in the kind that a name says."""
    if name.endswith(".wacz"):
        return package({"archive/one.warc.gz": archive})
    plain = gzip.decompress(archive)
    if name.endswith(".gz"):
        return gzip.compress(plain) if name.startswith("whole") else archive
    if name.endswith(".warc"):
        return plain
    import pyarrow as pa

    with pa.BufferOutputStream() as out:
        with pa.CompressedOutputStream(out, "zstd") as stream:
            stream.write(plain)
        return out.getvalue().to_pybytes()


def read_through(path: Path) -> list[Capture]:
    found = capture_inputs([str(path)], declared=Declared(), allow_private=False)
    return [one for one in found if isinstance(one, Capture)]


def rows_of(path: Path | str, folder: Path) -> list[Row]:
    return list(selected(lay_archive(folder, str(path))))


def again(rows: list[Row]) -> list[Capture | Failure]:
    archives = Archives(Limits())
    return [archives.capture(row) for row in rows]


@pytest.mark.parametrize("name", KINDS)
def test_each_capture_is_the_one_that_reading_the_archive_gives(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(packed(crawl(9), name))
    rows = rows_of(path, tmp_path / "to")
    assert (rows[1]["offset"] is None) == (name in KINDS[2:])
    captures = read_through(path)
    assert len(captures) == 9
    assert [record.type for record in captures[0].records] == ["request", "response"]
    assert again(rows) == captures
    assert again(rows[1::3]) == captures[1::3]
    assert again(rows[::-1]) == captures[::-1]


@pytest.mark.parametrize("name", KINDS[:2])
def test_revisits_find_the_pages_that_they_found_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(packed(revisiting(), name))
    rows = rows_of(path, tmp_path / "to")
    assert sum(row["original"] is not None for row in rows) == 3
    assert again(rows) == read_through(path)


def test_only_the_bytes_of_the_record_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawl(9))
    rows = rows_of(path, tmp_path / "to")

    def refused(*_: object) -> Iterator[bytes]:
        raise AssertionError("the archive is read from a place on")

    monkeypatch.setattr(Bytes, "__call__", refused)
    assert len(again(rows)) == 9


def test_archives_elsewhere_are_read_by_their_addresses(tmp_path: Path) -> None:
    system = fsspec.filesystem("memory")
    for name in ("memory://again/crawl.warc.gz", "memory://again/crawl.wacz"):
        path = tmp_path / name.rpartition("/")[2]
        path.write_bytes(packed(crawl(3), name))
        rows = rows_of(path, tmp_path / "to" / path.name)
        system.pipe_file(name, path.read_bytes())
        for row in rows:
            row["archive"] = name
        found = again(rows)
        assert all(isinstance(one, Capture) for one in found)
        assert [one.input for one in found] == [f"{name}#{row['record']}" for row in rows]
        system.rm("again", recursive=True)
        assert {one.kind for one in again(rows) if isinstance(one, Failure)} == {"missing_input"}


@pytest.mark.parametrize("name", KINDS)
def test_an_archive_that_is_gone_is_a_failure_of_each_row(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(packed(crawl(3), name))
    rows = rows_of(path, tmp_path / "to")
    path.unlink()
    found = again(rows)
    assert [one.input for one in found] == [f"{path}#{row['record']}" for row in rows]
    for one in found:
        assert isinstance(one, Failure)
        assert one.kind == "missing_input"
        assert one.message.startswith(f"{one.input}: ")


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("pages", [3, 0])
def test_an_archive_that_was_altered_is_a_failure_of_what_is_not_there(
    tmp_path: Path, name: str, pages: int
) -> None:
    path = tmp_path / name
    path.write_bytes(packed(crawl(4), name))
    rows = rows_of(path, tmp_path / "to")
    path.write_bytes(packed(crawl(pages), name))
    *_, last = again(rows)
    assert isinstance(last, Failure)
    assert last.kind == "malformed_input"
    assert last.message.startswith(f"{path}#{rows[-1]['record']}: the archive was altered since")
    assert "recoupe pipeline again" in last.message


def test_the_same_page_captured_at_another_time_is_not_the_one_that_was_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(packed(crawl(2), "crawl.warc"))
    rows = rows_of(path, tmp_path / "to")
    path.write_bytes(path.read_bytes().replace(b"2022-05-05T10:00:00Z", b"2022-05-05T11:00:00Z"))
    assert [one.kind for one in again(rows) if isinstance(one, Failure)] == ["malformed_input"] * 2


def test_a_page_without_an_address_may_tell_one_itself(tmp_path: Path) -> None:
    path = tmp_path / "pasted.warc"
    made = Warc(packed=False)
    made.other("resource", f"urn:sha256:{'a' * 64}", page(1), "text/html")
    made.answer("https://paper.example/2", page(2))
    path.write_bytes(made.made)
    rows = rows_of(path, tmp_path / "to")
    for row in rows:
        row["url"] = "https://told.example"
    found = again(rows)
    assert [type(one) for one in found] == [Capture, Failure]
    assert found[0].declared.url is None


def test_other_archives_are_read_though_one_is_gone(tmp_path: Path) -> None:
    rows = []
    for name in ("a.warc.gz", "b.warc.gz"):
        (tmp_path / name).write_bytes(crawl(2))
        rows += rows_of(tmp_path / name, tmp_path / name[0])
    (tmp_path / "a.warc.gz").unlink()
    assert [type(one) for one in again(rows)] == [Failure, Failure, Capture, Capture]
