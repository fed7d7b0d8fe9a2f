"""Revisits: what a crawler found unaltered, and noted instead of writing it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from recoupe.capture.archives.cutting import Cut
from recoupe.capture.archives.heads import Head

Reread = Callable[[int], Cut | None]
"""Returns the record that begins at a place in an archive."""

_REMEMBERED: Final = 200_000
"""Pages whose place is remembered: some tens of megabytes, and weeks of a crawl."""


@dataclass(slots=True)
class Originals:
    """Where the pages of one archive stand, by id and by payload, so that they can be read again.

    Of more than ``_REMEMBERED`` the oldest are forgotten.
    """

    _places: dict[int, tuple[Reread, int]] = field(default_factory=dict)

    def note(self, cut: Cut, reread: Reread | None) -> None:
        """Remember where a page stands, if it can be read again there."""
        if reread is None or cut.offset is None:
            return
        for name in _names(cut.head):
            if len(self._places) >= 2 * _REMEMBERED:
                del self._places[next(iter(self._places))]
            self._places.setdefault(hash(name), (reread, cut.offset))

    def of(self, revisit: Head) -> Cut | None:
        """Return the record whose page a revisit found again, ``None`` where it is not here."""
        digest = revisit.fields.get("warc-payload-digest")
        for name in (revisit.refers_to, digest):
            place = self._places.get(hash(name)) if name else None
            if place is None:
                continue
            found = place[0](place[1])
            if found is not None and found.whole and name in _names(found.head):
                return found
        return None


def _names(head: Head) -> tuple[str, ...]:
    return tuple(
        name for name in (head.id, head.fields.get("warc-payload-digest")) if name is not None
    )
