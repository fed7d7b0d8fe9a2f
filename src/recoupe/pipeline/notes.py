"""What a worker notes before it reads, so that after its death it is known what it died of."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import Final

from recoupe.errors import RecoupeError, WorkerLostError
from recoupe.pipeline.folder import AT_WORK, Folder

DEATHS: Final = 2
"""Deaths at a batch after which it is read record by record."""


@dataclass(frozen=True, slots=True)
class Note:
    """Where a worker is in a slice: at the batch that begins with record ``at``, or at it alone.

    ``run`` tells runs apart. ``died`` are the batches that workers died at, once for each death;
    ``singly`` those that are read record by record, ``given_up`` records that are read no more.
    """

    run: str
    at: int | None = None
    alone: bool = False
    died: tuple[int, ...] = ()
    singly: tuple[int, ...] = ()
    given_up: tuple[int, ...] = ()

    def after_death(self) -> Note:
        """Return the note to go on with after the worker that made this one died.

        The first death at a batch changes nothing, since a worker may be killed for no fault of
        the batch. After the second it is read record by record, and the third names the record.
        """
        if self.at is None:
            return self
        if self.alone:
            return replace(self, at=None, alone=False, given_up=(*self.given_up, self.at))
        died = (*self.died, self.at)
        singly = self.singly
        if died.count(self.at) >= DEATHS and self.at not in singly:
            singly = (*singly, self.at)
        return replace(self, at=None, died=died, singly=singly)

    @property
    def deaths(self) -> int:
        """How many workers died of this slice, as far as it is known where."""
        return len(self.died) + len(self.given_up)


def note_name(key: str, number: int) -> str:
    """Return where the note of a slice is in the folder of the run."""
    return f"{AT_WORK}/{key}-{number:05}.json"


def read_note(folder: Folder, name: str, run: str) -> Note:
    """Return the note that was left in this run; an empty one where there is none."""
    try:
        told = json.loads(folder.read(name) or b"")
        lists = {one: tuple(told[one]) for one in ("died", "singly", "given_up")}
        found = Note(**{**told, **lists})
    except (ValueError, KeyError, TypeError):
        return Note(run)
    return found if found.run == run else Note(run)


@dataclass(slots=True)
class AtWork:
    """A worker's own note of a slice, kept as it goes through the records."""

    folder: Folder
    name: str
    note: Note
    source: str
    _alone: bool = field(default=False)

    @classmethod
    def begin(cls, folder: Folder, name: str, run: str, source: str) -> AtWork:
        """Return the note to begin with; one that was left there is of a worker that died."""
        return cls(folder, name, read_note(folder, name, run).after_death(), source)

    def batch(self, at: int) -> bool:
        """Note that a batch begins with record ``at``; return whether it is read singly."""
        self._alone = at in self.note.singly
        self._put(replace(self.note, at=at, alone=False))
        return self._alone

    def begun(self, number: int) -> RecoupeError | None:
        """Note a record if it is read alone; return an error for one that is given up."""
        if number in self.note.given_up:
            return WorkerLostError(
                "the process that read it ended, or took too long, each time",
                where=f"{self.source}#{number}",
                remedy="read it alone with recoupe read, and report it",
            )
        if self._alone:
            self._put(replace(self.note, at=number, alone=True))
        return None

    def end(self) -> None:
        """Remove the note: the slice is done, or failed without a death."""
        self.folder.remove(self.name)

    def _put(self, note: Note) -> None:
        self.note = note
        self.folder.write(self.name, json.dumps(asdict(note)).encode())
