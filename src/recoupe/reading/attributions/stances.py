"""What a cue that the network found tells of its statement: the stance, and the sense of a mood."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from recoupe.model import Stance
from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.passages import Page

if TYPE_CHECKING:
    from spacy.tokens import Token


def told(
    page: Page, cue: Place | None, findings: Iterable[Finding], lex: Lexicon
) -> tuple[Stance, bool]:
    """Return the stance of a cue, and whether a mood of doubt behind it is one."""
    if cue is None:
        return "asserts", False
    for finding in findings:
        if finding.cue is not None and max(cue[0], finding.cue[0]) < min(cue[1], finding.cue[1]):
            return finding.stance, finding.moody
    tokens = page.parse.tokens(*cue)
    moody = not any("Past" in token.morph.get("Tense", []) for token in tokens)
    stances = (stance for token in tokens if (stance := _stance(token, lex)) is not None)
    negated = any(token.lower_ in lex.negations for token in tokens)
    return next(stances, "asserts" if not negated else "denies"), moody


def _stance(token: Token, lex: Lexicon) -> Stance | None:
    """Return what the lexicon says that a word of a cue does to the content."""
    entry = next((e for e in lex.entries(token) if not e.tail), None)
    if entry is not None:
        group = token.doc[max(0, token.i - 4) : token.i + 3]
        if entry.cues.negated and any(t.lower_ in lex.negations for t in group):
            return entry.cues.negated
        return entry.cues.stance
    noun = lex.nouns.get(token.lemma_.lower())
    return noun.stance if noun is not None else None
