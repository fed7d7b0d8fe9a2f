"""The coarse place that contains a protected one: its region, else its country, else nothing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from recoupe.languages.export import MaskLabels
from recoupe.model import Place

COARSE: Final = frozenset({"country", "region"})
"""The kinds of place that are shown around a protected one."""
_METRES_A_DEGREE: Final = 111_195


@dataclass(frozen=True, slots=True)
class Coarse:
    """A place that may be shown: what it is called, and its point with its precision in metres."""

    name: str | None = None
    kind: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision_m: int | None = None
    country: str | None = None


def around(place: Place, held: Mapping[str, Place], language: str) -> Coarse:
    """Return the coarse place around a protected one; ``held`` are the places of its report."""
    seen = {place.id}
    at = held.get(place.within or "")
    while at is not None and at.id not in seen:
        if at.kind in COARSE and (at.kind == "country" or place.kind != "region"):
            if at.lat is not None and at.precision_m is not None:
                return Coarse(at.name, at.kind, at.lat, at.lon, at.precision_m, at.country)
            break
        seen.add(at.id)
        at = held.get(at.within or "")
    return _country(place.country, language) if place.kind != "country" else Coarse()


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
