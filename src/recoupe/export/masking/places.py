"""The coarse place that contains a protected one: its region, else its country, else nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from recoupe.export.masking.names import key_of
from recoupe.languages.export import MaskLabels
from recoupe.model import Place

COARSE: Final = frozenset({"country", "region"})
"""The kinds of place that are shown around a protected one."""
_METRES_A_DEGREE: Final = 111_195
_WIDE_M: Final = 30_000
"""Metres that a region reaches at least, for it to tell no town: some are a town's own."""


@dataclass(frozen=True, slots=True)
class Coarse:
    """A place that may be shown: what it is called, and its point with its precision in metres."""

    name: str | None = None
    kind: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision_m: int | None = None
    country: str | None = None


def around(
    place: Place, held: Mapping[str, Place], language: str, hidden: frozenset[str] = frozenset()
) -> Coarse:
    """Return the coarse place around a protected one; ``held`` are the places of its report.

    It is the region that the report or else the gazetteer puts it in, if that is wide enough and
    its name has none of the words ``hidden``, which are those of protected places; else the
    country.
    """
    if place.kind == "country":
        return Coarse()
    found = [_shown(one) for one in _holders(place, held)]
    if (region := _region(place)) is not None:
        found.append(region)
    words = hidden | set(key_of(place.name).split())
    for one in found:
        wide = one.kind == "region" and (one.precision_m or 0) >= _WIDE_M
        if wide and place.kind != "region" and not words & set(key_of(one.name or "").split()):
            return one
    country = _country(place.country, language)
    return country if not words & set(key_of(country.name or "").split()) else Coarse()


def _holders(place: Place, held: Mapping[str, Place]) -> Iterator[Place]:
    """Yield the places of a report that contain one, the nearest first."""
    seen = {place.id}
    at = held.get(place.within or "")
    while at is not None and at.id not in seen:
        yield at
        seen.add(at.id)
        at = held.get(at.within or "")


def _shown(place: Place) -> Coarse:
    return Coarse(place.name, place.kind, place.lat, place.lon, place.precision_m, place.country)


def masked(place: Place, coarse: Coarse, label: str) -> Place:
    """Return a place as it is shown: no name, number or point of its own."""
    return replace(
        place,
        name=coarse.name or label,
        kind="country" if coarse.kind == "country" else "region" if coarse.kind else "other",
        lat=coarse.lat,
        lon=coarse.lon,
        precision_m=coarse.precision_m,
        country=coarse.country,
        geonames_id=None,
        within=None,
    )


def label_of(place: Place, coarse: Coarse, words: MaskLabels) -> str:
    """Return what stands in the place of a protected place's name."""
    kind = words.places[place.kind]
    return words.located.format(kind=kind, where=coarse.name) if coarse.name else kind


def metres_between(one: Place, other: Place) -> float | None:
    """Return how far apart two places are, ``None`` where either has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    east = math.cos(math.radians((one.lat + other.lat) / 2)) * (one.lon - other.lon)
    return _METRES_A_DEGREE * math.hypot(one.lat - other.lat, east)


def _region(place: Place) -> Coarse | None:
    """Return the first division that a place lies in by the gazetteer, if that is known."""
    from recoupe.reading.gazetteer import fold, gazetteer

    if place.kind == "region" or place.country is None or place.geonames_id is None:
        return None
    index = gazetteer()
    spots = (one for one in index.find(fold(place.name)) if one.geonames_id == place.geonames_id)
    division = next((one.division for one in spots), "")
    for one in index.divisions(place.country) if division else ():
        if one.division == division and one.geonames_id != place.geonames_id:
            return Coarse(one.name, "region", one.lat, one.lon, one.radius, one.country)
    return None


def _country(code: str | None, language: str) -> Coarse:
    """Return a country with the point and reach that the gazetteer has for it."""
    from babel import Locale

    from recoupe.reading.gazetteer import fold, gazetteer

    name = Locale.parse(language).territories.get(code or "")
    if code is None or name is None:
        return Coarse()
    english = Locale.parse("en").territories.get(code, name)
    for spot in gazetteer().find(fold(english)):
        if spot.kind == "country" and spot.country == code:
            return Coarse(name, "country", spot.lat, spot.lon, spot.radius, code)
    return Coarse(name, "country", country=code)
