"""Revisits: what a crawler found unaltered, and noted instead of writing it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeGuard

from recoupe.capture.archives.cutting import Cut
from recoupe.capture.archives.heads import Head

Reread = Callable[[int], Cut | None]
"""Returns the record that begins at a place in an archive."""

Before = Callable[[str], Cut | None]
"""Returns the page that stands under a name before the part of an archive that is read."""

_REMEMBERED: Final = 200_000
"""Pages whose place is remembered: some tens of megabytes, and weeks of a crawl."""


@dataclass(slots=True)
class Originals:
    """Where the pages of one archive stand, by id and by payload, so that they can be read again.

    Of more than ``_REMEMBERED`` the oldest are forgotten. ``before`` knows those that stand before
    the part that is read.
    """

    before: Before = lambda _name: None
    _places: dict[int, tuple[Reread, int]] = field(default_factory=dict)

    def note(self, cut: Cut, reread: Reread | None) -> None:
        """Remember where a page stands, if it can be read again there."""
        if reread is None or cut.offset is None:
            return
        for name in names(cut.head):
            if len(self._places) >= 2 * _REMEMBERED:
                del self._places[next(iter(self._places))]
            self._places.setdefault(hash(name), (reread, cut.offset))

    def of(self, revisit: Head) -> Cut | None:
        """Return the record whose page a revisit found again, ``None`` where it is not here."""
        digest = revisit.fields.get("warc-payload-digest")
        for name in (revisit.refers_to, digest):
            found = self._named(name) if name else None
            if found is not None:
                return found
        return None

    def _named(self, name: str) -> Cut | None:
        if (found := self.before(name)) is not None:
            return found
        place = self._places.get(hash(name))
        found = place[0](place[1]) if place else None
        return found if is_called(found, name) else None


def is_called(cut: Cut | None, name: str) -> TypeGuard[Cut]:
    """Whether a record that was read again is there, whole, and has this id or digest."""
    return cut is not None and cut.whole and name in names(cut.head)


def names(head: Head) -> tuple[str, ...]:
    """Return what revisits may call a record by: its id, and the digest of its payload."""
    return tuple(
        name for name in (head.id, head.fields.get("warc-payload-digest")) if name is not None
    )
