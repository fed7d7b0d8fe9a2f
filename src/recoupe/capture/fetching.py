"""Fetch one page: politely, from checked addresses, within limits, every exchange kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import urljoin

from recoupe.capture.addresses import parsed, plain, target
from recoupe.capture.asking import PAGES, ask
from recoupe.capture.connecting import Wire
from recoupe.capture.exchanges import Exchange
from recoupe.capture.limits import Limits
from recoupe.capture.manners import Manners, busy
from recoupe.capture.robots import AGENT, MOST, Rules, read_rules
from recoupe.capture.trips import Trip
from recoupe.capture.turns import Turns
from recoupe.capture.unpacking import ACCEPTED, unpack
from recoupe.errors import (
    FetchError,
    HttpStatusError,
    RedirectError,
    ReportError,
    UnreachableError,
)
from recoupe.version import __version__

PAGE: Final = "text/html,application/xhtml+xml,text/plain,application/json;q=0.9,*/*;q=0.1"
"""What is accepted for a report."""
_HEADERS: Final = (
    ("User-Agent", f"Mozilla/5.0 (compatible; {AGENT}/{__version__})"),
    ("Accept-Encoding", ACCEPTED),
)
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_SAME: Final = 304
_ROBOTS_REDIRECTS: Final = 5
_ROBOTS_ACCEPT: Final = (("Accept", "text/plain,*/*;q=0.1"),)


@dataclass(frozen=True, slots=True)
class Known:
    """What a server said of a page when it sent it, by which it tells whether it has changed.

    ``url`` is where it was in the end: what one server says is told to no other.
    """

    url: str
    etag: str | None
    modified: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """What came from an address, unpacked; ``exchanges`` are those on the way, its own the last."""

    content: bytes
    exchanges: tuple[Exchange, ...]

    @property
    def exchange(self) -> Exchange:
        """The exchange that brought it."""
        return self.exchanges[-1]

    @property
    def url(self) -> str:
        """Where it was in the end."""
        return self.exchange.url

    @property
    def known(self) -> Known:
        """What to ask with whether it has changed."""
        head = self.exchange.head
        return Known(self.url, head.field("ETag"), head.field("Last-Modified"))


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that the page is as it was; ``exchanges`` are those on the way."""

    exchanges: tuple[Exchange, ...]


class Fetcher:
    """Fetches pages for one run. It keeps no cookies and no connection, and names no referrer.

    ``turns`` are those at hosts that other programs on this machine take too.
    """

    def __init__(
        self, limits: Limits, *, allow_private: bool = False, turns: Turns | None = None
    ) -> None:
        self._limits = limits
        self._allow_private = allow_private
        self._manners = Manners(limits, turns)

    def fetch(
        self,
        url: str,
        *,
        into: list[Exchange] | None = None,
        accept: str = PAGE,
        limits: Limits | None = None,
    ) -> Page:
        """Return the page at ``url`` after at most ``max_redirects`` redirects, each one checked.

        ``into`` is given each exchange as it is made, so that they are there if it fails;
        ``limits`` are those of this page, where they are not those of the run. Raises the
        :class:`FetchError` that fits, and :class:`TooLargeError` beyond the limit.
        """
        trip = Trip(url, limits or self._limits, [] if into is None else into)
        page = self._travel(trip, None, accept)
        if isinstance(page, NotModified):
            raise _refused(_SAME, trip)
        return page

    def fetch_changed(
        self,
        url: str,
        known: Known,
        *,
        into: list[Exchange] | None = None,
        accept: str = PAGE,
    ) -> Page | NotModified:
        """Return the page at ``url`` if it is another than the one known, else that it is not.

        ``into`` and errors are as in :meth:`fetch`.
        """
        trip = Trip(url, self._limits, [] if into is None else into)
        return self._travel(trip, known, accept)

    def _travel(self, trip: Trip, known: Known | None, accept: str) -> Page | NotModified:
        here = plain(trip.asked, where=trip.asked)
        left = trip.limits.max_redirects
        while True:
            origin = _origin(here, trip)
            if here in trip.seen:
                raise RedirectError(
                    "redirects in a circle",
                    where=trip.asked,
                    remedy="open it in a browser, save the page and give the file",
                )
            self._manners.ask_leave(here, origin, trip, partial(self._rules, origin, trip))
            fields = (("Accept", accept), *_conditions(known, here))
            exchange, error = self._ask(here, fields, trip)
            if exchange is not None:
                trip.exchanges.append(exchange)
            if error or exchange is None:
                raise error or _silent(trip)
            if busy(exchange.status):
                self._manners.back_off(
                    exchange.status, exchange.head.field("Retry-After"), origin, trip
                )
                continue
            trip.seen.add(here)
            location = _location(exchange)
            if location is None:
                return self._arrived(exchange, trip)
            if not left:
                raise RedirectError(
                    f"redirects more than {trip.limits.max_redirects} times",
                    where=trip.asked,
                    remedy="raise the limit with RECOUPE_MAX_REDIRECTS",
                )
            left -= 1
            here = _next(here, location, trip)

    def _arrived(self, exchange: Exchange, trip: Trip) -> Page | NotModified:
        """Return what the last answer of a trip comes to."""
        if exchange.status == _SAME and _asked_for_changes(exchange):
            return NotModified(tuple(trip.exchanges))
        if exchange.status not in PAGES:
            raise _refused(exchange.status, trip)
        encoding = ", ".join(exchange.head.all("Content-Encoding"))
        content = unpack(exchange.payload, encoding, where=trip.asked, limits=trip.limits)
        return Page(content, tuple(trip.exchanges))

    def _rules(self, origin: str, trip: Trip) -> Rules:
        """Return the rules of a host; none where it has none that can be read (RFC 9309)."""
        here = f"{origin}/robots.txt"
        for _ in range(_ROBOTS_REDIRECTS + 1):
            exchange, error = self._ask(here, _ROBOTS_ACCEPT, trip, cut_at=MOST)
            if error or exchange is None:
                raise error or _silent(trip)
            status, head = exchange.status, exchange.head
            if busy(status):
                self._manners.refuse_robots(status, head.field("Retry-After"), origin, trip)
            location = _location(exchange)
            if location is None:
                return _rules_in(exchange, here)
            try:
                here = _next(here, location, trip)
            except RedirectError:
                break
        return Rules()

    def _ask(
        self,
        here: str,
        fields: Sequence[tuple[str, str]],
        trip: Trip,
        *,
        cut_at: int | None = None,
    ) -> tuple[Exchange | None, ReportError | None]:
        """Ask the host of an address, which is checked before, and nowhere but where it was."""
        url = parsed(here, where=trip.asked)
        goal = target(
            here, where=trip.asked, allow_private=self._allow_private, seconds=trip.left()
        )
        wire = Wire(goal, trip.left, where=trip.asked, limits=trip.limits)
        return ask(url, (*_HEADERS, *fields), wire, trip.limits, cut_at=cut_at)


