"""Names and offices as they are compared: whatever the spelling, the script and the language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.languages import available, pack
from recoupe.languages.naming import NamingWords
from recoupe.languages.parties import PartyWords
from recoupe.reading.entities.lexicon import folded
from recoupe.reading.entities.spelling import plainest
from recoupe.reading.gazetteer.cache import gazetteer
from recoupe.reading.gazetteer.folding import fold
from recoupe.reading.places.lexicon import place_lexicon
from recoupe.words.remembered import REMEMBERED

_SHORT_OF = 4
"""Letters in which the forms of one office for a man and a woman differ at most."""


@dataclass(frozen=True, slots=True)
class Title:
    """An office: its words, sorted and folded, and the countries that it names."""

    words: tuple[str, ...]
    countries: frozenset[str]


def spelt(name: str) -> str:
    """Return a name as names are compared: "Zelenskyy", "Зеленський" and "Zelensky" are one.

    Articles and civil titles before it are left out.
    """
    words = [plainest(word) for word in _words(name)]
    left_out = _before_names()
    while len(words) > 1 and words[0] in left_out:
        words.pop(0)
    return " ".join(words)


def _words(text: str) -> list[str]:
    plain = folded(" ".join(text.split()))
    kept = "".join(char if char.isalnum() else " " if char != "." else "" for char in plain)
    return kept.split()


@cache
def _before_names() -> frozenset[str]:
    tables = [pack(code).table("naming", NamingWords) for code in available()]
    titles = (word for table in tables for title in table.titles for word in title.words)
    articles = (word for table in tables for word in table.definite)
    return frozenset(plainest(part) for word in (*titles, *articles) for part in _words(word))


@cache
def _small_words() -> frozenset[str]:
    tables = [pack(code).table("naming", NamingWords) for code in available()]
    return frozenset(
        part
        for table in tables
        for word in (*table.definite, *table.links, *table.joins)
        for part in _words(word)
    )


def title_of(*texts: str) -> Title:
    """Return what an office says, of which ``texts`` are the parts ("ministre", "Intérieur")."""
    words: set[str] = set()
    countries: set[str] = set()
    for word in (word for text in texts for word in _words(text)):
        country = _country(word)
        if country is not None:
            countries.add(country)
        elif word not in _small_words():
            words.add(_forms().get(word, word))
    return Title(tuple(sorted(words)), frozenset(countries))


@lru_cache(maxsize=REMEMBERED)
def _country(word: str) -> str | None:
    """Return the country that a word names, or of whose people it is ("ukrainien")."""
    for code in available():
        found = place_lexicon(pack(code)).demonyms.get(word)
        if found is not None:
            return found
    spots = gazetteer().find(fold(word)) if len(word) > 3 else ()
    return next((spot.country for spot in spots if spot.kind == "country" and spot.primary), None)


@cache
def _forms() -> dict[str, str]:
    """Return for each noun of an office the form under which it is compared: "directrice"."""
    found: dict[str, str] = {}
    for code in available():
        for role in pack(code).table("parties", PartyWords).roles:
            nouns = [folded(word) for word in role.words if word.isalpha()]
            for noun in nouns:
                first = next(other for other in nouns if _same(other, noun))
                found.setdefault(noun, first)
    return found


def _same(one: str, other: str) -> bool:
    letters = enumerate(zip(one, other, strict=False))
    shared = next((at for at, (a, b) in letters if a != b), min(len(one), len(other)))
    return one == other or shared >= max(_SHORT_OF, len(one) - _SHORT_OF, len(other) - _SHORT_OF)
