"""Exchanges to records of a web archive, by warcio: a request and a response each (WARC 1.1).

A block holds the message as it went over the connection, transfer coding and all (ISO 28500, 6.3).
The payload of a chunked answer is told by the standard without its chunks, and by every reader that
checks digests with them; so such a record has the digest of its block alone.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from recoupe.capture.exchanges import Exchange
from recoupe.model import RecordType, WarcRecord, warc_record

_VERSION: Final = "WARC/1.1"
_REQUEST: Final = "application/http; msgtype=request"
_RESPONSE: Final = "application/http; msgtype=response"
FIELDS: Final = "application/warc-fields"


class _Writer(WARCWriter):  # type: ignore[misc]
    """warcio's writer, which leaves digests as they are told."""

    def ensure_digest(
        self, record: ArcWarcRecord, block: bool = True, payload: bool = True
    ) -> None:
        """Add none."""


def records_of(exchanges: Iterable[Exchange]) -> tuple[WarcRecord, ...]:
    """Return the records of exchanges in order, of each the request and then the response.

    The same exchange gives the same bytes and ids in every run: ids are UUIDs of version 5, made of
    the kind of record, its address, its time and the hash of its block.
    """
    return tuple(record for exchange in exchanges for record in _pair(exchange))


def response_id(exchange: Exchange) -> str:
    """Return the id of the record that holds the answer of an exchange."""
    return _id("response", exchange, _block(exchange))


def note_of(url: str, at: datetime, fields: Sequence[tuple[str, str]]) -> WarcRecord:
    """Return a metadata record on an address: names and values, each on one line."""
    return _whole("metadata", url, _date(at), FIELDS, fields_block(fields))


def resource_of(url: str, at: datetime, media_type: str, content: bytes) -> WarcRecord:
    """Return a resource record: bytes that came by no exchange; ``media_type`` is all of it."""
    return _whole("resource", url, _date(at), media_type, content)


def about_of(name: str, at: datetime, fields: Sequence[tuple[str, str]]) -> WarcRecord:
    """Return the warcinfo record of the archive file ``name``."""
    block, date = fields_block(fields), _date(at)
    id_ = record_id("warcinfo", name, date, block)
    head = [
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", f"<{id_}>"),
        ("WARC-Filename", name),
        ("WARC-Date", date),
        *_digests(block),
    ]
    return warc_record(id_, "warcinfo", date, member(head, "warcinfo", FIELDS, block))


def fields_block(fields: Sequence[tuple[str, str]]) -> bytes:
    """Return names and values as the block of a record, each on one line."""
    return "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in fields).encode()


def _whole(kind: RecordType, url: str, date: str, media_type: str, block: bytes) -> WarcRecord:
    """Return a record whose block is its payload."""
    id_ = record_id(kind, url, date, block)
    head = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<{id_}>"),
        ("WARC-Target-URI", url),
        ("WARC-Date", date),
        *_digests(block, block),
    ]
    return warc_record(
        id_,
        kind,
        date,
        member(head, kind, media_type, block),
        url=url,
        media_type=media_type.partition(";")[0].strip().lower(),
        payload_sha256=hashlib.sha256(block).hexdigest(),
    )


def _pair(exchange: Exchange) -> Iterator[WarcRecord]:
    answer, asked = _block(exchange), exchange.request
    answered = response_id(exchange)
    yield _record("request", exchange, asked, _digests(asked), concurrent_to=answered)
    whole = exchange.body == exchange.payload
    digests = _digests(answer, exchange.payload if whole else None)
    if exchange.truncated:
        digests.append(("WARC-Truncated", exchange.truncated))
    yield _record("response", exchange, answer, digests)


def _record(
    kind: RecordType,
    exchange: Exchange,
    block: bytes,
    more: Sequence[tuple[str, str]],
    *,
    concurrent_to: str | None = None,
) -> WarcRecord:
    id_, date = _id(kind, exchange, block), _date(exchange.at)
    head = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<{id_}>"),
        ("WARC-Target-URI", exchange.url),
        ("WARC-Date", date),
        ("WARC-IP-Address", exchange.address),
        *(("WARC-Protocol", protocol) for protocol in exchange.protocols),
        *([("WARC-Concurrent-To", f"<{concurrent_to}>")] if concurrent_to else []),
        *more,
    ]
    answers = kind == "response"
    return warc_record(
        id_,
        kind,
        date,
        member(head, kind, _RESPONSE if answers else _REQUEST, block),
        url=exchange.url,
        concurrent_to=concurrent_to,
        status=exchange.status if answers else None,
        media_type=exchange.media_type if answers else None,
        payload_sha256=hashlib.sha256(exchange.payload).hexdigest() if answers else None,
    )


def member(
    head: Sequence[tuple[str, str]], kind: RecordType, media_type: str, block: bytes
) -> bytes:
    """Return one gzip member with the head and the block of a record, to the byte."""
    stream = io.BytesIO()
    headers = StatusAndHeaders("", list(head), protocol=_VERSION)
    # without the HTTP head apart: warcio would write it anew, in a spelling of its own
    record = ArcWarcRecord("warc", kind, headers, io.BytesIO(block), None, media_type, len(block))
    _Writer(stream, gzip=True, warc_version=_VERSION).write_record(record)
    return stream.getvalue()


def _digests(block: bytes, payload: bytes | None = None) -> list[tuple[str, str]]:
    found = [("WARC-Block-Digest", f"sha256:{hashlib.sha256(block).hexdigest()}")]
    if payload is not None:
        found.append(("WARC-Payload-Digest", f"sha256:{hashlib.sha256(payload).hexdigest()}"))
    return found


def _block(exchange: Exchange) -> bytes:
    return exchange.answered + exchange.body


def _id(kind: str, exchange: Exchange, block: bytes) -> str:
    return record_id(kind, exchange.url, _date(exchange.at), block)


def record_id(kind: str, url: str, date: str, block: bytes) -> str:
    """Return the id of a record: the same address, time and block always have the same."""
    name = f"{kind} {url} {date} {hashlib.sha256(block).hexdigest()}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"


def _date(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
