"""Sitemaps (sitemaps.org), those of news among them, and indexes of sitemaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from recoupe.capture.watching.entries import Entry, Listing, address_in, each_once, time_of, words
from recoupe.capture.watching.xml import name_of, read_elements, text_in

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PAGES: Final = frozenset({"url"})
_SITEMAPS: Final = frozenset({"sitemap"})
_OF_OTHERS: Final = frozenset({"image", "video"})
"""Parts of an entry that name pictures and films."""


def read_sitemap(content: bytes, url: str, *, charset: str | None, most: int) -> Listing:
    """Return the pages that a sitemap names, at most ``most``.

    Raises :class:`MalformedInputError` where nothing of it can be read.
    """
    found = _entries(content, url, charset, _PAGES)
    entries, more = each_once(found, most)
    return Listing("sitemap", entries, left_out=more)


def read_sitemap_index(content: bytes, url: str, *, charset: str | None, most: int) -> Listing:
    """Return the sitemaps that an index names, those altered last first, at most ``most``.

    Raises :class:`MalformedInputError` where nothing of it can be read.
    """
    entries, more = each_once(_entries(content, url, charset, _SITEMAPS), most)
    ordered = sorted(entries, key=lambda one: one.modified or "", reverse=True)
    return Listing("sitemap_index", children=tuple(ordered), left_out=more)


def _entries(
    content: bytes, url: str, charset: str | None, wanted: frozenset[str]
) -> Iterator[Entry]:
    return read_elements(
        content, wanted, lambda element: _entry(element, url), charset=charset, where=url
    )


def _entry(element: Element, url: str) -> Entry | None:
    told: dict[str, str] = {}
    for part in _parts(element):
        told.setdefault(name_of(part), text_in(part))
    address = address_in(url, told.get("loc", "")) if told.get("loc") else None
    if address is None:
        return None
    return Entry(
        url=address,
        title=words(told.get("title")),
        summary=words(told.get("keywords")),
        published=time_of(told.get("publication_date")),
        modified=time_of(told.get("lastmod")),
    )


def _parts(element: Element) -> Iterator[Element]:
    """Yield the parts of an entry, and those of its news; not those of its pictures."""
    for part in element:
        name = name_of(part)
        if name == "news":
            yield from part
        elif name not in _OF_OTHERS:
            yield part
