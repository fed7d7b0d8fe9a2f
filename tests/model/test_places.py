"""Degrees with as many decimals as a precision is worth."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some

from recoupe.model import decimals

METRES_PER_DEGREE = 111_320


@pytest.mark.parametrize(
    ("precision", "count"),
    [(None, 4), (1, 4), (100, 4), (1000, 3), (9000, 2), (50_000, 1), (600_000, 0)],
)
def test_a_coarser_place_has_fewer_decimals(precision: int | None, count: int) -> None:
    assert decimals(precision) == count


@given(lat=some.floats(-90, 90), lon=some.floats(-180, 180), precision=some.integers(8, 5_000_000))
def test_rounding_moves_no_point_out_of_its_precision(
    lat: float, lon: float, precision: int
) -> None:
    count = decimals(precision)
    north, east = lat - round(lat, count), lon - round(lon, count)
    moved = METRES_PER_DEGREE * math.hypot(north, east * math.cos(math.radians(lat)))
    assert moved <= precision


@given(precision=some.integers(1, 5_000_000))
def test_the_last_decimal_is_never_far_finer_than_the_precision(precision: int) -> None:
    step = METRES_PER_DEGREE / 10 ** decimals(precision)
    assert step * 10 >= min(precision, METRES_PER_DEGREE)
