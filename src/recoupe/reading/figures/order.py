"""What happened to those counted, by the order of the words, where a parse is at a loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

from recoupe.model import FigureSubject
from recoupe.reading.dependencies import VERBAL
from recoupe.reading.figures.candidates import Candidate
from recoupe.reading.figures.lexicon import FigureLexicon
from recoupe.reading.tokens import Token

SUBJECT: Final = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "nsubj:caus"})
_OBJECT: Final = frozenset({"obj", "dobj", "iobj", "obl:arg", "attr", "pobj", "dative"})
_GROUP: Final = 6
"""How many tokens a verb and its auxiliaries may be."""
_ASIDE: Final = 30
"""How many tokens may stand between a subject and its verb."""


def followed(candidate: Candidate, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what the words right behind say, wherever the parser hung them.

    A participle ("73 sailors rescued"), or auxiliaries and a verb ("30 are missing").
    """
    last = candidate.noun or candidate.head
    start = last.i + 1
    if candidate.rest and start < len(last.doc) and last.nbor().lower_ in lexicon.words.rest:
        start += 1
    return _verb_group(start, last, lexicon)


def has_aside(candidate: Candidate) -> bool:
    """Whether an aside opens right behind the number and its noun."""
    return candidate.text[candidate.end : candidate.end + 2].lstrip()[:1] in {",", "(", "–", "—"}


def interrupted(candidate: Candidate, lexicon: FigureLexicon) -> FigureSubject | None:
    """Return what the verb behind an aside says: "12 sailors, two cooks among them, were hurt".

    ``None`` for what is an object already, or where another subject or clause begins before.
    """
    last = candidate.noun or candidate.head
    if candidate.head.dep_ in _OBJECT:
        return None
    end = min(last.sent.end, last.i + _ASIDE)
    for token in last.doc[last.i + 1 : end]:
        if token.pos_ == "AUX":
            closed = token.i > 0 and token.nbor(-1).text in {",", ")", "-", "–", "—"}
            return _verb_group(token.i, last, lexicon) if closed else None
        if token.lower_ in lexicon.words.part:
            continue
        if _opens_clause(token) or (token.pos_ == "VERB" and _finite(token)):
            return None
    return None


def _opens_clause(token: Token) -> bool:
    """Whether a word opens a clause of its own; "all of them" and "most of whom" open none."""
    if token.pos_ != "PRON":
        return bool(token.pos_ == "SCONJ")
    governed = token.i > 0 and token.nbor(-1).pos_ == "ADP"
    followed = token.i + 1 < len(token.doc) and token.nbor().pos_ == "ADP"
    return not governed and not followed


def shared(verb: Token) -> Iterator[Token]:
    """Yield a verb, the infinitive it governs, and the verbs coordinated with it."""
    yield verb
    for child in verb.children:
        shares = child.dep_ in {"xcomp", "conj"} and child.pos_ in VERBAL
        if shares and not any(c.dep_ in SUBJECT or c.dep_ in _OBJECT for c in child.children):
            yield child


def gravest(said: Iterable[FigureSubject | None]) -> FigureSubject | None:
    """Return the first thing said of people, but that they were killed before all else."""
    known = [one for one in said if one is not None]
    return "killed" if "killed" in known else next(iter(known), None)


def _finite(verb: Token) -> bool:
    return "Fin" in verb.morph.get("VerbForm", [])


def _verb_group(start: int, last: Token, lexicon: FigureLexicon) -> FigureSubject | None:
    rest = last.doc[start : start + _GROUP]
    auxiliaries = list(takewhile(lambda token: token.pos_ in {"AUX", "ADV"}, rest))
    if len(auxiliaries) == len(rest):
        return None
    verb = rest[len(auxiliaries)]
    helped = [token for token in auxiliaries if token.pos_ == "AUX"]
    undergone = gravest(lexicon.verb(lexicon.undergone, one) for one in shared(verb))
    if not helped:
        tense, form = verb.morph.get("Tense", []), verb.morph.get("VerbForm", [])
        return undergone if "Past" in tense and "Part" in form else None
    is_passive = any(token.lemma_.lower() in lexicon.words.being for token in helped)
    return (undergone if is_passive else None) or lexicon.verb(lexicon.done, verb)
