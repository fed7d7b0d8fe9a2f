"""A web archive in slices that are read apart from each other, and come to the same as the whole.

Where a slice may begin is found by one pass that cuts all records and looks into their heads alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final

from recoupe.capture.archives.account import Account
from recoupe.capture.archives.cutting import Broken, Cut, Cutter
from recoupe.capture.archives.exchanges import with_requests
from recoupe.capture.archives.kinds import ArchiveKind
from recoupe.capture.archives.packages import package_captures
from recoupe.capture.archives.pages import HOLDING
from recoupe.capture.archives.places import Placed
from recoupe.capture.archives.records import Archive
from recoupe.capture.archives.revisits import Originals, is_called, names
from recoupe.capture.archives.streams import opened
from recoupe.capture.limits import Limits
from recoupe.errors import RecoupeError
from recoupe.model import Declared

ReadFrom = Callable[[int], Iterator[bytes]]
"""Returns the bytes of an archive from a place on, as they come."""

SLICED: Final[frozenset[ArchiveKind]] = frozenset({"warc", "warc.gz"})
"""Kinds of archives that can be read from the middle."""

_REMEMBERED: Final = 1_000_000
"""Names of records by which revisits may call them; of more, the oldest are forgotten."""
_TRIED: Final = 8
"""Records of one name among which the page of a revisit is looked for."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Records ``first`` to ``last`` of an archive, which begin at byte ``start``.

    ``last`` is ``None`` where the slice goes to the archive's end. The next slice begins at byte
    ``stop``. ``originals`` are the places of records before this slice, in order, that revisits in
    it may call by a name.
    """

    first: int
    last: int | None
    start: int
    stop: int
    originals: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def slices_of(
    read_from: ReadFrom, kind: ArchiveKind, size: int, *, most: int, limits: Limits
) -> tuple[Slice, ...]:
    """Return the slices of an archive of ``size`` bytes, of about ``most`` bytes each.

    No exchange is cut in two: a request is in the slice of its answer. An archive that cannot be
    read from the middle is one slice, and is not read for that.
    """
    if kind not in SLICED:
        return (Slice(1, None, 0, size),)
    edges = _Edges(most)
    cutter = Cutter(opened(read_from(0), kind, limits, size), where="", limits=limits)
    for record, request in with_requests(cutter):
        edges.passed(record, request)
    return edges.slices(size)


@dataclass(slots=True)
class _Edges:
    """Where slices may begin, found record by record."""

    most: int
    _found: list[tuple[int, int]] = field(default_factory=lambda: [(1, 0)])
    _barred: int = 0  # no slice begins at this number or before it
    _places: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _asked: list[tuple[int, str, tuple[int, ...]]] = field(default_factory=list)

    def passed(self, record: Cut | Broken, request: Cut | None) -> None:
        """Look at the next record, and the request that it answers."""
        if isinstance(record, Broken):
            return
        if request is not None:
            low, high = sorted((record.number, request.number))
            while low < self._found[-1][0] <= high:
                del self._found[-1]
            self._barred = max(self._barred, high)
        at = record.offset
        if at is None:
            return
        if at - self._found[-1][1] >= self.most and record.number > self._barred:
            self._found.append((record.number, at))
        self._note(record, at)

    def _note(self, record: Cut, at: int) -> None:
        if record.head.type == "revisit":
            called = (record.head.refers_to, record.head.fields.get("warc-payload-digest"))
            for name in filter(None, called):
                if found := self._places.get(hash(name)):
                    self._asked.append((record.number, name, found))
        elif record.head.type not in HOLDING:
            return
        for name in names(record.head):
            found = self._places.get(hash(name), ())
            if len(found) < _TRIED:
                self._places[hash(name)] = (*found, at)
        while len(self._places) > _REMEMBERED:
            del self._places[next(iter(self._places))]

    def slices(self, size: int) -> tuple[Slice, ...]:
        """Return the slices between the edges."""
        edges = [*self._found, (0, size)]
        asked = iter(self._asked)
        waiting = next(asked, None)
        made: list[Slice] = []
        for (first, start), (after, stop) in pairwise(edges):
            originals: dict[str, tuple[int, ...]] = {}
            while waiting is not None and (not after or waiting[0] < after):
                before = tuple(place for place in waiting[2] if place < start)
                if before:
                    originals[waiting[1]] = before
                waiting = next(asked, None)
            made.append(Slice(first, after - 1 if after else None, start, stop, originals))
        return tuple(made)


def captures_of_slice(
    read_from: ReadFrom,
    source: str,
    kind: ArchiveKind,
    part: Slice,
    size: int,
    *,
    limits: Limits,
    account: Account,
    begun: Callable[[int], RecoupeError | None],
) -> Iterator[Placed]:
    """Yield what the records of a slice come to, as reading the whole archive does.

    ``size`` is that of the archive, ``source`` its input. ``begun`` is told the number of each
    record before it is looked into; an error that it returns stands in the record's place.
    """
    archive = Archive(source, Declared(), limits, account, number=part.first - 1, begun=begun)
    reread = partial(_reread, read_from, kind, archive) if kind in SLICED else None
    if reread is not None and part.originals:
        archive.originals = Originals(partial(_before, part, archive, reread))
    stream = _counted(read_from(part.start), account=account)
    yield from archive.placed(
        opened(stream, kind, limits, size - part.start, part.start), reread, part.last
    )


def captures_of_package(
    path: Path,
    source: str,
    *,
    limits: Limits,
    account: Account,
    begun: Callable[[int], RecoupeError | None],
) -> Iterator[Placed]:
    """Yield what the records of a package come to; their places in it are not told."""
    archive = Archive(source, Declared(), limits, account, begun=begun)
    for item in package_captures(path, archive, partial(_counted, account=account)):
        yield Placed(item, int(item.input.rpartition("#")[2]))


def _reread(read_from: ReadFrom, kind: ArchiveKind, archive: Archive, place: int) -> Cut | None:
    return archive.first(opened(read_from(place), kind, archive.limits, start=place))


def _before(
    part: Slice, archive: Archive, reread: Callable[[int], Cut | None], name: str
) -> Cut | None:
    """Return the page before the slice that is called by a name: the first that is one."""
    for place in part.originals.get(name, ()):
        found = reread(place)
        if is_called(found, name) and archive.is_page(found):
            return found
    return None


def _counted(stream: Iterator[bytes], *, account: Account) -> Iterator[bytes]:
    for chunk in stream:
        account.read += len(chunk)
        yield chunk
