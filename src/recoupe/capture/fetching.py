"""Fetch one page: politely, from a checked address, within limits."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from recoupe.capture.addresses import Target, target
from recoupe.capture.limits import Limits
from recoupe.capture.unpacking import ACCEPTED, unpack
from recoupe.errors import (
    FetchError,
    ForbiddenAddressError,
    HttpStatusError,
    RedirectError,
    ServerBusyError,
    TooLargeError,
    UnreachableError,
)
from recoupe.version import __version__

if TYPE_CHECKING:
    import httpx

AGENT: Final = "recoupe"
"""The name that robots.txt files know us by."""

_HEADERS: Final = {
    "User-Agent": f"Mozilla/5.0 (compatible; {AGENT}/{__version__})",
    "Accept": "text/html,application/xhtml+xml,text/plain,application/json;q=0.9,*/*;q=0.1",
    "Accept-Encoding": ACCEPTED,
}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_BUSY: Final = frozenset({408, 425, 429})
_ROBOTS_BYTES: Final = 500_000
"""RFC 9309 asks that at least 500 kibibytes of a robots.txt be read."""
_SAFE: Final = "/?:@!$&'()*+,;=%~-._"


@dataclass(frozen=True, slots=True)
class Page:
    """What came from an address; ``url`` is where it was in the end."""

    content: bytes
    url: str
    media_type: str | None
    charset: str | None


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    location: str | None
    page: Page


class Fetcher:
    """Fetches pages for one run: keeps robots.txt by host, and waits between pages of a host."""

    def __init__(self, limits: Limits, *, allow_private: bool = False) -> None:
        import httpx

        self._limits = limits
        self._allow_private = allow_private
        self._robots: dict[str, RobotFileParser | None] = {}
        self._last: dict[str, float] = {}
        # no proxy from the environment: it would connect where nobody checked
        # and every connection for itself: hosts that share an address share nothing else
        self._client = httpx.Client(
            headers=_HEADERS,
            follow_redirects=False,
            trust_env=False,
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    def close(self) -> None:
        """Close the connections that are still open."""
        self._client.close()

    def fetch(self, url: str) -> Page:
        """Return the page at ``url`` after at most ``max_redirects`` redirects, each one checked.

        Raises the :class:`FetchError` that fits, and :class:`TooLargeError` beyond the limit.
        """
        trip = _Trip(url, self._limits.max_seconds)
        here = _plain(url, trip)
        for _ in range(self._limits.max_redirects + 1):
            if here in trip.seen:
                raise RedirectError(
                    "redirects in a circle",
                    where=url,
                    remedy="open it in a browser, save the page and give the file",
                )
            trip.seen.add(here)
            self._ask_leave(here, trip)
            answer = self._get(here, trip, self._limits)
            if answer.location is None:
                return _checked(answer, trip)
            here = _next(here, answer.location, trip)
        raise RedirectError(
            f"redirects more than {self._limits.max_redirects} times",
            where=url,
            remedy="raise the limit with RECOUPE_MAX_REDIRECTS",
        )

    def _ask_leave(self, url: str, trip: _Trip) -> None:
        """Refuse what the host's robots.txt does not allow, and wait our turn at the host."""
        origin = _origin(url)
        if origin not in self._robots:
            self._robots[origin] = self._rules(origin, trip)
        rules = self._robots[origin]
        pause = self._limits.pause
        if rules is not None:
            if not rules.can_fetch(AGENT, url):
                raise ForbiddenAddressError(
                    "the site's robots.txt does not allow it to be fetched",
                    where=trip.asked,
                    remedy="save the page from a browser and give the file",
                )
            pause = min(float(rules.crawl_delay(AGENT) or pause), self._limits.max_pause)
        now = time.monotonic()
        if origin in self._last and origin not in trip.waited:
            wait = max(0.0, self._last[origin] + pause - now)
            time.sleep(wait)
            trip.deadline += wait
        trip.waited.add(origin)
        self._last[origin] = time.monotonic()

    def _rules(self, origin: str, trip: _Trip) -> RobotFileParser | None:
        """Return the rules of a host; ``None`` where it has none that can be read (RFC 9309)."""
        here = f"{origin}/robots.txt"
        limits = Limits(max_bytes=_ROBOTS_BYTES)
        try:
            for _ in range(5):
                answer = self._get(here, trip, limits)
                if answer.location is None:
                    break
                here = _next(here, answer.location, trip)
            else:
                return None
        except (FetchError, TooLargeError) as error:
            if isinstance(error, ForbiddenAddressError | UnreachableError):
                raise
            return None
        if answer.status >= 500:  # RFC 9309: no rules that cannot be had, no fetching
            raise ServerBusyError(
                f"the server answers {answer.status} for its robots.txt",
                where=trip.asked,
                remedy="try again later",
            )
        if answer.status != 200:
            return None
        rules = RobotFileParser()
        try:
            rules.parse(answer.page.content.decode("utf-8", "replace").splitlines())
        except ValueError:  # a delay written in digits that are no number ("²")
            return None
        return rules

    def _get(self, url: str, trip: _Trip, limits: Limits) -> _Answer:
        """Ask a checked address for ``url``; the body of an answer that is no page is left."""
        import httpx

        goal = target(url, where=trip.asked, allow_private=self._allow_private)
        request = self._request(url, goal, trip)
        try:
            response = self._client.send(request, stream=True)
            try:
                return _Answer(
                    response.status_code, _location(response), _read(response, url, trip, limits)
                )
            finally:
                response.close()
                self._client.cookies.clear()
        except httpx.TimeoutException:
            raise trip.too_slow() from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            reason = str(error) or type(error).__name__
            raise UnreachableError(
                f"could not be reached: {reason}",
                where=trip.asked,
                remedy="check the address, or try again later",
            ) from None

    def _request(self, url: str, goal: Target, trip: _Trip) -> httpx.Request:
        """Return the request that goes to the address checked, under the host's own name."""
        import httpx

        try:
            named = httpx.URL(url)
        except httpx.InvalidURL as error:
            raise FetchError(f"is no address: {error}", where=trip.asked) from None
        return self._client.build_request(
            "GET",
            named.copy_with(host=goal.address),
            headers={"Host": named.netloc.decode("ascii")},
            extensions={"sni_hostname": named.raw_host.decode("ascii")},
            timeout=trip.left(),
        )


