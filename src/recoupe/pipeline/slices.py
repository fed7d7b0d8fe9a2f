"""A slice of an archive to the files of its readings and failures: the step that engines run.

It reads its archive and writes its files itself: bytes and readings never go through the process
that hands out the work.
"""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from recoupe.capture.archives import Account, ArchiveKind
from recoupe.capture.archives.places import Placed
from recoupe.capture.archives.slices import Slice, captures_of_package, captures_of_slice
from recoupe.engine.deadline import watched
from recoupe.errors import MalformedInputError
from recoupe.flow import BATCH, PASSED, Batch, ReadOptions, Result
from recoupe.model import Failure
from recoupe.pipeline.columns import failure_row, reading_row
from recoupe.pipeline.folder import Folder, room
from recoupe.pipeline.notes import AtWork, note_name
from recoupe.pipeline.options import Options
from recoupe.pipeline.origins import Bytes, Origin, State, state_of, tried
from recoupe.pipeline.parts import Part, Tally, made_part
from recoupe.pipeline.plan import Plan
from recoupe.pipeline.systems import local_path

Reader = Callable[[Batch, ReadOptions], tuple[Result, ...]]
"""Reads a batch of captures, as :func:`recoupe.flow.read_batch` does."""


@dataclass(frozen=True, slots=True)
class Slicing:
    """A slice to be read: ``part``, which is number ``number`` of its archive, counted from 0.

    ``state`` is that of the archive when it was planned; ``run`` tells runs apart.
    """

    origin: Origin
    state: State
    kind: ArchiveKind
    part: Slice
    number: int
    folder: Folder
    options: Options
    run: str

    @property
    def input(self) -> str:
        """What a failure calls it by."""
        return self.origin.name

    @property
    def records(self) -> str:
        """Which records of which archive they are, in words."""
        last = "the last" if self.part.last is None else self.part.last
        return f"{self.origin.name}, records {self.part.first} to {last}"

    @property
    def note(self) -> str:
        """Where the worker's note is, in the folder."""
        return note_name(self.origin.key, self.number)

    @property
    def bytes(self) -> int:
        """How many bytes of the archive it is."""
        return self.part.stop - self.part.start


def slicings(plan: Plan, folder: Folder, options: Options, run: str) -> Iterator[Slicing]:
    """Yield the slices of a plan, as they are to be read."""
    for number, part in enumerate(plan.slices):
        yield Slicing(plan.origin, plan.state, plan.kind, part, number, folder, options, run)


def read_slice(task: Slicing, reader: Reader) -> Tally:
    """Read a slice and put its files in place; return what was in it.

    Raises an error of :class:`ReportError` where its archive cannot be read or is not as it was
    planned, and :class:`StorageFullError` where the files cannot be written.
    """
    work = AtWork.begin(task.folder, task.note, task.run, task.origin.name)
    try:
        return tried(partial(_read, task, reader, work))
    finally:
        work.end()


def _read(task: Slicing, reader: Reader, work: AtWork) -> Tally:
    _check_state(task)
    content = Bytes(task.origin, task.options.deadline)
    with made_part(task.folder, task.origin.key, task.number) as part:
        into = _Into(part, task, reader, Account())
        with _captures(task, content, into.account, work) as found:
            into.all(found, work)
        if content.fault is not None:
            raise content.fault
        _check_state(task)
        return part.end(into.account, task.bytes)


def _check_state(task: Slicing) -> None:
    if state_of(task.origin) != task.state:
        raise MalformedInputError(
            "was altered since it was planned",
            where=task.origin.name,
            remedy="run the command again when it is no longer written to",
        )


def _check_wanted() -> None:
    """End this process if the one that asked for the slice is gone: another may be at it soon."""
    asking = multiprocessing.parent_process()
    if asking is not None and not asking.is_alive():
        raise SystemExit("the run was ended")


@contextmanager
def _captures(
    task: Slicing, content: Bytes, account: Account, work: AtWork
) -> Iterator[Iterator[Placed]]:
    """Give what the records of a slice come to."""
    name, limits = task.origin.name, task.options.limits
    if task.kind == "wacz":
        with _on_disk(task.origin, content) as path:
            yield captures_of_package(path, name, limits=limits, account=account, begun=work.begun)
    else:
        yield captures_of_slice(
            content,
            name,
            task.kind,
            task.part,
            task.state.size,
            limits=limits,
            account=account,
            begun=work.begun,
        )


@contextmanager
def _on_disk(origin: Origin, content: Bytes) -> Iterator[Path]:
    """Give an archive as a file of this machine: what a package holds is told at its end."""
    if (path := local_path(origin.address)) is not None:
        yield path
        return
    with tempfile.NamedTemporaryFile(prefix="recoupe-") as aside:
        with room(tempfile.gettempdir()):
            for chunk in content(0):
                aside.write(chunk)
            aside.flush()
        yield Path(aside.name)


@dataclass(slots=True)
class _Into:
    """The records of a slice, read into the rows of its part."""

    part: Part
    task: Slicing
    reader: Reader
    account: Account

    def all(self, found: Iterator[Placed], work: AtWork) -> None:
        """Read what the records come to, batch by batch; one where a worker died, singly."""
        at: int | None = self.task.part.first
        while at is not None:
            _check_wanted()
            singly = work.batch(at)
            for size in [1] * BATCH if singly else [BATCH]:
                at = self._batch(found, size)
                if at is None:
                    break

    def _batch(self, found: Iterator[Placed], size: int) -> int | None:
        """Read a batch; return the number behind its last record, ``None`` at the end of all."""
        with watched(self.task.options.deadline):
            batch = tuple(islice(found, size))
            if not batch:
                return None
            # no reader needs the records, which are in the archive
            captures = tuple(replace(one.item, records=()) for one in batch)
            results = self.reader(captures, self.task.options.read)
            for placed, result in zip(batch, results, strict=True):
                self._add(placed, result)
        return None if len(batch) < size else batch[-1].record + 1

    def _add(self, placed: Placed, result: Result) -> None:
        """Add what one record came to: a reading, a failure, or a page that is counted only."""
        capture, read = result
        archive = self.task.origin.name
        if not isinstance(read, Failure):
            self.part.add(
                reading_row(
                    read,
                    archive=archive,
                    record=placed.record,
                    mode=self.task.options.read.mode,
                    first=placed.first,
                    offset=placed.offset,
                    length=placed.length,
                    original=placed.original,
                )
            )
        elif capture is not None and read.kind in PASSED:
            self.account.passed[read.kind] += 1
        else:
            self.part.failed.append(failure_row(read, archive=archive, record=placed.record))
