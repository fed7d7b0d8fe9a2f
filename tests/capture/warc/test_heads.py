"""The heads of HTTP messages, in the spelling they came in."""

from __future__ import annotations

import gzip

import pytest

from recoupe.capture.warc.heads import head_end, http_head, read_head
from recoupe.capture.warc.writing import records_of
from recoupe.model import WarcRecord, warc_record
from tests.capture.warc.test_writing import PLAIN


def test_heads_of_a_kept_pair_are_read_back() -> None:
    asked, answer = (http_head(record) for record in records_of([PLAIN]))
    assert asked is not None
    assert (asked.first, asked.status) == ("GET /un?a=b HTTP/1.1", None)
    assert asked.fields == (("Host", "news.example"),)
    assert answer == PLAIN.head
    assert answer is not None
    assert (answer.status, answer.reason) == (200, "Très bien")
    assert answer.fields[0] == ("server", "odd")
    assert answer.all("x-twice") == ("a", "é")
    assert answer.field("x-thrice") is None


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (b"HTTP/1.0 404\r\n\r\n", ()),
        (b"HTTP/1.1 200 OK\nA: b\n\n", (("A", "b"),)),
        (b"HTTP/1.1 200 OK\r\nA: b\r\n\tc\r\n\r\n", (("A", "b c"),)),
        (b"HTTP/1.1 200 OK\r\nnonsense\r\n: x\r\nA : b:c\r\n\r\n", (("A", "b:c"),)),
        (b"HTTP/1.1 200 OK\r\nA: b\x00c\r\n\r\n", (("A", "b\x00c"),)),
    ],
)
def test_odd_heads_are_read_as_far_as_they_go(
    head: bytes, fields: tuple[tuple[str, str], ...]
) -> None:
    read = read_head(head)
    assert read is not None
    assert read.fields == fields
    assert head_end(head + b"body") == len(head)


@pytest.mark.parametrize("head", [b"", b"<html>", b"ICY 200 OK", b"HTTP/1.1 ok"])
def test_what_is_no_head_is_none(head: bytes) -> None:
    assert read_head(head) is None


@pytest.mark.parametrize(
    "content",
    [b"no gzip", gzip.compress(b"WARC/1.1\r\n"), gzip.compress(b"WARC/1.1\r\n\r\n<html>"), b""],
    ids=["no gzip", "no end", "no head", "nothing"],
)
def test_a_damaged_record_has_no_head(content: bytes) -> None:
    assert http_head(warc_record("urn:x", "response", "2026", content)) is None


def test_no_more_is_unpacked_than_heads_are_long() -> None:
    head = b"WARC/1.1\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n"
    bomb: WarcRecord = warc_record(
        "urn:x", "response", "2026", gzip.compress(head + bytes(5_000_000))
    )
    found = http_head(bomb)
    assert found is not None
    assert found.fields == (("A", "b"),)
