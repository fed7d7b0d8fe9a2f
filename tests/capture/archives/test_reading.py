"""What becomes of each kind of record, and what a capture keeps of it."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import tracemalloc
import zlib
from base64 import b32encode
from collections.abc import Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from fastwarc.stream_io import ZstdWriter
from fastwarc.warc import ArchiveIterator
from warcio.archiveiterator import (  # type: ignore[import-untyped]
    ArchiveIterator as WarcioIterator,
)

from recoupe.capture.archives import Accounts, archive_captures, archive_kind
from recoupe.capture.limits import Limits
from recoupe.errors import BinaryInputError
from recoupe.model import Capture, Declared, Failure
from tests.capture.archives.making import HTML, Warc, chunked, crawl, page, raw, read, unpacked

ADDRESS = "http://paper.example/one"


def only(made: Warc) -> Capture:
    """Return the one capture that an archive gives, in which nothing is broken."""
    [capture], failures, _ = read(made.made, "warc.gz")
    assert failures == []
    return capture


def test_a_page_says_where_it_was_found_when_and_in_which_record() -> None:
    [capture], failures, account = read(Warc().info().answer(ADDRESS, page(1)).made, "warc.gz")
    assert failures == []
    assert capture.content == page(1)
    assert capture.sha256 == hashlib.sha256(page(1)).hexdigest()
    assert capture.input == "own#2"
    assert capture.declared.url == ADDRESS
    assert capture.declared.input_id is None
    assert capture.record is not None
    assert capture.record.startswith("urn:uuid:")
    assert capture.captured_at == "2022-05-05T10:00:00+00:00"
    assert (capture.media_type, capture.charset) == ("text/html", "utf-8")
    assert capture.of_archive
    assert account.held == {"other": 1, "page": 1}


def test_records_are_kept_to_the_byte_whatever_they_were_packed_in() -> None:
    members, plain = crawl(3), crawl(3, packed=False)
    for archive in (members, plain, gzip.compress(plain)):
        kind = archive_kind(archive[:1000])
        assert kind is not None
        captures, _, _ = read(archive, kind)
        whole = gzip.decompress(archive) if kind == "warc.gz" else archive
        assert [[one.type for one in each.records] for each in captures] == [
            ["request", "response"]
        ] * 3
        assert all(record in whole for each in captures for record in unpacked(each))
        assert all(record.endswith(b"\r\n\r\n") for each in captures for record in unpacked(each))
    captures, _, _ = read(members, "warc.gz")
    assert all(record.content in members for each in captures for record in each.records)


def test_what_is_kept_is_an_archive_that_others_read_alike() -> None:
    captures, _, _ = read(crawl(3), "warc.gz")
    again = b"".join(record.content for each in captures for record in each.records)
    ids = [record.id for each in captures for record in each.records]
    by_warcio = [
        one.rec_headers.get_header("WARC-Record-ID")[1:-1]
        for one in WarcioIterator(io.BytesIO(again))
    ]
    by_fastwarc = [str(one.record_id)[1:-1] for one in ArchiveIterator(io.BytesIO(again))]
    assert by_warcio == by_fastwarc == ids


def test_a_response_says_what_the_server_sent() -> None:
    body = gzip.compress(page(1), mtime=0)
    capture = only(Warc().answer(ADDRESS, body, http={"Content-Encoding": "gzip"}, asked=True))
    asked, answered = capture.records
    assert (asked.type, asked.concurrent_to) == ("request", answered.id)
    assert (answered.status, answered.media_type) == (200, "text/html")
    assert answered.payload_sha256 == hashlib.sha256(body).hexdigest()
    assert capture.content == page(1)


def in_chunks(body: bytes) -> bytes:
    parts = b"".join(b"%x\r\n%b\r\n" % (len(one), one) for one in chunked(body, 300))
    return parts + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "http"),
    [
        (gzip.compress(page(1)), {"Content-Encoding": "gzip"}),
        (zlib.compress(page(1)), {"Content-Encoding": "deflate"}),
        (brotli.compress(page(1)), {"Content-Encoding": "br"}),
        (in_chunks(page(1)), {"Transfer-Encoding": "chunked"}),
        (
            in_chunks(gzip.compress(page(1))),
            {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"},
        ),
        (page(1), {"Transfer-Encoding": "chunked"}),
        (page(1), {"Content-Encoding": "gzip"}),
        (page(1), {"Content-Encoding": "identity"}),
        (gzip.compress(page(1)), {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
    ],
    ids=[
        "gzip", "deflate", "brotli", "chunks", "gzip in chunks",
        "chunks taken off", "gzip taken off", "identity", "chunks taken off gzip",
    ],
)  # fmt: skip
def test_codings_are_taken_off_unless_a_crawler_did(body: bytes, http: dict[str, str]) -> None:
    assert only(Warc().answer(ADDRESS, body, http=http)).content == page(1)


def test_a_bomb_in_a_page_is_too_large() -> None:
    bomb = gzip.compress(b"<html><body>" + bytes(5_000_000))
    made = Warc().answer(ADDRESS, bomb, http={"Content-Encoding": "gzip"}).answer(ADDRESS, page(1))
    captures, failures, account = read(made.made, "warc.gz", limits=Limits(max_bytes=100_000))
    assert [one.content for one in captures] == [page(1)]
    assert [one.kind for one in failures] == ["too_large"]
    assert account.held == {"broken": 1, "page": 1}


def test_a_coding_that_cannot_be_taken_off_is_told() -> None:
    damaged = gzip.compress(page(1))[:60] + bytes(range(255, 0, -1))
    made = Warc().answer(ADDRESS, damaged, http={"Content-Encoding": "gzip"})
    captures, failures, _ = read(made.made, "warc.gz")
    assert (captures, [one.kind for one in failures]) == ([], ["malformed_input"])
    assert failures[0].input_id is not None


@pytest.mark.parametrize(
    ("url", "body", "media_type", "held"),
    [
        (ADDRESS, b"\x89PNG" + bytes(99), "image/png", "media"),
        (ADDRESS, bytes(range(256)) * 9, "text/html", "data"),
        (ADDRESS, b"a { color: red }", "text/css", "style"),
        (ADDRESS, b"let a = 1", "application/javascript", "style"),
        (ADDRESS, b"%PDF-1.4 words", "application/pdf", "data"),
        (ADDRESS, b"<?xml version='1.0'?><rss><item>one</item></rss>", "text/xml", "data"),
        (ADDRESS, b'{"count": 3}', "application/json", "data"),
        ("http://paper.example/robots.txt", b"User-agent: *\nDisallow:", "text/plain", "data"),
        ("http://paper.example/s.css", b"a { color: red }", "text/plain", "data"),
        (ADDRESS, b"  \n", HTML, "answer"),
        ("urn:pageinfo:http://paper.example/one", page(1), HTML, "other"),
    ],
)
def test_what_is_no_page_is_counted_and_passed_over(
    url: str, body: bytes, media_type: str, held: str
) -> None:
    captures, failures, account = read(Warc().answer(url, body, media_type).made, "warc.gz")
    assert (captures, failures) == ([], [])
    assert account.held == {held: 1}


@pytest.mark.parametrize("status", ["301 Moved", "404 Not Found", "503 Busy", "304 Not Modified"])
def test_answers_other_than_a_page_are_counted(status: str) -> None:
    made = Warc().answer(ADDRESS, page(1), status=status)
    captures, failures, account = read(made.made, "warc.gz")
    assert (captures, failures, account.held) == ([], [], {"answer": 1})


@pytest.mark.parametrize(
    ("body", "media_type", "read_as"),
    [
        (b"The search ended at dark, said the harbour office.", "text/plain", "text/plain"),
        (page(1), "application/xhtml+xml", "text/html"),
        (page(1), "text/plain", "text/html"),
        (page(1), "application/octet-stream", "text/html"),
        (
            json.dumps({"text": "The search ended."}).encode(),
            "application/json",
            "application/json",
        ),
        (page(1), "", "text/html"),
    ],
)
def test_pages_are_told_by_their_bytes(body: bytes, media_type: str, read_as: str) -> None:
    assert only(Warc().answer(ADDRESS, body, media_type)).media_type == read_as


def test_resources_and_conversions_with_text_are_pages() -> None:
    made = Warc().other("resource", ADDRESS, page(1), "text/html; charset=utf-8")
    made.other("conversion", ADDRESS, b"The search ended at dark.", "text/plain")
    made.other("metadata", ADDRESS, b"via: x", "application/warc-fields")
    captures, failures, account = read(made.made, "warc.gz")
    assert failures == []
    assert [one.media_type for one in captures] == ["text/html", "text/plain"]
    assert [one.records[0].status for one in captures] == [None, None]
    assert account.held == {"page": 2, "other": 1}


def revisited() -> Warc:
    """Return an archive with a page that was met again, unaltered, under another address."""
    digest = "sha1:" + b32encode(hashlib.sha1(page(1), usedforsecurity=False).digest()).decode()
    made = Warc().answer(ADDRESS, page(1))
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    again = {"Payload_Digest": digest, "Profile": "identical-payload-digest"}
    return made.other("revisit", f"{ADDRESS}?print", head, "application/http", **again)


def test_a_revisit_is_the_page_that_it_found_again(tmp_path: Path) -> None:
    for packed in (True, False):
        made = revisited().made if packed else gzip.decompress(revisited().made)
        path = tmp_path / "own.warc"
        path.write_bytes(made)
        accounts = Accounts()
        first, again = archive_captures(
            iter((made,)),
            "own",
            "warc.gz" if packed else "warc",
            path=path,
            declared=Declared(),
            limits=Limits(),
            accounts=accounts,
        )
        assert isinstance(first, Capture)
        assert isinstance(again, Capture)
        assert again.content == first.content == page(1)
        assert again.declared.url == f"{ADDRESS}?print"
        assert again.captured_at == "2022-05-06T10:00:00+00:00"
        assert again.record == first.record
        assert [one.type for one in again.records] == ["revisit", "response"]
        assert accounts.of["own"].held == {"page": 1, "known": 1}


def test_a_revisit_whose_page_cannot_be_read_again_is_counted() -> None:
    captures, failures, account = read(revisited().made, "warc.gz")
    assert (len(captures), failures) == (1, [])
    assert account.held == {"page": 1, "revisit": 1}


@pytest.mark.parametrize("field", ["WARC-Block-Digest", "WARC-Payload-Digest"])
@pytest.mark.parametrize("written", ["hex", "base32"])
@pytest.mark.parametrize("name", ["sha1", "sha256", "md5"])
def test_digests_are_checked(field: str, written: str, name: str) -> None:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(1)
    said = block if field == "WARC-Block-Digest" else page(1)
    for content, whole in ((said, True), (said + b"x", False)):
        digest = hashlib.new(name, content, usedforsecurity=False).digest()
        value = digest.hex() if written == "hex" else b32encode(digest).decode()
        captures, failures, account = read(_response(block, f"{field}: {name}:{value}"), "warc")
        assert (len(captures), len(failures)) == ((1, 0) if whole else (0, 1))
        assert account.held["broken"] == (not whole)
        assert whole or field in failures[0].message


def _response(block: bytes, *more: str, version: str = "WARC/1.0") -> bytes:
    head = (
        version,
        "WARC-Type: response",
        "WARC-Record-ID: <urn:uuid:1>",
        f"WARC-Target-URI: <{ADDRESS}>",
        *(more if any(one.startswith("WARC-Date") for one in more) else (_DATE, *more)),
    )
    return raw("\r\n".join(head), block)


_DATE = "WARC-Date: 2022-05-05T10:00:00Z"
_BLOCK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX: \xe9\xff\r\n\r\n" + page(1)


@pytest.mark.parametrize("version", ["WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1"])
@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_versions_and_line_ends_of_others_are_read(version: str, ends: str) -> None:
    record = _response(_BLOCK, version=version)
    head, _, rest = record.partition(b"\r\n\r\n")
    made = head.replace(b"\r\n", ends.encode()) + ends.encode() * 2 + rest
    [capture], failures, _ = read(made, "warc")
    assert failures == []
    assert (capture.content, capture.declared.url) == (page(1), ADDRESS)


def test_an_answer_with_bare_line_ends_is_read() -> None:
    [capture], _, _ = read(_response(_BLOCK.replace(b"\r\n", b"\n")), "warc")
    assert capture.content == page(1)


@pytest.mark.parametrize(
    ("stamp", "read_as"),
    [
        ("2022-05-05T12:00:00.123456789Z", "2022-05-05T12:00:00+00:00"),
        ("2022-05-05T12:00:00+02:00", "2022-05-05T10:00:00+00:00"),
        ("2022-05", "2022-05-01T00:00:00+00:00"),
        ("2022", "2022-01-01T00:00:00+00:00"),
        ("20220505120000", "2022-05-05T12:00:00+00:00"),
        ("2022-05-05T12:00:00", "2022-05-05T12:00:00+00:00"),
    ],
)
def test_dates_are_read_as_exact_as_they_are(stamp: str, read_as: str) -> None:
    [capture], _, _ = read(_response(_BLOCK, f"WARC-Date: {stamp}"), "warc")
    assert capture.captured_at == read_as


@pytest.mark.parametrize("stamp", ["", "yesterday", "2022-13-45T00:00:00Z", "0000"])
def test_a_page_without_a_date_is_broken(stamp: str) -> None:
    captures, failures, _ = read(_response(_BLOCK, f"WARC-Date: {stamp}"), "warc")
    assert (captures, len(failures)) == ([], 1)
    assert "WARC-Date" in failures[0].message


def test_bytes_in_addresses_are_written_as_addresses_write_them() -> None:
    record = _response(_BLOCK).replace(b"paper.example/one", b"paper.example/\xe9t\xe9")
    [capture], _, _ = read(record, "warc")
    assert capture.declared.url == "http://paper.example/%E9t%E9"


def test_a_memento_says_when_another_archive_had_captured_it() -> None:
    http = {"Memento-Datetime": "Thu, 05 May 2016 10:00:00 GMT"}
    assert only(Warc().answer(ADDRESS, page(1), http=http)).archived_at == (
        "2016-05-05T10:00:00+00:00"
    )


def test_what_a_person_says_stands_over_what_an_archive_says() -> None:
    [capture] = archive_captures(
        iter((Warc().answer(ADDRESS, page(1)).made,)),
        "own",
        "warc.gz",
        path=None,
        declared=Declared(language="fr", published="2022-05-04"),
        limits=Limits(),
        accounts=Accounts(),
    )
    assert isinstance(capture, Capture)
    assert (capture.declared.language, capture.declared.published) == ("fr", "2022-05-04")
    assert capture.declared.url == ADDRESS


def test_an_archive_packed_with_zstd_is_read_up_to_damage() -> None:
    out = io.BytesIO()
    writer = ZstdWriter(out)
    writer.write(crawl(20, packed=False))
    writer.close()
    captures, failures, _ = read(out.getvalue(), "warc.zst")
    assert (len(captures), failures) == (20, [])
    captures, failures, _ = read(out.getvalue()[:-200], "warc.zst")
    assert len(failures) == 1
    assert len(captures) < 20


def test_an_arc_file_is_refused_with_a_way_out() -> None:
    arc = b"filedesc://own.arc 0.0.0.0 20220505000000 text/plain 76\n1 0 Us\nURL IP-address\n"
    for content in (arc, gzip.compress(arc)):
        with pytest.raises(BinaryInputError, match="warcio recompress"):
            archive_kind(content, "own.arc.gz")


def test_kinds_are_told_by_bytes_before_names() -> None:
    warc = crawl(1, packed=False)
    assert archive_kind(warc, "own.html") == "warc"
    assert archive_kind(gzip.compress(warc), "own") == "warc.gz"
    assert archive_kind(gzip.compress(b"words"), "words.txt.gz") is None
    assert archive_kind(b"words", "words.txt") is None
    assert archive_kind(b"PK\x03\x04" + bytes(40), "office.docx") is None


def test_however_many_records_there_are_few_are_held() -> None:
    one = crawl(20)

    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield one

    def captures() -> Iterator[Capture | Failure]:
        return archive_captures(
            endless(),
            "own",
            "warc.gz",
            path=None,
            declared=Declared(),
            limits=Limits(),
            accounts=Accounts(),
        )

    tracemalloc.start()
    try:
        count = sum(1 for _ in captures())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 2_000
    assert peak < 3_000_000
