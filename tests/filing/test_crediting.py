"""Pictures with a manifest of C2PA are told with what the page says of itself."""

from __future__ import annotations

import gzip
from dataclasses import replace

from recoupe.filing.crediting import with_credentials
from recoupe.model import Credentials, WarcRecord, warc_record
from tests.store.building import PAIR, report
from tests.store.notices import published

PICTURE = "https://paper.example/pier.jpg"
_JPEG = b"\xff\xd8\xff\xeb\x00\x18JP\0\x01\0\0\0\x01jumb....c2pa\xff\xda\0\x02"


def shown(content: bytes) -> WarcRecord:
    """Return the record of a picture."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n" + content
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000003>\r\n"
        f"WARC-Date: 2022-05-05T12:00:00Z\r\nWARC-Target-URI: {PICTURE}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    member = gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)
    return warc_record(
        "urn:uuid:00000003",
        "response",
        "2022-05-05T12:00:00Z",
        member,
        url=PICTURE,
        status=200,
        media_type="image/jpeg",
    )


def test_a_picture_with_a_manifest_is_told() -> None:
    capture, reading = report()
    records = (*PAIR, shown(_JPEG))
    told = with_credentials(replace(capture, records=records, record=PAIR[-1].id), reading)
    assert told.article.metadata is not None
    (found,) = told.article.metadata.credentials
    assert found.image == PICTURE
    assert found.reader is not None or found == Credentials(PICTURE)
    assert told.article.id == reading.article.id


def test_what_the_page_said_stays() -> None:
    capture, reading = published()
    records = (*PAIR, shown(_JPEG))
    told = with_credentials(replace(capture, records=records, record=PAIR[-1].id), reading)
    assert reading.article.metadata is not None
    assert told.article.metadata is not None
    assert told.article.metadata.authors == reading.article.metadata.authors


def test_without_a_manifest_nothing_changes() -> None:
    capture, reading = report()
    assert with_credentials(capture, reading) is reading
    records = (*PAIR, shown(b"\xff\xd8\xff\xda\0\x02"))
    assert with_credentials(replace(capture, records=records), reading) is reading
