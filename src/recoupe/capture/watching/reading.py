"""What a list is, told by its content; and what it names."""

from __future__ import annotations

import codecs
import re
from typing import Final

from recoupe.capture.limits import Limits
from recoupe.capture.sniffing import HEAD, refuse_binary, sniff, utf16
from recoupe.capture.unpacking import unpack
from recoupe.capture.watching.entries import Listing
from recoupe.capture.watching.feeds import read_feed
from recoupe.capture.watching.lines import names_addresses, read_json_feed, read_lines
from recoupe.capture.watching.links import read_page
from recoupe.capture.watching.sitemaps import read_sitemap, read_sitemap_index
from recoupe.capture.watching.xml import root_of
from recoupe.errors import EmptyInputError, MalformedInputError

_GZIP: Final = b"\x1f\x8b"
_XML: Final = {
    "rss": read_feed,
    "rdf": read_feed,
    "feed": read_feed,
    "urlset": read_sitemap,
    "sitemapindex": read_sitemap_index,
}
"""What reads a document, by its outermost element."""
_OBJECT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")


def read_list(content: bytes, url: str, *, charset: str | None, limits: Limits) -> Listing:
    """Return what a list names, of whatever kind it is; ``url`` is where it came from.

    The content tells the kind, whatever the server or a file's name calls it. Raises
    :class:`MalformedInputError`, :class:`BinaryInputError` or :class:`EmptyInputError` where it is
    no list and no page, :class:`TooLargeError` where it unpacks to more than the limit.
    """
    if content.startswith(_GZIP):
        content = unpack(content, "gzip", where=url, limits=limits)
    if not content.strip():
        raise EmptyInputError("is empty", where=url, remedy="open it in a browser")
    if wide := utf16(content[:HEAD]):
        content, charset = content.decode(wide, "replace").encode(), "utf-8"
    refuse_binary(content[:HEAD], where=url)
    most = limits.max_entries
    if reader := _XML.get(root_of(content[:HEAD]) or ""):
        return reader(content, url, charset=charset, most=most)
    if _OBJECT.match(content):
        return read_json_feed(content, url, most=most)
    text = content.decode(_usable(charset), "replace").removeprefix("\ufeff")
    if names_addresses(text):
        return read_lines(text, most=most)
    if sniff(content, where=url) != "text/html":
        raise MalformedInputError(
            "is no feed, no sitemap, no page and no list of addresses",
            where=url,
            remedy="give one of these; recoupe add takes single texts",
        )
    return read_page(content, url, charset=charset, most=most)


def _usable(charset: str | None) -> str:
    try:
        return codecs.lookup(charset or "utf-8").name
    except LookupError:
        return "utf-8"
