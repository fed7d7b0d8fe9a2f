"""How a host is to be treated: its robots.txt, a pause between two pages, and when it is busy."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from recoupe.capture.limits import Limits
from recoupe.capture.robots import LASTING, Rules
from recoupe.capture.trips import Trip
from recoupe.capture.turns import Turns
from recoupe.errors import ForbiddenAddressError, ServerBusyError

_BUSY: Final = frozenset({408, 425, 429})
_DIGITS: Final = 9
"""Of a Retry-After in seconds: more than that is never."""


class Manners:
    """What is known of hosts in one run: rules for a day, when each was asked last.

    ``turns`` are those that other programs on this machine take too.
    """

    def __init__(self, limits: Limits, turns: Turns | None = None) -> None:
        self._limits = limits
        self._turns = turns
        self._rules: dict[str, tuple[float, Rules]] = {}
        self._last: dict[str, float] = {}
        self._closed: dict[str, float] = {}

    def ask_leave(self, url: str, origin: str, trip: Trip, read: Callable[[], Rules]) -> None:
        """Refuse what the host's robots.txt does not allow, and wait our turn at the host.

        ``read`` fetches its rules where none are known. Raises :class:`ForbiddenAddressError`, and
        :class:`ServerBusyError` where the host asked to be left alone for longer than we wait.
        """
        self._wait_until_open(origin, trip)
        known = self._rules.get(origin)
        if known is None or time.monotonic() - known[0] > LASTING:
            known = self._rules[origin] = (time.monotonic(), read())
        rules = known[1]
        if not rules.allow(url):
            raise ForbiddenAddressError(
                "the site's robots.txt does not allow it to be fetched",
                where=trip.asked,
                remedy="save the page from a browser and give the file",
            )
        pause = min(rules.pause() or self._limits.pause, self._limits.max_pause)
        if origin not in trip.waited:
            self._wait_our_turn(origin, pause, trip)
        trip.waited.add(origin)
        self._last[origin] = time.monotonic()

    def _wait_our_turn(self, origin: str, pause: float, trip: Trip) -> None:
        waits = [self._turns.take(origin, pause)] if self._turns else []
        if origin in self._last:
            waits.append(max(0.0, self._last[origin] + pause - time.monotonic()))
        if waits:
            trip.wait(max(waits))

    def _wait_until_open(self, origin: str, trip: Trip) -> None:
        wait = self._closed.get(origin, 0.0) - time.monotonic()
        if wait <= 0:
            return
        if wait > self._limits.max_pause:
            raise _busy("has asked not to be asked again", wait, trip)
        trip.wait(wait)

    def back_off(self, status: int, retry_after: str | None, origin: str, trip: Trip) -> None:
        """Note that a host is busy; return where it is worth asking again in this trip.

        Raises :class:`ServerBusyError`, with the seconds to wait if the host says them, where it
        says none, too many, or was asked again already.
        """
        wait = seconds_of(retry_after)
        if wait is not None:
            self._closed[origin] = time.monotonic() + wait
        if wait is None or wait > self._limits.max_pause or origin in trip.waited_for_busy:
            raise _busy(f"answers {status}", wait, trip)
        trip.waited_for_busy.add(origin)
        self._wait_until_open(origin, trip)

    def refuse_robots(self, status: int, retry_after: str | None, origin: str, trip: Trip) -> None:
        """Raise :class:`ServerBusyError`: no rules that can be had, no fetching (RFC 9309)."""
        wait = seconds_of(retry_after)
        if wait is not None:
            self._closed[origin] = time.monotonic() + wait
        raise _busy(f"answers {status} for its robots.txt", wait, trip)


def busy(status: int) -> bool:
    """Whether the same address may well be had later."""
    return status in _BUSY or status >= 500


def seconds_of(retry_after: str | None) -> float | None:
    """Return the seconds that a Retry-After asks to wait; ``None`` where it says nothing."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS:
        return float(text)
    try:
        at = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())


def _busy(what: str, wait: float | None, trip: Trip) -> ServerBusyError:
    later = "try again later" if wait is None else f"try again in {max(round(wait), 1):,} seconds"
    return ServerBusyError(f"the server {what}", where=trip.asked, remedy=later, wait=wait)
