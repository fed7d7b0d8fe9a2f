"""What gold data of a language count in a statement, where two languages' annotators differ.

The network learned from both at once; the language pack says which way its own data go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.nominal import phrase
from recoupe.reading.attributions.passages import Page, Passage


def conforming(page: Page, finding: Finding, lex: Lexicon) -> Iterator[Finding]:
    """Yield a finding as the language counts it, and the quotations that are then by themselves.

    Where a quotation that goes on after the one with the cue is a statement of its own, the content
    keeps what stands in the passage of the cue, and each whole quotation elsewhere becomes a
    floating one. Where adverbs are no part of a cue, it loses those at its edges. Of a content in
    several pieces those of small words alone ("the") are left out; a source of an article alone
    gets the noun that belongs to it.
    """
    source = _with_noun(page, finding.source, lex)
    finding = replace(finding, content=_telling(page, finding.content), source=source)
    cue = finding.cue
    if cue is None:
        yield finding
        return
    if not lex.words.adverbs_in_cue:
        cue = _without_adverbs(page, cue, lex)
        finding = replace(finding, cue=cue)
    if lex.words.continues or len(finding.content) == 1:
        yield finding
        return
    here = _passage(page, cue)
    near = tuple(place for place in finding.content if here and _passage(page, place) is here)
    yield replace(finding, content=near or finding.content[:1])
    for place in finding.content:
        if near and place not in near and _is_quotation(page, place):
            yield Finding((place,), None, None, "floating", confidence=finding.confidence)


def _telling(page: Page, content: tuple[Place, ...]) -> tuple[Place, ...]:
    kept = tuple(
        place
        for place in content
        if any(token.pos_ not in _SMALL for token in page.parse.words_in(*place))
    )
    return kept or content


def _with_noun(page: Page, source: Place | None, lex: Lexicon) -> Place | None:
    words = page.parse.words_in(*source) if source is not None else ()
    if not words or any(token.pos_ != "DET" for token in words):
        return source
    first, last = phrase(page, words[-1].head, lex)
    return (page.start(first), page.end(last - 1)) if first <= words[0].i < last - 1 else source


_SMALL: Final = frozenset({"DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART", "SPACE"})


def _without_adverbs(page: Page, cue: Place, lex: Lexicon) -> Place:
    tokens = page.parse.words_in(*cue)
    kept = [token for token in tokens if token.pos_ != "ADV" or token.lower_ in lex.negations]
    if not kept:
        return cue
    return max(cue[0], kept[0].idx), min(cue[1], kept[-1].idx + len(kept[-1].text))


def _passage(page: Page, place: Place) -> Passage | None:
    return page.passage_at(page.parse.overlap(*place)[0])


def _is_quotation(page: Page, place: Place) -> bool:
    return any((quote.span.start, quote.span.end) == place for quote in page.quotes)
