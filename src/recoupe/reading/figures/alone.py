"""Numbers without a noun: when they count people, and what then happened to them."""

from __future__ import annotations

from typing import Final

from recoupe.model import FigureSubject
from recoupe.reading.figures.candidates import Candidate
from recoupe.reading.figures.lexicon import FigureLexicon
from recoupe.reading.figures.parts import Before, is_part, opens_part
from recoupe.reading.tokens import Token

_JOINING: Final = frozenset({",", "(", "-", "–", "—", ";", ":"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})
_SUBJECT: Final = 4
"""How many tokens before its verb a subject may stand."""
_NEAR: Final = 40
"""How many tokens after a number of people one that leans on it may stand."""
_BESIDE: Final = 5
"""How many tokens from such a noun the people that it counts may be named."""
_OLDEST: Final = 120
_CLOSING: Final = frozenset({"", ",", ")", ".", ";"})
_AROUND: Final = 12
"""How many tokens around a number a noun such as "toll" may stand."""


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
    if _of_numbered_things(candidate.head, lexicon) or _is_age(candidate):
        return None
    if what is not None:
        return None if _part_of_things(candidate, lexicon, before) else what
    token = candidate.head
    if (subject := _predicated(candidate, lexicon)) is not None:
        return subject
    if (subject := tolled(candidate, lexicon, before)) is not None:
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


def tolled(
    candidate: Candidate, lexicon: FigureLexicon, before: Before | None
) -> FigureSubject | None:
    """Return what a count is of that says nothing more: "brought the toll to 45".

    It is of those spoken of just before, and of the dead where a toll opens the matter.
    """
    opener = _opener(candidate)
    while opener is not None and opener.i > opener.sent.start:
        lemma = opener.lemma_.lower()
        if opener.pos_ in _NOMINAL or lemma in lexicon.words.count_nouns:
            break
        opener = opener.nbor(-1) if candidate.head.i - opener.i <= _AROUND else None
    if opener is None or opener.lemma_.lower() not in lexicon.words.count_nouns:
        return None
    named = opener.nbor(-1) if opener.i else opener
    own = lexicon.said_by(lexicon.nouns, named.lower_, named.lemma_.lower())
    if own is not None:
        return own
    near = before is not None and candidate.head.i - before.candidate.head.i <= _NEAR
    said = before.what if before is not None and near else None
    if opener.lemma_.lower() in lexicon.words.tolls:
        return said if said in lexicon.words.casualties else "killed"
    same = before is not None and before.candidate.head.sent.start == opener.sent.start
    return said if same else None


def _part_of_things(candidate: Candidate, lexicon: FigureLexicon, before: Before | None) -> bool:
    """Whether a number is taken from a number of things: "six mois, dont trois avec sursis"."""
    things = candidate.after > max(
        candidate.head.sent.start_char, before.candidate.end if before else 0
    )
    return things and opens_part(candidate, candidate.after, lexicon)


def _leans(candidate: Candidate, before: Before, lexicon: FigureLexicon) -> bool:
    """Whether a number goes on from the one before: "200 in one town, 300 in another"."""
    token, last = candidate.head, before.candidate.head
    same = token.sent.start == last.sent.start
    if candidate.rest:
        return token.i - last.i <= _NEAR
    things = before.candidate.end <= candidate.after
    if not same or things or token.i - last.i > _NEAR:
        return False
    between = candidate.text[before.candidate.end : candidate.start]
    if is_part(candidate, before, lexicon) or lexicon.cues.instead.search(between):
        return True
    opener = _opener(candidate)
    return opener is not None and (opener.text in _JOINING or opener.pos_ == "CCONJ")


def _is_age(candidate: Candidate) -> bool:
    """Whether a number between a name and a mark is an age: "Ann Smith, 25, was hurt", "(51)"."""
    quantity = candidate.quantity
    opener = _opener(candidate)
    if not quantity.digits or quantity.high is None or quantity.high > _OLDEST or not opener:
        return False
    if opener.text not in {",", "("} or opener.i == 0:
        return False
    named = opener.nbor(-1)
    one = named.text[0].isupper() or "Sing" in named.morph.get("Number", [])
    if named.pos_ != "PROPN" and not (opener.text == "(" and one):
        return False
    return candidate.text[candidate.end : candidate.end + 2].lstrip()[:1] in _CLOSING


def _opener(candidate: Candidate) -> Token | None:
    """Return the token before the number, its bound included."""
    doc = candidate.head.doc
    place = candidate.head.i
    while place >= 0 and doc[place].idx >= candidate.start:
        place -= 1
    return doc[place] if place >= 0 else None
