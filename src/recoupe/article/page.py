"""A page's HTML to the report in it: its text in blocks, by trafilatura, and what it says of it.

trafilatura finds what belongs to the report and what does not (Barbaresi 2021); the page's own
order of blocks tells where its captions stand, and takes apart what was run together.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from recoupe.article.blocks import Source, blocks_of
from recoupe.article.bylines import authors_in
from recoupe.article.classify import classify
from recoupe.article.dates import stated_date
from recoupe.article.extraction import report_in
from recoupe.article.furniture import plain
from recoupe.article.links import links_of
from recoupe.article.markup import (
    byline_of,
    modified_of,
    outlet_of,
    published_of,
    read_markup,
    title_of,
)
from recoupe.article.notes import tells_correction
from recoupe.article.order import Piece, in_order
from recoupe.article.parsing import parsed
from recoupe.article.published import metadata_of
from recoupe.article.stamps import days_in
from recoupe.article.stretch import Stretch, seen
from recoupe.article.told import Page, Told
from recoupe.errors import NoArticleError, TooLargeError
from recoupe.model import Block

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_GAP: Final = "\n\n"
_BLOCKS: Final = frozenset(
    {
        "p",
        "head",
        "item",
        "quote",
        "list",
        "table",
        "row",
        "div",
        "body",
        "main",
        "section",
        "article",
        "code",
    }
)
_SPACE: Final = re.compile(r"\s+")
_PROMOTION: Final = "newsletter"
"""In the names of invitations that stand between paragraphs."""
_PROMOTED: Final = " | ".join(
    f"//@{name}[contains(., '{_PROMOTION}')]/.." for name in ("class", "id")
)
_INVITATION: Final = 400
"""Code points under which an element so named is no more than that, and not around a report."""
_WHOLE: Final = re.compile(r"<(?:html|body)\b", re.I)
_NEAR: Final = 12
"""Blocks under the headline in which the authors are looked for."""
_FEWEST: Final = 6
"""Words of the shortest report, in one sentence."""
_TOLD: Final = frozenset({"lead", "paragraph"})
_ELEMENTS: Final = 60_000
"""Elements of a page: the largest news pages have some ten thousand."""
_DEPTH: Final = 254
"""Levels of elements: libxml2 drops what is nested deeper than 255."""
_TOO_DEEP: Final = f"boolean({'/*' * _DEPTH})"
_GIVE_TEXT: Final = "give the text of the report"
_ATTRIBUTE: Final = 10_000
_OVERLONG: Final = f"/descendant::*/@*[string-length() > {_ATTRIBUTE}]"
"""Pictures written into attributes and the like, which every search of them would read."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_page(html: str, *, where: str, today: date, address: str | None = None) -> Page:
    """Return the report of a page; ``address`` is where it is said to be from.

    Raises :class:`NoArticleError` where there is none.
    """
    tree = _tree(html, where)
    markup = read_markup(tree)
    title = title_of(markup)
    body = report_in(tree, html)
    taken = [] if body is None else list(_blocks(body))
    url = markup.canonical or markup.first("og:url")
    published = _first_date(published_of(markup), today)
    elsewhere = None if published else _found_date(tree, url)
    base = _base(tree, address or url)
    shown = blocks_of(tree)  # which empties scripts: nobody reads them behind it
    pieces = in_order(shown.sources, taken)
    told = Told(
        title=title,
        outlet=outlet_of(markup),
        byline=byline_of(markup) or _signed(shown.sources, title),
        published=published
        or (elsewhere and _own_date(elsewhere, url, pieces, shown.sources, today=today)),
        modified=_first_date(modified_of(markup), today),
        language=markup.language or markup.first("og:locale"),
        url=url,
        metadata=metadata_of(markup, today=today),
        notes=tuple(one.text for one in shown.sources if tells_correction(one.text)),
    )
    text, blocks = _composed(pieces, title, markup.title)
    if not any(_report(text[block.start : block.end]) for block in blocks if block.kind in _TOLD):
        raise NoArticleError(
            "the page holds no article",
            where=where,
            remedy="give the page of one report, or its text",
        )
    links = links_of(shown, text, blocks, base)
    return Page(text, blocks, links, told)


def _base(tree: HtmlElement, address: str | None) -> str | None:
    """Return the address from which those on a page are reckoned."""
    base = next((each.get("href") for each in tree.iter("base") if each.get("href")), "").strip()
    return urljoin(address or "", base) if base else address


