"""Candidates: every stretch of a report that could be the name of a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from recoupe.reading.gazetteer import Spot, fold
from recoupe.reading.parse import Parse, Sentence
from recoupe.reading.places.lexicon import PlaceLexicon
from recoupe.reading.tokens import Stretch, Token, text_of
from recoupe.words.remembered import REMEMBERED

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
_SHORTEST: Final = 3
_PREFIX: Final = 3
_SHOUTED: Final = 0.7
_HAS_PARTS: Final = 200_000
_TOWNS: Final = frozenset({"city", "capital"})
_REGIONS: Final = frozenset({"admin1", "admin2", "area", "land"})

Found = tuple[int, int, str, tuple[Spot, ...]]
"""A name from some token on: its last token, its end in the text, its key and its places."""


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


def find_candidates(
    parse: Parse, words: PlaceLexicon, taken: frozenset[int] = frozenset()
) -> Iterator[Candidate]:
    """Yield the candidates of the article in order, without overlap, outside ``taken`` tokens."""
    labels = entity_labels(parse.names)
    for sentence in parse.sentences:
        at = sentence.tokens.start
        shouted = is_shouted(sentence)
        while at < sentence.tokens.end:
            if at in taken:
                at += 1
                continue
            found = _listed(parse.words, at, sentence, words) if words.gazetteers else None
            if found is None and opens_name(parse.words, at, words):
                barred = _barred(parse.words, at, sentence, words)
                if barred:
                    at = barred
                    continue
                found = _at(parse.words, at, sentence, words, shouted)
                found = _unknown(parse.words, at, labels, words, found)
                found = found and _of_region(parse.words, at, sentence, words, found)
            if found is None:
                at += 1
                continue
            last, end, key, spots = found
            first, start = at, parse.words[at].idx
            at = last
            if start < sentence.start or end > sentence.end or not taken.isdisjoint((first, last)):
                continue
            label, whole = _label(labels, first, last)
            yield Candidate(first, last, start, end, key, spots, label, whole, sentence)


def _listed(
    doc: Sequence[Token], first: int, sentence: Sentence, words: PlaceLexicon
) -> Found | None:
    """Return the longest name in a person's own lists that starts at a token, in any case."""
    several = words.begins_listed(doc[first].text)
    if not (several or starts_name(doc[first])):
        return None
    most = min(first + _LONGEST, sentence.tokens.end) if several else first + 1
    for last in range(most, first, -1):
        if doc[last - 1].is_punct or doc[last - 1].is_space:
            continue  # a folded name has no marks
        key = fold(text_of(doc[first:last]))
        spots = words.listed(key)
        if spots and (last > first + 1 or starts_name(doc[first])):
            return last, doc[last - 1].idx + len(doc[last - 1]), key, spots
    return None


def _barred(doc: Sequence[Token], first: int, sentence: Sentence, words: PlaceLexicon) -> int:
    """Return where a phrase of several words ends that starts here and is no place, 0 if none."""
    if fold(doc[first].text) not in words.never_begun:
        return 0
    for last in range(min(first + words.longest_never, sentence.tokens.end), first + 1, -1):
        if fold(text_of(doc[first:last])) in words.never:
            return last
    return 0


def _of_region(
    doc: Sequence[Token], first: int, sentence: Sentence, words: PlaceLexicon, found: Found
) -> Found:
    """Return the division that a noun before a name tells: "la bande de Gaza", and not its town.

    GeoNames has some divisions under such a noun alone, though not always under the one said.
    """
    noun = first - 2
    if noun < sentence.tokens.start or not words.noun_first:
        return found
    said, link = doc[noun].lower_, doc[first - 1].lower_
    last, end, _, spots = found
    if words.nouns.get(said) != "region" or link not in words.links:
        return found
    lands = {spot.country for spot in spots}
    name = fold(text_of(doc[first:last]))
    for word in (said, *words.region_nouns):
        whole = fold(f"{word} {link} {name}")
        divisions = [s for s in words.spots_of(whole) if s.kind in _REGIONS and s.kind != "admin2"]
        meant = tuple(s for s in divisions if not spots or s.country in lands)
        if meant and not (word != said and any(spot.kind == "admin1" for spot in spots)):
            return last, end, whole, meant
    return found


def _unknown(
    doc: Sequence[Token],
    first: int,
    labels: dict[int, tuple[str, int, int]],
    words: PlaceLexicon,
    found: Found | None,
) -> Found | None:
    """Return what the pipeline alone takes for a place, where the gazetteer has nothing."""
    label, start, last = labels.get(first, ("none", 0, 0))
    if found is not None or label != "place" or first > start + 1:
        return found
    while last > first and not starts_name(doc[last - 1]):
        last -= 1
    if last == first or doc[first].pos_ not in {"PROPN", "X"}:
        return None
    end = doc[last - 1].idx + len(doc[last - 1])
    key = fold(text_of(doc[first:last]))
    barred = key in words.never or key in words.demonyms or key in words.powers
    if barred or len(key) < _SHORTEST:
        return None
    return last, end, key, ()


def is_shouted(sentence: Sentence) -> bool:
    """Whether a sentence is written in capitals, so that these tell nothing."""
    text = text_of(sentence.words)
    few = _SHOUTED * sum(map(str.isalpha, text))
    if sum(map(str.isupper, text)) <= few:
        return False
    return sum(c.isupper() for c in text if c.isalpha()) > few  # some signs are capitals, too


def entity_labels(names: Iterable[Stretch]) -> dict[int, tuple[str, int, int]]:
    """Return for each token inside a name of the pipeline its label and the name's bounds."""
    return {
        at: (LABELS.get(name.label_, "thing"), name.start, name.end)
        for name in names
        for at in range(name.start, name.end)
    }


