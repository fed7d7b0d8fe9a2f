"""Pages: whether one is a list of articles or an article itself, and which articles it links to.

No page says which of its links are articles. What is taken for one has a headline's words, stands
in the page's own part or in a heading, and leads to an address of the same site as articles have
them: with a date, a long number, or several words. Some are missed, and some that are none come
along: a page that holds no report is then one that failed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from recoupe.capture.watching.entries import Entry, Listing, address_in, each_once, words
from recoupe.errors import MalformedInputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEWEST: Final = 3
"""Articles that a page must link to, to be a list of them."""
_NOT_ITS_OWN: Final = frozenset({"nav", "footer", "aside", "form"})
_OWN: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "article"})
_HEADLINE: Final = 4
"""Words of a link that are a headline's; in a heading two are enough."""
_DATED: Final = re.compile(r"/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])[/-]")
_NUMBERED: Final = re.compile(r"\d{5,}")
_SLUG: Final = re.compile(r"[^\W\d_]{2,}(?:[-_][^\W_]+){3,}")
_FILES: Final = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|m3u8|zip|xml|rss|json|css|js)\Z", re.I
)
_ARTICLE_TYPES: Final = re.compile(
    r'"@type"\s*:\s*\[?\s*"(?:\w*NewsArticle|Article|BlogPosting|ClaimReview|LiveBlogPosting)"'
)


def read_page(content: bytes, url: str, *, charset: str | None, most: int) -> Listing:
    """Return the articles that a page links to; the page itself where it is one, or links to none.

    Raises :class:`MalformedInputError` where nothing of it can be read.
    """
    tree = _tree(content, url, charset)
    itself = Listing("page", (Entry(url, title=words(tree.findtext(".//title"))),))
    if _is_article(tree):
        return itself
    entries, more = each_once(_entries(tree, url), most)
    if len(entries) < FEWEST:
        return itself
    return Listing("page_list", entries, left_out=more)


def _tree(content: bytes, url: str, charset: str | None) -> HtmlElement:
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding=charset, remove_comments=True, no_network=True)
    except LookupError:
        parser = html.HTMLParser(remove_comments=True, no_network=True)
    try:
        tree = html.document_fromstring(content, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise MalformedInputError(
            "is no page that can be read", where=url, remedy="give the address of a feed"
        ) from None
    return tree


def _is_article(tree: HtmlElement) -> bool:
    """Whether a page says of itself that it is an article."""
    for meta in tree.iterfind(".//meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        value = (meta.get("content") or "").strip().lower()
        if name == "article:published_time" or (name == "og:type" and value == "article"):
            return True
    # Pages of lists describe the articles they list: those of one article describe but one.
    told = [one.text or "" for one in tree.iterfind(".//script[@type='application/ld+json']")]
    return sum(len(_ARTICLE_TYPES.findall(one)) for one in told) == 1


def _entries(tree: HtmlElement, url: str) -> Iterator[Entry]:
    base = tree.find(".//base[@href]")
    start = address_in(url, base.get("href") or "") if base is not None else None
    for link in tree.iterfind(".//a[@href]"):
        address = address_in(start or url, link.get("href") or "")
        if address is None or not _is_article_of(address, url):
            continue
        said = words(link.text_content()) or ""
        if _is_headline(link, said):
            yield Entry(address, title=said)


def _is_article_of(address: str, page: str) -> bool:
    """Whether an address is of the page's site, and looks like that of an article."""
    parts, here = urlsplit(address), urlsplit(page)
    if _site(parts.netloc) != _site(here.netloc) or parts.path in {"", "/", here.path}:
        return False
    asked = f"{parts.path}?{parts.query}"
    if _FILES.search(parts.path):
        return False
    return any(each.search(asked) for each in (_DATED, _NUMBERED, _SLUG))


def _site(host: str) -> str:
    return host.lower().removeprefix("www.")


def _is_headline(link: HtmlElement, said: str) -> bool:
    above = {one.tag for one in link.iterancestors()}
    if above & _NOT_ITS_OWN:
        return False
    within = any(isinstance(one.tag, str) and one.tag in _OWN for one in link.iter())
    return len(said.split()) >= (2 if above & _OWN or within else _HEADLINE)
