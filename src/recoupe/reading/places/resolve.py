"""Resolution: which of the places of one name a report means.

Each place that a name may mean is given points: for what it is and how many live there, for the
country and division that the report speaks of, for lying near its other places, and for what
stands beside the name. The one with most points is meant, if its lead is not an accident.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from recoupe.reading.gazetteer import Spot, SpotKind
from recoupe.reading.places.candidates import Candidate

_KINDS: Final[dict[SpotKind, float]] = {
    "country": 6.0,
    "continent": 4.0,
    "admin1": 0.0,
    "capital": 1.5,
    "city": 0.0,
    "admin2": -1.5,
    "area": -1.0,
    "water": 6.5,
    "land": 6.5,
    "site": 6.5,
}
"""Points for what a place is, to which the decimal logarithm of its people is added: 2.7 to 7.4 for
a town, up to 9.2 for a country. Seas and lands have none, and weigh as much as a million people."""
_OWN_NAME: Final = 1.0
_NAMED_AFTER: Final = 1.0
"""Taken from a division by another of its names: most often that of its chief town."""
_IN_COUNTRY: Final = 2.0
_IN_DIVISION: Final = 1.5
_NEAR: Final = 1.5
_NEAR_KM: Final = 150.0
_FAR_DEGREES: Final = 10.0
"""Of latitude: over 1,100 km, where nearness is worth less than a thousandth of a point."""
_BESIDE: Final = 6.0
_FITS_NOUN: Final = 2.5
_AT_HOME: Final = 0.5
_NAMESAKE: Final = 4.0
_HOLDS: Final = 3.0
_AMONG: Final = 0.5
_SURE: Final = 1.5


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the report is: how strongly it speaks of countries and divisions, and its places."""

    countries: Mapping[str, float]
    divisions: Mapping[str, float]
    home: frozenset[str]
    anchors: tuple[Spot, ...]


def distance_km(one: Spot, two: Spot) -> float:
    """Return the great-circle distance of two places in kilometres (haversine, R = 6371 km)."""
    lat1, lat2 = math.radians(one.lat), math.radians(two.lat)
    half = math.radians(two.lon - one.lon) / 2
    a = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, a)))


def setting_of(
    candidates: Iterable[Candidate], demonyms: Mapping[str, int], home: frozenset[str]
) -> Setting:
    """Return the setting that names with one meaning, and names of peoples, tell."""
    countries: Counter[str] = Counter()
    divisions: Counter[str] = Counter()
    for code, count in demonyms.items():
        countries[code] += count
    for candidate in candidates:
        if has_namesake(candidate.spots):
            continue
        for spot in candidate.spots:
            if spot.kind == "country" and spot.country:
                countries[spot.country] += 2
                break
            if spot.kind == "admin1":
                divisions[spot.division] += not _shared(spot, candidate.spots)
                if spot.country and not _is_anothers(spot, candidate.spots):
                    countries[spot.country] += 1
                break
    return Setting(_strength(countries), _strength(divisions), home, ())


def has_namesake(spots: Iterable[Spot]) -> bool:
    """Whether a name is a country's and another country's division's: Georgia."""
    kinds = {spot.kind for spot in spots if spot.primary}
    return {"country", "admin1"} <= kinds


def _shared(division: Spot, spots: tuple[Spot, ...]) -> bool:
    """Whether a town in the division has its name: the name then tells nothing of the division."""
    return any(
        spot.kind in {"city", "capital"} and spot.division == division.division for spot in spots
    )


def _is_anothers(division: Spot, spots: tuple[Spot, ...]) -> bool:
    """Whether a name is first that of places in another country: Vienne, which is Wien as well."""
    return not division.primary and any(s.primary and s.country != division.country for s in spots)


def _strength(counted: Counter[str]) -> dict[str, float]:
    """Return for each code how strongly the report speaks of it: 1 for the most named one."""
    most = max(counted.values(), default=1)
    return {code: 0.6 + 0.4 * count / most for code, count in counted.items() if count}


