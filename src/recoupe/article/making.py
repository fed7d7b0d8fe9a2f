"""Captures to articles: which way each kind goes, and what holds for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from recoupe.article.bylines import authors_in
from recoupe.article.classify import classify
from recoupe.article.dates import declared_date
from recoupe.article.decoding import decode
from recoupe.article.furniture import furniture
from recoupe.article.identification import language_of
from recoupe.article.lines import stretches
from recoupe.article.stamps import written_date
from recoupe.article.stretch import seen
from recoupe.article.told import Told
from recoupe.capture import read_record
from recoupe.errors import EmptyInputError, NoArticleError, TooLargeError
from recoupe.model import Article, Block, Capture, make_article

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
    text, html = _content(capture)
    if html is not None:
        from recoupe.article.page import read_page

        page = read_page(html, where=capture.input, today=today, address=capture.declared.url)
        text, blocks, links, told = page.text, page.blocks, page.links, page.told
    else:
        text = _checked(text, capture.input)
        blocks = _bare_blocks(text, capture.input)
        links, told = (), Told()
    declared = capture.declared
    language = language_of(
        _readable(text, blocks),
        declared=declared.language,
        marked=told.language,
        where=capture.input,
    )
    if html is None:
        told = _told_by_blocks(text, blocks, language, today)
    return make_article(
        replace(capture, declared=replace(declared, url=declared.url or told.url)),
        text,
        blocks,
        title=declared.title or told.title,
        outlet=declared.outlet or told.outlet,
        byline=declared.byline or told.byline,
        published=published or told.published,
        modified=told.modified,
        language=language,
        links=links,
    )


def _content(capture: Capture) -> tuple[str, str | None]:
    """Return the bare text of a capture, or its HTML."""
    if capture.media_type == "application/json":
        record = read_record(capture.content, where=capture.input)
        if (record.text or "").strip():
            return record.text or "", None
        return "", record.html
    text = decode(capture.content, where=capture.input, charset=capture.charset)
    return ("", text) if capture.media_type == "text/html" else (text, None)


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