def _tree(html: str, where: str) -> HtmlElement:
    """Return the page parsed, without invitations to subscribe; refuse what would take minutes."""
    if _WHOLE.search(html) is None:  # a fragment: trafilatura takes short ones for no HTML
        html = f"<html><body>{html}</body></html>"
    tree = parsed(html.replace("\x00", "\ufffd") if "\x00" in html else html)
    if tree is None:
        raise NoArticleError("the page holds no article", where=where, remedy="is it HTML?")
    if tree.xpath("count(/descendant::*)") > _ELEMENTS:
        raise TooLargeError(
            f"the page has more than {_ELEMENTS:,} elements", where=where, remedy=_GIVE_TEXT
        )
    if tree.xpath(_TOO_DEEP):
        raise TooLargeError(
            f"the page is nested deeper than {_DEPTH} elements", where=where, remedy=_GIVE_TEXT
        )
    for value in tree.xpath(_OVERLONG):
        del value.getparent().attrib[value.attrname]
    promoted = tree.xpath(_PROMOTED) if _PROMOTION in html else ()
    for element in [*filter(_is_invitation, promoted), *tree.iter("noscript")]:
        element.drop_tree()
    return tree


def _is_invitation(element: HtmlElement) -> bool:
    """Whether an element of the page's body, which is named like an invitation, is short."""
    inside = next(element.iterancestors("body"), None) is not None
    return inside and len(element.xpath("string(.)")) < _INVITATION


def _report(text: str) -> bool:
    """Whether a block could be of a report: prose, or one short sentence at the least."""
    stretch = seen(text, 0, len(text))
    return stretch.prose or (stretch.ended and stretch.words >= _FEWEST)


def _blocks(body: HtmlElement) -> Iterator[Piece]:
    """Yield the text of each block of trafilatura's tree, cut at the blocks inside it."""
    mark = "paragraph"
    words: list[str] = []

    def flush() -> Iterator[Piece]:
        text = _SPACE.sub(" ", "".join(words)).strip()
        words.clear()
        if text:
            yield Piece(text, mark)

    from lxml import etree

    for event, element in etree.iterwalk(body, events=("start", "end")):
        edge = element.tag in _BLOCKS or element.tag == "lb"
        if edge:
            yield from flush()
            mark = "heading" if element.tag == "head" and event == "start" else "paragraph"
        words.append((element.text if event == "start" else element.tail) or "")
    yield from flush()


def _composed(pieces: list[Piece], title: str | None, window: str) -> tuple[str, tuple[Block, ...]]:
    """Put the text together: the headline first, furniture left out.

    ``window`` is the title of the page's window, which is no more than the headline again.
    """
    own = plain(title or "")
    again = {own, plain(window)}
    kept = [piece for piece in pieces if plain(piece.text) not in again]
    if title:
        kept.insert(0, Piece(title, "headline"))
    kinds = classify([_seen(piece) for piece in kept], title=own or None)
    text = ""
    blocks: list[Block] = []
    for piece, kind in zip(kept, kinds, strict=True):
        if kind != "boilerplate":
            start = len(text) + (len(_GAP) if text else 0)
            text = f"{text}{_GAP}{piece.text}" if text else piece.text
            blocks.append(Block(kind, start, len(text)))
    return text, tuple(blocks)


def _seen(piece: Piece) -> Stretch:
    return seen(piece.text, 0, len(piece.text), piece.mark)


def _signed(sources: Iterable[Source], title: str | None) -> str | None:
    """Return the authors whom a line of the page under its headline names."""
    own = plain(title or "")
    left = 0
    for source in sources:
        if plain(source.text) == own:  # menus may give the headline before it stands
            left = _NEAR
        elif left:
            left -= 1
            if names := authors_in(seen(source.text, 0, len(source.text))):
                return names
    return None


def _first_date(stamps: Iterator[str], today: date) -> str | None:
    return next((found for stamp in stamps if (found := stated_date(stamp, today=today))), None)


def _found_date(tree: HtmlElement, url: str | None) -> str | None:
    """Return the date that htmldate finds elsewhere on the page, or in its address."""
    from htmldate import find_date

    try:
        found: str | None = find_date(tree, original_date=True, extensive_search=False, url=url)
    except Exception:
        logging.getLogger(__name__).debug("htmldate failed", exc_info=True)
        return None
    return found


def _own_date(
    found: str, url: str | None, pieces: list[Piece], sources: Iterable[Source], *, today: date
) -> str | None:
    """Return a date found on the page; ``None`` where it is the story's and not the report's.

    It is the story's if it stands nowhere else.
    """
    told = {day for piece in pieces if _report(piece.text) for day in days_in(piece.text)}
    if (
        found in told
        and found not in days_in(_around(sources, pieces))
        and found not in (url or "")
    ):
        return None
    return stated_date(found, today=today)


def _around(sources: Iterable[Source], pieces: list[Piece]) -> str:
    """Return the text of the page without its story."""
    story = {piece.text for piece in pieces if _report(piece.text)}
    return "\n".join(source.text for source in sources if source.text not in story)
