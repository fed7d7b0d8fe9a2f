"""What a page shows beside its words, each at the address of its best copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from recoupe.article.decoding import decode
from recoupe.article.links import in_full
from recoupe.article.shown import shown_by
from recoupe.model import Article, Capture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHOWN: Final = frozenset({"image", "video", "audio"})
_SETS: Final = ("srcset", "data-srcset", "data-lazy-srcset")
_CANDIDATE: Final = re.compile(
    r"(?:^|,)\s*(\S*[^\s,])(?:\s+(\d{1,6}(?:\.\d{1,4})?)([wx])(?:\s+\d+h)?)?\s*(?=,|$)"
)
_LONGEST: Final = 4_000
"""Characters of a list of candidates."""
_UNREAD: Final = frozenset({"image/avif", "image/jxl", "image/svg+xml"})
"""Types of pictures that few programs read; the same picture is there in another."""
_HEADS: Final = (
    "//meta[@property='og:image' or @property='og:image:secure_url' or @property='og:image:url'"
    " or @name='og:image' or @name='twitter:image' or @name='twitter:image:src']/@content"
)


@dataclass(frozen=True, slots=True)
class Requisite:
    """What is to be fetched: ``url`` is the best copy of what the page shows at ``shown``.

    ``shown`` is the address in the article's links, or in the head of the page.
    """

    url: str
    shown: str


def requisites_of(capture: Capture, article: Article) -> tuple[Requisite, ...]:
    """Return the pictures, films and recordings of an article, in the order of the text.

    Behind them come the stills of its films and the picture that stands for the page elsewhere. The
    address of each stands once; what is in the page and not in its report is left out.
    """
    wanted = dict.fromkeys(link.url for link in article.links if link.kind in _SHOWN)
    tree = _tree(capture) if capture.media_type == "text/html" else None
    if tree is None:
        return tuple(Requisite(url, url) for url in wanted)
    base = tree.xpath("string(//base/@href)").strip()
    page = urljoin(article.url or "", base) if base else article.url
    best: dict[str, str] = {}
    stills: list[str] = []
    for element, url in _elements(tree, page):
        if url in wanted:
            best.setdefault(url, _best(element, page) or url)
            stills += [still] if (still := in_full(element.get("poster") or "", page)) else []
    heads = [head for each in tree.xpath(_HEADS) if (head := in_full(str(each), page))]
    found = [Requisite(best.get(url, url), url) for url in wanted]
    found += [Requisite(url, url) for url in (*stills, *heads)]
    once: dict[str, Requisite] = {}
    for each in found:
        once.setdefault(each.url, each)
    return tuple(once.values())


def copies_of(capture: Capture, article: Article) -> Mapping[str, tuple[str, ...]]:
    """Return the other sizes that a page names of its report's pictures, by the links' addresses.

    The largest come first.
    """
    wanted = {link.url for link in article.links if link.kind == "image"}
    tree = _tree(capture) if wanted and capture.media_type == "text/html" else None
    if tree is None:
        return {}
    base = tree.xpath("string(//base/@href)").strip()
    page = urljoin(article.url or "", base) if base else article.url
    found: dict[str, tuple[str, ...]] = {}
    for element, url in _elements(tree, page):
        if url in wanted:
            sized = sorted(_sizes(element, page), key=lambda one: -one[0])
            others = dict.fromkeys(other for _, other in sized if other != url)
            found.setdefault(url, tuple(others))
    return found


def _tree(capture: Capture) -> HtmlElement | None:
    from trafilatura.utils import load_html

    html = decode(capture.content, where=capture.input, charset=capture.charset)
    tree: HtmlElement | None = load_html(html.replace("\x00", "\ufffd"))
    return tree


def _elements(tree: HtmlElement, page: str | None) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the elements that show something, each with the address that its link has."""
    for element in tree.iter("img", "video", "audio"):
        for shown in shown_by(element, str(element.tag)):
            if address := in_full(shown.url, page):
                yield element, address


def _best(element: HtmlElement, page: str | None) -> str | None:
    """Return the largest candidate of a picture, in its own list or those of its sources."""
    listed = _sizes(element, page)
    return max(listed, key=lambda one: one[0])[1] if listed else None


def _sizes(element: HtmlElement, page: str | None) -> list[tuple[float, str]]:
    """Return the candidates of a picture with their size, in its own list or of its sources."""
    if element.tag != "img":
        return []
    around = next((each.iter("source") for each in element.iterancestors("picture")), ())
    sources = [each for each in around if each.get("type", "").strip().lower() not in _UNREAD]
    return [
        (size, url)
        for each in (element, *sources)
        for name in _SETS
        for size, candidate in _candidates((each.get(name) or "")[:_LONGEST])
        if (url := in_full(candidate, page))
    ]


def _candidates(listed: str) -> Iterator[tuple[float, str]]:
    """Yield the addresses of a ``srcset`` with their size: pixels, or a thousand for each ``x``."""
    for url, size, unit in _CANDIDATE.findall(listed):
        yield float(size or 1) * (1.0 if unit == "w" else 1_000.0), url
