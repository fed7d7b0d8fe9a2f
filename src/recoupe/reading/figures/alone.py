"""Numbers without a noun: when they count people, and what then happened to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recoupe.model import FigureSubject
from recoupe.reading.figures.candidates import Candidate
from recoupe.reading.figures.lexicon import FigureLexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINING: Final = frozenset({",", "(", "-", "–", "—", ";", ":"})
_PERSONS: Final = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})
_NEAR: Final = 40
"""How many tokens after a number of people one that leans on it may stand."""
_OPENING: Final = 5
"""How many words before a number "dont" or "including" may stand."""
_AROUND: Final = 12
"""How many tokens around a number a noun such as "toll" may stand."""


@dataclass(frozen=True, slots=True)
class Before:
    """The number of people read last, and what happened to them."""

    candidate: Candidate
    what: FigureSubject


def counts_people(
    candidate: Candidate,
    what: FigureSubject | None,
    lexicon: FigureLexicon,
    before: Before | None,
) -> FigureSubject | None:
    """Return what a number without a noun is a number of, ``None`` where it counts no people.

    It does where a verb says what happened to them (``what``), where they are its subject ("ils
    étaient 150"), where a noun such as "toll" names it, or where it leans on the number before.
    """
    if what is not None:
        return what
    token = candidate.head
    if (subject := _predicated(token, lexicon)) is not None:
        return subject
    if (subject := _totalled(token, lexicon)) is not None:
        return subject
    return before.what if before is not None and _leans(candidate, before, lexicon) else None


def _predicated(token: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what people are whose number is their predicate: "they were 150"."""
    copula = any(child.dep_ == "cop" for child in token.children)
    verb = token if copula else token.head if token.dep_ == "attr" else None
    if verb is None:
        return None
    subject = next((child for child in verb.children if child.dep_ in _PERSONS), None)
    if subject is None or "Plur" not in subject.morph.get("Number", []):
        return None
    if subject.pos_ == "PRON":
        return "participants"
    if lexicon.is_person(subject):
        role = lexicon.said_by(lexicon.roles, subject.lower_, subject.lemma_.lower())
        return role or "other"
    return None


def _totalled(token: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what a noun such as "number" or "toll" near the number says is counted."""
    sentence = token.sent
    first = max(sentence.start, token.i - _AROUND)
    for near in token.doc[first : min(sentence.end, token.i + _AROUND)]:
        if near.lemma_.lower() not in lexicon.words.count_nouns:
            continue
        beside = (*near.lefts, *token.doc[near.i + 1 : near.i + 4])
        for word in beside:
            if word.lower_ in lexicon.things or not lexicon.is_person(word):
                continue
            forms = (word.lower_, word.lemma_.lower())
            said = lexicon.said_by(lexicon.nouns, *forms) or lexicon.said_by(lexicon.roles, *forms)
            return said or "other"
    return None


def is_part(candidate: Candidate, before: Before, lexicon: FigureLexicon) -> bool:
    """Whether a number is taken from the one before it in the sentence: "dont 14"."""
    if candidate.head.sent.start != before.candidate.head.sent.start:
        return False
    text = candidate.head.doc.text
    between = text[before.candidate.end : candidate.start].lower().split()
    opened = " ".join(between[-_OPENING:])
    return any(f" {words} " in f" {opened} " for words in lexicon.words.part)


def _leans(candidate: Candidate, before: Before, lexicon: FigureLexicon) -> bool:
    """Whether a number goes on from the one before: "200 in one town, 300 in another"."""
    token, last = candidate.head, before.candidate.head
    same = token.sent.start == last.sent.start
    if candidate.rest:
        return token.i - last.i <= _NEAR
    if not same or token.i - last.i > _NEAR:
        return False
    if is_part(candidate, before, lexicon):
        return True
    opener = _opener(candidate)
    if opener is None:
        return False
    joins = opener.text in _JOINING or opener.pos_ == "CCONJ"
    names_age = opener.i > 0 and opener.nbor(-1).pos_ == "PROPN" and opener.pos_ != "CCONJ"
    return joins and not names_age


def _opener(candidate: Candidate) -> Token | None:
    """Return the token before the number, its bound included."""
    doc = candidate.head.doc
    place = candidate.head.i
    while place >= 0 and doc[place].idx >= candidate.start:
        place -= 1
    return doc[place] if place >= 0 else None
