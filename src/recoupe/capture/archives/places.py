"""Where what came of a record stands in its archive, so that it can be read again from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recoupe.capture.archives.cutting import Broken, Cut
from recoupe.model import Capture, Failure


@dataclass(frozen=True, slots=True)
class Placed:
    """What came of record number ``record``, and where in the archive to read it again.

    The ``length`` bytes from ``offset`` on hold the record, its request, and what stands between
    them; number ``first`` is the first record in them. ``original`` is where the record begins that
    holds the page of a revisit. All four are ``None`` where nothing can be read from the middle.
    """

    item: Capture | Failure
    record: int
    first: int | None = None
    offset: int | None = None
    length: int | None = None
    original: int | None = None


def placed(
    item: Capture | Failure, cut: Cut, request: Cut | None = None, original: Cut | None = None
) -> Placed:
    """Return what came of a record with where it stands: from its request on, or to it."""
    group = [cut] if request is None else sorted((cut, request), key=lambda one: one.number)
    start, end = group[0].offset, group[-1].end
    if start is None or end is None:
        return Placed(item, cut.number)
    again = None if original is None else original.offset
    return Placed(item, cut.number, group[0].number, start, end - start, again)


def until(records: Iterable[Cut | Broken], last: int | None) -> Iterator[Cut | Broken]:
    """Yield records up to number ``last``, and cut none behind it; all where it is ``None``."""
    for record in records:
        if last is not None and record.number > last:
            return
        yield record
        if record.number == last:
            return
