"""The links, embeds and pictures of a page, tied to the words of its report.

trafilatura's text keeps none of them. So they are taken from the blocks of the page: a link is
found again by the words of its block, and what is shown between blocks by the words before and
after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final
from urllib.parse import urljoin

from recoupe.article.blocks import PageBlocks, Source
from recoupe.article.shown import Shown
from recoupe.model import Block, Link

_LONGEST: Final = 2_000
"""Code points of an address; longer ones carry data."""
_MOST: Final = 1_000
"""Links of one report."""
_TELLING: Final = 30
"""Code points from which the words of a block can be found inside another one's."""


def links_of(
    page: PageBlocks, text: str, blocks: tuple[Block, ...], address: str | None
) -> tuple[Link, ...]:
    """Return what a page links to in its report and shows in it, in the order of the text.

    ``address`` is the one from which relative ones are reckoned; without it they are left out, as
    are addresses that are not of the web.
    """
    sources = (*page.sources, Source("", shown=page.shown))
    found = dict.fromkeys(islice(_tied(sources, text, blocks, address), _MOST))
    return tuple(sorted(found, key=lambda link: (link.start, link.end)))


def _tied(
    sources: Sequence[Source], text: str, blocks: tuple[Block, ...], page: str | None
) -> Iterator[Link]:
    """Yield the links of blocks that stand in the report, and what is shown right beside them."""
    starts: dict[str, list[int]] = {}
    for block in blocks:
        starts.setdefault(text[block.start : block.end], []).append(block.start)
    at, last, near = 0, None, False
    for source in sources:
        words = source.text
        if len(words) < _TELLING and words not in starts and not source.shown:
            near = False  # as of most blocks of a page
            continue
        place = _place(words, text, at, starts)
        here = None if place is None else _block_of(place, blocks)
        yield from _between(source.shown, last if near else None, here, page)
        near = here is not None
        if place is None or here is None:
            continue
        at, last = place, here
        for start, end, href in source.links():
            if url := in_full(href, page):
                yield Link("link", url, place + start, place + end)


def _between(
    shown: Sequence[Shown], before: Block | None, after: Block | None, page: str | None
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
    """Return where words of the page stand from ``at`` on: as a block, or plainly in one."""
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
