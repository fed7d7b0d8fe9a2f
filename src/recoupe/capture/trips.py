"""One page's way: what was asked for, the hops seen, and how long it may still take."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from recoupe.capture.exchanges import Exchange
from recoupe.capture.limits import Limits
from recoupe.errors import UnreachableError


@dataclass(slots=True)
class Trip:
    """A way within ``limits``; waiting for our turn does not count.

    ``exchanges`` are those of the way, robots.txt files apart, as they are made.
    """

    asked: str
    limits: Limits
    exchanges: list[Exchange]
    seen: set[str] = field(default_factory=set)
    waited: set[str] = field(default_factory=set)
    waited_for_busy: set[str] = field(default_factory=set)
    deadline: float = 0.0

    def __post_init__(self) -> None:
        self.deadline = time.monotonic() + self.limits.max_seconds

    def left(self) -> float:
        """Return the seconds that are left; raise :class:`UnreachableError` if none are."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise UnreachableError(
                f"took more than {self.limits.max_seconds:g} seconds",
                where=self.asked,
                remedy="try again later, or raise the limit with RECOUPE_MAX_SECONDS",
            )
        return left

    def wait(self, seconds: float) -> None:
        """Wait; it does not count."""
        time.sleep(seconds)
        self.deadline += seconds
