"""One place of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

SpotKind = Literal[
    "country", "admin1", "admin2", "area", "continent", "capital", "city", "water", "land"
]

SPOT_KINDS: Final[tuple[SpotKind, ...]] = (
    "country",
    "admin1",
    "admin2",
    "area",
    "continent",
    "capital",
    "city",
    "water",
    "land",
)
"""In the order in which the index numbers them: "water" is a sea, "land" a mountain range."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a name may mean.

    ``division`` is GeoNames' code of the first division it lies in (``US.CA``), ``radius`` the
    metres around ``lat``, ``lon`` that cover it, ``primary`` whether the name asked for is its
    own first name and not one of its other spellings.
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
