"""What becomes of a database's errors: ours, which say what to do next."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from recoupe.errors import (
    CasefileBusyError,
    CasefileDamagedError,
    StorageFullError,
    StoreError,
)

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_BARRED: Final = {errno.EROFS, errno.EACCES, errno.EPERM}
_PRIMARY: Final = 0xFF
"""SQLite's extended codes hold the primary one in their low byte."""


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what the database or the disk says into a :class:`StoreError` of ``where``."""
    try:
        yield
    except SQLAlchemyError as error:
        raise _of_database(error, where) from error
    except OSError as error:
        if (known := of_disk(error, where)) is None:
            raise
        raise known from error


def of_disk(error: OSError, where: str) -> StoreError | None:
    """Return the error for a disk that is full or may not be written to, else ``None``."""
    if error.errno in _FULL:
        return _full(where)
    if error.errno in _BARRED:
        return _barred(where)
    return None


def busy(error: BaseException) -> bool:
    """Whether SQLite says that another connection holds its lock."""
    return _code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _code(error: BaseException) -> int | None:
    original = getattr(error, "orig", error)
    code = getattr(original, "sqlite_errorcode", None)
    return None if code is None else code & _PRIMARY


def _of_database(error: SQLAlchemyError, where: str) -> StoreError:
    if busy(error):
        return CasefileBusyError(
            "another program keeps the casefile locked",
            where=where,
            remedy="close it there (or end its transaction), and run this again: "
            "nothing was half done",
        )
    code = _code(error)
    if code == sqlite3.SQLITE_FULL:
        return _full(where)
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return _barred(where)
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return CasefileDamagedError(
            "the database file is damaged",
            where=where,
            remedy="keep a copy of it as it is, and go on with the newest folder in backups/; "
            "the captured bytes are files of their own and can be added again",
        )
    return _of_server(error, where)


def _of_server(error: SQLAlchemyError, where: str) -> StoreError:
    original = getattr(error, "orig", None) or error
    said = " ".join(str(original).split())
    state = getattr(original, "sqlstate", None) or ""
    if state.startswith("53"):  # insufficient resources
        return _full(where)
    if isinstance(error, DBAPIError) and (error.connection_invalidated or state.startswith("08")):
        return CasefileBusyError(
            f"the database server went away: {said}",
            where=where,
            remedy="run this again when it answers: nothing was half done",
        )
    return StoreError(f"the database refused: {said}", where=where, remedy="see --debug")


def _full(where: str) -> StorageFullError:
    return StorageFullError(
        "there is no room left to write",
        where=where,
        remedy="make room, and run this again: what was written before is whole",
    )


def _barred(where: str) -> StorageFullError:
    return StorageFullError(
        "may not be written to",
        where=where,
        remedy="check the permissions of the folder and of the files in it",
    )
