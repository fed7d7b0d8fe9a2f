"""Scoring places, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.evaluation.gold_records import GoldPlace, GoldReport
from recoupe.evaluation.places import kilometres, score
from recoupe.evaluation.score import Count, Tally
from recoupe.model import Article, Place

TEXT = "The road from Lyon to Saint Nowhere passes Springfield."
LYON, NOWHERE, SPRINGFIELD = (14, 18), (22, 35), (43, 54)
REPORT = GoldReport(
    "tr_news",
    "a",
    TEXT,
    "en",
    places=(
        GoldPlace(LYON, 45.75, 4.85),
        GoldPlace(NOWHERE, None, None),
        GoldPlace(SPRINGFIELD, 39.80, -89.64),
    ),
)


@pytest.fixture
def place_of(article_of: Callable[..., Article]) -> Callable[..., Place]:
    article = article_of(TEXT, language="en")

    def build(start: int, end: int, lat: float | None = None, lon: float | None = None) -> Place:
        span = article.span(start, end)
        return Place(
            id="p",
            span=span,
            name=span.text,
            kind="city",
            lat=lat,
            lon=lon,
            precision_m=None,
            country=None,
            geonames_id=None,
            within=None,
            confidence=0.5,
        )

    return build


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    # 2 x pi x 6371.0088 / 360 = 111.195 km, and as far across the poles as along a meridian.
    assert kilometres((0, 0), (1, 0)) == pytest.approx(111.195, abs=0.001)
    assert kilometres((89, 0), (89, 180)) == pytest.approx(222.390, abs=0.001)
    assert kilometres((10, 179.5), (10, -179.5)) == pytest.approx(
        kilometres((10, 0), (10, 1)), abs=0.001
    )


def test_recognition_and_resolution(place_of: Callable[..., Place]) -> None:
    # Lyon is exact and put 0.3 degrees north of the gold point: 33 km, near. "Nowhere" overlaps a
    # toponym without coordinates, which no accuracy counts. Springfield is missed. "road" is not
    # one: 1 exact and 2 overlapping of 3 found and of 3 wanted.
    tally = Tally()
    found = (place_of(*LYON, 46.05, 4.85), place_of(28, 35, 1.0, 1.0), place_of(4, 8))
    score(REPORT, found, tally)
    assert tally.counts["toponym exact"] == Count(1, 3, 3)
    assert tally.counts["toponym overlap"] == Count(2, 3, 3)
    assert tally.counts["accuracy@161 km"] == Count(1, 1, 1)
    assert tally.counts["accuracy@161 km of all"] == Count(1, 2, 2)
    assert tally.samples["error"] == [pytest.approx(33.36, abs=0.01)]
    assert sorted(case.kind for case in tally.cases) == ["made up", "missed"]


def test_another_springfield_is_a_wrong_point(place_of: Callable[..., Place]) -> None:
    tally = Tally()
    score(REPORT, (place_of(*SPRINGFIELD, 42.10, -72.59),), tally)
    assert tally.counts["accuracy@161 km"] == Count(0, 1, 1)
    wrong = [case for case in tally.cases if case.kind == "wrong point"]
    assert wrong[0].loss == pytest.approx(1450, abs=30)


def test_unresolved_is_not_wrong_but_not_right_either(place_of: Callable[..., Place]) -> None:
    tally = Tally()
    score(REPORT, (place_of(*LYON),), tally)
    assert "accuracy@161 km" not in tally.counts
    assert tally.counts["resolved"] == Count(0, 1, 1)
    assert tally.counts["accuracy@161 km of all"] == Count(0, 2, 2)


def test_a_name_that_stands_for_a_government_is_not_wanted_but_must_have_no_point(
    place_of: Callable[..., Place],
) -> None:
    report = replace(REPORT, places=REPORT.places and REPORT.places[1:], governments=(LYON,))
    told, mapped = Tally(), Tally()
    score(report, (place_of(*LYON),), told)
    score(report, (place_of(*LYON, 45.75, 4.85),), mapped)
    assert told.counts["toponym exact"] == mapped.counts["toponym exact"] == Count(0, 0, 2)
    assert told.counts["governments without a point"] == Count(1, 1, 1)
    assert mapped.counts["governments without a point"] == Count(0, 1, 1)
    assert "put on the map" in {case.kind for case in mapped.cases}


def test_each_half_is_counted_and_of_one_no_mistake_is_shown(
    place_of: Callable[..., Place],
) -> None:
    tally = Tally()
    score(replace(REPORT, half="unseen"), (place_of(4, 8),), tally)
    assert tally.counts["toponym exact"] == tally.counts["toponym exact, unseen half"]
    assert not tally.cases


def test_a_report_whose_places_nobody_annotated_counts_nothing(
    place_of: Callable[..., Place],
) -> None:
    tally = Tally()
    score(replace(REPORT, places=None), (place_of(*LYON),), tally)
    assert not tally.counts
