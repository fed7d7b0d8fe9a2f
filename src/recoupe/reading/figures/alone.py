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
_SUBJECT: Final = 4
"""How many tokens before its verb a subject may stand."""
_NEAR: Final = 40
"""How many tokens after a number of people one that leans on it may stand."""
_BESIDE: Final = 5
"""How many tokens from such a noun the people that it counts may be named."""
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
    if _of_numbered_things(candidate.head, lexicon):
        return None
    if what is not None:
        return None if _part_of_things(candidate, lexicon, before) else what
    token = candidate.head
    if (subject := _predicated(candidate, lexicon)) is not None:
        return subject
    if (subject := _totalled(token, lexicon)) is not None:
        return subject
    return before.what if before is not None and _leans(candidate, before, lexicon) else None


def _of_numbered_things(token: Token, lexicon: FigureLexicon) -> bool:
    """Whether a number is so many of a number of things: "seven of the nine gates"."""
    following = token.doc[token.i + 1 : min(token.sent.end, token.i + 1 + _BESIDE)]
    if not len(following) or following[0].pos_ not in {"ADP", "DET"}:
        return False
    numbered = False
    for word in following:
        if word.pos_ in {"NOUN", "PROPN"}:
            return numbered and not lexicon.is_person(word)
        if word.pos_ not in {"ADP", "DET", "NUM", "ADJ"}:
            return False
        numbered = numbered or word.pos_ == "NUM"
    return False


def _predicated(candidate: Candidate, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what people are whose number is their predicate: "they were 150".

    By the order of the words: pipelines are at a loss with a number for a predicate.
    """
    verb = _opener(candidate)
    while verb is not None and verb.pos_ == "ADV" and verb.i:
        verb = verb.nbor(-1)
    if verb is None or verb.lemma_.lower() not in lexicon.words.being:
        return None
    first = max(verb.sent.start, verb.i - _SUBJECT)
    for token in reversed(verb.doc[first : verb.i]):
        if "Plur" not in token.morph.get("Number", []):
            continue
        if token.pos_ == "PRON":
            return "participants"
        forms = (token.lower_, token.lemma_.lower())
        role = lexicon.said_by(lexicon.roles, *forms) or lexicon.said_by(lexicon.nouns, *forms)
        if role or lexicon.is_person(token):
            return role or "other"
    return None


def _totalled(token: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what a noun such as "number" or "toll" near the number says is counted."""
    sentence = token.sent
    first = max(sentence.start, token.i - _AROUND)
    for near in token.doc[first : min(sentence.end, token.i + _AROUND)]:
        if near.lemma_.lower() not in lexicon.words.count_nouns:
            continue
        beside = token.doc[max(first, near.i - _BESIDE) : near.i + _BESIDE]
        for word in beside:
            if word.lower_ in lexicon.things or not lexicon.is_person(word):
                continue
            forms = (word.lower_, word.lemma_.lower())
            said = lexicon.said_by(lexicon.nouns, *forms) or lexicon.said_by(lexicon.roles, *forms)
            return said or "other"
    return None


def is_part(candidate: Candidate, before: Before, lexicon: FigureLexicon) -> bool:
    """Whether a number is taken from the number of people before it in the sentence: "dont 14"."""
    if candidate.head.sent.start != before.candidate.head.sent.start:
        return False
    end = before.candidate.end
    things = candidate.bare and end <= candidate.after
    return not things and _opens_part(candidate, end, lexicon)


def _part_of_things(candidate: Candidate, lexicon: FigureLexicon, before: Before | None) -> bool:
    """Whether a number is taken from a number of things: "six mois, dont trois avec sursis"."""
    things = candidate.after > max(
        candidate.head.sent.start_char, before.candidate.end if before else 0
    )
    return things and _opens_part(candidate, candidate.after, lexicon)


def _opens_part(candidate: Candidate, since: int, lexicon: FigureLexicon) -> bool:
    between = candidate.text[since : candidate.start].lower().split()
    opened = " ".join(between[-_OPENING:])
    return any(f" {words} " in f" {opened} " for words in lexicon.words.part)


def _leans(candidate: Candidate, before: Before, lexicon: FigureLexicon) -> bool:
    """Whether a number goes on from the one before: "200 in one town, 300 in another"."""
    token, last = candidate.head, before.candidate.head
    same = token.sent.start == last.sent.start
    if candidate.rest:
        return token.i - last.i <= _NEAR
    things = before.candidate.end <= candidate.after
    if not same or things or token.i - last.i > _NEAR:
        return False
    if is_part(candidate, before, lexicon):
        return True
    opener = _opener(candidate)
    if opener is None:
        return False
    joins = opener.text in _JOINING or opener.pos_ == "CCONJ"
    return joins and not _is_age(candidate, opener)


def _is_age(candidate: Candidate, opener: Token) -> bool:
    """Whether a number between a name and a mark is an age: "Ann Smith, 25, was hurt"."""
    if opener.i == 0 or opener.nbor(-1).pos_ != "PROPN" or opener.pos_ == "CCONJ":
        return False
    rest = candidate.text[candidate.end : candidate.end + 2].lstrip()
    return rest[:1] in {"", ",", ")", ".", ";"}


def _opener(candidate: Candidate) -> Token | None:
    """Return the token before the number, its bound included."""
    doc = candidate.head.doc
    place = candidate.head.i
    while place >= 0 and doc[place].idx >= candidate.start:
        place -= 1
    return doc[place] if place >= 0 else None
