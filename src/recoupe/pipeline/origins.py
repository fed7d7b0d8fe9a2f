"""The web archives of a run: where they are, and their bytes from any place on."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from glob import glob
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeVar

from recoupe.capture.archives import ARCHIVES
from recoupe.capture.files import readable_files, unreadable
from recoupe.engine.deadline import watched
from recoupe.errors import (
    EmptyInputError,
    MissingInputError,
    ReportError,
    UnreachableError,
    UsageError,
)
from recoupe.pipeline.systems import absolute, is_elsewhere, reached, system_of

Made = TypeVar("Made")

_CHUNK: Final = 1 << 18
_BLOCK: Final = 1 << 22
"""Bytes that are asked for at once, where a file is elsewhere."""
_PAUSES: Final = (1.0, 4.0)
"""Seconds before what could not be reached is tried again."""
_GLOB: Final = re.compile(r"[*?\[]")
_STAMPS: Final = ("ETag", "etag", "mtime", "LastModified", "last_modified", "updated", "created")
"""Names by which file systems tell when a file was altered, the surest first."""
_NAMED: Final = 60


@dataclass(frozen=True, slots=True)
class Origin:
    """A web archive: its ``name`` as given, and an ``address`` that any process finds it by."""

    name: str
    address: str

    @property
    def key(self) -> str:
        """What its files are called by: its own name, and a hash since others may have that."""
        own = re.sub(r"[^A-Za-z0-9._-]+", "-", PurePosixPath(self.name).name)[:_NAMED]
        return f"{own}-{hashlib.sha256(self.name.encode()).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class State:
    """An archive as it is now: its ``size`` in bytes, and what the system says of its version."""

    size: int
    stamp: str | None


@dataclass(slots=True)
class Bytes:
    """The bytes of an archive; ``fault`` is what kept them from being read, if anything did.

    Whoever reads looks at ``fault`` in the end: an error on the way may have been taken for one of
    the archive's. ``deadline`` is in seconds, for each piece.
    """

    origin: Origin
    deadline: float | None = None
    fault: ReportError | None = field(default=None)

    def __call__(self, place: int) -> Iterator[bytes]:
        """Yield the bytes from a place on; raise what :func:`unread` returns."""
        try:
            system, path = system_of(self.origin.address)
            with system.open(path, "rb", block_size=_BLOCK) as file:
                if place:
                    file.seek(place)
                while chunk := self._read(file):
                    yield chunk
        except ReportError:
            raise
        except Exception as error:
            self.fault = unread(error, self.origin.name)
            raise self.fault from error

    def _read(self, file: Any) -> bytes:  # noqa: ANN401 - a file of any system
        with watched(self.deadline):
            chunk: bytes = file.read(_CHUNK)
        return chunk


def state_of(origin: Origin) -> State:
    """Return how an archive is now; raise what :func:`unread` returns."""
    system, path = system_of(origin.address)
    try:
        system.invalidate_cache()
        told = system.info(path)
    except Exception as error:
        raise unread(error, origin.name) from error
    if told.get("type") == "directory" or told.get("size") is None:
        raise MissingInputError("is no file", where=origin.name, remedy="check its name")
    stamp = next((told[name] for name in _STAMPS if told.get(name)), None)
    return State(int(told["size"]), None if stamp is None else str(stamp))


def unread(error: Exception, where: str) -> ReportError:
    """Return the error for an archive that is not there, or could not be read."""
    if isinstance(error, ReportError):
        return error
    if isinstance(error, FileNotFoundError | PermissionError):
        return unreadable(error, where)
    said = " ".join(str(error).split()) or type(error).__name__
    return UnreachableError(
        f"cannot be read: {said}", where=where, remedy="run the command again later"
    )


def tried(act: Callable[[], Made]) -> Made:
    """Return what ``act`` does; what could not be reached is tried twice more."""
    for pause in _PAUSES:
        try:
            return act()
        except UnreachableError:
            time.sleep(pause)
    return act()


def origins(inputs: Sequence[str]) -> tuple[Origin, ...]:
    """Return the archives that inputs name, each once: files, folders, globs and addresses.

    A file that is named is returned even if it is not there, since the others are to be read.
    Raises :class:`UsageError` where a folder or a glob names no archive.
    """
    found = [name for given in inputs for name in _names(given)]
    by_address = {absolute(name): name for name in reversed(found)}
    ordered = dict.fromkeys(absolute(name) for name in found)
    return tuple(Origin(by_address[address], address) for address in ordered)


def _names(given: str) -> Iterator[str]:
    if not given.strip() or given == "-":
        raise UsageError(
            "the pipeline reads files, not what is piped in",
            where=given,
            remedy="name a file, a folder or an address; recoupe read - reads what is piped in",
        )
    if is_elsewhere(given):
        yield from _elsewhere(given)
    elif Path(given).is_dir():
        yield from _some(_inside(given), given)
    elif _GLOB.search(given) and not Path(given).exists():
        found = sorted(glob(given, recursive=True))  # noqa: PTH207 - as given, absolute or not
        yield from _some([one for one in found if Path(one).is_file()], given)
    else:
        yield given


def _inside(folder: str) -> list[str]:
    """Return the archives in a folder and below, as the other commands look for files."""
    try:
        return [str(one) for one in readable_files(Path(folder), where=folder) if _is_archive(one)]
    except EmptyInputError:
        return []


def _elsewhere(given: str) -> Iterator[str]:
    system, path = system_of(given)
    if "::" in given:  # a system on top of another, whose names are not ours to make
        yield given
        return
    named = partial(_with_scheme, given.partition("://")[0])
    with reached(given):
        if _GLOB.search(path) and not system.exists(path):
            found = system.glob(path)
        elif given.endswith("/") or (not _is_archive(path) and system.isdir(path)):
            found = [one for one in system.find(path) if _is_archive(one)]
        else:
            yield given
            return
    yield from _some(sorted(map(named, found)), given)


def _with_scheme(scheme: str, path: str) -> str:
    return path if "://" in path else f"{scheme}://{path}"


def _is_archive(name: str | Path) -> bool:
    return str(name).lower().endswith(tuple(ARCHIVES))


def _some(found: Sequence[str], given: str) -> Sequence[str]:
    if not found:
        raise UsageError(
            "there is no web archive",
            where=given,
            remedy=f"it reads {' '.join(ARCHIVES)}",
        )
    return found
