"""Several gazetteers asked as one: a person's own lists, what is packaged, and imported dumps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from recoupe.reading.gazetteer.index import Index
from recoupe.reading.gazetteer.spot import Spot


class Gazetteer(Protocol):
    """What tells which places go by a name."""

    firsts: frozenset[int]

    def find(self, folded: str) -> tuple[Spot, ...]:
        """Return every place that goes by a folded name, the most populous first."""


class Merged:
    """Own lists before what is packaged: where they hold a name, it means no other place.

    A place that several of the others hold is taken from the first of them. ``firsts`` are the keys
    of the words with which names of several words in own lists begin.
    """

    def __init__(
        self,
        own: Sequence[Index],
        others: Sequence[Index],
        *,
        firsts: frozenset[int] = frozenset(),
    ) -> None:
        self._own = tuple(own)
        self._others = tuple(others)
        self.firsts = firsts

    def find(self, folded: str) -> tuple[Spot, ...]:
        """Return every place that goes by a folded name, the most populous first."""
        found = [spot for index in self._own for spot in index.find(folded)]
        if not found:
            known: set[int] = set()
            for index in self._others:
                spots = index.find(folded)
                found += [spot for spot in spots if spot.geonames_id not in known]
                known |= {spot.geonames_id for spot in spots if spot.geonames_id}
        found.sort(key=lambda spot: -spot.population)
        return tuple(found)
