"""The page's own order of blocks: where captions stand, and what was run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

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
_SPACE: Final = re.compile(r"\s+")
_LONGEST_CAPTION: Final = 80
_GALLERY: Final = 3
"""Captions in a row from which they are those of a gallery, not of the report's pictures."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one block, white space made single, and what its mark-up says it is."""

    text: str
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one block of the page as it stands there."""

    text: str
    caption: bool
    heading: bool


def in_order(tree: HtmlElement, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the captions of the report's pictures between them.

    A piece in which several of the page's blocks were run together is cut at their edges.
    """
    sources = list(sources_of(tree))
    places: dict[str, list[int]] = {}
    for at, source in enumerate(sources):
        places.setdefault(source.text, []).append(at)
    cut = [
        part
        for piece in pieces
        for part in ([piece] if piece.text in places else _cut(piece, sources))
    ]
    return _with_captions(cut, sources, places)


def sources_of(tree: HtmlElement) -> Iterator[Source]:
    """Yield the text of the page between the edges of its blocks, in order."""
    from lxml import etree

    words: list[str] = []
    caption, heading, aside, unread = 0, 0, 0, 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        if tag not in INLINE:
            text = _SPACE.sub(" ", "".join(words)).strip()
            words.clear()
            if text:
                yield Source(text, caption > 0 and not aside, heading > 0)
        step = 1 if event == "start" else -1
        caption += step * (tag == "figcaption")
        heading += step * (tag in {"h1", "h2", "h3"})
        aside += step * (tag in _ASIDE)
        unread += step * (tag in UNREAD)
        more = element.text if event == "start" else element.tail
        if more and not unread:
            words.append(more)


def _cut(piece: Piece, sources: list[Source]) -> Iterator[Piece]:
    """Yield the page's blocks that were run together in a piece; the piece itself if none were."""
    found: list[Source] = []
    at = 0
    for source in sources:
        if at < len(piece.text) and piece.text.startswith(source.text, at):
            found.append(source)
            at += len(source.text)
            at += piece.text.startswith(" ", at)
    if at < len(piece.text) or len(found) < 2:
        yield piece
        return
    for source in found:
        mark = "caption" if source.caption else "heading" if source.heading else "paragraph"
        yield Piece(source.text, mark)


def _with_captions(
    pieces: list[Piece], sources: list[Source], places: dict[str, list[int]]
) -> list[Piece]:
    own = [places.get(piece.text, []) for piece in pieces]
    known = [found[0] for found in own if len(found) == 1]
    if not known:
        return pieces
    inside = {piece.text for piece in pieces}
    captions = _captions(sources, _top(sources, min(known)), max(known), inside)
    result: list[Piece] = []
    for piece, found in zip(pieces, own, strict=True):
        while captions and len(found) == 1 and captions[0] < found[0]:
            result.append(Piece(sources[captions.pop(0)].text, "caption"))
        is_caption = len(found) == 1 and sources[found[0]].caption
        result.append(Piece(piece.text, "caption") if is_caption else piece)
    return result


def _top(sources: list[Source], first: int) -> int:
    """Return where the report begins: at the last heading above its first block, if near."""
    for at in range(first, max(first - 15, -1), -1):
        if sources[at].heading:
            return at
    return first


def _captions(sources: list[Source], first: int, last: int, inside: set[str]) -> list[int]:
    """Return where captions stand among the blocks of the report; galleries are left out."""
    runs: list[list[int]] = []
    for at in range(first, last):
        source = sources[at]
        if not source.caption or source.text in inside:
            continue
        if len(source.text.split()) > _LONGEST_CAPTION:
            continue
        if runs and at - runs[-1][-1] <= 2:
            runs[-1].append(at)
        else:
            runs.append([at])
    return [at for run in runs if len(run) <= _GALLERY for at in run]
