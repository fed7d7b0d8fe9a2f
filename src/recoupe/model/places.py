"""Places: toponyms resolved to coordinates with a precision, or honestly unresolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model.span import Span

PlaceKind = Literal["country", "region", "city", "district", "facility", "other"]


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
