"""What happened to the people counted, by the noun, the verb or the noun that governs it.

Labels are those of both schemes that pipelines use: Universal Dependencies and ClearNLP.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recoupe.model import FigureSubject
from recoupe.reading.dependencies import PASSIVE_AUXILIARY, PASSIVE_SUBJECT, RELATIVE, VERBAL
from recoupe.reading.figures.candidates import Candidate
from recoupe.reading.figures.lexicon import FigureLexicon
from recoupe.reading.figures.order import SUBJECT, followed, gravest, has_aside, interrupted, shared
from recoupe.reading.tokens import Token, text_of

_OBJECT: Final = frozenset({"obj", "dobj", "iobj", "obl:arg", "attr", "oprd", "dative"})
_ADJUNCT: Final = frozenset({"obl:mod", "obl", "dep"})
_PARTICIPLE: Final = frozenset({"acl", "amod", "acl:relcl", "relcl"})
_PREDICATE: Final = frozenset({"acomp", "attr", "oprd", "xcomp", "advcl"})
_SHARED: Final = frozenset({"conj", "appos"})
_CLIMB: Final = 6
"""How many heads to climb through coordination and of-phrases."""


def subject_of(candidate: Candidate, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what happened to those counted, ``None`` where nothing says so.

    The verb behind an aside goes before what the parser made of a clause that it interrupts.
    """
    said = _by_noun(candidate, lexicon) or followed(candidate, lexicon)
    if said is not None:
        return said
    aside = interrupted(candidate, lexicon) if has_aside(candidate) else None
    return (
        aside
        or governed(candidate.head, lexicon, candidate.start)
        or (None if has_aside(candidate) else interrupted(candidate, lexicon))
    )