def _rules_in(exchange: Exchange, where: str) -> Rules:
    """Return the rules that an answer holds; none where it has none that can be read."""
    if exchange.status not in PAGES:
        return Rules()
    try:
        encoding = ", ".join(exchange.head.all("Content-Encoding"))
        return read_rules(
            unpack(exchange.payload, encoding, where=where, limits=Limits(max_bytes=MOST))
        )
    except ReportError:  # packed in a way that nobody can read, or for no end
        return Rules()


def _origin(url: str, trip: Trip) -> str:
    parts = parsed(url, where=trip.asked)
    return f"{parts.scheme}://{parts.netloc.decode('ascii')}"


def _conditions(known: Known | None, here: str) -> list[tuple[str, str]]:
    """Return the fields that ask for a page only if it changed, of the server that said them."""
    if known is None or known.url != here:
        return []
    said = (("If-None-Match", known.etag), ("If-Modified-Since", known.modified))
    return [(name, value) for name, value in said if value and _fits(value)]


def _fits(value: str) -> bool:
    return value.isascii() and value.isprintable() and value == value.strip()


def _asked_for_changes(exchange: Exchange) -> bool:
    return b"\r\nIf-" in exchange.request


def _location(exchange: Exchange) -> str | None:
    """Return where an answer leads; beyond ASCII its bytes are UTF-8 mostly, else ISO 8859-1."""
    if exchange.status not in _REDIRECTS:
        return None
    found = exchange.head.field("Location") or ""
    try:
        found = found.encode("latin-1").decode()
    except UnicodeDecodeError:
        return found
    return found or None


def _next(here: str, location: str, trip: Trip) -> str:
    """Return where a redirect leads."""
    try:
        joined = urljoin(here, location)
    except ValueError:
        raise RedirectError(
            f"redirects to {location[:200]!r}, no address",
            where=trip.asked,
            remedy="open it in a browser, save the page and give the file",
        ) from None
    return plain(joined, where=trip.asked)


def _refused(status: int, trip: Trip) -> FetchError:
    return HttpStatusError(
        f"the server answers {status}",
        where=trip.asked,
        remedy="check the address, or save the page from a browser and give the file",
    )


def _silent(trip: Trip) -> UnreachableError:
    return UnreachableError(
        "its server does not answer", where=trip.asked, remedy="try again later"
    )
