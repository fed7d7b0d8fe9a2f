"""Names that stand for places alone, and so for no party of the report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from recoupe.model import Place
from recoupe.reading.coreference.chains import Chains

_KINDS: Final = frozenset({"city", "district", "facility", "region"})
"""Kinds of places that do nothing themselves; a country acts by its government."""


def located_mentions(places: Iterable[Place]) -> frozenset[int]:
    """Return the code points at which the name of a town, region or site stands."""
    return frozenset(
        offset
        for place in places
        if place.kind in _KINDS
        for offset in range(place.span.start, place.span.end)
    )


def is_located(chains: Chains, chain: int, located: frozenset[int]) -> bool:
    """Whether every name of a chain is that of a place, and none a seat of power that acts."""
    names = chains.named(chain)
    return bool(names) and all(
        name.core in located
        and name.end - 1 in located
        and not ("power" in name.complement and name.subject)
        for name in names
    )
