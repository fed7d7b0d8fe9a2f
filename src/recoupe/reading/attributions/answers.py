"""Denials and confirmations of what a pronoun stands for: "Moscou le dément", "Moscow denies it".

Other statements are worth reading for their words; of these the words are a pronoun and what
matters is who says yes or no. So no other verb may report a pronoun.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recoupe.model import Stance
from recoupe.reading.attributions.cueing import Cue, cue_of
from recoupe.reading.attributions.finding import Finding
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.sources import read_source
from recoupe.reading.attributions.syntax import OBJECT
from recoupe.reading.dependencies import VERBAL
from recoupe.reading.tokens import Token

PATTERN: Final = "answer"

ANSWERS: Final[frozenset[Stance]] = frozenset({"denies", "confirms"})


def find_answers(page: Page, lex: Lexicon) -> Iterator[Finding]:
    """Yield who denies or confirms, outside quotations, what a pronoun stands for."""
    for passage in page.passages:
        for token in page.doc[passage.first : passage.last]:
            if token.pos_ in VERBAL:
                found = _answer(page, passage, token, lex)
                if found is not None:
                    yield found


def _answer(page: Page, passage: Passage, verb: Token, lex: Lexicon) -> Finding | None:
    pronoun = _pronoun(verb)
    if pronoun is None or pronoun.lower_ in lex.markers or page.quote_of[verb.i] >= 0:
        return None
    cue = cue_of(page, passage, verb, lex)
    if cue is None or cue.passive or cue.form != "finite":
        return None
    source = read_source(page, passage, cue, lex)
    if source is None or not any(
        entry.takes("object") and entry.cues.stance in ANSWERS for entry in cue.entries
    ):
        return None
    return Finding(
        content=((page.start(pronoun.i), page.end(pronoun.i)),),
        cue=(page.start(_first(cue, pronoun)), page.end(cue.last - 1)),
        source=(page.start(source[0]), page.end(source[1] - 1)),
        pattern=PATTERN,
    )


def _pronoun(verb: Token) -> Token | None:
    """Return the pronoun that is all the object of a verb has, before or behind it."""
    return next(
        (
            part
            for part in verb.children
            if part.dep_ in OBJECT and part.pos_ == "PRON" and not any(part.children)
        ),
        None,
    )


def _first(cue: Cue, pronoun: Token) -> int:
    return pronoun.i + 1 if pronoun.i == cue.first else cue.first
