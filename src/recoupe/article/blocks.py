"""The blocks of a page in one walk: their words as they stand, their links, what is shown there.

A page has thousands of elements, and each step of the walk is taken for each of them. So the tree
is written out as XML, and the walk is over its tags: an object is only made of an element that may
show something. In XML neither ``<`` nor ``>`` stands in text or in the value of an attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from recoupe.article.shown import AROUND_PICTURES, SHOWING, Shown, may_show, shown_by, shows_more

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
_AROUND: Final = {
    "figcaption": "caption",
    **dict.fromkeys(("h1", "h2", "h3"), "heading"),
    **dict.fromkeys(("aside", "nav", "footer"), "aside"),
    **dict.fromkeys(AROUND_PICTURES, "picture"),
}
"""What elements say of all in them."""
_WITHIN, _LINK, _BEHIND, _EDGE, _TELLING, _SHOWS, _PASSED = range(7)
"""What a tag is: inside a block; the start of a link, its end; and of the edges of blocks, those of
elements that tell of what is in them, that may show something, that are not read."""
_TAGS: Final = {
    **{form: _WITHIN for tag in INLINE for form in (tag, f"/{tag}", f"{tag}/")},
    **{"a": _LINK, "/a": _BEHIND},
    **{form: _TELLING for tag in _AROUND for form in (tag, f"/{tag}")},
    **dict.fromkeys(UNREAD, _PASSED),
    **{form: _SHOWS for tag in SHOWING for form in (tag, f"{tag}/")},
}
"""Tags by their first word, as XML has it: a slash before an end, one behind what holds nothing."""
_SPACE: Final = re.compile(r"\s+")
_TO: Final = ' href="'
_HREF: Final = re.compile(r'a(?: (?!href=)=?[^= ]*="[^"]*")* href="([^"]+)"')

Href = tuple[int, int, str]
"""``[start, end)`` of a link's words in its block, and the address it goes to."""


class Source(NamedTuple):
    """The text of one block of the page as it stands there, white space made single.

    ``raw`` is that text before, and ``tags`` are those of links, with the places of their words in
    it. ``shown`` is what the page shows between the block before it and this one. (A page has
    hundreds: a tuple costs a third of a dataclass.)
    """

    text: str
    caption: bool = False
    heading: bool = False
    raw: str = ""
    tags: tuple[Href, ...] = ()
    shown: tuple[Shown, ...] = ()

    def links(self) -> Iterator[Href]:
        """Yield the links of the block that have words, where those stand in its text."""
        for start, end, tag in self.tags:
            inside = self.raw[start:end]
            blank = len(inside) - len(inside.lstrip())
            words = _SPACE.sub(" ", inside).strip()
            href = _HREF.match(tag)
            if words and href:
                first = len(_SPACE.sub(" ", self.raw[: start + blank]).lstrip())
                yield first, first + len(words), unescape(href[1])


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of a page in order, and what it shows behind the last."""

    sources: tuple[Source, ...]
    shown: tuple[Shown, ...]


def blocks_of(tree: HtmlElement) -> PageBlocks:
    """Return the words of a page between the edges of its blocks, and what stands among them.

    The tree is one of HTML without comments, as :func:`recoupe.article.parsing.parsed` gives it.
    Its scripts and styles are emptied, and its doctype is left out.
    """
    from lxml.etree import tostring

    for element in tree.iter("script", "style"):
        element.text = None
    tree.getroottree().docinfo.clear()  # libxml2 adds to a page that is declared as XHTML
    written = tostring(tree, encoding="unicode", with_tail=False)
    walk = _Walk(tree, every=shows_more(written))
    walk.over(iter(written.split(">")[:-1]))
    return PageBlocks(tuple(walk.sources), tuple(walk.shown))


class _Walk:
    """One walk over the tags of a page, and what was met since the last edge of a block.

    With ``every``, each element is asked what it shows, else those with tags that tell.
    """

    __slots__ = (
        "_around",
        "_caption",
        "_elements",
        "_every",
        "_heading",
        "_links",
        "_words",
        "shown",
        "sources",
    )

    def __init__(self, tree: HtmlElement, *, every: bool) -> None:
        self.sources: list[Source] = []
        self.shown: list[Shown] = []
        self._words: list[str] = []
        self._links: list[Href] = []
        self._around = dict.fromkeys(_AROUND.values(), 0)
        self._caption = self._heading = False
        self._every = every
        self._elements: Iterator[HtmlElement] = tree.iter(*("*" if every else SHOWING))

    def over(self, pieces: Iterator[str]) -> None:
        """Walk over the pieces of a page: some text each, and the tag behind it without its end."""
        words, links, every = self._words, self._links, self._every
        at = length = 0
        opened: list[str] = []
        for piece in pieces:
            text, _, tag = piece.partition("<")
            if text and (words or not text.isspace()):  # most of a page is space between blocks
                text = unescape(text) if "&" in text else text
                words.append(text)
                length += len(text)
            kind = _TAGS.get(tag.partition(" ")[0], _EDGE)
            if kind >= _EDGE and words:
                self._edge()
                length = 0
            if every and tag[0] != "/":
                self._show(tag)
            if kind > _EDGE:
                self._further(kind, tag, pieces)
            elif kind == _LINK and tag[-1] != "/":
                opened.append(tag)
                at = length if _TO in tag else at
            elif kind == _BEHIND and _TO in (tag := opened.pop()):
                links.append((at, length, tag))
        self._edge()

    def _edge(self) -> None:
        """End a block: what was met is its words."""
        raw = "".join(self._words)
        if text := " ".join(raw.split()):
            links, shown = tuple(self._links), tuple(self.shown)
            self.sources.append(Source(text, self._caption, self._heading, raw, links, shown))
            self.shown.clear()
        self._words.clear()
        self._links.clear()

    def _further(self, kind: int, tag: str, pieces: Iterator[str]) -> None:
        """Keep what the tag of a block tells, and go on behind an element that is not read."""
        if kind == _SHOWS and not self._every:
            self._show(tag)
        if tag[-1] == "/":
            return
        name = tag.partition(" ")[0]
        if kind == _TELLING:
            around = self._around
            around[_AROUND[name.lstrip("/")]] += -1 if name[0] == "/" else 1
            self._caption = around["caption"] > 0 and not around["aside"]
            self._heading = around["heading"] > 0
        elif name in UNREAD:
            self._pass(name, pieces)

    def _pass(self, name: str, pieces: Iterator[str]) -> None:
        """Go on behind the end of an element that is not read."""
        depth = 1
        for piece in pieces:
            tag = piece.partition("<")[2]
            within = tag.partition(" ")[0]
            if (self._every and tag[0] != "/") or within.rstrip("/") in SHOWING:
                next(self._elements)
            if within == name:
                depth += tag[-1] != "/"
            elif within[0] == "/" and within[1:] == name:
                depth -= 1
                if not depth:
                    return

    def _show(self, tag: str) -> None:
        """Keep what the next element shows, which this is the tag of."""
        element = next(self._elements)
        name = tag.partition(" ")[0].rstrip("/")
        if self._every:
            if may_show(element, name):
                self.shown += shown_by(element, name)
        elif name != "img" or self._around["picture"]:
            self.shown += shown_by(element, name)
