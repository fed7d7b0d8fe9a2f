"""The plan of an archive: the slices that it is read in, found once and kept."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import partial
from typing import Final

from recoupe.capture.archives import ArchiveKind, archive_kind
from recoupe.capture.archives.slices import Slice, slices_of
from recoupe.errors import EmptyInputError, MalformedInputError
from recoupe.pipeline.folder import FAILURES, PLANS, READINGS, Folder
from recoupe.pipeline.options import Options
from recoupe.pipeline.origins import Bytes, Origin, State, state_of, tried

_HEAD: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Plan:
    """How an archive is read: as which ``kind``, in which ``slices``; ``state`` is as it was."""

    origin: Origin
    state: State
    kind: ArchiveKind
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Planning:
    """An archive to be planned, for a folder."""

    origin: Origin
    folder: Folder
    options: Options

    @property
    def input(self) -> str:
        """What a failure calls it by."""
        return self.origin.name


def planned(task: Planning) -> Plan:
    """Return the plan of an archive, the one that is kept if the archive is as it was then.

    One that was altered is planned again, and what was made of it is removed. Raises an error of
    :class:`ReportError` where the archive is not there, cannot be read or is none.
    """
    return tried(partial(_planned, task))


def _planned(task: Planning) -> Plan:
    origin, folder = task.origin, task.folder
    state = state_of(origin)
    kept = kept_plan(folder, origin)
    if kept is not None and kept.state == state:
        return kept
    for under in (READINGS, FAILURES):
        folder.remove(f"{under}/file={origin.key}")
    content = Bytes(origin, task.options.deadline)
    kind = _kind(content, origin)
    most, limits = task.options.slice_bytes, task.options.limits
    slices = slices_of(content, kind, state.size, most=most, limits=limits)
    if content.fault is not None:
        raise content.fault
    plan = Plan(origin, state, kind, slices)
    folder.write(_name(origin), json.dumps(asdict(plan)).encode())
    return plan


def _kind(content: Bytes, origin: Origin) -> ArchiveKind:
    """Return which kind of archive it is; raises an error where it is empty or none."""
    head = b""
    for chunk in content(0):
        head += chunk
        if len(head) >= _HEAD:
            break
    if not head:
        raise EmptyInputError("is empty", where=origin.name, remedy="name a web archive")
    kind = archive_kind(head, origin.name)
    if kind is None:
        raise MalformedInputError(
            "is no web archive", where=origin.name, remedy="recoupe read reads other files"
        )
    return kind


def kept_plan(folder: Folder, origin: Origin) -> Plan | None:
    """Return the plan that a folder keeps of an archive, ``None`` if there is none to be read."""
    content = folder.read(_name(origin))
    try:
        told = json.loads(content or b"")
        slices = tuple(
            Slice(
                **{**one, "originals": {name: tuple(at) for name, at in one["originals"].items()}}
            )
            for one in told["slices"]
        )
        return Plan(origin, State(**told["state"]), told["kind"], slices)
    except (ValueError, KeyError, TypeError):
        return None


def _name(origin: Origin) -> str:
    return f"{PLANS}/{origin.key}.json"
