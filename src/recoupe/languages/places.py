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
    have a name and lie in a town, ``street_nouns`` streets, squares and works whose complement is
    a name and never the town they lie in ("rue de Metz"). ``before_town`` and ``before_region``
    are prepositions that tell a town from the division of the same name ("à Québec", "au Québec");
    ``towns_bare`` says that towns have no article, so that a name with one is that of a river or
    region ("la Vienne").
    ``noun_first`` says that such a noun stands before its name ("l'usine X") and not after it
    ("X plant"). ``links`` join a noun to a name ("of"). ``articles`` may stand before a name
    and be part of it ("The Hague"). ``inner`` are small words inside names, ``tails`` small words
    with which some names end ("Arabie saoudite"). ``romanised`` are spellings by which the language
    writes names from other alphabets, with those that the gazetteer has ("tch": "ch"), for places
    in the countries ``romanised_in``.

    ``capital_marks_names`` says that common words have no capital inside a sentence, so that a word
    with one is a name even where the tagger does not know it.

    ``speaking`` are lemmas of verbs whose subject is a government when it is a capital
    ("Moscow denied"), ``addressed`` those whose object is one ("accused Moscow"), ``sources`` words
    before such a name that make it one ("selon Moscou"), ``dealings`` nouns of what is between
    governments ("les relations entre Paris et Rome"), and ``between`` the prepositions after them.
    ``undergoing`` are lemmas of verbs whose subject is where something happens ("Kharkiv saw
    clashes"). ``district_nouns`` say of the name beside them that it is a part of a town.
    ``unit_nouns`` are nouns of armed units and groups whose name is not where they are
    ("the Karlin regiment"). ``same_sites`` are lists of nouns that may name one site in turn.
    ``never`` are capitalised words that are no place however they are written;
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
    before_town: tuple[str, ...]
    before_region: tuple[str, ...]
    towns_bare: bool
    noun_first: bool
    links: tuple[str, ...]
    articles: tuple[str, ...]
    inner: tuple[str, ...]
    tails: tuple[str, ...]
    romanised: dict[str, str]
    romanised_in: tuple[str, ...]
    capital_marks_names: bool
    speaking: tuple[str, ...]
    addressed: tuple[str, ...]
    dealings: tuple[str, ...]
    between: tuple[str, ...]
    sources: tuple[str, ...]
    undergoing: tuple[str, ...]
    district_nouns: tuple[str, ...]
    unit_nouns: tuple[str, ...]
    same_sites: tuple[tuple[str, ...], ...]
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
