"""Exchanges with a server, made by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from recoupe.capture.exchanges import Exchange
from recoupe.capture.warc.heads import read_head


def exchange(url: str, status: int, *fields: str, body: bytes = b"") -> Exchange:
    """Return what a server answered."""
    answered = f"HTTP/1.1 {status} Told\r\n{''.join(f'{one}{chr(13)}{chr(10)}' for one in fields)}"
    head = read_head(f"{answered}\r\n".encode())
    assert head is not None
    return Exchange(
        url=url,
        at=datetime(2022, 5, 6, 12, 0, tzinfo=UTC),
        address="203.0.113.9",
        protocols=("http/1.1",),
        request=b"GET / HTTP/1.1\r\nHost: web.archive.org\r\n\r\n",
        answered=f"{answered}\r\n".encode(),
        head=head,
        body=body,
        payload=body,
    )