def role_of(candidate: Candidate, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what the noun alone says they are, where no verb says what happened to them."""
    noun = candidate.noun
    if noun is None:
        return None
    phrase = text_of(noun.doc[max(0, noun.i - 1) : noun.i + 1]).lower()
    before = noun.nbor(-1).lower_ if noun.i else ""
    return lexicon.said_by(lexicon.roles, phrase, noun.lower_, noun.lemma_.lower(), before)


def _by_noun(candidate: Candidate, lexicon: FigureLexicon) -> FigureSubject | None:
    tokens = [*candidate.modifiers, *([candidate.noun] if candidate.noun is not None else [])]
    for token in tokens:
        said = lexicon.said_by(lexicon.nouns, token.lower_, token.lemma_.lower())
        if said is not None:
            return said
    return None


def governed(token: Token, lexicon: FigureLexicon, start: int) -> FigureSubject | None:
    """Return what the words that govern ``token``, or hang on it, say happened to it.

    A preposition that belongs to the number, which begins at ``start``, is looked through
    ("between 13 and 15 people were hurt"): then only the order says subject or object.
    """
    for child in token.children:
        own = _hanging(child, lexicon)
        if own is not None:
            return own
    for _ in range(_CLIMB):
        head = token.head
        if head is token:
            break
        if head.pos_ in VERBAL:
            looked_through = token.pos_ in {"ADP", "ADV"} and token.idx >= start
            said = (_by_order if looked_through else _by_verb)(token, head, lexicon)
            if said is not None or head.dep_ != "acl" or not _accompanies(token, lexicon):
                return said
            token = head
            continue
        said = _by_head(token, head, lexicon)
        if said is not None:
            return said
        token = head
    return None


def _by_head(token: Token, head: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what a noun or predicate over ``token`` says: "the death of 12", "12 are dead"."""
    if token.dep_ in _SHARED:
        return None
    said = lexicon.said_by(lexicon.nouns, head.lower_, head.lemma_.lower())
    if said is None and token.dep_ in SUBJECT:
        return _by_verb(token, head, lexicon)
    return said


def _hanging(child: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what a participle or relative clause that hangs on the noun says."""
    if child.dep_ not in _PARTICIPLE:
        return None
    if child.dep_ in RELATIVE:
        subject = next((c for c in child.children if c.dep_ in SUBJECT), None)
        return _by_verb(subject, child, lexicon) if subject is not None else None
    if child.pos_ == "VERB" and "Pres" in child.morph.get("Tense", []):
        return lexicon.verb(lexicon.done, child)
    return lexicon.verb(lexicon.undergone, child) or lexicon.verb(lexicon.done, child)


def _by_verb(token: Token, verb: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what ``verb``, or one that shares the role of ``token`` with it, does to ``token``."""
    subject = token.dep_ in SUBJECT or _as_if_subject(token, verb)
    if token.dep_ not in _OBJECT and not subject:
        return _beside(token, verb, lexicon) or _along(token, verb, lexicon)
    return gravest(
        (_as_subject(one, lexicon) if subject else lexicon.verb(lexicon.undergone, one))
        or _predicate(token, one, lexicon)
        for one in (*_sharing_object(token, verb), *shared(verb))
    )


def _as_if_subject(token: Token, verb: Token) -> bool:
    """Whether a noun is a subject that the parser took for an adjunct: it has no preposition."""
    if token.dep_ not in _ADJUNCT or token.i > verb.i:
        return False
    return not any(child.dep_ == "case" for child in token.children)


def _sharing_object(token: Token, verb: Token) -> Iterator[Token]:
    """Yield the verb before that has the same object: "killed and wounded 12 people"."""
    first = verb.head
    shares = token.dep_ in _OBJECT and verb.dep_ == "conj" and first.pos_ in VERBAL
    if shares and not any(child.dep_ in _OBJECT for child in first.children):
        yield first


def _predicate(token: Token, verb: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what a predicate says: "remain trapped", "were taken prisoner", "shot dead"."""
    for child in verb.children:
        if child.dep_ in _PREDICATE and child != token:
            said = lexicon.said_by(lexicon.nouns, child.lower_, child.lemma_.lower())
            said = said or lexicon.verb(lexicon.undergone, child)
            if said is not None:
                return said
    return None


def _by_order(token: Token, verb: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    undergone = lexicon.verb(lexicon.undergone, verb)
    if token.i > verb.i:
        return undergone
    said = undergone if passive(verb) else lexicon.verb(lexicon.done, verb)
    return said or _predicate(token, verb, lexicon)


def _beside(token: Token, verb: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what a verb says of a number that the parser hung on it by an odd label."""
    odd = {"nummod", "npadvmod", "dep", "conj", "nmod", "appos", "pobj", "parataxis", "ccomp"}
    if token.dep_ not in odd or abs(token.i - verb.i) > _CLIMB:
        return None
    return lexicon.verb(lexicon.undergone, verb)


def _along(token: Token, verb: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what a verb says of those it happened to along with others: "killed with two sons"."""
    if not _accompanies(token, lexicon):
        return None
    return lexicon.verb(lexicon.undergone, verb) or lexicon.verb(lexicon.done, verb)


def _accompanies(token: Token, lexicon: FigureLexicon) -> bool:
    cases = (token, *(child for child in token.children if child.dep_ == "case"))
    return any(case.pos_ == "ADP" and case.lower_ in lexicon.words.along for case in cases)


def _as_subject(verb: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    if passive(verb):
        return lexicon.verb(lexicon.undergone, verb) or lexicon.verb(lexicon.done, verb)
    said = lexicon.verb(lexicon.done, verb)
    if said is None and not any(c.dep_ in _OBJECT for c in verb.children):
        participle = "Part" in verb.morph.get("VerbForm", []) or verb.tag_ in {"VBN", "VBD"}
        return lexicon.verb(lexicon.undergone, verb) if participle and not _active(verb) else None
    return said


def passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    labels = {child.dep_ for child in verb.children}
    if labels & PASSIVE_AUXILIARY:
        return True
    return bool(labels & PASSIVE_SUBJECT) and "aux:tense" not in labels


def _active(verb: Token) -> bool:
    return any(c.dep_ in {"aux:tense", "aux"} for c in verb.children)
