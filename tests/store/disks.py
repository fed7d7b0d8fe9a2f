"""Disks that are full, and folders that may only be read: real ones wherever that is possible."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Final

from sqlalchemy import event

from recoupe.store import Casefile

NOBODY: Final = 65534


@cache
def may_mount() -> bool:
    """Whether a file system can be mounted here: as root, outside a strict container."""
    if os.geteuid() != 0:
        return False
    with tempfile.TemporaryDirectory() as folder:
        try:
            with small_disk(Path(folder)):
                return True
        except (subprocess.CalledProcessError, FileNotFoundError):
            return False


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Mount a disk of 4 MiB at a folder."""
    _run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder))
    try:
        yield
    finally:
        _run("umount", str(folder))


def _run(program: str, *words: str) -> None:
    if (path := shutil.which(program)) is None:
        raise FileNotFoundError(program)
    subprocess.run([path, *words], check=True, capture_output=True)


@contextmanager
def few_pages(casefile: Casefile) -> Iterator[None]:
    """Let the database file grow no more: SQLite then says what it says on a full disk."""

    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA max_page_count=1")  # as many as there are

    def lift(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA max_page_count=1000000")

    event.listen(casefile.database.engine, "checkout", limit)
    yield
    event.remove(casefile.database.engine, "checkout", limit)
    event.listen(casefile.database.engine, "checkout", lift)


@contextmanager
def small_files(casefile: Casefile) -> Iterator[None]:
    """Let no file grow beyond 64 KiB, as a quota does: neither the database nor a capture."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def full_disk(casefile: Casefile) -> Iterator[None]:
    """Fill the file system of a casefile to the last byte."""
    filler = Path(casefile.place).parent / "filler"
    with filler.open("wb", buffering=0) as stream, suppress(OSError):
        while True:
            stream.write(bytes(4096))
    yield
    filler.unlink()


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be a user who owns nothing, where this one is root, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def without_permission(case: Path) -> Iterator[None]:
    """Take away the right to write in a folder."""
    places = [case, *case.rglob("*")]
    for path in places:
        path.chmod(0o555 if path.is_dir() else 0o444)
    with as_nobody():
        yield
    for path in places:
        path.chmod(0o755 if path.is_dir() else 0o644)


@contextmanager
def mounted_to_read(case: Path) -> Iterator[None]:
    """Mount the file system of a folder again, to be read only: as a locked USB stick is."""
    disk = str(case.parent)
    _run("mount", "-o", "remount,ro", disk)
    try:
        yield
    finally:
        _run("mount", "-o", "remount,rw", disk)


Way = Callable[[Casefile], AbstractContextManager[None]]
Bar = Callable[[Path], AbstractContextManager[None]]
WAYS: Final[list[Way]] = [few_pages, small_files, *([full_disk] if may_mount() else [])]
"""How a disk can be full here."""
BARS: Final[list[Bar]] = [without_permission, *([mounted_to_read] if may_mount() else [])]
"""How a folder can be closed to writing here."""
