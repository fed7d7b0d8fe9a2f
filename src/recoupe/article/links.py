"""The links, embeds and pictures of a page, tied to the words of its report.

trafilatura's text keeps none of them. So the page is walked once more: a link is found again by
the words of its block, and what is shown between blocks by the words before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from recoupe.article.order import INLINE, UNREAD
from recoupe.article.shown import Shown, shown_by
from recoupe.model import Block, Link

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPACE: Final = re.compile(r"\s+")
_LONGEST: Final = 2_000
"""Code points of an address; longer ones carry data."""
_MOST: Final = 1_000
"""Links of one report."""
_TELLING: Final = 30
"""Code points from which the words of a block can be found inside another one's."""


@dataclass(slots=True)
class _Strip:
    """Words between two edges of the page's blocks, their links, and what is shown before them.

    ``links`` are ``[start, end)`` of the words and an address.
    """

    text: str
    links: list[tuple[int, int, str]]
    before: list[Shown] = field(default_factory=list)


def links_of(
    tree: HtmlElement, text: str, blocks: tuple[Block, ...], address: str | None
) -> tuple[Link, ...]:
    """Return what a page links to in its report and shows in it, in the order of the text.

    ``address`` is the page's own, from which relative ones are reckoned; without it they are left
    out, as are addresses that are not of the web.
    """
    base = tree.xpath("string(//base/@href)").strip()
    page = urljoin(address or "", base) if base else address
    found = dict.fromkeys(islice(_tied(list(_strips(tree)), text, blocks, page), _MOST))
    return tuple(sorted(found, key=lambda link: (link.start, link.end)))


def _tied(
    strips: list[_Strip], text: str, blocks: tuple[Block, ...], page: str | None
) -> Iterator[Link]:
    """Yield the links of strips that stand in the report, and what is shown right beside them."""
    starts: dict[str, list[int]] = {}
    for block in blocks:
        starts.setdefault(text[block.start : block.end], []).append(block.start)
    at, last, near = 0, None, False
    for strip in strips:
        place = _place(strip.text, text, at, starts)
        here = None if place is None else _block_of(place, blocks)
        yield from _between(strip.before, last if near else None, here, page)
        near = here is not None
        if place is None or here is None:
            continue
        at, last = place, here
        for start, end, href in strip.links:
            if url := in_full(href, page):
                yield Link("link", url, place + start, place + end)


def _between(
    shown: list[Shown], before: Block | None, after: Block | None, page: str | None
) -> Iterator[Link]:
    """Yield what is shown between two blocks: with its caption's words, else where it stands."""
    for one in shown:
        url = in_full(one.url, page)
        if url is None:
            continue
        if one.captioned and after is not None and after.kind == "caption":
            yield Link(one.kind, url, after.start, after.end)
        elif before is not None:
            yield Link(one.kind, url, before.end, before.end)
        elif after is not None:
            yield Link(one.kind, url, after.start, after.start)


def _place(words: str, text: str, at: int, starts: dict[str, list[int]]) -> int | None:
    """Return where the words of a strip stand from ``at`` on: as a block, or plainly in one."""
    place = next((start for start in starts.get(words, ()) if start >= at), None)
    if place is None and len(words) >= _TELLING and (found := text.find(words, at)) >= 0:
        return found
    return place


def _block_of(place: int, blocks: tuple[Block, ...]) -> Block | None:
    return next((block for block in blocks if block.start <= place < block.end), None)


def in_full(href: str, page: str | None) -> str | None:
    """Return an address in full, ``None`` where it is none of the web."""
    href = href.strip()
    if len(href) > _LONGEST or not href or href.startswith("#"):
        return None
    try:
        url = urljoin(page or "", href)
        if url.startswith("//"):
            url = f"https:{url}"
    except ValueError:  # an address that is none ("http://[")
        return None
    return url if url.lower().startswith(("http://", "https://")) else None


def _strips(tree: HtmlElement) -> Iterator[_Strip]:
    """Yield the page's words between the edges of its blocks, and what is shown before each."""
    from lxml import etree

    words: list[str] = []
    links: list[tuple[int, int, str]] = []
    shown: list[Shown] = []
    open_at, unread = 0, 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        if tag not in INLINE:
            if (strip := _strip("".join(words), links, shown)).text:
                yield strip
                shown = []
            words.clear()
            links = []
        if event == "start" and not unread:
            shown += shown_by(element, tag)
        if tag == "a" and element.get("href"):
            if event == "start":
                open_at = sum(map(len, words))
            else:
                links.append((open_at, sum(map(len, words)), element.get("href")))
        unread += (tag in UNREAD) * (1 if event == "start" else -1)
        more = element.text if event == "start" else element.tail
        if more and not unread:
            words.append(more)
    yield _Strip("", [], shown)


def _strip(raw: str, links: list[tuple[int, int, str]], shown: list[Shown]) -> _Strip:
    """Return a strip with white space made single, and its links where their words then stand."""
    text = _SPACE.sub(" ", raw).strip()
    placed = []
    for start, end, href in links:
        inside = raw[start:end]
        blank = len(inside) - len(inside.lstrip())
        words = _SPACE.sub(" ", inside).strip()
        if words:
            first = len(_SPACE.sub(" ", raw[: start + blank]).lstrip())
            placed.append((first, first + len(words), href))
    return _Strip(text, placed, shown)
