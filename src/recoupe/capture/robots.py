"""What a host's robots.txt allows, and how slowly (RFC 9309, read by Protego)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from protego import Protego

AGENT: Final = "recoupe"
"""The name that robots.txt files know us by."""
MOST: Final = 512_000
"""Bytes of a robots.txt that are read: RFC 9309 asks for 500 kibibytes at least."""
LASTING: Final = 24 * 3600.0
"""Seconds for which rules hold that were read (RFC 9309, 2.4)."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one host; those of a host that has none allow everything."""

    parsed: Protego | None = None

    def allow(self, url: str) -> bool:
        """Whether the address may be fetched."""
        return self.parsed is None or bool(self.parsed.can_fetch(url, AGENT))

    def pause(self) -> float | None:
        """Return the seconds between two pages that the host asks for, if it does."""
        if self.parsed is None:
            return None
        delay, rate = self.parsed.crawl_delay(AGENT), self.parsed.request_rate(AGENT)
        asked = [delay] if delay is not None else []
        if rate is not None and rate.requests:
            asked.append(rate.seconds / rate.requests)
        return max(asked, default=None)


def read_rules(content: bytes) -> Rules:
    """Return the rules that a robots.txt holds; what is none in it is passed over."""
    from protego import Protego

    return Rules(Protego.parse(content[:MOST].decode("utf-8-sig", "replace")))
