"""What kind of thing each name of an article stands for, by the vote of all its mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from recoupe.languages.naming import Gender
from recoupe.model import EntityKind
from recoupe.reading.entities.edges import key_of
from recoupe.reading.entities.lexicon import (
    Lexicon,
    Phrase,
    folded,
    gender_of,
    given_anywhere,
    has_masthead,
    small,
)
from recoupe.reading.entities.spelling import is_variant
from recoupe.reading.gazetteer.cache import gazetteer
from recoupe.reading.gazetteer.folding import fold
from recoupe.reading.tokens import Token
from recoupe.words.remembered import REMEMBERED

LABELS = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organisation",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "NORP": "people",
    "MISC": "thing",
    "PRODUCT": "thing",
    "WORK_OF_ART": "thing",
    "EVENT": "thing",
    "LAW": "thing",
}
"""Labels of spaCy's French (WikiNER) and English (OntoNotes) pipelines, but dates and numbers."""


_TOWN = 50_000
"""Inhabitants from which one word that is a town's name is no surname, if nothing else says so."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as tokens ``[first, last)`` without its titles, which start at ``opening``."""

    opening: int
    first: int
    last: int
    sentence: int
    label: str | None
    gender: Gender | None = None
    titled: bool = False


def vote(doc: Sequence[Token], names: Iterable[Name], words: Lexicon) -> dict[Phrase, str]:
    """Return for every folded name the label that most of its mentions have."""
    votes: dict[Phrase, Counter[str]] = defaultdict(Counter)
    titled: set[Phrase] = set()
    for name in names:
        key = key_of(doc, name.first, name.last)
        counter = votes[key]
        if name.titled:
            titled.add(key)
        body = _body_before(doc, name.opening, words)
        if body is not None or _is_institution(key, words):
            counter[body or "organisation"] += 3
        elif (
            _has_given_name(key, name.label)
            or _in_office(doc, name, key, words)
            or _is_aged(doc, name, words)
        ):
            counter["person"] += 2
        elif name.label is not None:
            counter[name.label] += 3 if name.titled else 1
    surnames = {
        key[-n:]
        for key, count in votes.items()
        if len(key) > 1 and count and count.most_common(1)[0][0] == "person"
        for n in range(1, len(key))
    }
    surnames |= set(_respelt(votes, surnames))
    labels = {key: _label(key, count, surnames, words) for key, count in votes.items()}
    for key in labels.keys() - titled - surnames:
        doubtful = labels[key] in {None, "person", "thing", "place"} or "." in key[0]
        if len(key) == 1 and doubtful and is_town(key[0]):
            labels[key] = "town"
    return {key: label for key, label in labels.items() if label is not None}


def _respelt(names: Iterable[Phrase], surnames: set[Phrase]) -> Iterator[Phrase]:
    """Yield the single words that are a person's surname spelt in another way."""
    known: dict[str, set[str]] = defaultdict(set)
    for surname in surnames:
        if len(surname) == 1:
            known[surname[0][0]].add(surname[0])
    for key in names:
        if len(key) != 1 or key in surnames or key[0] in given_anywhere():
            continue
        if any(is_variant(key[0], surname) for surname in known.get(key[0][0], ())):
            yield key


def _is_aged(doc: Sequence[Token], name: Name, words: Lexicon) -> bool:
    """Whether an age stands behind a name that the pipeline calls no place: "Max, 24 ans,"."""
    behind = doc[name.last : name.last + 4]
    if len(behind) < 4 or behind[0].text != "," or name.label not in {"organisation", "thing"}:
        return False
    if not (behind[1].text.isdigit() and len(behind[1].text) <= 2):
        return False
    return small(behind[2].text) in {*words.naming.ages, ","}


_PERSONAL = (1, 3)
"""Fewest and most words of a name that a given name alone tells to be a person's."""


def _has_given_name(key: Phrase, label: str | None) -> bool:
    """Whether a name that the pipeline calls no place opens with a given name of any pack."""
    return (
        label in {"organisation", "thing", None}
        and _PERSONAL[0] <= len(key) <= _PERSONAL[1]
        and key[0] in given_anywhere()
        and not (len(key) == 1 and label is None)
    )


