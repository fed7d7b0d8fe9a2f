"""The files of a slice: its readings and its failures, in place at once and only when whole."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

from recoupe.capture.archives import Account
from recoupe.pipeline.columns import (
    ROWS,
    Row,
    failures_schema,
    readings_schema,
    table,
    writer,
)
from recoupe.pipeline.folder import FAILURES, READINGS, Folder, room
from recoupe.version import __version__

if TYPE_CHECKING:
    import pyarrow.parquet as pq

_TOLD: Final = b"recoupe"
_LETTERS: Final = 2_000_000
"""Letters of text after which rows are written, however few they are."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the records of a slice were, and what came of them.

    ``held`` counts records by what they are (:data:`recoupe.capture.archives.account.Held`),
    ``passed`` pages that are no reports, by why. ``bytes`` are of the archive, as packed.
    """

    held: dict[str, int] = field(default_factory=dict)
    passed: dict[str, int] = field(default_factory=dict)
    readings: int = 0
    failures: int = 0
    bytes: int = 0

    @property
    def records(self) -> int:
        """All records."""
        return sum(self.held.values())

    @property
    def pages(self) -> int:
        """Records that are pages."""
        return self.held.get("page", 0) + self.held.get("known", 0)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            dict(Counter(self.held) + Counter(other.held)),
            dict(Counter(self.passed) + Counter(other.passed)),
            self.readings + other.readings,
            self.failures + other.failures,
            self.bytes + other.bytes,
        )


def part_name(key: str, number: int, under: str = READINGS) -> str:
    """Return where a slice's file is in the folder of the run."""
    return f"{under}/file={key}/part-{number:05}.parquet"


@dataclass(slots=True)
class Part:
    """The readings of a slice as they are written, and its failures, which are few."""

    folder: Folder
    writer: pq.ParquetWriter
    failed: list[Row] = field(default_factory=list)
    readings: int = 0
    _rows: list[Row] = field(default_factory=list)
    _letters: int = 0

    def add(self, row: Row) -> None:
        """Add a reading; rows are written by some hundred."""
        self._rows.append(row)
        self._letters += len(row["article"]["text"])
        self.readings += 1
        if len(self._rows) >= ROWS or self._letters >= _LETTERS:
            self._flush()

    def end(self, account: Account, size: int) -> Tally:
        """Write what is left, and what came of it all, which is returned.

        ``size`` is how many bytes of the archive they were.
        """
        held = {str(kind): count for kind, count in sorted(account.held.items())}
        passed = dict(sorted(account.passed.items()))
        tally = Tally(held, passed, self.readings, len(self.failed), size)
        self._flush()
        told = {"version": __version__, **asdict(tally)}
        self.writer.add_key_value_metadata({_TOLD.decode(): json.dumps(told)})
        with room(self.folder.address):
            self.writer.close()
        return tally

    def _flush(self) -> None:
        if self._rows:
            with room(self.folder.address):
                self.writer.write_table(table(self._rows, readings_schema()))
        self._rows, self._letters = [], 0


@contextmanager
def made_part(folder: Folder, key: str, number: int) -> Iterator[Part]:
    """Give the part of a slice, and put it in place when that ends without an error.

    Failures are put in place first: where the readings are, the slice is whole.
    """
    with folder.made(part_name(key, number)) as file:
        part = Part(folder, writer(file, readings_schema()))
        try:
            yield part
        finally:
            if part.writer.is_open:  # there was an error: what was written is thrown away
                with suppress(OSError):
                    part.writer.close()
        put_failures(folder, part_name(key, number, FAILURES), part.failed)


def put_failures(folder: Folder, name: str, rows: Sequence[Row]) -> None:
    """Put a file of failures in place; of none, remove the one that is there."""
    if not rows:
        folder.remove(name)
        return
    with folder.made(name) as file, room(folder.address), writer(file, failures_schema()) as out:
        out.write_table(table(rows, failures_schema()))


def tally_of(folder: Folder, name: str) -> Tally | None:
    """Return what a part in place says of its slice, ``None`` of one that is damaged."""
    import pyarrow.parquet as pq

    try:
        with folder.open(name) as file:
            told = json.loads((pq.read_metadata(file).metadata or {})[_TOLD])
        told.pop("version")
        return Tally(**told)
    except (ValueError, KeyError, TypeError):  # what pyarrow raises is a ValueError
        return None
