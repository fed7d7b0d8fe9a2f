"""What one report may cost. Every limit has a setting, and every error names both."""

from __future__ import annotations

from dataclasses import dataclass, replace

from recoupe.errors import TooLargeError
from recoupe.settings import number_set


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one run, each raised by the environment variable ``RECOUPE_<NAME>``.

    ``max_bytes`` is of one report as it comes (a file, an object of a JSON file, a response), and
    of what a response unpacks to; ``max_seconds`` of fetching one page, redirects included;
    ``max_pause`` is the most seconds a host's robots.txt can make us wait between two pages, and
    ``pause`` what we wait where it says nothing.

    ``max_media`` is how many pictures, films and recordings are fetched beside one page,
    ``max_media_bytes`` how large each may be and ``max_media_total`` all of them together.
    ``setting`` is the variable by which ``max_bytes`` is raised.

    ``max_entries`` is how many addresses are taken from one list (a feed, a sitemap),
    ``max_sitemaps`` how many sitemaps of one index are asked at a time.
    """

    max_bytes: int = 20_000_000
    max_redirects: int = 10
    max_seconds: float = 30.0
    pause: float = 1.0
    max_pause: float = 30.0
    max_media: int = 40
    max_media_bytes: int = 50_000_000
    max_media_total: int = 200_000_000
    max_entries: int = 10_000
    max_sitemaps: int = 50
    setting: str = "RECOUPE_MAX_BYTES"

    @classmethod
    def from_environment(cls) -> Limits:
        """Return the limits with those that the environment sets.

        Raises :class:`UsageError` for a setting that is not a positive number.
        """
        usual = cls()
        return cls(
            max_bytes=int(_setting("max_bytes", usual.max_bytes)),
            max_redirects=int(_setting("max_redirects", usual.max_redirects)),
            max_seconds=_setting("max_seconds", usual.max_seconds),
            pause=_setting("pause", usual.pause),
            max_pause=_setting("max_pause", usual.max_pause),
            max_media=int(_setting("max_media", usual.max_media)),
            max_media_bytes=int(_setting("max_media_bytes", usual.max_media_bytes)),
            max_media_total=int(_setting("max_media_total", usual.max_media_total)),
            max_entries=int(_setting("max_entries", usual.max_entries)),
            max_sitemaps=int(_setting("max_sitemaps", usual.max_sitemaps)),
        )

    def of_media(self, left: int) -> Limits:
        """Return the limits of one picture, film or recording when ``left`` bytes of all are."""
        if left < self.max_media_bytes:
            return replace(self, max_bytes=max(left, 0), setting="RECOUPE_MAX_MEDIA_TOTAL")
        return replace(self, max_bytes=self.max_media_bytes, setting="RECOUPE_MAX_MEDIA_BYTES")

    def check_bytes(self, size: int, where: str, *, unpacked: bool = False) -> None:
        """Raise :class:`TooLargeError` where ``size`` is more than one report may have."""
        if size > self.max_bytes:
            if_one = "" if "MEDIA" in self.setting else " if it is really one report"
            raise TooLargeError(
                f"more than {self.max_bytes:,} bytes{' once unpacked' if unpacked else ''}",
                where=where,
                remedy=f"raise the limit with {self.setting}{if_one}",
            )


def _setting(name: str, usual: float) -> float:
    return number_set(f"RECOUPE_{name.upper()}", usual)
