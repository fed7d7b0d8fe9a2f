"""One list of statements from the network and the rules: the network's, and what only rules see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recoupe.model import Stance
from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.settling import CONFIDENCE, clash
from recoupe.reading.attributions.tagging import Tagged, Tags

if TYPE_CHECKING:
    from spacy.tokens import Token

KEPT: Final = 0.5
"""How likely the network must hold the words of a rule's finding to be said, for it to stay."""


def merge(page: Page, findings: Sequence[Finding], tags: Tags, lex: Lexicon) -> list[Finding]:
    """Return the network's statements and the rules' findings beside them, in the text's order.

    A finding of the rules stays where it clashes with none of the network's and the network too
    holds its words to be said.
    """
    tagged = [_finding(page, item, findings, lex) for item in tags.statements]
    beside = [
        replace(finding, confidence=likely * CONFIDENCE[finding.pattern])
        for finding in findings
        if (likely := tags.likelihood(finding.content)) >= KEPT
        and not any(clash(finding, other) for other in tagged)
    ]
    every = [*tagged, *beside]
    return sorted(every, key=lambda f: (f.extent[0], -f.extent[1], f.start))


def _finding(page: Page, item: Tagged, findings: Iterable[Finding], lex: Lexicon) -> Finding:
    """Return a statement of the network with the stance that its cue tells."""
    stance, moody = _told(page, item.cue, findings, lex)
    return Finding(
        content=item.content,
        cue=item.cue,
        source=item.source,
        stance=stance,
        pattern="floating" if item.cue is None and item.source is None else "tagged",
        moody=moody,
        confidence=item.likely,
    )


def _told(
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
