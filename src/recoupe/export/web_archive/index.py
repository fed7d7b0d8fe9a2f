"""CDXJ: where each page is in a web archive, a line each, sorted by address and time.

https://specs.webrecorder.net/cdxj/0.1.0/
"""

from __future__ import annotations

import json
from typing import Final

from surt import surt  # type: ignore[import-untyped]

from recoupe.model import WarcRecord

_REPLAYED: Final = frozenset({"response", "revisit", "resource"})


def index_line(record: WarcRecord, archive: str, offset: int) -> str | None:
    """Return the line of a record at ``offset`` (bytes) of an archive file.

    ``None`` for a record that is not replayed, or has no address on the web.
    """
    url = record.url or ""
    if record.type not in _REPLAYED or not url.startswith(("http://", "https://")):
        return None
    said = {
        "url": url,
        "mime": "warc/revisit" if record.type == "revisit" else record.media_type or "unk",
        "status": str(record.status or 200),
        "digest": f"sha256:{record.payload_sha256}" if record.payload_sha256 else None,
        "length": str(len(record.content)),
        "offset": str(offset),
        "filename": archive,
    }
    told = json.dumps({name: value for name, value in said.items() if value is not None})
    return f"{key_of(url)} {digits(record.date)} {told}"


def key_of(url: str) -> str:
    """Return an address as an index sorts it (SURT): its host from the end, then its path."""
    key: str = surt(url)
    return key.replace(" ", "%20")


def digits(date: str) -> str:
    """Return an ISO 8601 time in UTC as 14 digits."""
    return "".join(filter(str.isdigit, date))[:14]
