"""What a clause inside a sentence gives as somebody's words: "what X says was an attack".

The relative word before the source is the subject of what is said: "the strike that the opposition
claims killed ten", "une frappe que l'armée dit avoir menée". Neither marks nor a conjunction part
the cue from the words, so the other finders and the network see one clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recoupe.reading.attributions.cueing import Cue, cue_of
from recoupe.reading.attributions.finding import Finding
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.nominal import phrase
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.stretches import clause_end, place
from recoupe.reading.attributions.syntax import SUBJECT
from recoupe.reading.dependencies import VERBAL
from recoupe.reading.tokens import Token

PATTERN: Final = "embedded"

_FORMS: Final = frozenset({"Fin", "Inf"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})


def find_embedded(page: Page, lex: Lexicon) -> Iterator[Finding]:
    """Yield what clauses outside quotations say that somebody said, in the text's order."""
    for passage in page.passages:
        for token in page.doc[passage.first : passage.last - 1]:
            if token.pos_ == "VERB" and page.quote_of[token.i] < 0:
                found = _finding(page, passage, token, lex)
                if found is not None:
                    yield found


def _finding(page: Page, passage: Passage, verb: Token, lex: Lexicon) -> Finding | None:
    said = page.doc[verb.i + 1]
    if said.pos_ not in VERBAL or not _FORMS & set(said.morph.get("VerbForm", [])):
        return None
    source = next((c for c in verb.children if c.dep_ in SUBJECT and c.pos_ in _NOUNS), None)
    if source is None or source.i > verb.i:
        return None
    first, last = phrase(page, source, lex)
    if last != verb.i or first <= passage.first or not _opens(page.doc[first - 1], lex):
        return None
    cue = cue_of(page, passage, verb, lex)
    if cue is None or cue.last != said.i or not any(e.takes("clause") for e in cue.entries):
        return None
    content = place(page, said.i, _end(page, passage, said, cue, lex))
    if content is None:
        return None
    return Finding(
        (content,),
        (page.start(cue.first), page.end(cue.last - 1)),
        (page.start(first), page.end(last - 1)),
        PATTERN,
    )


def _opens(token: Token, lex: Lexicon) -> bool:
    """Whether a token is the relative or interrogative word that opens such a clause."""
    return token.lower_ in {*lex.words.relatives, *lex.markers, *lex.question_markers}


def _end(page: Page, passage: Passage, said: Token, cue: Cue, lex: Lexicon) -> int:
    head = said
    while head.pos_ == "AUX" and head.head.i > head.i and head.head.pos_ in VERBAL:
        head = head.head
    return clause_end(page, passage, head, cue, lex)
