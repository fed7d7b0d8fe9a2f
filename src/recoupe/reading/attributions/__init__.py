"""Attributions: who is reported to say what, found by rules and, in accurate mode, a network.

How statements are found, and what was tried, is in docs/decisions: 0005 for the rules over one
parse and the cue tables, 0006 for the network that takes their findings as hints.
"""

from __future__ import annotations

from typing import Final

from recoupe.model import Mode, Reader, Span
from recoupe.reading.attributions.answers import find_answers
from recoupe.reading.attributions.embedded import find_embedded
from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import Lexicon, lexicon
from recoupe.reading.attributions.loose import find_loose
from recoupe.reading.attributions.nouns import find_by_nouns
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.phrases import find_by_phrases
from recoupe.reading.attributions.settling import (
    CONFIDENCE,
    beside,
    continue_quotations,
    follows,
    nesting,
    settle,
)
from recoupe.reading.attributions.stances import tell_stances
from recoupe.reading.attributions.unverified import find_unverified
from recoupe.reading.attributions.verbs import find_by_verbs
from recoupe.reading.attributions.wording import is_hedged, kind_of
from recoupe.reading.drafts import Attribution, Quotation
from recoupe.reading.parse import Parse

_RULES: Final = Reader(reader="statements", name="rules", version="3")

READERS: Final[dict[Mode, Reader]] = {
    "accurate": Reader(reader="statements", name="tagger and rules", version="5"),
    "fast": _RULES,
    "rules": _RULES,
}
"""What reads statements in each mode."""

__all__ = ["READERS", "find_by_rules", "read_attributions"]


def read_attributions(
    parse: Parse, quotations: tuple[Quotation, ...], mode: Mode = "rules"
) -> tuple[Attribution, ...]:
    """Return everything that the article reports somebody to say, in the text's order.

    In ``accurate`` mode the trained network decides, with the rules' findings as its hints; the
    other modes are the rules alone. Raises :class:`ModelMissingError` where the network's weights
    are not installed.
    """
    page = Page(parse, quotations)
    lex = lexicon(parse.pack)
    findings = find_by_rules(page, lex)
    if mode == "accurate":
        findings = _tagged(page, findings, lex)
    findings = beside(findings, find_embedded(page, lex))
    findings = tell_stances(page, beside(findings, find_answers(page, lex)), lex)
    findings = beside(findings, find_unverified(page, lex))
    within = nesting(findings)
    after = follows(findings, within)
    return tuple(
        _attribution(finding, page, lex, (within[at], after[at]))
        for at, finding in enumerate(findings)
    )


def find_by_rules(page: Page, lex: Lexicon) -> list[Finding]:
    """Return what the cue tables and the parse find, in the text's order."""
    findings: list[Finding] = []
    for passage in page.passages:
        findings.extend(_read_passage(page, passage, lex))
    return continue_quotations(findings, page, lex)


def _tagged(page: Page, findings: list[Finding], lex: Lexicon) -> list[Finding]:
    # The network's libraries are loaded only by who reads with it.
    from recoupe.reading.attributions.merging import merge
    from recoupe.reading.attributions.tagging import network, tag

    return merge(page, findings, tag(page, findings, network()), lex)


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
        confidence=_confidence(finding),
    )


def _confidence(finding: Finding) -> float:
    if finding.confidence is None:
        return CONFIDENCE[finding.pattern]
    return round(finding.confidence, 3)
