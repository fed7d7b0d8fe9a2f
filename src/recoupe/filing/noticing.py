"""What a watcher shares over its rounds, and what it notices in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from recoupe.capture import Network
from recoupe.engine import Engine
from recoupe.filing.asked import Asked
from recoupe.store import Store

Clock = Callable[[], datetime]
"""Returns the time, with its zone."""
Outcome = Literal["listed", "new", "version", "unaltered", "gone", "moved", "failed"]


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a round noticed at one address.

    ``listed`` is a list with ``count`` new pages, ``failed`` a list or page that could not be asked
    or read; ``message`` says why. The other outcomes are of pages.
    """

    address: str
    outcome: Outcome
    count: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing is due before ``until``."""

    until: datetime


def stamp(at: datetime) -> str:
    """Return a time as a casefile keeps it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def now_in_utc() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Run:
    """What all rounds of one watcher share: where things are kept, one fetcher for all hosts."""

    store: Store
    engine: Engine
    author: str
    today: Callable[[], date]
    clock: Clock
    public: Network
    private: Network

    def network(self, asked: Asked) -> Network:
        """Return what fetches for pages asked for like this."""
        return self.private if asked.allow_private else self.public