def _label(labels: dict[int, tuple[str, int, int]], first: int, last: int) -> tuple[str, bool]:
    """Return the pipeline's label for tokens, and whether they are the whole of its name."""
    found = labels.get(first) or labels.get(last - 1)
    if found is None:
        return "none", False
    label, start, end = found
    return label, first <= start + 1 and end <= last + 1


def _at(
    doc: Sequence[Token], first: int, sentence: Sentence, words: PlaceLexicon, shouted: bool
) -> Found | None:
    """Return the longest name that starts at a token and that the gazetteer holds."""
    for last in range(_run_end(doc, first, sentence, words), first, -1):
        if not _ends_name(doc[last - 1], words):
            continue
        text = text_of(doc[first:last]) if last > first + 1 else doc[first].text
        end = doc[last - 1].idx + len(doc[last - 1])
        stopped = last < len(doc) and doc[last].text == "." and not doc[last - 1].whitespace_
        for name, stop in ((f"{text}.", end + 1), (text, end))[not stopped :]:
            short = words.short_names.get(name)
            if short is not None:
                return last, stop, fold(short), words.spots_of(fold(short))
        if text.isupper() and not shouted and len(text) <= _CAPITALS_ARE_CODES:
            continue
        key = fold(text)
        if key in words.never or key in words.demonyms:
            continue
        if last - first == 1 and _is_common(doc, first, sentence, words):
            continue
        spots = (
            _contracted(doc, first, key, words)
            or words.spots_of(key)
            or _described(key, words)
            or words.romanised_spots(key)
        )
        if key in words.powers and not any(spot.kind == "capital" for spot in spots):
            spots = tuple(spot for spot in spots if spot.kind == "site")
        if spots and not (last - first > 1 and _is_article(doc, first, last, spots, words)):
            return last, end, key, spots
    return None


def _ends_name(token: Token, words: PlaceLexicon) -> bool:
    """Whether a name may end with a token: a name's word, a number, or the end of some names."""
    return starts_name(token) or token.text.isdigit() or token.lower_ in words.tails


def _is_common(doc: Sequence[Token], at: int, sentence: Sentence, words: PlaceLexicon) -> bool:
    """Whether one capitalised word is a common noun, or a small word that opens a sentence."""
    word = doc[at].text.lower()
    opens = at == sentence.tokens.start and doc[at].is_stop
    return bool(opens or word in words.people or word in words.nouns)


def _contracted(
    doc: Sequence[Token], first: int, key: str, words: PlaceLexicon
) -> tuple[Spot, ...]:
    """Return the towns whose article is run into the preposition: "au Mans" is Le Mans."""
    article = words.contractions.get(doc[first - 1].text.lower()) if first else None
    if article is None:
        return ()
    towns = tuple(
        spot
        for spot in words.spots_of(fold(f"{article} {key}"))
        if spot.kind in _TOWNS and (spot.primary or spot.population >= _HAS_PARTS)
    )
    people = max((spot.population for spot in words.spots_of(key)), default=0)
    return towns if towns and towns[0].population > people else ()


def _is_article(
    doc: Sequence[Token], first: int, last: int, spots: tuple[Spot, ...], words: PlaceLexicon
) -> bool:
    """Whether a name says the same without its first word: "The Sudan", but not "The Hague"."""
    if doc[first].text.lower() not in words.articles:
        return False
    rest = words.spots_of(fold(text_of(doc[first + 1 : last])))
    return bool(rest) and spots[0].geonames_id in {spot.geonames_id for spot in rest}


def _described(key: str, words: PlaceLexicon) -> tuple[Spot, ...]:
    """Return the places of a name that its noun or a point of the compass is written into.

    "Kivu Province" is a division; "North Dallas" lies in a Dallas that is large enough to have
    parts.
    """
    if " " not in key:
        return ()
    rest, _, noun = key.rpartition(" ")
    if words.nouns.get(noun) == "region":
        return tuple(spot for spot in words.spots_of(rest) if spot.kind in _REGIONS)
    point, _, rest = key.partition(" ")
    if point in words.compass:
        return tuple(
            spot
            for spot in words.spots_of(rest)
            if spot.kind in {"country", "admin1", "land"} or spot.population >= _HAS_PARTS
        )
    return ()


def starts_name(token: Token) -> bool:
    """Whether a token is written as a name is: with a capital, or in a script without them."""
    return _is_written_as_name(token.text)


def opens_name(doc: Sequence[Token], at: int, words: PlaceLexicon) -> bool:
    """Whether a name may start at a token, also where a small prefix of it is a token: "al-Bab"."""
    text = doc[at].text
    if _is_written_as_name(text):
        return True
    if len(text) > _PREFIX or text not in words.inner:
        return False
    return at + 2 < len(doc) and doc[at + 1].text == "-" and starts_name(doc[at + 2])


@lru_cache(maxsize=REMEMBERED)
def _is_written_as_name(text: str) -> bool:
    first = text[0]
    return first.isupper() or (first.isalpha() and not first.islower()) or _prefixed(text)


def _prefixed(text: str) -> bool:
    """Whether a small prefix stands before the capital: "al-Bab", "d'Ivoire"."""
    for mark in "-'":
        at = text.find(mark)
        if 0 < at <= 3 and at + 1 < len(text):
            return text[at + 1].isupper()
    return False


def _run_end(doc: Sequence[Token], first: int, sentence: Sentence, words: PlaceLexicon) -> int:
    """Return where the run of words that may make one name ends, its last word a name's word."""
    last = end = first + 1
    while end < sentence.tokens.end and end - first < _LONGEST:
        token = doc[end]
        if _ends_name(token, words):
            last = end + 1
        elif token.text.lower() not in words.inner:
            break
        end += 1
    return last
