"""Lists that are no XML: lines of addresses, and JSON Feed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from recoupe.capture.network import is_address
from recoupe.capture.watching.entries import Entry, Listing, address_in, each_once, time_of, words
from recoupe.errors import MalformedInputError

_FEED: Final = "jsonfeed.org/version/"
_NOTE: Final = "#"
"""Begins a line that is a note."""


def names_addresses(text: str) -> bool:
    """Whether text is lines of addresses: the first has one, and most of those after it."""
    told = [line for line in text.splitlines() if _says(line)][:200]
    count = sum(is_address(line.strip()) for line in told)
    return bool(told) and is_address(told[0].strip()) and 2 * count > len(told)


def read_lines(text: str, *, most: int) -> Listing:
    """Return the addresses in lines of text; what stands behind one is its headline."""
    entries, more = each_once(_entries(text), most)
    return Listing("address_list", entries, left_out=more)


def _entries(text: str) -> Iterator[Entry]:
    for line in text.splitlines():
        url, _, title = line.strip().partition(" ")
        if _says(line) and is_address(url) and (address := address_in("", url)):
            yield Entry(address, title=words(title))


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(_NOTE)


def read_json_feed(content: bytes, url: str, *, most: int) -> Listing:
    """Return what a JSON Feed names.

    Raises :class:`MalformedInputError` where it is none.
    """
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        document = None
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(items, list) or _FEED not in str(document.get("version")):
        raise MalformedInputError(
            "is JSON, but no JSON Feed",
            where=url,
            remedy="give a feed, a sitemap, a page of links or a file of addresses",
        )
    entries, more = each_once(_items(items, url), most)
    return Listing("json_feed", entries, left_out=more)


def _items(items: list[Any], url: str) -> Iterator[Entry]:
    for item in items:
        if not isinstance(item, dict):
            continue
        said = {name: value for name, value in item.items() if isinstance(value, str)}
        link = said.get("url") or said.get("external_url")
        if link is None and is_address(said.get("id", "")):
            link = said["id"]
        address = address_in(url, link) if link else None
        if address is not None:
            summary = said.get("summary") or said.get("content_text") or said.get("content_html")
            yield Entry(
                address,
                title=words(said.get("title")),
                summary=words(summary),
                published=time_of(said.get("date_published")),
                modified=time_of(said.get("date_modified")),
            )
