"""WACZ: accepted by the standard's validator, read back to the byte, replayed by its index."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

from recoupe.capture import capture_inputs
from recoupe.capture.exchanges import Exchange
from recoupe.capture.warc.heads import read_head
from recoupe.capture.warc.writing import records_of, response_id
from recoupe.model import Declared, Failure
from recoupe.store import Casefile, new_casefile
from tests.export.conftest import THREE, handed
from tests.export.conftest import written as written_as
from tests.store.building import report

AT = datetime(2022, 5, 5, 12, 0, tzinfo=UTC)
URL = "https://paper.example/one?b=2&a=1"


def exchange(url: str, status: int, body: bytes, *fields: str) -> Exchange:
    """Return what a server answered, by way of HTTP/1.1."""
    told = "".join(f"{field}\r\n" for field in fields)
    answered = f"HTTP/1.1 {status} Told\r\n{told}\r\n".encode()
    head = read_head(answered)
    assert head is not None
    return Exchange(
        url=url,
        at=AT,
        address="203.0.113.9",
        protocols=("http/1.1",),
        request=b"GET /one?b=2&a=1 HTTP/1.1\r\nHost: paper.example\r\n\r\n",
        answered=answered,
        head=head,
        body=body,
        payload=body,
    )


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    """Three reports: one fetched after a redirect, one fetched long ago, one from a file."""
    fetched, reading = report(URL, version="2")
    moved = exchange("http://paper.example/one", 301, b"", f"Location: {URL}")
    page = exchange(URL, 200, fetched.content, "Content-Type: text/plain; charset=utf-8")
    fetched = replace(fetched, records=records_of([moved, page]), record=response_id(page))
    folder = tmp_path_factory.mktemp("wacz") / "case"
    with new_casefile(str(folder), author="Ana", name="Port-Clair") as casefile:
        casefile.add_report(fetched, reading, author="Ana")
        casefile.add_report(*report(THREE, killed=14, version="2"), author="Ana")
        casefile.add_report(*report(None, killed=15, version="2"), author="Ana")
        yield casefile


@pytest.fixture(scope="module")
def written(case: Casefile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the casefile."""
    path = tmp_path_factory.mktemp("archive") / "port.wacz"
    path.write_bytes(archive_of(case))
    return path


def archive_of(casefile: Casefile, *, protected: bool = False) -> bytes:
    return written_as("wacz", handed(casefile, protected=protected))


def held(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as package:
        return package.read(name)


def lines(path: Path, name: str) -> list[Any]:
    return [json.loads(line) for line in held(path, name).splitlines()]


def test_the_validator_of_the_standard_accepts_it(written: Path) -> None:
    command = [sys.executable, "-m", "wacz", "validate", "-f", str(written)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "Validation succeeded" in told.stdout


def test_warcio_and_fastwarc_read_it_alike_and_no_digest_is_wrong(written: Path) -> None:
    archive = held(written, "archive/data.warc.gz")
    slow = [
        (one.rec_type, one.rec_headers.get("WARC-Target-URI"), one.content_stream().read())
        for one in ArchiveIterator(io.BytesIO(archive), check_digests="raise")
    ]
    fast = [
        (one.headers["WARC-Type"], one.headers.get("WARC-Target-URI"), one.reader.read())
        for one in FastIterator(io.BytesIO(archive), record_types=WarcRecordType.any_type)
    ]
    assert slow == fast
    assert [kind for kind, *_ in slow] == [
        "warcinfo",
        *("request", "response") * 2,
        "resource",
        "resource",
    ]


def test_what_was_fetched_is_handed_over_to_the_byte(case: Casefile, written: Path) -> None:
    archive = held(written, "archive/data.warc.gz")
    kept = [case.record(one.id).content for one in case.records()]
    assert len(kept) == 4
    assert b"".join(kept) in archive


def test_every_line_of_the_index_leads_to_its_record(written: Path) -> None:
    archive = held(written, "archive/data.warc.gz")
    index = held(written, "indexes/index.cdx").decode().splitlines()
    assert index == sorted(index)
    urls = []
    for line in index:
        key, stamp, told = line.split(" ", 2)
        said = json.loads(told)
        start = int(said["offset"])
        member = gzip.decompress(archive[start : start + int(said["length"])])
        assert f"WARC-Target-URI: {said['url']}\r\n".encode() in member
        assert key.startswith("example,paper")
        assert len(stamp) == 14
        urls.append((said["url"], said["status"]))
    assert urls == [("http://paper.example/one", "301"), (URL, "200"), (THREE, "200")]


def test_pages_are_listed_with_their_titles_and_texts(case: Casefile, written: Path) -> None:
    head, *pages = lines(written, "pages/pages.jsonl")
    assert head["format"] == "json-pages-1.0"
    readings = [one.reading.article for one in case.readings()]
    assert [(one["id"], one["title"], one["text"]) for one in pages] == [
        (article.id, article.title, article.text) for article in readings
    ]
    assert [one["url"] for one in pages[:2]] == [URL, THREE]
    assert pages[2]["url"] == f"urn:sha256:{readings[2].capture.sha256}"


def test_no_path_of_anybodys_disk_is_in_it(tmp_path: Path) -> None:
    file = tmp_path / "secret-folder" / "report.txt"
    file.parent.mkdir()
    capture, reading = report(None)
    with new_casefile(str(tmp_path / "case"), author="Ana") as casefile:
        casefile.add_report(replace(capture, input=str(file)), reading, author="Ana")
        written = io.BytesIO(archive_of(casefile))
    with zipfile.ZipFile(written) as package:
        archive = gzip.decompress(package.read("archive/data.warc.gz"))
        assert b"secret-folder" not in archive
        assert b"secret-folder" not in package.read("pages/pages.jsonl")


def test_our_own_reader_finds_the_same_reports_in_it(case: Casefile, written: Path) -> None:
    found = [
        one
        for one in capture_inputs([str(written)], declared=Declared(), allow_private=False)
        if not isinstance(one, Failure)
    ]
    kept = {one.reading.article.capture.sha256 for one in case.readings()}
    assert {one.sha256 for one in found} == kept
    assert [one.declared.url for one in found] == [URL, THREE, None]
    assert all(case.knows(one) for one in found)  # it holds nothing new for its own casefile


def test_the_same_casefile_gives_the_same_bytes(case: Casefile) -> None:
    assert archive_of(case) == archive_of(case)


def test_reports_in_which_anything_is_masked_are_left_out(guarded: Casefile) -> None:
    masked = archive_of(guarded)
    with zipfile.ZipFile(io.BytesIO(masked)) as package:
        assert gzip.decompress(package.read("archive/data.warc.gz")).count(b"WARC-Type:") == 1
        assert package.read("pages/pages.jsonl").count(b"\n") == 1
        told = json.loads(package.read("datapackage.json"))
    assert told["description"]
    whole = archive_of(guarded, protected=True)
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        assert package.read("pages/pages.jsonl").count(b"\n") == 4
