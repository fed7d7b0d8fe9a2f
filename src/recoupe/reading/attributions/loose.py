"""Statements with no cue: quotations that stand by themselves, and titles like "X : « … »"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.nominal import phrase
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.stretches import place

_WORDS_OF_A_SENTENCE: Final = 5
"""Fewer quoted words than this, with no verb, are a name or a word held at arm's length."""


def find_loose(
    page: Page, passage: Passage, found: Sequence[Finding], lex: Lexicon
) -> Iterator[Finding]:
    """Yield the quotations of a passage that are in nobody's content yet and say something.

    A quotation that opens the passage may be short: it may go on from the one before.
    """
    claimed = [place for finding in found for place in finding.content]
    claimed += [finding.cue for finding in found if finding.cue is not None]
    for number in passage.quotes:
        span = page.quotes[number].span
        if any(
            start < span.end and span.start < end
            for start, end in claimed
            if start <= span.start or end >= span.end
        ):
            continue
        first, last = page.quote_tokens(number)
        first, last = max(first, passage.first), min(last, passage.last)
        content = place(page, first, last)
        if content is None:
            continue
        whole = _says_something(page, first, last)
        if whole or first == passage.first:
            quotation = _finding(page, passage, first, content, lex)
            short = not whole and quotation.pattern == "floating"
            yield replace(quotation, pattern="fragment") if short else quotation


def _says_something(page: Page, first: int, last: int) -> bool:
    words = [token for token in page.doc[first:last] if token.is_alpha]
    verbal = any(token.pos_ in {"VERB", "AUX"} for token in words)
    return len(words) >= _WORDS_OF_A_SENTENCE and verbal


def _finding(page: Page, passage: Passage, first: int, content: Place, lex: Lexicon) -> Finding:
    """Return a floating quotation, or one that a name and a colon introduce."""
    at = first - 1
    while at > passage.first and page.doc[at].is_space:
        at -= 1
    if at > passage.first and page.doc[at].text == ":":
        source = _before_colon(page, passage, at, lex)
        if source is not None:
            return Finding((content,), None, source, "colon-name")
    return Finding((content,), None, None, "floating")


def _before_colon(page: Page, passage: Passage, colon: int, lex: Lexicon) -> Place | None:
    """Return the noun phrase that is all there is before the colon of a title."""
    words = page.doc[passage.first : colon]
    if any(token.pos_ in {"VERB", "AUX"} for token in words) or len(words) > 12:
        return None
    heads = [token for token in words if token.pos_ in {"PROPN", "NOUN"}]
    if not heads:
        return None
    root = next((t for t in heads if t.head.i >= colon or t.head == t), heads[0])
    first, last = phrase(page, root, lex)
    return page.start(first), page.end(min(last, colon) - 1)
