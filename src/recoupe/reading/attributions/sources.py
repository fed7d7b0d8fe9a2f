"""Who says it, as written beside the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recoupe.reading.attributions.cueing import Cue
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.syntax import (
    AGENT,
    OBJECT,
    RELATIVE,
    SUBJECT,
    child,
    noun_phrase,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIMB: Final = 5
"""Verbs between a cue and the one whose subject it shares."""

Tokens = tuple[int, int]


def read_source(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Tokens | None:
    """Return the tokens ``[first, last)`` of the source, if the sentence names one."""
    if cue.passive:
        return _agent(cue.verb, lex) or _agent(cue.top, lex)
    subject = _subject(cue, passage)
    if subject is None:
        return _beside(page, passage, cue, lex)
    if subject.lower_ in lex.words.relatives and lex.words.resolve_relative:
        return _antecedent(subject, cue, lex)
    return phrase(subject, lex)


def phrase(head: Token, lex: Lexicon) -> Tokens:
    """Return the noun phrase of ``head`` without the preposition before it."""
    first, last = noun_phrase(head, lex.times)
    while first < head.i and head.doc[first].pos_ in {"ADP", "CCONJ", "PUNCT", "SPACE"}:
        first += 1
    while last > head.i + 1 and head.doc[last - 1].pos_ in {"ADP", "CCONJ", "PUNCT", "SPACE"}:
        last -= 1
    return first, last


def _subject(cue: Cue, passage: Passage) -> Token | None:
    verb = cue.top
    for _ in range(_CLIMB):
        found = child(verb, SUBJECT)
        if found is not None and passage.first <= found.i < passage.last:
            return found
        head = verb.head
        if verb.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return head
        loose = cue.form != "finite" and verb.dep_ in {"advcl", "xcomp", "pcomp", "prep", "acl"}
        if head == verb or not (verb.dep_ == "conj" or loose or verb.dep_ in {"xcomp"}):
            return None
        verb = head
    return None


def _agent(verb: Token, lex: Lexicon) -> Tokens | None:
    agent = child(verb, AGENT)
    if agent is None:
        return None
    noun = next((c for c in agent.children if c.dep_ == "pobj"), agent)
    return phrase(noun, lex)


def _antecedent(pronoun: Token, cue: Cue, lex: Lexicon) -> Tokens | None:
    verb = cue.top
    for _ in range(_CLIMB):
        if verb.dep_ in RELATIVE:
            return phrase(_whole(verb.head), lex)
        verb = verb.head
    at = pronoun.i - 1
    while at > 0 and pronoun.doc[at].pos_ in {"PUNCT", "SPACE"}:
        at -= 1
    noun = pronoun.doc[at]
    return phrase(_whole(noun), lex) if noun.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _whole(noun: Token) -> Token:
    """Return the head of the phrase that ``noun`` is a name or apposition in."""
    while noun.dep_ in {"appos", "flat:name", "compound"} and noun.head != noun:
        noun = noun.head
    return noun


def _beside(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Tokens | None:
    """Return the noun phrase next to the verb where the parse has no subject for it."""
    if cue.form == "infinitive":
        return None
    at = cue.last
    if at < passage.last and page.quote_of[at] < 0:
        token = page.doc[at]
        named = next((t for t in page.doc[at : at + 4] if t.pos_ in _NOUNS), None)
        plain = token.pos_ in {"DET", *_NOUNS, "ADJ", "NUM"}
        if plain and named is not None and named.dep_ not in OBJECT | {"obl:mod"}:
            if named.head == cue.verb or _after_quote(page, passage, cue):
                return phrase(named, lex)
    return None


def _after_quote(page: Page, passage: Passage, cue: Cue) -> bool:
    at = cue.first - 1
    while at > passage.first and page.doc[at].is_punct and page.quote_of[at] < 0:
        at -= 1
    return at >= passage.first and page.quote_of[at] >= 0


_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
