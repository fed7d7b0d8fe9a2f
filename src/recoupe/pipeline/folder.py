"""The folder of a run, on this machine or elsewhere: what is in it is whole, or not there."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Final

from recoupe.errors import StorageFullError, UsageError
from recoupe.pipeline.systems import absolute, local_path, protocols, reached, system_of

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

READINGS: Final = "readings"
FAILURES: Final = "failures"
PLANS: Final = "plans"
AT_WORK: Final = "at-work"

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_AT_ONCE: Final = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "oss", "memory"})
"""Systems that show a file only when all of it is there."""
_UNFINISHED: Final = ".unfinished"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder by its address; names of files in it have slashes, whatever the system."""

    address: str

    @classmethod
    def at(cls, address: str) -> Folder:
        """Return the folder at an address, which means the same in every process."""
        return cls(absolute(address))

    @property
    def local(self) -> Path | None:
        """The folder as a path of this machine; ``None`` of one that is elsewhere."""
        return local_path(self.address)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, ``None`` where there is none."""
        system, root = system_of(self.address)
        system.invalidate_cache()
        with reached(self.address), suppress(FileNotFoundError):
            found: bytes = system.cat_file(f"{root}/{name}")
            return found
        return None

    def names(self, under: str = "") -> Iterator[str]:
        """Yield the names of all files in the folder, or in one in it, that are whole; sorted."""
        system, root = system_of(self.address)
        system.invalidate_cache()
        top = f"{root}/{under}".rstrip("/")
        with reached(self.address):
            paths = sorted(system.find(top))
        for path in paths:
            if not path.endswith(_UNFINISHED):
                yield str(PurePosixPath(path).relative_to(PurePosixPath(root)))

    def open(self, name: str) -> IO[bytes]:
        """Return a file to read from; it can be read from any place."""
        system, root = system_of(self.address)
        with reached(self.address):
            opened: IO[bytes] = system.open(f"{root}/{name}", "rb")
        return opened

    def write(self, name: str, content: bytes) -> None:
        """Put a file in place of any that was there, at once.

        Raises :class:`StorageFullError` where there is no room, or nothing may be written.
        """
        with self.made(name) as file, room(self.address):
            file.write(content)

    @contextmanager
    def made(self, name: str) -> Iterator[IO[bytes]]:
        """Give a file to write to, and put it in place at once when that ends without an error.

        Raises :class:`StorageFullError` where it cannot be made or put in place; errors of writing
        to it are the caller's (:func:`room`).
        """
        system, root = system_of(self.address)
        target = f"{root}/{name}"
        path = self.local
        beside = None if path is None else (path / name).parent
        with ExitStack() as kept:
            with room(self.address):
                file, aside = kept.enter_context(_aside(beside))
            yield file
            with room(self.address):
                file.flush()
                if beside is not None:
                    os.fsync(file.fileno())
                    aside.replace(target)
                else:
                    _handed_over(system, aside, target)

    def remove(self, name: str) -> None:
        """Remove a file, or a folder with all that is in it, if it is there."""
        system, root = system_of(self.address)
        system.invalidate_cache()
        with reached(self.address), suppress(FileNotFoundError):
            system.rm(f"{root}/{name}", recursive=True)

    def clear(self) -> None:
        """Remove what runs left unfinished that were broken off; only while no other runs."""
        path = self.local
        for left in path.rglob(f".*{_UNFINISHED}") if path else ():
            left.unlink(missing_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder for one run, until that ends or dies; make it if it is not there.

        A folder elsewhere is not held: two runs do the same work twice, and put the same in place.
        Raises :class:`UsageError` where another run holds it.
        """
        path = self.local
        if path is None:
            yield
            return
        with room(self.address):
            path.mkdir(parents=True, exist_ok=True)
            file = (path / "lock").open("ab")
        with file:
            if not _held(file):
                raise UsageError(
                    "another run is at work in this folder",
                    where=self.address,
                    remedy="wait until it is done, or name another folder",
                )
            yield


@contextmanager
def room(where: str) -> Iterator[None]:
    """Turn an error of writing into one that says what to do."""
    try:
        yield
    except OSError as error:
        full = error.errno in _FULL
        raise StorageFullError(
            "there is no room left" if full else f"cannot be written to: {error.strerror or error}",
            where=where,
            remedy="make room and run the command again: what is done is kept"
            if full
            else "mend that and run the command again: what is done is kept",
        ) from error


@contextmanager
def _aside(folder: Path | None) -> Iterator[tuple[IO[bytes], Path]]:
    """Give a file that is gone afterwards, unless it was put elsewhere."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=_UNFINISHED, dir=folder)
    path = Path(name)
    file = open(handle, "wb")  # noqa: PTH123, SIM115 - open already, and closed below
    try:
        path.chmod(0o666 & ~_umask())
        yield file, path
    finally:
        with suppress(OSError):  # of what could not be written, and was told
            file.close()
        path.unlink(missing_ok=True)


def _umask() -> int:
    told = os.umask(0o022)
    os.umask(told)
    return told


def _handed_over(system: AbstractFileSystem, path: Path, target: str) -> None:
    """Put a file in place on another system; raises :class:`OSError` where that cannot be done."""
    try:
        if protocols(system) & _AT_ONCE:
            system.put_file(str(path), target)
            return
        system.makedirs(str(PurePosixPath(target).parent), exist_ok=True)
        system.put_file(str(path), f"{target}{_UNFINISHED}")
        system.mv(f"{target}{_UNFINISHED}", target)
    except OSError:
        raise
    except Exception as error:  # each system has errors of its own
        raise OSError(" ".join(str(error).split()) or type(error).__name__) from error


def _held(file: IO[bytes]) -> bool:
    """Hold a file until it is closed or the process dies; return whether nobody else does."""
    try:
        import fcntl
    except ImportError:  # not of this system: runs are trusted not to meet
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
