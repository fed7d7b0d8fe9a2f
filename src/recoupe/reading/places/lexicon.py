"""The words of ``places.toml`` and of names, as sets that the reader asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from recoupe.languages import Pack
from recoupe.languages.naming import NamingWords
from recoupe.languages.parties import PartyWords
from recoupe.languages.places import PlaceWords
from recoupe.reading.gazetteer import fold


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """``places.toml`` compiled. Words are in lower case; ``never`` and ``demonyms`` are folded."""

    short_names: dict[str, str]
    demonyms: dict[str, str]
    home: frozenset[str]
    locating: frozenset[str]
    leading: frozenset[str]
    compass: frozenset[str]
    nouns: dict[str, str]
    links: frozenset[str]
    inner: frozenset[str]
    speaking: frozenset[str]
    never: frozenset[str]
    bodies: frozenset[str]
    titles: frozenset[str]
    people: frozenset[str]


@cache
def place_lexicon(pack: Pack) -> PlaceLexicon:
    """Return the compiled words of one pack."""
    words = pack.table("places", PlaceWords)
    naming = pack.table("naming", NamingWords)
    parties = pack.table("parties", PartyWords)
    outlets = (*parties.outlets, *parties.agencies)
    return PlaceLexicon(
        short_names=words.short_names,
        demonyms={fold(word): code for word, code in words.demonyms.items()},
        home=frozenset(words.home),
        locating=frozenset(words.locating),
        leading=frozenset(words.leading),
        compass=frozenset(words.compass),
        nouns=words.noun_kinds,
        links=frozenset(words.links),
        inner=frozenset(words.inner),
        speaking=frozenset(words.speaking),
        never=frozenset(fold(word) for word in (*words.never, *outlets)),
        bodies=frozenset(words.bodies),
        titles=frozenset(word.lower() for title in naming.titles for word in title.words),
        people=frozenset(
            word.lower() for role in parties.roles for word in role.words if " " not in word
        ),
    )
