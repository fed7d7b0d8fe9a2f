"""Web archives among the inputs: as files, in folders, piped in, handed over."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from recoupe.capture import capture_content, capture_file, capture_inputs
from recoupe.capture.archives import Accounts
from recoupe.model import Capture, Declared, Failure
from tests.capture.archives.making import crawl


def captured(*inputs: Path | str, accounts: Accounts | None = None) -> list[Capture | Failure]:
    names = [str(one) for one in inputs]
    return list(capture_inputs(names, declared=Declared(), allow_private=False, accounts=accounts))


def test_a_folder_is_searched_for_archives(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(crawl(2))
    (tmp_path / "b.WARC").write_bytes(crawl(1, packed=False))
    (tmp_path / "c.txt").write_text("The search ended at dark.")
    (tmp_path / "d.gz").write_bytes(crawl(1))
    accounts = Accounts()
    found = captured(tmp_path, accounts=accounts)
    assert [Path(one.input).name for one in found] == [
        "a.warc.gz#2", "a.warc.gz#5", "b.WARC#2", "c.txt"
    ]  # fmt: skip
    assert [one.held["page"] for one in accounts.of.values()] == [2, 1]
    assert all(one.read == one.size for one in accounts.of.values())


def test_an_archive_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "taken-from-a-site"
    path.write_bytes(crawl(1))
    [found] = captured(path)
    assert isinstance(found, Capture)
    assert found.of_archive


def test_an_archive_that_is_piped_in_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(crawl(3))))
    assert [one.input for one in captured("-")] == ["-#2", "-#5", "-#8"]


def test_an_archive_that_is_handed_over_is_read() -> None:
    found = list(capture_content(crawl(2), "crawl.warc.gz", declared=Declared()))
    assert [one.input for one in found] == ["crawl.warc.gz#2", "crawl.warc.gz#5"]


def test_an_archive_that_is_handed_over_as_a_file_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "aside"
    path.write_bytes(crawl(2))
    accounts = Accounts()
    found = list(capture_file(path, "/crawl.warc.gz", declared=Declared(), accounts=accounts))
    assert [one.input for one in found] == ["/crawl.warc.gz#2", "/crawl.warc.gz#5"]
    account = accounts.of["/crawl.warc.gz"]
    assert (account.path, account.kind, account.held["page"]) == (path, "warc.gz", 2)


def test_a_file_that_is_handed_over_is_what_its_name_says(tmp_path: Path) -> None:
    path = tmp_path / "aside"
    path.write_bytes(b'{"text": "The search ended at dark."}')
    for name, media_type in (("one.txt", "text/plain"), ("one.JSON", "application/json")):
        [found] = capture_file(path, name, declared=Declared())
        assert isinstance(found, Capture)
        assert found.media_type == media_type
        assert found.input.startswith(name)


def test_what_is_said_of_one_report_is_said_of_no_page_of_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawl(2))
    said = Declared(url="https://paper.example/", title="Storm", outlet="The Paper")
    for one in capture_file(path, path.name, declared=said):
        assert isinstance(one, Capture)
        assert one.declared.url in {"http://paper.example/0", "http://paper.example/1"}
        assert (one.declared.title, one.declared.outlet) == (None, "The Paper")


def test_what_is_named_an_archive_and_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"<html>not found</html>" * 20)
    [found] = captured(path)
    assert isinstance(found, Failure)
    assert (found.kind, found.input) == ("malformed_input", f"{path}#1")


def test_an_old_archive_is_refused_with_a_way_out(tmp_path: Path) -> None:
    path = tmp_path / "crawl.arc"
    path.write_bytes(b"filedesc://crawl.arc 0.0.0.0 20050505000000 text/plain 70\n1 0 Us\n")
    [found] = captured(path)
    assert isinstance(found, Failure)
    assert "warcio recompress" in found.message
