"""The blocks of a page in one walk: their words as they stand, their links, what is shown there.

A page has thousands of elements, and each step of the walk is taken for each of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recoupe.article.shown import Shown, may_show, shown_by

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd mark q s samp small span"  # noqa: SIM905
    " strong sub sup time tt u var wbr del".split()
)
UNREAD: Final = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "form",
        "button",
        "select",
        "textarea",
        "object",
    }
)
_ASIDE: Final = frozenset({"aside", "nav", "footer"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3"})
_TELLING: Final = frozenset({"figcaption", *_HEADINGS, *_ASIDE})
_SPACE: Final = re.compile(r"\s+")

Href = tuple[int, int, str]
"""``[start, end)`` of a link's words in its block, and the address it goes to."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one block of the page as it stands there, white space made single.

    ``shown`` is what the page shows between the block before it and this one.
    """

    text: str
    caption: bool = False
    heading: bool = False
    links: tuple[Href, ...] = ()
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of a page in order, and what it shows behind the last."""

    sources: tuple[Source, ...]
    shown: tuple[Shown, ...]


def blocks_of(tree: HtmlElement) -> PageBlocks:
    """Return the words of a page between the edges of its blocks, and what stands among them."""
    walk = _Walk()
    walk.visit(tree)
    walk.edge()
    return PageBlocks(tuple(walk.sources), tuple(walk.shown))


class _Walk:
    """One walk over a page, and what was met since the last edge of a block."""

    __slots__ = (
        "_asides",
        "_captions",
        "_headings",
        "_links",
        "_open_at",
        "_words",
        "shown",
        "sources",
    )

    def __init__(self) -> None:
        self.sources: list[Source] = []
        self.shown: list[Shown] = []
        self._words: list[str] = []
        self._links: list[Href] = []
        self._open_at = 0
        self._captions = self._headings = self._asides = 0

    def visit(self, element: HtmlElement) -> None:
        """Walk over an element and all in it; its tail is its parent's."""
        tag = element.tag
        if tag in INLINE:
            if may_show(element, tag):
                self.shown += shown_by(element, tag)
            if tag == "a" and (href := element.get("href")):
                self._open_at = sum(map(len, self._words))
                self._inside(element)
                self._links.append((self._open_at, sum(map(len, self._words)), href))
            else:
                self._inside(element)
            return
        if self._words or self._links:
            self.edge()
        if not isinstance(tag, str):  # a comment
            return
        if may_show(element, tag):
            self.shown += shown_by(element, tag)
        if tag not in UNREAD:
            self._block(element, tag)

    def _block(self, element: HtmlElement, tag: str) -> None:
        if tag in _TELLING:
            caption, heading, aside = tag == "figcaption", tag in _HEADINGS, tag in _ASIDE
            self._captions += caption
            self._headings += heading
            self._asides += aside
            self._inside(element)
            self.edge()
            self._captions -= caption
            self._headings -= heading
            self._asides -= aside
            return
        self._inside(element)
        if self._words or self._links:
            self.edge()

    def _inside(self, element: HtmlElement) -> None:
        words, visit = self._words, self.visit
        if text := element.text:
            words.append(text)
        for child in element:
            visit(child)
            if tail := child.tail:
                words.append(tail)

    def edge(self) -> None:
        """End a block: what was met is its words."""
        if self._words:
            raw = "".join(self._words)
            self._words.clear()
            if text := " ".join(raw.split()):
                links = _placed(raw, self._links) if self._links else ()
                caption = self._captions > 0 and not self._asides
                self.sources.append(
                    Source(text, caption, self._headings > 0, links, tuple(self.shown))
                )
                self.shown.clear()
        if self._links:
            self._links.clear()


def _placed(raw: str, links: list[Href]) -> tuple[Href, ...]:
    """Return links where their words stand when white space is made single."""
    placed = []
    for start, end, href in links:
        inside = raw[start:end]
        blank = len(inside) - len(inside.lstrip())
        words = _SPACE.sub(" ", inside).strip()
        if words:
            first = len(_SPACE.sub(" ", raw[: start + blank]).lstrip())
            placed.append((first, first + len(words), href))
    return tuple(placed)
