"""The words of ``places.toml`` and of names, as sets that the reader asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from recoupe.languages import Pack
from recoupe.languages.naming import NamingWords
from recoupe.languages.parties import PartyWords
from recoupe.languages.places import PlaceWords
from recoupe.reading.gazetteer import Spot, fold, opened
from recoupe.reading.gazetteer.folding import key_of
from recoupe.words.remembered import REMEMBERED

_LEAST_ROMANISED: Final = 5


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """``places.toml`` and what it takes from other tables, compiled.

    Words are in lower case; ``never``, ``powers`` and ``demonyms`` are folded, and ``never_begun``
    is every beginning of a name in ``never``. ``before`` tells by
    a preposition whether a town or a region follows. ``people`` are nouns for people in office
    and for bodies, after which a name is theirs ("the Karlin group"). ``same_sites`` give one noun
    for all those that may name one site ("steelworks", "plant"); ``definite`` are determiners that
    point to what is known, ``genitives`` prepositions of possession. ``gazetteers`` are the folders
    of imported gazetteers that names are looked up in beside the packaged one.
    """

    short_names: dict[str, str]
    demonyms: dict[str, str]
    home: frozenset[str]
    locating: frozenset[str]
    leading: frozenset[str]
    compass: frozenset[str]
    nouns: dict[str, str]
    region_nouns: tuple[str, ...]
    towns_bare: bool
    noun_first: bool
    before: dict[str, str]
    contractions: dict[str, str]
    links: frozenset[str]
    articles: frozenset[str]
    inner: frozenset[str]
    tails: frozenset[str]
    romanised: dict[str, str]
    romanised_in: frozenset[str]
    capital_marks_names: bool
    speaking: frozenset[str]
    addressed: frozenset[str]
    dealings: frozenset[str]
    between: frozenset[str]
    sources: tuple[str, ...]
    never: frozenset[str]
    never_begun: frozenset[str]
    longest_never: int
    powers: frozenset[str]
    bodies: frozenset[str]
    titles: frozenset[str]
    people: frozenset[str]
    units: frozenset[str]
    districts: frozenset[str]
    undergoing: frozenset[str]
    same_sites: dict[str, str]
    definite: frozenset[str]
    genitives: frozenset[str]
    gazetteers: tuple[str, ...]

    def spots_of(self, key: str) -> tuple[Spot, ...]:
        """Return what the gazetteers have under a folded name."""
        return _spots_of(self.gazetteers, key)

    def listed(self, key: str) -> tuple[Spot, ...]:
        """Return what a person's own lists have under a folded name."""
        if not self.gazetteers:
            return ()
        return tuple(spot for spot in self.spots_of(key) if spot.own)

    def romanised_spots(self, key: str) -> tuple[Spot, ...]:
        """Return the places of a name that this language spells after its own manner."""
        if not self.romanised or len(key) < _LEAST_ROMANISED or not key.isascii():
            return ()
        spellings = _any_of(tuple(self.romanised))
        spelt = spellings.sub(lambda found: self.romanised[found[0]], key)
        if spelt == key:
            return ()
        found = (spot for spot in self.spots_of(spelt) if spot.country in self.romanised_in)
        return tuple(replace(spot, primary=False) for spot in found)

    def begins_listed(self, word: str) -> bool:
        """Whether a name of several words in a person's own lists begins with a word."""
        return key_of(fold(word)) in opened(self.gazetteers).firsts


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


@lru_cache(maxsize=REMEMBERED)
def _spots_of(gazetteers: tuple[str, ...], key: str) -> tuple[Spot, ...]:
    return opened(gazetteers).find(key)


@cache
def place_lexicon(pack: Pack, gazetteers: tuple[str, ...] = ()) -> PlaceLexicon:
    """Return the compiled words of one pack, with the imported gazetteers to look names up in."""
    words = pack.table("places", PlaceWords)
    naming = pack.table("naming", NamingWords)
    parties = pack.table("parties", PartyWords)
    never = {
        fold(word) for word in (*words.never, *words.compass, *parties.outlets, *parties.agencies)
    }
    return PlaceLexicon(
        short_names=words.short_names,
        demonyms={fold(word): code for word, code in words.demonyms.items()},
        home=frozenset(words.home),
        locating=frozenset(words.locating),
        leading=frozenset(words.leading),
        compass=frozenset(words.compass),
        nouns=words.noun_kinds,
        region_nouns=words.region_nouns,
        towns_bare=words.towns_bare,
        noun_first=words.noun_first,
        before={
            **dict.fromkeys(words.before_town, "town"),
            **dict.fromkeys(words.before_region, "region"),
        },
        contractions=naming.contractions,
        links=frozenset(words.links),
        articles=frozenset(words.articles),
        inner=frozenset(words.inner),
        tails=frozenset(words.tails),
        romanised={fold(here): there for here, there in words.romanised.items()},
        romanised_in=frozenset(words.romanised_in),
        capital_marks_names=words.capital_marks_names,
        speaking=frozenset(words.speaking),
        addressed=frozenset(words.addressed),
        dealings=frozenset(words.dealings),
        between=frozenset(words.between),
        sources=words.sources,
        never=frozenset(never),
        never_begun=frozenset(name[:size] for name in never for size in range(1, len(name) + 1)),
        longest_never=max(len(phrase.split()) for phrase in never) + 1,  # an apostrophe is a token
        powers=frozenset(fold(word) for word in parties.powers),
        bodies=frozenset(words.bodies),
        titles=frozenset(word.lower() for title in naming.titles for word in title.words),
        people=frozenset(
            word.lower()
            for words_of in (*(role.words for role in parties.roles), parties.bodies, parties.media)
            for word in words_of
            if " " not in word and word.lower() not in words.noun_kinds
        ),
        units=frozenset(words.unit_nouns),
        districts=frozenset(words.district_nouns),
        undergoing=frozenset(words.undergoing),
        same_sites={noun: group[0] for group in words.same_sites for noun in group},
        definite=frozenset((*naming.definite, *naming.demonstratives, *naming.contractions)),
        genitives=frozenset(naming.genitives),
        gazetteers=gazetteers,
    )
