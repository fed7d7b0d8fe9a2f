"""Scoring places: toponym recognition, and how far from the gold point each one was put.

``accuracy@161 km`` (100 miles) is the usual measure of toponym resolution (Gritta et al. 2020).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Final

from recoupe.evaluation.gold_records import GoldPlace, GoldReport, Range
from recoupe.evaluation.match import around, one_to_one, touching
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.model import Place

PINNED: Final = frozenset(
    {
        "toponym exact",
        "toponym overlap",
        "accuracy@161 km",
        "accuracy@161 km of all",
        "governments without a point",
    }
)
NEAR_KM: Final = 161.0
EARTH_KM: Final = 6371.0088
"""The mean radius (IUGG)."""


def score(report: GoldReport, found: Sequence[Place], tally: Tally) -> None:
    """Add one report's places to ``tally``; a report whose places were not annotated adds nothing.

    ``accuracy@161 km`` is over the toponyms found, of those annotated with coordinates, that were
    resolved; ``… of all`` counts unresolved and missed ones as wrong. Names that stand for a
    government are neither wanted nor made up, but they must have no point.
    """
    if report.places is None:
        return
    wanted = report.places
    counted = [place for place in found if not _touches(place, report.governments)]
    spans = [(place.span.start, place.span.end) for place in counted]
    exact = len({place.span for place in wanted} & set(spans))
    pairs = one_to_one([place.span for place in wanted], spans, touching)
    _count(tally, report, "toponym exact", Count(exact, len(spans), len(wanted)))
    _count(tally, report, "toponym overlap", Count(len(pairs), len(spans), len(wanted)))
    paired = dict(pairs)
    for at, gold in enumerate(wanted):
        place = counted[paired[at]] if at in paired else None
        _score_point(report, gold, place, tally)
    for span in report.governments:
        told = not any(place.lat is not None and _touches(place, (span,)) for place in found)
        _count(tally, report, "governments without a point", judged(told))
        if not told:
            _keep(tally, report, Case("put on the map", report.id, "-", *_words(report, span), 1.0))
    taken = set(paired.values())
    for to, place in enumerate(counted):
        if to not in taken:
            words = around(report.text, spans[to])
            case = Case("made up", report.id, "-", _shown(place), words, place.confidence)
            _keep(tally, report, case)


def _touches(place: Place, spans: Sequence[Range]) -> bool:
    return any(touching((place.span.start, place.span.end), span) for span in spans)


def _words(report: GoldReport, span: Range) -> tuple[str, str]:
    return report.text[span[0] : span[1]], around(report.text, span)


def _count(tally: Tally, report: GoldReport, measure: str, count: Count) -> None:
    """Count for the corpus and, where it is divided, for the half that the report is in."""
    tally.count(measure, count)
    if report.half is not None:
        tally.count(f"{measure}, {report.half} half", count)


def _keep(tally: Tally, report: GoldReport, case: Case) -> None:
    """Keep a mistake to be shown, but none of the half that nobody looks at."""
    if report.half != "unseen":
        tally.case(case)


def _score_point(report: GoldReport, gold: GoldPlace, place: Place | None, tally: Tally) -> None:
    name, words = _words(report, gold.span)
    wanted = f"{name} ({gold.lat}, {gold.lon})"
    if place is None:
        _keep(tally, report, Case("missed", report.id, wanted, "-", words, 1.0))
    if gold.lat is None or gold.lon is None:
        return
    if place is None or place.lat is None or place.lon is None:
        _count(tally, report, "accuracy@161 km of all", judged(False))
        if place is not None:
            _count(tally, report, "resolved", judged(False))
            _keep(tally, report, Case("unresolved", report.id, wanted, _shown(place), words, 1.0))
        return
    away = kilometres((gold.lat, gold.lon), (place.lat, place.lon))
    near = away <= NEAR_KM
    _count(tally, report, "resolved", judged(True))
    _count(tally, report, "accuracy@161 km", judged(near))
    _count(tally, report, "accuracy@161 km of all", judged(near))
    tally.samples["error"].append(away)
    if not near:
        found = f"{_shown(place)}, {away:.0f} km away"
        _keep(tally, report, Case("wrong point", report.id, wanted, found, words, away))


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees, in kilometres (haversine)."""
    lat, lon = radians(one[0]), radians(one[1])
    to_lat, to_lon = radians(other[0]), radians(other[1])
    chord = sin((to_lat - lat) / 2) ** 2 + cos(lat) * cos(to_lat) * sin((to_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def _shown(place: Place) -> str:
    return f"{place.span.text} = {place.name} ({place.lat}, {place.lon})"
