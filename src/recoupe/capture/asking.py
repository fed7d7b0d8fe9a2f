"""One question to a server and its answer, kept as they went over the connection."""

from __future__ import annotations

import ssl
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import httpcore

from recoupe.capture.connecting import Wire, trusted, unreachable
from recoupe.capture.exchanges import Exchange, Truncated
from recoupe.capture.limits import Limits
from recoupe.capture.warc.heads import head_end, read_head
from recoupe.errors import FetchError, ReportError, TooLargeError

if TYPE_CHECKING:
    import httpx

PAGES: Final = frozenset({200, 203})
"""Answers whose body is the page; of every other only what fits below is kept."""
_KEPT: Final = 100_000
"""Bytes kept of a body that is no page, or too long to be one."""
_PATIENCE: Final = 5.0
"""Seconds for such a body."""
_UPGRADE: Final = 101


@dataclass(slots=True)
class _Body:
    """The body of an answer as it comes, transfer coding taken off."""

    payload: bytearray = field(default_factory=bytearray)
    truncated: Truncated | None = None
    error: ReportError | None = None

    def ends(self, error: ReportError, truncated: Truncated) -> None:
        self.error, self.truncated = error, truncated


def ask(
    url: httpx.URL,
    fields: Sequence[tuple[str, str]],
    wire: Wire,
    limits: Limits,
    *,
    cut_at: int | None = None,
    content: bytes | None = None,
) -> tuple[Exchange | None, ReportError | None]:
    """Ask for ``url`` over a wire; return the exchange, if an answer came, and what went wrong.

    What is sent with it, if anything is, is ``content``.

    The body of a page must come whole and within the limits, or be cut at ``cut_at`` bytes; what is
    missing of another is noted in the exchange and no error.
    """
    at, body = datetime.now(UTC), _Body()
    host = url.netloc.decode("ascii")
    asked = [("Host", host), *fields, ("Connection", "close")]
    origin = httpcore.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )
    try:
        with (
            httpcore.HTTPConnection(
                origin.origin, ssl_context=_context(url), network_backend=wire
            ) as connection,
            connection.stream(
                "GET" if content is None else "POST", origin, headers=asked, content=content
            ) as response,
        ):
            wire.answered = True
            if response.status in PAGES and cut_at is not None:
                _read_start(response, body, cut_at)
            elif response.status in PAGES:
                _read_page(response, body, wire, limits)
            elif response.status != _UPGRADE:
                _read_little(response, body, wire)
    except httpcore.ProtocolError as error:
        body.ends(_broken(error, wire), "disconnect")
    except ReportError as error:
        late: Truncated = "disconnect" if wire.ended else "time"
        body.ends(error, "length" if isinstance(error, TooLargeError) else late)
    return _exchange(url, at, wire, body), body.error


def _context(url: httpx.URL) -> ssl.SSLContext | None:
    return trusted() if url.scheme == "https" else None


def _read_page(response: httpcore.Response, body: _Body, wire: Wire, limits: Limits) -> None:
    """Read all of a page; raise the error that fits where it is too long or does not end."""
    declared = _declared(response)
    if declared is not None:
        limits.check_bytes(declared, wire.where)
    for chunk in response.iter_stream():
        body.payload += chunk
        limits.check_bytes(len(body.payload), wire.where)
    chunked = any(name.lower() == b"transfer-encoding" for name, _ in response.headers)
    if wire.cut and declared is None and not chunked:
        body.ends(unreachable("the connection was cut", wire.where), "disconnect")


def _read_start(response: httpcore.Response, body: _Body, most: int) -> None:
    """Read no more than ``most`` bytes, give or take what comes together."""
    for chunk in response.iter_stream():
        body.payload += chunk
        if len(body.payload) > most:
            body.truncated = "length"
            return


def _declared(response: httpcore.Response) -> int | None:
    """Return the length that an answer declares; h11 has made sure that it is a number."""
    for name, value in response.headers:
        if name.lower() == b"content-length":
            return int(value)
    return None


def _read_little(response: httpcore.Response, body: _Body, wire: Wire) -> None:
    """Read what is kept of a body that is no page; whatever is wrong with it is no matter."""
    until, left = time.monotonic() + _PATIENCE, wire.left
    wire.left = lambda: max(min(left(), until - time.monotonic()), 0.001)
    try:
        for chunk in response.iter_stream():
            body.payload += chunk
            if len(body.payload) > _KEPT:
                body.truncated = "length"
                return
            if time.monotonic() > until:
                body.truncated = "time"
                return
    except httpcore.ProtocolError:
        body.truncated = "disconnect"
    except ReportError:
        body.truncated = "disconnect" if wire.ended else "time"


def _broken(error: Exception, wire: Wire) -> ReportError:
    """Return the error of a server that closed the connection too soon, or speaks no HTTP."""
    if wire.ended and (not wire.came or wire.came.startswith(b"HTTP/")):
        return unreachable("the connection broke before all had come", wire.where)
    return FetchError(
        f"its server does not speak HTTP as it should: {error}",
        where=wire.where,
        remedy="open it in a browser, save the page and give the file",
    )


def _exchange(url: httpx.URL, at: datetime, wire: Wire, body: _Body) -> Exchange | None:
    """Return what went over the wire, without the answers that announce another (1xx)."""
    came, start = bytes(wire.came), 0
    while (end := head_end(came, start)) is not None:
        head = read_head(came[start:end])
        if head is None or head.status is None:
            return None
        if not (100 <= head.status < 200) or head.status == _UPGRADE:
            break
        start = end
    else:
        return None
    # beyond the length that was declared the answer is over; chunks are kept with their frame
    payload = bytes(body.payload)
    raw = payload if head.field("Transfer-Encoding") is None else came[end:]
    if body.truncated == "length" and body.error:
        raw, payload = raw[:_KEPT], payload[:_KEPT]
    return Exchange(
        url=str(url),
        at=at,
        address=wire.address,
        protocols=wire.protocols,
        request=bytes(wire.sent),
        answered=came[start:end],
        head=head,
        body=raw,
        payload=payload,
        truncated=body.truncated,
    )
