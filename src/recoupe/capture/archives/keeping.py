"""Records as a capture keeps them: one gzip member each, unpacked the same as in the archive."""

from __future__ import annotations

import gzip
import hashlib
from typing import Final, cast

from recoupe.capture.archives.cutting import END, Cut
from recoupe.capture.archives.payloads import Payload
from recoupe.model import WarcRecord, content_id, warc_record
from recoupe.model.archiving import RecordType

_LEVEL: Final = 6


def kept(
    cut: Cut, date: str, payload: Payload | None = None, body: bytes | None = None
) -> WarcRecord:
    """Return a record as it is kept; of an answer, ``payload`` and its ``body`` as it was sent.

    The archive's own gzip member is kept where it holds this record and nothing else.
    """
    whole = cut.content + END
    return warc_record(
        record_name(cut),
        cast("RecordType", cut.head.type),
        date,
        cut.member or gzip.compress(whole, _LEVEL, mtime=0),
        url=cut.head.url,
        concurrent_to=cut.head.concurrent_to,
        status=payload.status if payload else None,
        media_type=payload.media_type if payload else None,
        payload_sha256=None if body is None else hashlib.sha256(body).hexdigest(),
    )


def record_name(cut: Cut) -> str:
    """Return the id of a record; one of its content where it says none."""
    return (
        cut.head.id
        or f"urn:recoupe:{content_id('record', hashlib.sha256(cut.content).hexdigest())}"
    )
