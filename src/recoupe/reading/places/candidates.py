"""Candidates: every stretch of a report that could be the name of a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from recoupe.reading.gazetteer import Spot, fold, gazetteer
from recoupe.reading.parse import Parse, Sentence
from recoupe.reading.places.lexicon import PlaceLexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LABELS: Final = {
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "PER": "person",
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "people",
}
"""Labels of spaCy's French (WikiNER) and English (OntoNotes) pipelines; others are things."""

_LONGEST: Final = 7
_CAPITALS_ARE_CODES: Final = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``[first, last)`` that may name a place.

    ``key`` is the folded name, ``spots`` what the gazetteer has under it (nothing for a name that
    only the pipeline takes for a place), ``start`` and ``end`` code points of the article.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    spots: tuple[Spot, ...]
    label: str
    whole: bool
    sentence: Sentence


@lru_cache(maxsize=1 << 14)
def spots_of(key: str) -> tuple[Spot, ...]:
    """Return what the gazetteer has under a folded name."""
    return gazetteer().find(key)


def find_candidates(parse: Parse, words: PlaceLexicon) -> Iterator[Candidate]:
    """Yield the candidates of the article in order, without overlap."""
    labels = entity_labels(parse.doc)
    for sentence in parse.sentences:
        at = sentence.tokens.start
        shouted = is_shouted(sentence)
        while at < sentence.tokens.end:
            found = _at(parse.doc, at, sentence, words, shouted)
            if found is None:
                at += 1
                continue
            last, end, key, spots = found
            first, start = at, parse.doc[at].idx
            at = last
            if start < sentence.start or end > sentence.end:
                continue
            label, whole = _label(labels, first, last)
            yield Candidate(first, last, start, end, key, spots, label, whole, sentence)


def is_shouted(sentence: Sentence) -> bool:
    """Whether a sentence is written in capitals, so that these tell nothing."""
    letters = [c for c in sentence.tokens.text if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.7 * len(letters)


def entity_labels(doc: Doc) -> dict[int, tuple[str, int, int]]:
    """Return for each token inside a name of the pipeline its label and the name's bounds."""
    return {
        at: (LABELS.get(ent.label_, "thing"), ent.start, ent.end)
        for ent in doc.ents
        for at in range(ent.start, ent.end)
    }


def _label(labels: dict[int, tuple[str, int, int]], first: int, last: int) -> tuple[str, bool]:
    """Return the pipeline's label for tokens, and whether they are the whole of its name."""
    found = labels.get(first) or labels.get(last - 1)
    if found is None:
        return "none", False
    label, start, end = found
    return label, first <= start + 1 and end <= last + 1


def _at(
    doc: Doc, first: int, sentence: Sentence, words: PlaceLexicon, shouted: bool
) -> tuple[int, int, str, tuple[Spot, ...]] | None:
    """Return the longest name that starts at a token: its last token, end, key and places."""
    if not starts_name(doc[first]):
        return None
    for last in range(_run_end(doc, first, sentence, words), first, -1):
        if not (starts_name(doc[last - 1]) or doc[last - 1].text.isdigit()):
            continue
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        for stop in (end + 1, end):
            short = words.short_names.get(doc.text[start:stop])
            if short is not None:
                return last, stop, fold(short), spots_of(fold(short))
        text = doc.text[start:end]
        if text.isupper() and not shouted and len(text) <= _CAPITALS_ARE_CODES:
            continue
        key = fold(text)
        if key in words.never or key in words.demonyms:
            continue
        spots = spots_of(key)
        if spots:
            return last, end, key, spots
    return None


def starts_name(token: Token) -> bool:
    """Whether a token is written as a name is: with a capital, or in a script without them."""
    first = token.text[0]
    return first.isupper() or (first.isalpha() and not first.islower()) or _prefixed(token.text)


def _prefixed(text: str) -> bool:
    """Whether a small prefix stands before the capital: "al-Bab", "d'Ivoire"."""
    for mark in "-'":
        at = text.find(mark)
        if 0 < at <= 3 and at + 1 < len(text):
            return text[at + 1].isupper()
    return False


def _run_end(doc: Doc, first: int, sentence: Sentence, words: PlaceLexicon) -> int:
    """Return where the run of words that may make one name ends, its last word a name's word."""
    last = end = first + 1
    while end < sentence.tokens.end and end - first < _LONGEST:
        token = doc[end]
        if starts_name(token) or token.text.isdigit():
            last = end + 1
        elif token.text.lower() not in words.inner:
            break
        end += 1
    return last
