"""The noun phrase of a head: the words that name a source, and no preposition."""

from __future__ import annotations

from typing import Final

from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.syntax import SUBJECT, noun_phrase
from recoupe.reading.tokens import Token

Tokens = tuple[int, int]
"""Tokens ``[first, last)``."""


def phrase(page: Page, head: Token, lex: Lexicon) -> Tokens:
    """Return the noun phrase of ``head`` without the preposition before it.

    It never runs over the edge of a quotation; a pronoun stands alone.
    """
    if head.pos_ == "PRON" and not any(child.i > head.i for child in head.children):
        return head.i, head.i + 1
    first, last = noun_phrase(page.doc, head, lex.times)
    if head.dep_ in SUBJECT:
        first = _name_start(page, head, first)
    number = page.quote_of[head.i]
    first = max([first, *(i + 1 for i in range(first, head.i) if page.quote_of[i] != number)])
    last = min([last, *(i for i in range(head.i, last) if page.quote_of[i] != number)])
    while first < head.i and _not_edge(page.doc[first], lex):
        first += 1
    while last > head.i + 1 and page.doc[last - 1].pos_ in _NOT_EDGES:
        last -= 1
    return first, last


def _name_start(page: Page, head: Token, first: int) -> int:
    """Return where the phrase of a name begins that the parse cut off its own first part.

    "la plate-forme", "le porte-parole du parti Jean Dupont": the words before go with it as far as
    they are nouns, adjectives and the prepositions between them, back to a determiner.
    """
    at, start = first, first
    while at > 0 and page.quote_of[at - 1] == page.quote_of[head.i]:
        before = page.doc[at - 1]
        if before.pos_ not in {"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM"} or before.is_space:
            break
        if before.is_sent_start and before.pos_ == "ADP":
            break
        at -= 1
        if page.doc[at].pos_ in {"DET", "PROPN", "NOUN"} and page.doc[at].text[0] != "-":
            start = at
    return start if head.pos_ in {"PROPN", "NOUN"} and page.doc[start].pos_ != "ADP" else first


def _not_edge(token: Token, lex: Lexicon) -> bool:
    if token.pos_ in _NOT_EDGES or token.lower_ in lex.words.relatives:
        return True
    return token.pos_ in {"ADV", "SCONJ"} or "Rel" in token.morph.get("PronType", [])


_NOT_EDGES: Final = frozenset({"ADP", "CCONJ", "PUNCT", "SPACE"})
