"""What the words of a statement tell of it: direct, mixed or indirect; hedged or not."""

from __future__ import annotations

from recoupe.model import StatementKind
from recoupe.reading.attributions.finding import Finding
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.passages import Page


def kind_of(finding: Finding, page: Page) -> StatementKind:
    """Return ``direct`` where every word is quoted, ``mixed`` where some are, else ``indirect``."""
    quoted = unquoted = False
    for start, end in finding.content:
        for token in page.parse.tokens(start, end):
            if token.is_punct or token.is_space:
                continue
            inside = page.quote_of[token.i] >= 0
            quoted, unquoted = quoted or inside, unquoted or not inside
    if quoted:
        return "mixed" if unquoted else "direct"
    return "indirect"


def is_hedged(finding: Finding, page: Page, lex: Lexicon) -> bool:
    """Whether the text marks the content as not verified: a word of doubt, or the mood of doubt.

    Inside quotation marks words are the speaker's own, and no hedge of the text.
    """
    for start, end in finding.content:
        for token in page.parse.tokens(start, end):
            if page.quote_of[token.i] >= 0:
                continue
            if token.lemma_.lower() in lex.hedges or token.lower_ in lex.hedges:
                return True
            mood = lex.words.hedging_mood
            if mood and finding.moody and mood in token.morph.get("Mood", []):
                return True
    return False
