"""What is written of an exchange is read back by others as it went over the connection."""

from __future__ import annotations

import gzip
import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime

import fastwarc
import pytest
from warcio import archiveiterator as warcio

from recoupe.capture.exchanges import Exchange
from recoupe.capture.warc.heads import http_head, read_head
from recoupe.capture.warc.writing import note_of, records_of, response_id
from recoupe.model import WarcRecord

HTML = "<p>La préfète a démenti.</p>".encode()
PACKED = gzip.compress(HTML, mtime=0)
ANSWERED = (
    b"HTTP/1.1 200 Tr\xe8s bien\r\nserver:  odd \r\nX-Twice: a\r\nX-Twice: \xe9\r\n"
    b"Content-Type: text/html; charset=utf-8\r\n"
)


def exchange(answered: bytes = b"", body: bytes = HTML, payload: bytes | None = None) -> Exchange:
    answered = ANSWERED + answered + b"\r\n"
    head = read_head(answered)
    assert head is not None
    return Exchange(
        url="https://news.example/un?a=b",
        at=datetime(2026, 11, 30, 10, 0, 1, 999, UTC),
        address="2001:db8::1",
        protocols=("http/1.1", "tls/1.3"),
        request=b"GET /un?a=b HTTP/1.1\r\nHost: news.example\r\n\r\n",
        answered=answered,
        head=head,
        body=body,
        payload=body if payload is None else payload,
    )


PLAIN = exchange()
ZIPPED = exchange(b"Content-Encoding: gzip\r\n", PACKED)
CHUNKS = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (HTML[:5], HTML[5:], b""))
CHUNKED = exchange(b"Transfer-Encoding: chunked\r\n", CHUNKS, HTML)
EVERY = pytest.mark.parametrize("one", [PLAIN, ZIPPED, CHUNKED], ids=["plain", "zipped", "chunked"])


def archive(*records: WarcRecord) -> io.BytesIO:
    return io.BytesIO(b"".join(record.content for record in records))


@EVERY
def test_a_request_and_its_answer_are_a_pair(one: Exchange) -> None:
    asked, answer = records_of([one])
    assert (asked.type, answer.type) == ("request", "response")
    assert asked.concurrent_to == answer.id == response_id(one)
    assert (asked.date, answer.date) == ("2026-11-30T10:00:01Z",) * 2
    assert (answer.status, answer.media_type) == (200, "text/html")
    assert answer.payload_sha256 == hashlib.sha256(one.payload).hexdigest()
    assert answer.sha256 == hashlib.sha256(answer.content).hexdigest()


@EVERY
def test_warcio_reads_back_what_went_over_the_connection(one: Exchange) -> None:
    raw = warcio.ArchiveIterator(archive(*records_of([one])), no_record_parse=True)
    assert [record.raw_stream.read() for record in raw] == [one.request, one.answered + one.body]
    read = warcio.ArchiveIterator(archive(*records_of([one])), check_digests="raise")
    contents = [record.content_stream().read() for record in read]
    assert contents == [b"", HTML]


@EVERY
def test_fastwarc_reads_back_what_went_over_the_connection(one: Exchange) -> None:
    raw = fastwarc.ArchiveIterator(archive(*records_of([one])), parse_http=False)
    blocks = []
    for record in raw:
        assert record.verify_block_digest()
        blocks.append(record.reader.read())
    assert blocks == [one.request, one.answered + one.body]
    read = fastwarc.ArchiveIterator(archive(*records_of([one])), auto_decode="all")
    assert [record.reader.read() for record in read] == [b"", HTML]


def test_the_head_of_a_record_tells_how_it_came_by() -> None:
    _, answer = records_of([replace(PLAIN, truncated="time")])
    [read] = warcio.ArchiveIterator(archive(answer))
    told = [(name, value) for name, value in read.rec_headers.headers if "Digest" not in name]
    assert told == [
        ("WARC-Type", "response"),
        ("WARC-Record-ID", f"<{answer.id}>"),
        ("WARC-Target-URI", "https://news.example/un?a=b"),
        ("WARC-Date", "2026-11-30T10:00:01Z"),
        ("WARC-IP-Address", "2001:db8::1"),
        ("WARC-Protocol", "http/1.1"),
        ("WARC-Protocol", "tls/1.3"),
        ("WARC-Truncated", "time"),
        ("Content-Type", "application/http; msgtype=response"),
        ("Content-Length", str(len(PLAIN.answered + HTML))),
    ]
    assert read.rec_headers.protocol == "WARC/1.1"


def test_a_record_is_one_gzip_member_and_the_same_in_every_run() -> None:
    assert records_of([CHUNKED]) == records_of([CHUNKED])
    assert records_of([CHUNKED])[1].id != records_of([PLAIN])[1].id
    for record in records_of([CHUNKED]):
        assert gzip.decompress(record.content).startswith(b"WARC/1.1\r\n")
        assert record.content.count(b"\x1f\x8b\x08") == 1


def test_chunks_are_digested_with_their_block_alone() -> None:
    """The standard takes the payload without its chunks, and every checker with them."""
    heads = [gzip.decompress(record.content) for record in records_of([PLAIN, CHUNKED])]
    assert [b"WARC-Payload-Digest: sha256:" in head for head in heads] == [
        False,
        True,
        False,
        False,
    ]
    assert all(b"WARC-Block-Digest: sha256:" in head for head in heads)


def test_a_note_on_an_address_is_a_metadata_record() -> None:
    note = note_of("https://news.example/a.jpg", PLAIN.at, [("via", "x"), ("error", "a\r\nb: c")])
    [block] = [
        read.raw_stream.read()
        for read in warcio.ArchiveIterator(archive(note), no_record_parse=True)
    ]
    assert block == b"via: x\r\nerror: a b: c\r\n"
    assert (note.type, note.url) == ("metadata", "https://news.example/a.jpg")
    assert http_head(note) is None