def best(
    spots: Iterable[Spot], setting: Setting, *, outer: Candidate | None, noun: str | None
) -> tuple[Spot, float] | None:
    """Return the place meant and how sure that is (0 to 1), ``None`` if there is none."""
    spots = tuple(spots)
    others = replace(setting, anchors=tuple(a for a in setting.anchors if a not in spots))
    shared = has_namesake(spots)
    ranked = sorted(
        (
            (
                points(spot, others, outer=outer, noun=noun)
                + (_as_namesake(spot, others) if shared else 0.0),
                spot,
            )
            for spot in spots
        ),
        key=lambda item: (-item[0], item[1].geonames_id or 0),
    )
    if not ranked:
        return None
    first, spot = ranked[0]
    rivals = (score for score, other in ranked[1:] if distance_km(spot, other) > _NEAR_KM)
    lead = first - next(rivals, first - 2 * _SURE)
    return spot, min(1.0, 0.5 + lead / (4 * _SURE))


def _as_namesake(spot: Spot, setting: Setting) -> float:
    """Return the points of a country or a division that share a name: Georgia.

    A country that the report speaks of nowhere else is less likely; either is likelier that holds
    another place of the report.
    """
    if spot.kind == "country":
        held = any(anchor.country == spot.country for anchor in setting.anchors)
        return _HOLDS * held - _NAMESAKE * (spot.country not in setting.countries)
    held = any(anchor.division == spot.division for anchor in setting.anchors)
    return _HOLDS * (spot.kind == "admin1" and held)


def points(spot: Spot, setting: Setting, *, outer: Candidate | None, noun: str | None) -> float:
    """Return how much speaks for a name meaning this place."""
    score = _KINDS[spot.kind] + _OWN_NAME * spot.primary
    if spot.kind == "admin1" and not spot.primary:
        score -= _NAMED_AFTER
    if spot.population or spot.kind not in {"water", "land", "site"}:
        score += math.log10(spot.population + 10)
    if spot.country and spot.kind != "country":
        score += _IN_COUNTRY * setting.countries.get(spot.country, 0.0)
        score += _AT_HOME * (spot.country in setting.home)
    if spot.division and spot.kind != "admin1":
        score += _IN_DIVISION * setting.divisions.get(spot.division, 0.0)
    if spot.kind in {"city", "capital", "admin2"}:
        score += _near(spot, setting.anchors) + _AMONG * _share(spot, setting.anchors)
    if outer is not None and _inside(spot, outer):
        score += _BESIDE
    return score + _by_noun(spot, noun)


def _near(spot: Spot, anchors: tuple[Spot, ...]) -> float:
    """Return the points for the nearest other places of the report, the two nearest counted."""
    around = (anchor for anchor in anchors if abs(anchor.lat - spot.lat) < _FAR_DEGREES)
    away = sorted(distance_km(spot, anchor) for anchor in around)[:2]
    return sum(_NEAR / 2 * math.exp(-km / _NEAR_KM) for km in away)


def _share(spot: Spot, anchors: tuple[Spot, ...]) -> float:
    """Return the share of the report's other places that lie in the same country."""
    if not anchors:
        return 0.0
    return sum(anchor.country == spot.country for anchor in anchors) / len(anchors)


def _by_noun(spot: Spot, noun: str | None) -> float:
    region = spot.kind in {"admin1", "admin2", "area"}
    if noun == "region":
        return _FITS_NOUN if region or spot.kind in {"country", "land", "water"} else 0.0
    if noun == "town":
        return _FITS_NOUN if spot.kind in {"city", "capital"} else 0.0
    return 0.0


def _inside(spot: Spot, outer: Candidate) -> bool:
    return any(lies_in(spot, around) for around in outer.spots)


def lies_in(spot: Spot, around: Spot) -> bool:
    """Whether a place lies in a country or division; in a small division, by its radius."""
    if spot.kind == "country" or spot.country != around.country:
        return False
    if around.kind == "country":
        return True
    if spot.kind == "admin1" or spot.division != around.division:
        return False
    if around.kind == "admin1":
        return True
    near = around.kind == "admin2" and spot.kind != "admin2"
    return near and distance_km(spot, around) * 1000 <= around.radius
