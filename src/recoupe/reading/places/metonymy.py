"""Metonymy: a capital that speaks is a government, not a point on the map.

Markert and Nissim (2002) call the pattern place-for-people, by far the most frequent of the
metonymies of place names in news.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recoupe.reading.gazetteer import Spot
from recoupe.reading.parse import Parse
from recoupe.reading.places.candidates import Candidate, starts_name
from recoupe.reading.places.clues import word_before
from recoupe.reading.places.lexicon import PlaceLexicon
from recoupe.reading.tokens import Token

_SUBJECT: Final = frozenset({"nsubj", "nsubjpass", "nsubj:pass"})
_OBJECT: Final = frozenset({"obj", "dobj"})
_FAR: Final = 8


def _speaks(doc: Sequence[Token], candidate: Candidate, words: PlaceLexicon) -> bool:
    """Whether the word right behind a name is a verb of saying: what pipelines miss in headlines.

    A form that they take for no verb at all must be in the table itself ("dément"). Another name
    may come between ("Washington et Pékin négocient").
    """
    at = candidate.last
    if at + 2 < len(doc) and doc[at].pos_ == "CCONJ" and starts_name(doc[at + 1]):
        at += 2
    if at >= len(doc):
        return False
    verb = doc[at]
    if verb.pos_ in {"VERB", "AUX"}:
        return verb.lemma_.lower() in words.speaking and "Fin" in verb.morph.get("VerbForm", [])
    return verb.lower_ in words.speaking and verb.pos_ != "NOUN"


def is_government(parse: Parse, candidate: Candidate, spot: Spot, words: PlaceLexicon) -> bool:
    """Whether a name stands for the government that sits there: "Moscow denied", "selon Kiev".

    A palace of government ("the Kremlin") stands for it unless something is located there.
    """
    if spot.kind == "site" and candidate.key in words.powers:
        return word_before(parse.words, candidate, words) != "locating"
    if spot.kind != "capital":
        return False
    before = parse.plain[max(0, candidate.start - 16) : candidate.start].rstrip()
    return (
        any(before == word or before.endswith(f" {word}") for word in words.sources)
        or (_stands_free(parse.words, candidate) and _speaks(parse.words, candidate, words))
        or _is_said_before(parse.words, candidate, words)
        or _deals(parse.words, candidate, words)
        or _is_party(parse, candidate, words)
    )


def _is_party(parse: Parse, candidate: Candidate, words: PlaceLexicon) -> bool:
    """Whether a name is the subject of a verb of saying, or the object of one that accuses."""
    root = parse.stretch(candidate.first, candidate.last).root
    for _ in range(4):
        if root.dep_ != "conj":
            break
        root = root.head
    verb = root.head.lemma_.lower()
    if root.dep_ in _OBJECT and _has_no_preposition(parse.words, candidate):
        return verb in words.addressed
    return root.dep_ in _SUBJECT and verb in words.speaking


def _stands_free(doc: Sequence[Token], candidate: Candidate) -> bool:
    """Whether nothing that could make a name part of a larger phrase stands before it."""
    before = candidate.first - 1
    if candidate.sentence.block.kind == "headline" or before < candidate.sentence.tokens.start:
        return True
    return doc[before].pos_ in {"PUNCT", "CCONJ", "SPACE", "SCONJ"}


def _has_no_preposition(doc: Sequence[Token], candidate: Candidate) -> bool:
    before = candidate.first - 1
    return before < candidate.sentence.tokens.start or doc[before].pos_ != "ADP"


def _is_said_before(doc: Sequence[Token], candidate: Candidate, words: PlaceLexicon) -> bool:
    """Whether the verb of saying stands right before its subject: "…, a indiqué Moscou"."""
    at = candidate.first - 1
    opening = candidate.sentence.tokens.start
    if at <= opening or doc[at].pos_ not in {"VERB", "AUX"}:
        return False
    if candidate.last < len(doc) and doc[candidate.last].pos_ in {"NOUN", "PROPN", "ADJ"}:
        return False  # "said London police"
    if doc[at].lemma_.lower() not in words.speaking:
        return False
    while at > opening and doc[at - 1].pos_ == "AUX":
        at -= 1
    return at == opening or doc[at - 1].is_punct


def _deals(doc: Sequence[Token], candidate: Candidate, words: PlaceLexicon) -> bool:
    """Whether a name is one of two sides: "les relations entre Paris et Rome"."""
    opening = max(candidate.sentence.tokens.start, candidate.first - _FAR)
    at = candidate.first - 1
    while at > opening and doc[at].lower_ not in words.between:
        if not (starts_name(doc[at]) or doc[at].pos_ in {"CCONJ", "PUNCT", "DET"}):
            return False
        at -= 1
    if at <= opening or doc[at].lower_ not in words.between:
        return False
    before = (word.lower_ for word in doc[max(opening, at - 3) : at])
    return any(word in words.dealings for word in before)
