"""Records of web archives: what was asked of a server and what it answered, as it was (WARC 1.1).

WARC 1.1 is ISO 28500:2017; the names of the fields are those of its sections 5 and 6.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

RecordType = Literal[
    "warcinfo", "request", "response", "resource", "metadata", "revisit", "conversion"
]


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record as it is kept: ``content`` is one gzip member with its head and its block.

    Members one after the other are a ``.warc.gz``. ``id`` is the WARC-Record-ID without its
    brackets, ``url`` the WARC-Target-URI, ``date`` the WARC-Date (ISO 8601, UTC);
    ``concurrent_to`` is the id of the record of the same exchange. ``status`` and ``media_type``
    are those of the HTTP answer, ``payload_sha256`` is of its body as the server sent it, in hex
    digits: each ``None`` where the record has none. ``sha256`` is of ``content``.
    """

    id: str
    type: RecordType
    date: str
    content: bytes
    sha256: str
    url: str | None = None
    concurrent_to: str | None = None
    status: int | None = None
    media_type: str | None = None
    payload_sha256: str | None = None


def warc_record(
    id_: str,
    type_: RecordType,
    date: str,
    content: bytes,
    *,
    url: str | None = None,
    concurrent_to: str | None = None,
    status: int | None = None,
    media_type: str | None = None,
    payload_sha256: str | None = None,
) -> WarcRecord:
    """Return the record whose gzip member is ``content``, with its hash."""
    return WarcRecord(
        id=id_,
        type=type_,
        date=date,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        url=url,
        concurrent_to=concurrent_to,
        status=status,
        media_type=media_type,
        payload_sha256=payload_sha256,
    )