@dataclass(slots=True)
class _Trip:
    """One page's way: what was asked for, the hops seen, and how long it may still take."""

    asked: str
    allowed: float
    seen: set[str] = field(default_factory=set)
    waited: set[str] = field(default_factory=set)
    deadline: float = 0.0

    def __post_init__(self) -> None:
        self.deadline = time.monotonic() + self.allowed

    def left(self) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise self.too_slow()
        return left

    def too_slow(self) -> UnreachableError:
        return UnreachableError(
            f"took more than {self.allowed:g} seconds",
            where=self.asked,
            remedy="try again later, or raise the limit with RECOUPE_MAX_SECONDS",
        )


def _read(response: httpx.Response, url: str, trip: _Trip, limits: Limits) -> Page:
    content = b""
    if response.status_code == 200:
        encoding = response.headers.get("content-encoding", "")
        stream = _in_time(response, trip)
        content = unpack(stream, encoding, where=trip.asked, limits=limits)
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Page(content, url, media_type or None, response.charset_encoding)


def _in_time(response: httpx.Response, trip: _Trip) -> Iterator[bytes]:
    """Pass on what comes; a server that drips a byte at a time is too slow in the end."""
    for chunk in response.iter_raw():
        trip.left()
        yield chunk


def _location(response: httpx.Response) -> str | None:
    if response.status_code in _REDIRECTS:
        return response.headers.get("location") or None
    return None


def _checked(answer: _Answer, trip: _Trip) -> Page:
    if answer.status == 200:
        return answer.page
    if answer.status in _BUSY or answer.status >= 500:
        raise ServerBusyError(
            f"the server answers {answer.status}", where=trip.asked, remedy="try again later"
        )
    raise HttpStatusError(
        f"the server answers {answer.status}",
        where=trip.asked,
        remedy="check the address, or save the page from a browser and give the file",
    )


def _next(here: str, location: str, trip: _Trip) -> str:
    """Return where a redirect leads."""
    try:
        return _plain(urljoin(here, location), trip)
    except ValueError:
        raise RedirectError(f"redirects to {location!r}, no address", where=trip.asked) from None


def _plain(url: str, trip: _Trip) -> str:
    """Return ``url`` without its fragment, with what no address may hold percent-encoded."""
    try:
        bare = urldefrag(url.strip()).url
        urlsplit(bare)
    except ValueError as error:
        raise FetchError(f"is no address: {error}", where=trip.asked) from None
    scheme, mark, rest = bare.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host}{slash}{quote(path, safe=_SAFE)}"


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
