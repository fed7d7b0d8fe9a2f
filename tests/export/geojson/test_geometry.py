"""Points and boxes: never finer than the precision, right on both sides of the antimeridian."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from recoupe.export.geojson.geometry import box, position
from recoupe.export.masking.places import metres_between
from recoupe.model import Place
from tests.conftest import make_test_article

WORDS = make_test_article("Riga", "en", "2022-05-05").span(0, 4)
PLACE = Place("place-1", WORDS, "Riga", "city", None, None, None, "LV", None, None, 0.9)
LONGITUDES, LATITUDES = some.floats(-180, 180), some.floats(-90, 90)
POSITIONS = some.lists(some.tuples(LONGITUDES, LATITUDES), min_size=1, max_size=8)


@given(lat=LATITUDES, lon=LONGITUDES, precision=some.integers(8, 3_000_000))
def test_a_point_stays_within_its_precision_and_is_no_finer(
    lat: float, lon: float, precision: int
) -> None:
    place = replace(PLACE, lat=lat, lon=lon, precision_m=precision)
    found = position(place)
    assert found is not None
    moved = metres_between(place, replace(place, lon=found[0], lat=found[1]))
    assert moved is not None
    assert moved <= precision
    for degrees in found:
        decimals = len(repr(degrees).partition(".")[2].rstrip("0"))
        assert 111_320 / 10**decimals * 10 >= min(precision, 111_320)
    assert "-0.0" not in map(repr, found)
    assert -180 <= found[0] <= 180
    assert -90 <= found[1] <= 90


def test_what_is_not_resolved_has_no_point() -> None:
    assert position(PLACE) is None
    assert position(None) is None


@given(positions=POSITIONS)
def test_a_box_holds_every_point(positions: list[tuple[float, float]]) -> None:
    found = box(positions)
    assert found is not None
    west, south, east, north = found
    assert all(south <= lat <= north for _, lat in positions)
    if west <= east:
        assert all(west <= lon <= east for lon, _ in positions)
    else:
        assert all(lon >= west or lon <= east for lon, _ in positions)


@pytest.mark.parametrize(
    ("positions", "wanted"),
    [
        ([(37.5, 47.1), (30.5, 50.4)], [30.5, 47.1, 37.5, 50.4]),
        ([(178.4, -18.1), (-171.8, -13.8)], [178.4, -18.1, -171.8, -13.8]),
        ([(37.5, 47.1)], [37.5, 47.1, 37.5, 47.1]),
    ],
)
def test_a_box_is_the_smallest_be_it_across_the_antimeridian(
    positions: list[tuple[float, float]], wanted: list[float]
) -> None:
    assert box(positions) == wanted


def test_there_is_no_box_around_nothing() -> None:
    assert box([]) is None
