"""``places.toml``: the words by which a language locates things and names places."""

from __future__ import annotations

from functools import cached_property

from recoupe.languages.words import Words


class PlaceWords(Words):
    """Words around names of places. Forms are in lower case but where they are names.

    ``short_names`` are abbreviations and everyday names with what they stand for, matched to the
    letter ("Ky.": "Kentucky"). ``demonyms`` give the ISO 3166-1 codes of the peoples a country is
    read from ("turkish": "TR"): they are no places themselves. ``home`` are codes of the countries
    that reports in this language mean when they name none.

    ``locating`` are prepositions after which a name is most often a place, ``leading`` those after
    which it may be one. ``compass`` are words that may stand between such a word and the name.
    ``region_nouns`` and ``town_nouns`` tell which of several places of one name is meant
    ("the province of X", "X province"); ``facility_nouns`` are works, buildings and grounds that
    have a name and lie in a town, ``street_nouns`` streets and squares.
    ``links`` join such a noun to a name ("of"). ``inner`` are small words inside names.

    ``speaking`` are lemmas of verbs whose subject is a government when it is a capital or country
    ("Moscow denied"). ``never`` are capitalised words that are no place however they are written;
    ``bodies`` are capitalised words after a name that make it part of an organisation's, a work's
    or a team's name.
    """

    short_names: dict[str, str]
    demonyms: dict[str, str]
    home: tuple[str, ...]
    locating: tuple[str, ...]
    leading: tuple[str, ...]
    compass: tuple[str, ...]
    region_nouns: tuple[str, ...]
    town_nouns: tuple[str, ...]
    facility_nouns: tuple[str, ...]
    street_nouns: tuple[str, ...]
    links: tuple[str, ...]
    inner: tuple[str, ...]
    speaking: tuple[str, ...]
    never: tuple[str, ...]
    bodies: tuple[str, ...]

    @cached_property
    def noun_kinds(self) -> dict[str, str]:
        """Each noun with what it says of the name beside it."""
        return {
            **dict.fromkeys(self.region_nouns, "region"),
            **dict.fromkeys(self.town_nouns, "town"),
            **dict.fromkeys(self.facility_nouns, "facility"),
            **dict.fromkeys(self.street_nouns, "street"),
        }
