"""Captures to articles: which way each kind goes, and what holds for all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from recoupe.article.bylines import authors_in
from recoupe.article.classify import classify
from recoupe.article.dates import declared_date, stated_date
from recoupe.article.decoding import decode
from recoupe.article.furniture import furniture
from recoupe.article.identification import language_of
from recoupe.article.lines import stretches
from recoupe.article.notes import corrections_in, wire_notice
from recoupe.article.published import with_notes
from recoupe.article.stamps import written_date
from recoupe.article.stretch import seen
from recoupe.article.told import Page, Told
from recoupe.capture import read_record
from recoupe.capture.ninjs import Item
from recoupe.errors import EmptyInputError, NoArticleError, TooLargeError
from recoupe.languages import available
from recoupe.model import Article, Block, Capture, Link, Metadata, make_article

LONGEST: Final = 200_000
"""Code points of an article: thirty times a long report, and what a parse still fits in memory."""
_MOST: Final = 20_000
"""Stretches of bare text. Where each word has its own line, it is a list and no report."""


def to_article(capture: Capture, *, today: date) -> Article:
    """Return the article of a capture: one canonical text in blocks, and what is known about it.

    Bare text is kept to the letter; of HTML the report is taken, its furniture left out. What the
    capture declares stands over what the page says. Nothing later than ``today`` is a date of
    publication: declared it is an error, found on a page it is disregarded.

    Raises the :class:`ReportError` that fits: nothing to read, no charset, no article, no
    language with a pack, a date that cannot be, a text longer than ``LONGEST``.
    """
    published = declared_date(capture.declared.published, today=today, where=capture.input)
    content = _content(capture)
    made = _made(content, capture, today)
    declared = capture.declared
    language = _language(made, content, capture)
    told = made.told
    if content.html is None and not content.notice:
        told = _told_by_blocks(made.text, made.blocks, language, today)
    article = make_article(
        replace(capture, declared=replace(declared, url=declared.url or told.url)),
        made.text,
        made.blocks,
        title=declared.title or told.title,
        outlet=declared.outlet or told.outlet,
        byline=declared.byline or told.byline,
        published=published or told.published,
        modified=told.modified or content.modified(today),
        language=language,
        links=(*made.links, *content.links(len(made.text))),
    )
    return replace(article, metadata=_metadata(article, told, content, today))


@dataclass(frozen=True, slots=True)
class _Content:
    """What a capture holds: bare text, or HTML; ``item`` is what an agency says beside."""

    text: str
    html: str | None = None
    item: Item | None = None

    @property
    def notice(self) -> bool:
        """Whether it holds no report, only that one is taken back."""
        return self.item is not None and self.item.notice

    def modified(self, today: date) -> str | None:
        return stated_date(self.item.modified, today=today) if self.item is not None else None

    def links(self, end: int) -> tuple[Link, ...]:
        """Return what an agency's item shows, behind the text that ends there."""
        shown = self.item.shown if self.item is not None else ()
        return tuple(Link(kind, url, end, end) for kind, url in shown)


def _content(capture: Capture) -> _Content:
    if capture.media_type == "application/json":
        record = read_record(capture.content, where=capture.input)
        if (record.text or "").strip():
            return _Content(record.text or "", None, record.item)
        return _Content("", record.html, record.item)
    text = decode(capture.content, where=capture.input, charset=capture.charset)
    return _Content("", text) if capture.media_type == "text/html" else _Content(text)


def _made(content: _Content, capture: Capture, today: date) -> Page:
    """Return the report of a capture's content: its text in blocks, and what it says of itself."""
    if content.html is not None:
        from recoupe.article.page import read_page

        address = capture.declared.url
        return read_page(content.html, where=capture.input, today=today, address=address)
    text = _checked(content.text, capture.input)
    if content.notice:  # what stands there is to editors: nobody says it in a report
        return Page(text, (Block("boilerplate", 0, len(text)),), (), Told())
    return Page(text, _bare_blocks(text, capture.input), (), Told())


def _language(made: Page, content: _Content, capture: Capture) -> str:
    """Return the language of a report; a notice may be too short to tell, and is in any."""
    declared = capture.declared.language
    if content.notice and (declared or "") not in available():
        return available()[0]
    return language_of(
        _readable(made.text, made.blocks),
        declared=declared,
        marked=made.told.language,
        where=capture.input,
    )


def _metadata(article: Article, told: Told, content: _Content, today: date) -> Metadata | None:
    """Return what a report says of itself, in its mark-up, its fields and its own words."""
    if content.item is not None:
        item = content.item.metadata
        said = replace(item, status_at=stated_date(item.status_at, today=today))
        return with_notes(said, corrections_in(article, told.notes))
    said_by_page = told.metadata
    if content.html is None:
        said_by_page = wire_notice(article)
    return with_notes(said_by_page, corrections_in(article, told.notes))


def _checked(text: str, where: str) -> str:
    if len(text) > LONGEST:
        raise TooLargeError(
            f"its text has {len(text):,} characters, and the limit is {LONGEST:,}",
            where=where,
            remedy="give the reports in it one by one",
        )
    if not any(map(str.isalnum, text)):
        raise EmptyInputError(
            "there are no words in it", where=where, remedy="give the words of a report"
        )
    return text


def _bare_blocks(text: str, where: str) -> tuple[Block, ...]:
    """Return the blocks of bare text; raise :class:`NoArticleError` where all is furniture."""
    found = stretches(text)
    if len(found) > _MOST:
        raise TooLargeError(
            f"it has {len(found):,} paragraphs, and the limit is {_MOST:,}",
            where=where,
            remedy="give the reports in it one by one",
        )
    parts = [seen(text, start, end) for start, end in found]
    kinds = classify(parts)
    blocks = tuple(
        Block(kind, part.start, part.end) for kind, part in zip(kinds, parts, strict=True)
    )
    if all(block.silent for block in blocks):
        raise NoArticleError(
            "holds no report, only what stands around one",
            where=where,
            remedy="give the whole text",
        )
    return blocks


def _told_by_blocks(text: str, blocks: tuple[Block, ...], language: str, today: date) -> Told:
    """Return what bare text says of itself: its headline, its authors, its date."""
    headline = next((block for block in blocks if block.kind == "headline"), None)
    title = " ".join(text[headline.start : headline.end].split()) if headline else None
    lines = (seen(text, block.start, block.end) for block in blocks if block.kind == "byline")
    return Told(
        title=title,
        byline=next((names for line in lines if (names := authors_in(line))), None),
        published=written_date(
            text, blocks, today=today, day_first=furniture().day_first[language]
        ),
    )


def _readable(text: str, blocks: tuple[Block, ...]) -> str:
    return "\n".join(text[block.start : block.end] for block in blocks if not block.silent)
