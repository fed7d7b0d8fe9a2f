"""A run: web archives to readings in Parquet, slice by slice, whatever breaks on the way."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final
from uuid import uuid4

from recoupe.engine import Engine
from recoupe.errors import StorageFullError
from recoupe.flow import read_batch
from recoupe.model import Failure
from recoupe.pipeline.columns import failure_row
from recoupe.pipeline.folder import AT_WORK, FAILURES, READINGS, Folder
from recoupe.pipeline.notes import read_note
from recoupe.pipeline.options import Options, settled
from recoupe.pipeline.origins import Origin, origins
from recoupe.pipeline.parts import Tally, part_name, put_failures, tally_of
from recoupe.pipeline.plan import Plan, Planning, planned
from recoupe.pipeline.slices import Reader, Slicing, read_slice, slicings

MOST_DEATHS: Final = 24
"""Deaths of workers after which a slice is given up: each record that kills takes three."""
_WHOLE: Final = "archive"
"""What the file of the failure of a whole archive is called."""
_LOST: Final = frozenset({"worker_lost", "deadline"})
_AT_ONCE: Final = 16
"""Files that are looked into at once, where a run goes on."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: slices and bytes done and in all; ``readings`` made by this run."""

    slices: int
    of_slices: int
    bytes: int
    of_bytes: int
    readings: int


@dataclass(slots=True)
class Summary:
    """What a folder holds of the inputs of a run.

    ``tally`` counts what all their slices held; ``before`` are slices that were there already.
    ``made`` are the readings of this run, which read for ``seconds``. ``failed`` are archives and
    slices that are not read.
    """

    archives: int
    slices: int = 0
    before: int = 0
    made: int = 0
    tally: Tally = field(default_factory=Tally)
    failed: list[Failure] = field(default_factory=list)
    seconds: float = field(default=0.0, compare=False)

    @property
    def whole(self) -> bool:
        """Whether nothing failed."""
        return not self.failed and not self.tally.failures


def run(
    inputs: Sequence[str],
    to: str,
    options: Options,
    engine: Engine,
    *,
    moved: Callable[[Progress], None] = lambda _progress: None,
    reader: Reader = read_batch,
) -> Summary:
    """Read the web archives that inputs name; put the readings in place in the folder ``to``.

    What is in place already is not made again. An archive or a slice that cannot be read is a
    failure, and the others are read. ``moved`` is told how far the run is.
    Raises :class:`UsageError` for inputs and options that cannot be, or while another run is at
    work there; :class:`StorageFullError` where the folder cannot be written to.
    """
    found = origins(inputs)
    folder = Folder.at(to)
    with folder.locked():
        work = _Run(folder, settled(folder, options), engine, moved, reader)
        folder.clear()
        folder.remove(AT_WORK)
        return work.over(found)


@dataclass(slots=True)
class _Run:
    folder: Folder
    options: Options
    engine: Engine
    moved: Callable[[Progress], None]
    reader: Reader
    name: str = field(default_factory=lambda: uuid4().hex)

    def over(self, found: Sequence[Origin]) -> Summary:
        """Plan the archives, read their slices, and return what came of it."""
        summary = Summary(len(found))
        plans = self._planned(found, summary)
        tasks = [
            task for plan in plans for task in slicings(plan, self.folder, self.options, self.name)
        ]
        there = self._there(tasks)
        summary.slices, summary.before = len(tasks), len(there)
        summary.tally = sum(there.values(), Tally())
        done = [task for task in tasks if _part(task) in there]
        left = [task for task in tasks if _part(task) not in there]
        begun = time.monotonic()
        self._read(left, summary, _Meter(tasks, done, self.moved))
        summary.seconds = time.monotonic() - begun
        return summary

    def _there(self, tasks: Sequence[Slicing]) -> dict[str, Tally]:
        """Return the parts that are in place and whole, with what they say of their slices."""
        names = set(self.folder.names(READINGS)) & {_part(task) for task in tasks}
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            tallies = pool.map(lambda name: (name, tally_of(self.folder, name)), sorted(names))
            return {name: tally for name, tally in tallies if tally is not None}

    def _planned(self, found: Sequence[Origin], summary: Summary) -> list[Plan]:
        """Return the plans of the archives that can be planned, in their order."""
        tasks = (Planning(origin, self.folder, self.options) for origin in found)
        before = set(self.folder.names(FAILURES))
        plans: dict[Origin, Plan] = {}
        failed: dict[Origin, Failure] = {}
        for task, result in self.engine.as_done(planned, tasks):
            if isinstance(result, Failure):
                self._note(task.origin, _WHOLE, result)
                failed[task.origin] = result
                continue
            plans[task.origin] = result
            if _failures(task.origin, _WHOLE) in before:
                self.folder.remove(_failures(task.origin, _WHOLE))
        summary.failed += [failed[origin] for origin in found if origin in failed]
        return [plans[origin] for origin in found if origin in plans]

    def _read(self, tasks: Sequence[Slicing], summary: Summary, meter: _Meter) -> None:
        """Read slices until each is done or has failed for good."""
        step = partial(read_slice, reader=self.reader)
        failed: dict[str, Failure] = {}
        deaths: dict[str, int] = {}
        left = list(tasks)
        meter.tell()
        while left:
            again: list[Slicing] = []
            for task, result in self.engine.as_done(step, left):
                if not isinstance(result, Failure):
                    summary.tally += result
                    summary.made += result.readings
                    meter.done(task, result.readings)
                elif result.kind in _LOST and self._names_more(task, deaths):
                    again.append(task)
                else:
                    self.folder.remove(task.note)
                    failed[task.note] = replace(result, input=task.records)
                    self._note(task.origin, f"part-{task.number:05}", failed[task.note])
                    meter.done(task, 0)
            left = again
        summary.failed += [failed[task.note] for task in tasks if task.note in failed]

    def _names_more(self, task: Slicing, deaths: dict[str, int]) -> bool:
        """Whether workers died of a slice at a place that can be read around."""
        known = read_note(self.folder, task.note, self.name).after_death().deaths
        before, deaths[task.note] = deaths.get(task.note, 0), known
        return before < known <= MOST_DEATHS

    def _note(self, origin: Origin, name: str, failed: Failure) -> None:
        """Note the failure of an archive or a slice; raise where there is no room for anything."""
        if failed.kind == StorageFullError.kind:
            raise StorageFullError(failed.message)
        row = failure_row(failed, archive=origin.name, record=None)
        put_failures(self.folder, _failures(origin, name), [row])


def _failures(origin: Origin, name: str) -> str:
    return f"{FAILURES}/file={origin.key}/{name}.parquet"


def _part(task: Slicing) -> str:
    return part_name(task.origin.key, task.number)


class _Meter:
    """Counts what is done, and tells it."""

    def __init__(
        self,
        tasks: Sequence[Slicing],
        done: Sequence[Slicing],
        moved: Callable[[Progress], None],
    ) -> None:
        self._slices, self._bytes = len(done), sum(task.bytes for task in done)
        self._of = len(tasks), sum(task.bytes for task in tasks)
        self._readings = 0
        self._moved = moved

    def done(self, task: Slicing, readings: int) -> None:
        """Count a slice that is done."""
        self._slices += 1
        self._bytes += task.bytes
        self._readings += readings
        self.tell()

    def tell(self) -> None:
        """Tell how far the run is."""
        slices, size = self._of
        self._moved(Progress(self._slices, slices, self._bytes, size, self._readings))
