"""Places: toponyms resolved to coordinates with a precision, or honestly unresolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from recoupe.model.span import Span

PlaceKind = Literal["country", "region", "city", "district", "facility", "other"]

_METRES_PER_DEGREE: Final = 111_320
"""On a meridian (WGS 84, mean)."""


@dataclass(frozen=True, slots=True)
class Place:
    """One toponym in the text.

    ``lat`` and ``lon`` are WGS 84 degrees; ``precision_m`` the radius in metres within which the
    place meant lies; all three are ``None`` where it is unresolved. ``country`` is an ISO 3166-1
    alpha-2 code; ``within`` the id of the place of this report that contains it.
    """

    id: str
    span: Span
    name: str
    kind: PlaceKind
    lat: float | None
    lon: float | None
    precision_m: int | None
    country: str | None
    geonames_id: int | None
    within: str | None
    confidence: float


def decimals(precision_m: int | None) -> int:
    """Return how many decimals of degrees a precision is worth, 0 to 4.

    Rounding to them moves no point out of its precision, if that is 8 metres or more; where it is
    not known, there are four, which are eleven metres.
    """
    step = (precision_m or 1) / _METRES_PER_DEGREE
    return next((count for count, least in enumerate((1, 0.1, 0.01, 0.001)) if step >= least), 4)
