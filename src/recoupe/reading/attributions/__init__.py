"""Attributions: who is reported to say what, found by rules over one parse and the cue tables.

How statements are found, and what was tried, is in docs/decisions/0005-how-statements-are-found.md.
"""

from __future__ import annotations

from recoupe.model import Reader, Span
from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import Lexicon, lexicon
from recoupe.reading.attributions.loose import find_loose
from recoupe.reading.attributions.nouns import find_by_nouns
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.phrases import find_by_phrases
from recoupe.reading.attributions.settling import (
    CONFIDENCE,
    continue_quotations,
    follows,
    nesting,
    settle,
)
from recoupe.reading.attributions.verbs import find_by_verbs
from recoupe.reading.attributions.wording import is_hedged, kind_of
from recoupe.reading.drafts import Attribution, Quotation
from recoupe.reading.parse import Parse

READER = Reader(reader="statements", name="rules", version="1")

__all__ = ["READER", "read_attributions"]


def read_attributions(parse: Parse, quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return everything that the article reports somebody to say, in the text's order."""
    page = Page(parse, quotations)
    lex = lexicon(parse.pack)
    findings: list[Finding] = []
    for passage in page.passages:
        findings.extend(_read_passage(page, passage, lex))
    findings = continue_quotations(findings, page, lex)
    within = nesting(findings)
    after = follows(findings, within)
    return tuple(
        _attribution(finding, page, lex, (within[at], after[at]))
        for at, finding in enumerate(findings)
    )


def _read_passage(page: Page, passage: Passage, lex: Lexicon) -> list[Finding]:
    found = settle(
        [
            *find_by_verbs(page, passage, lex),
            *find_by_phrases(page, passage, lex),
            *find_by_nouns(page, passage, lex),
        ]
    )
    return settle([*found, *find_loose(page, passage, found, lex)])


def _attribution(
    finding: Finding, page: Page, lex: Lexicon, links: tuple[int | None, int | None]
) -> Attribution:
    def spans(*places: Place | None) -> tuple[Span, ...]:
        return tuple(page.parse.article.span(*place) for place in places if place is not None)

    return Attribution(
        content=spans(*finding.content),
        cue=spans(finding.cue),
        source=spans(finding.source),
        kind=kind_of(finding, page),
        stance=finding.stance,
        hedged=is_hedged(finding, page, lex),
        within=links[0],
        follows=links[1],
        confidence=CONFIDENCE[finding.pattern],
    )
