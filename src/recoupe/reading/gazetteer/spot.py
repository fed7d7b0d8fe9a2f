"""One place of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

SpotKind = Literal[
    "country",
    "admin1",
    "admin2",
    "area",
    "continent",
    "capital",
    "city",
    "water",
    "land",
    "site",
]
"""A divided country from its first and second divisions down; an "area" is a named part of one or
of several in GeoNames; "land" a range, island or part of the world without borders, "water" a sea
or lake, "site" a building, square or airport."""

SPOT_KINDS: Final[tuple[SpotKind, ...]] = get_args(SpotKind)
"""In the order in which the index numbers them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a name may mean.

    ``division`` is GeoNames' code of the first division it lies in (``US.CA``), ``radius`` the
    metres around ``lat``, ``lon`` that cover it, ``primary`` whether the name asked for is its
    own first name and not one of its other spellings. ``own`` says that a person listed the
    place: what they list wins over what is packaged.
    """

    geonames_id: int | None
    name: str
    kind: SpotKind
    lat: float
    lon: float
    country: str | None
    division: str
    population: int
    radius: int
    primary: bool
    own: bool = False
