"""What a list names: addresses, with what it tells of each; and how times in it are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final, Literal
from urllib.parse import urljoin, urlsplit

from recoupe.capture.addresses import plain
from recoupe.errors import ForbiddenAddressError

ListKind = Literal[
    "feed", "json_feed", "sitemap", "sitemap_index", "page_list", "address_list", "page"
]
"""Feeds (RSS, Atom), JSON Feed, sitemaps, a page of links, lines of addresses; one page itself."""

_LONGEST: Final = 500
"""Code points of a headline or summary that are kept."""
_EPOCH: Final = datetime(1990, 1, 1, tzinfo=UTC)
"""Before it there was no web: such a date is a mistake."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An address that a list names.

    ``title`` and ``summary`` are its words for it; ``published`` and ``modified`` are ISO 8601 in
    UTC, as the list tells them. What it does not tell is ``None``.
    """

    url: str
    title: str | None = None
    summary: str | None = None
    published: str | None = None
    modified: str | None = None

    @property
    def told_at(self) -> str | None:
        """The later of its times."""
        return max(filter(None, (self.published, self.modified)), default=None)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it was read: its entries, each address once, in its own order.

    ``every`` are the seconds after which it wants to be asked again, if it says so. ``children``
    are the lists that an index of sitemaps names, in the place of entries. ``left_out`` says that
    it names more than the limit allows.
    """

    kind: ListKind
    entries: tuple[Entry, ...] = ()
    every: float | None = None
    children: tuple[Entry, ...] = ()
    left_out: bool = False


def address_in(base: str, link: str) -> str | None:
    """Return the address that a link leads to from ``base``, without its fragment.

    ``None`` where it is none of the web, or carries a password.
    """
    try:
        joined = urljoin(base, link.strip())
        if urlsplit(joined).scheme.lower() not in {"http", "https"}:
            return None
        return plain(joined, where=joined)
    except (ForbiddenAddressError, ValueError):
        return None


def each_once(entries: Iterable[Entry], most: int) -> tuple[tuple[Entry, ...], bool]:
    """Return the first ``most`` entries with another address each, and whether more were left."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.url in found:
            continue
        if len(found) == most:
            return tuple(found.values()), True
        found[entry.url] = entry
    return tuple(found.values()), False


def words(text: str | None) -> str | None:
    """Return the words of a headline or summary in one line, without the tags of HTML in it."""
    if not text:
        return None
    line = " ".join("".join(_without_tags(text[: 8 * _LONGEST])).split())
    return line[:_LONGEST] or None


def _without_tags(text: str) -> Iterator[str]:
    from html import unescape

    at = 0
    while (opened := text.find("<", at)) >= 0 and text[opened + 1 : opened + 2].strip(" <"):
        yield unescape(text[at:opened])
        yield " "
        closed = text.find(">", opened)
        if closed < 0:
            return
        at = closed + 1
    yield unescape(text[at:])


def time_of(text: str | None) -> str | None:
    """Return a time of a list in ISO 8601, UTC; ``None`` where it is no time.

    ISO 8601 and RFC 822 are read, with the spellings that Python knows of both. One without a zone
    is taken to be in UTC.
    """
    said = (text or "").strip()
    if not said or len(said) > 60:
        return None
    at = _iso(said) or _rfc(said)
    if at is None:
        return None
    try:
        at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return at.isoformat(timespec="seconds") if at >= _EPOCH else None


def _iso(said: str) -> datetime | None:
    if len(said) in {4, 7} and said[:4].isdigit():  # W3C dates of sitemaps: a year, or a month
        said = f"{said}-01-01" if len(said) == 4 else f"{said}-01"
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        return None


def _rfc(said: str) -> datetime | None:
    try:
        return parsedate_to_datetime(said)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
