"""Asking a list: only whether it altered, where its server can tell; and what an index names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from recoupe.capture.addresses import plain
from recoupe.capture.fetching import Fetcher, Known, NotModified, Page
from recoupe.capture.files import chunks
from recoupe.capture.limits import Limits
from recoupe.capture.network import Network, is_address
from recoupe.capture.watching.entries import Entry, Listing, each_once
from recoupe.capture.watching.reading import read_list
from recoupe.errors import ReportError

ACCEPTED: Final = (
    "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,"
    "text/xml;q=0.9,text/html;q=0.8,text/plain;q=0.7,*/*;q=0.1"
)
NESTED: Final = 3
"""Indexes of sitemaps that may be one in the other."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of asking a list: what it names, or ``None`` where it is as it was.

    ``etag`` and ``modified`` are what to ask with the next time. ``trouble`` are the lists in it
    that could not be read.
    """

    listing: Listing | None
    etag: str | None = None
    modified: str | None = None
    trouble: tuple[ReportError, ...] = ()


def ask_list(
    address: str,
    network: Network,
    *,
    etag: str | None = None,
    modified: str | None = None,
    since: str | None = None,
) -> Came:
    """Return what a list names now: a web address, or a file.

    ``since`` (ISO 8601, UTC) is when it was asked last: sitemaps of an index that say that they are
    older are not asked. An index is asked in full each time: its sitemaps may alter without it.
    Raises the :class:`ReportError` that fits.
    """
    if not is_address(address):
        return Came(_within(_of_file(address, network.limits), network.limits))
    here = plain(address, where=address)
    known = Known(here, etag, modified)
    page = network.fetcher.fetch_changed(address, known, accept=ACCEPTED)
    if isinstance(page, NotModified):
        return Came(None, etag, modified)
    listing = _read(page, network.limits)
    if listing.kind != "sitemap_index":
        said = page.known if page.url == here else Known(here, None, None)
        return Came(_within(listing, network.limits), said.etag, said.modified)
    within = _Index(network.fetcher, network.limits, since)
    entries, more = each_once(within.entries(listing, {here, page.url}), network.limits.max_entries)
    whole = replace(listing, entries=entries, left_out=more or listing.left_out or within.left_out)
    return Came(replace(whole, children=()), trouble=tuple(within.trouble))


def _of_file(path: str, limits: Limits) -> Listing:
    content = b""
    for chunk in chunks(Path(path), where=path):
        content += chunk
        limits.check_bytes(len(content), path)
    return read_list(content, path, charset=None, limits=limits)


def _read(page: Page, limits: Limits) -> Listing:
    return read_list(page.content, page.url, charset=page.exchange.charset, limits=limits)


def _within(listing: Listing, limits: Limits) -> Listing:
    """Return a list with no more entries than the limit."""
    entries, more = each_once(listing.entries, limits.max_entries)
    return replace(listing, entries=entries, left_out=more or listing.left_out)


class _Index:
    """The sitemaps of an index, asked one after the other, those altered last first."""

    def __init__(self, fetcher: Fetcher, limits: Limits, since: str | None) -> None:
        self._fetcher = fetcher
        self._limits = limits
        self._since = since
        self._left = limits.max_sitemaps
        self.trouble: list[ReportError] = []
        self.left_out = False

    def entries(self, index: Listing, seen: set[str], depth: int = 1) -> Iterator[Entry]:
        """Yield what the sitemaps of an index name, and those of indexes in it; each once."""
        for child in index.children:
            if child.url in seen or self._is_old(child):
                continue
            if not self._left or depth > NESTED:
                self.left_out = True
                return
            self._left -= 1
            seen.add(child.url)
            try:
                listing = _read(self._fetcher.fetch(child.url, accept=ACCEPTED), self._limits)
            except ReportError as error:
                self.trouble.append(error)
                continue
            self.left_out = self.left_out or listing.left_out
            if listing.kind == "sitemap_index":
                yield from self.entries(listing, seen, depth + 1)
            elif listing.kind != "page":
                yield from listing.entries

    def _is_old(self, child: Entry) -> bool:
        """Whether a sitemap says that it is as it was; a day is left for dates without a time."""
        if self._since is None or child.modified is None:
            return False
        return child.modified[:10] < self._since[:10]