def _label(key: Phrase, votes: Counter[str], surnames: set[Phrase], words: Lexicon) -> str | None:
    if key in words.outlets or (key[1:] in words.outlets and key[0] in words.determiners):
        return "medium"
    if key in words.powers:
        return "power"
    if key in surnames:
        return "person"
    label = votes.most_common(1)[0][0] if votes else None
    if key in words.clipped and label in _PRINTED:
        return "medium"
    return "medium" if label in _PRINTED and has_masthead(key, words) else label


_PRINTED = frozenset({"organisation", "thing", "place", None})
"""What the pipelines call newspapers and channels that they do not know."""


def _is_institution(key: Phrase, words: Lexicon) -> bool:
    """Whether a name of several words begins with a body's noun: "Assemblée nationale"."""
    noun = words.nouns.get(key[:1])
    return len(key) > 1 and noun is not None and noun.kind == "body"


@lru_cache(maxsize=REMEMBERED)
def is_town(word: str) -> bool:
    """Whether the gazetteer knows a country, a capital or a large town by this one word."""
    return any(
        spot.primary and (spot.kind in {"country", "capital"} or spot.population >= _TOWN)
        for spot in gazetteer().find(fold(word))
    )


def _body_before(doc: Sequence[Token], first: int, words: Lexicon) -> str | None:
    """Return the label of a body or medium whose noun stands before a name: "le syndicat CGT".

    An adjective of the noun and the name's own article may stand between: "le quotidien local
    Le Rivage".
    """
    at = first - 1
    if at > 0 and doc[at].text[0].isupper() and small(doc[at].text) in words.determiners:
        at -= 1
    if at > 0 and doc[at].pos_ == "ADJ" and doc[at].head.i == at - 1:
        at -= 1
    if at < 0 or not doc[at].text[0].islower() or doc[at].pos_ != "NOUN":
        return None
    noun = words.nouns.get((folded(doc[at].text),))
    labels = {"body": "organisation", "medium": "medium"}
    return labels.get(noun.kind) if noun is not None else None


_OFFICE_REACH = 10
"""Tokens before a name within which an office and a comma tell that it is a person's."""


def _in_office(doc: Sequence[Token], name: Name, key: Phrase, words: Lexicon) -> bool:
    """Whether a name taken for something else is a person's: "le directeur de l'OMS, X Y"."""
    personal = name.label not in {None, "person"} and 1 < len(key) <= _PERSONAL[1]
    first = name.opening
    if not personal or first < 2 or doc[first - 1].text != ",":
        return False
    if key in words.outlets or (name.last < len(doc) and doc[name.last].pos_ == "CCONJ"):
        return False  # a list of bodies
    if key[0] not in given_anywhere() and gazetteer().find(fold(" ".join(key))):
        return False
    for at in range(first - 2, max(-1, first - _OFFICE_REACH), -1):
        phrases = (key_of(doc, at, at + size) for size in (1, 2, 3))
        if any(phrase in words.nouns and words.nouns[phrase].kind == "role" for phrase in phrases):
            return True
        if doc[at].is_punct or doc[at].pos_ in {"VERB", "AUX"}:
            return False
    return False


def given_gender(doc: Sequence[Token], first: int, last: int, words: Lexicon) -> Gender | None:
    """Return the gender of a given name by the pack's table, else as the pipeline tags it."""
    if last - first < 2:
        return None
    given = folded(doc[first].text)
    known = words.given.get(given, words.given.get(given.partition("-")[0]))
    if known is not None:
        return known
    found = doc[first].morph.get("Gender", [])
    return gender_of(found[0]) if found else None


def entity_kind(label: str | None, key: tuple[str, ...], text: str) -> EntityKind | None:
    """Return the kind of entity that a name's label stands for, ``None`` where it tells none."""
    if label == "person":
        return "person"
    if label in {"organisation", "medium"}:
        return "organisation" if label == "organisation" else "medium"
    is_acronym = len(key) == 1 and text.isupper() and 2 <= len(text) <= 6
    abbreviates_place = label == "place" and "." in text
    if is_acronym and label in {None, "thing", "place"} and not abbreviates_place:
        return "organisation"
    return None
