"""The captures of rows made again, from the bytes of their archives."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeGuard

from recoupe.capture.archives import Account, Accounts, ArchiveKind, archive_captures, archive_kind
from recoupe.capture.archives.cutting import Cut
from recoupe.capture.archives.records import Archive
from recoupe.capture.archives.revisits import Originals, is_called
from recoupe.capture.archives.streams import opened
from recoupe.capture.limits import Limits
from recoupe.errors import MalformedInputError, ReportError
from recoupe.model import Capture, Declared, Failure, failure
from recoupe.pipeline.columns import Row
from recoupe.pipeline.origins import Bytes, Origin, state_of, tried, unread
from recoupe.pipeline.systems import absolute, local_path, system_of

logger = logging.getLogger(__name__)

_HEAD: Final = 1 << 16


def input_of(row: Row) -> str:
    """Return what the capture of a row is called, as an input of ``recoupe add`` is."""
    return f"{row['archive']}#{row['record']}"


@dataclass(slots=True)
class Archives:
    """Archives, in which captures are looked for in the order of rows.

    Of most, the bytes of one record are read; one that cannot be read from the middle is read
    through once. An archive that cannot be reached is not tried again for each of its rows.
    """

    limits: Limits
    _of: str | None = None
    _fault: ReportError | None = None
    _walk: Iterator[Capture | Failure] = field(default_factory=lambda: iter(()))
    _at: int = 0

    def capture(self, row: Row) -> Capture | Failure:
        """Return the capture that the reading of a row was made from, with its records.

        Where the archive is gone, or holds something else there now, the failure says so.
        """
        if row["archive"] != self._of:
            self._turn_to(row["archive"])
        where = input_of(row)
        if self._fault is None:
            try:
                found = tried(lambda: self._found(row))
            except ReportError as error:
                self._fault = error
            else:
                return found if _is_the_one(found, row) else failure(_altered(where), where)
        fault = self._fault
        return failure(type(fault)(fault.what, where=where, remedy=fault.remedy), where)

    def _turn_to(self, archive: str) -> None:
        self._of, self._fault = archive, None
        self._walk, self._at = iter(()), 0

    def _found(self, row: Row) -> Capture | Failure | None:
        origin = Origin(row["archive"], absolute(row["archive"]))
        if row["offset"] is None:
            return self._walked(origin, row["record"])
        return _cut_out(origin, row, self.limits)

    def _walked(self, origin: Origin, record: int) -> Capture | Failure | None:
        """Return what comes of a record of an archive that is read through."""
        if record <= self._at or not self._at:
            self._walk = _through(origin, self.limits)
        for found in self._walk:
            self._at = int(found.input.rpartition("#")[2])
            if self._at >= record:
                return found if self._at == record else None
        return None


def _through(origin: Origin, limits: Limits) -> Iterator[Capture | Failure]:
    state_of(origin)
    content = Bytes(origin)
    yield from archive_captures(
        content(0),
        origin.name,
        _kind(next(Bytes(origin)(0), b""), origin.name) or "warc",
        path=local_path(origin.address),
        declared=Declared(),
        limits=limits,
        accounts=Accounts(),
    )


def _kind(head: bytes, name: str) -> ArchiveKind | None:
    return archive_kind(head[:_HEAD], name)


def _cut_out(origin: Origin, row: Row, limits: Limits) -> Capture | Failure | None:
    """Return what comes of a record whose bytes alone are read, ``None`` if it is not there."""
    content = _range(origin, row["offset"], row["length"])
    kind = _kind(content, origin.name) or "warc"
    archive = Archive(origin.name, Declared(), limits, Account(), number=row["first"] - 1)
    if (place := row["original"]) is not None:
        source = opened(Bytes(origin)(place), kind, limits, start=place)
        archive.originals = Originals(_Original(archive.first(source)))
    source = opened(iter((content,)), kind, limits, len(content), row["offset"])
    for found in archive.placed(source, None):
        if found.record == row["record"]:
            return found.item
    return None


@dataclass(frozen=True, slots=True)
class _Original:
    """The record that holds the page of a revisit, by any of its names."""

    cut: Cut | None

    def __call__(self, name: str) -> Cut | None:
        return self.cut if is_called(self.cut, name) else None


def _range(origin: Origin, offset: int, length: int) -> bytes:
    """Return bytes of an archive; none where it is shorter than that now."""
    system, path = system_of(origin.address)
    try:
        content: bytes = system.cat_file(path, start=offset, end=offset + length)
    except Exception as error:
        if state_of(origin).size < offset + length:
            return b""
        raise unread(error, origin.name) from error
    return content


def _is_the_one(found: Capture | Failure | None, row: Row) -> TypeGuard[Capture]:
    """Whether a capture is the one that the reading of a row was made from."""
    if not isinstance(found, Capture):
        logger.debug("%s: %s", input_of(row), found)
        return False
    told: dict[str, Any] = row["article"]["capture"]
    same = found.declared.url in {row["url"], None}  # without one, the page itself tells it
    return same and (found.sha256, found.media_type, found.captured_at) == (
        row["sha256"],
        told["media_type"],
        told["captured_at"],
    )


def _altered(where: str) -> MalformedInputError:
    return MalformedInputError(
        "the archive was altered since: the page that was read does not stand there now",
        where=where,
        remedy="run the same recoupe pipeline again, which reads it anew",
    )
