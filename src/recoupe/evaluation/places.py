"""Scoring places: toponym recognition, and how far from the gold point each one was put.

``accuracy@161 km`` (100 miles) is the usual measure of toponym resolution (Gritta et al. 2020).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Final

from recoupe.evaluation.gold_records import GoldPlace, GoldReport
from recoupe.evaluation.match import around, one_to_one, touching
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.model import Place

PINNED: Final = frozenset(
    {"toponym exact", "toponym overlap", "accuracy@161 km", "accuracy@161 km of all"}
)
NEAR_KM: Final = 161.0
EARTH_KM: Final = 6371.0088
"""The mean radius (IUGG)."""


def score(report: GoldReport, found: Sequence[Place], tally: Tally) -> None:
    """Add one report's places to ``tally``.

    ``accuracy@161 km`` is over the toponyms found, of those annotated with coordinates, that were
    resolved; ``… of all`` counts unresolved and missed ones as wrong.
    """
    wanted = report.places or ()
    spans = [(place.span.start, place.span.end) for place in found]
    exact = len({place.span for place in wanted} & set(spans))
    tally.count("toponym exact", Count(exact, len(found), len(wanted)))
    pairs = one_to_one([place.span for place in wanted], spans, touching)
    tally.count("toponym overlap", Count(len(pairs), len(found), len(wanted)))
    paired = dict(pairs)
    for at, gold in enumerate(wanted):
        place = found[paired[at]] if at in paired else None
        _score_point(report, gold, place, tally)
    taken = set(paired.values())
    for to, place in enumerate(found):
        if to not in taken:
            words = around(report.text, spans[to])
            tally.case(Case("made up", report.id, "-", _shown(place), words, place.confidence))


def _score_point(report: GoldReport, gold: GoldPlace, place: Place | None, tally: Tally) -> None:
    start, end = gold.span
    words = around(report.text, gold.span)
    wanted = f"{report.text[start:end]} ({gold.lat}, {gold.lon})"
    if place is None:
        tally.case(Case("missed", report.id, wanted, "-", words, 1.0))
    if gold.lat is None or gold.lon is None:
        return
    if place is None or place.lat is None or place.lon is None:
        tally.count("accuracy@161 km of all", judged(False))
        if place is not None:
            tally.count("resolved", judged(False))
            tally.case(Case("unresolved", report.id, wanted, _shown(place), words, 1.0))
        return
    away = kilometres((gold.lat, gold.lon), (place.lat, place.lon))
    near = away <= NEAR_KM
    tally.count("resolved", judged(True))
    tally.count("accuracy@161 km", judged(near))
    tally.count("accuracy@161 km of all", judged(near))
    tally.samples["error"].append(away)
    if not near:
        found = f"{_shown(place)}, {away:.0f} km away"
        tally.case(Case("wrong point", report.id, wanted, found, words, away))


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees, in kilometres (haversine)."""
    lat, lon = radians(one[0]), radians(one[1])
    to_lat, to_lon = radians(other[0]), radians(other[1])
    chord = sin((to_lat - lat) / 2) ** 2 + cos(lat) * cos(to_lat) * sin((to_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def _shown(place: Place) -> str:
    return f"{place.span.text} = {place.name} ({place.lat}, {place.lon})"
