"""What becomes of a database's errors: ours, which say what to do next."""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from sqlalchemy import exc

from recoupe.errors import (
    CasefileBusyError,
    CasefileDamagedError,
    StorageFullError,
    StoreError,
)

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_BARRED: Final = {errno.EROFS, errno.EACCES, errno.EPERM}
_FAILING: Final = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN}
_PRIMARY: Final = 0xFF
"""SQLite's extended codes hold the primary one in their low byte."""
_READS: Final = {
    sqlite3.SQLITE_IOERR_READ,
    sqlite3.SQLITE_IOERR_SHORT_READ,
    sqlite3.SQLITE_IOERR_CORRUPTFS,
}
_GONE: Final = ("08", "57P")
"""How the states begin in which a server closed the connection: it failed, or was stopped."""


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what the database or the disk says into a :class:`StoreError` of ``where``."""
    try:
        yield
    except (exc.SQLAlchemyError, sqlite3.Error) as error:
        raise _of_database(error, where) from error
    except OSError as error:
        if (known := of_disk(error, where)) is None:
            raise
        raise known from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise _damaged(where, f"a row of the database cannot be read ({error})") from error


def of_disk(error: OSError, where: str) -> StoreError | None:
    """Return the error for a disk that is full, fails or may not be written to, else ``None``."""
    if error.errno in _FULL:
        return _full(where)
    if error.errno in _BARRED:
        return barred(where)
    if error.errno in _FAILING:
        return _failing(where, error.strerror or "input or output error")
    return None


def busy(error: BaseException) -> bool:
    """Whether SQLite says that another connection holds its lock."""
    return _code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def barred(where: str) -> StorageFullError:
    """Return the error for a casefile that can only be read."""
    return StorageFullError(
        "may not be written to",
        where=where,
        remedy="check the permissions of the folder and of the files in it, and whether the disk "
        "is mounted to be read only; what is there can be searched, shown and verified as it is",
    )


def _code(error: BaseException) -> int | None:
    code = _extended(error)
    return None if code is None else code & _PRIMARY


def _extended(error: BaseException) -> int | None:
    return getattr(getattr(error, "orig", error), "sqlite_errorcode", None)


def _of_database(error: Exception, where: str) -> StoreError:
    code = _code(error)
    if code in _MEANINGS:
        return _MEANINGS[code](where)
    if code == sqlite3.SQLITE_IOERR and _extended(error) in _READS:
        return _damaged(where, "the disk cannot be read")
    if code == sqlite3.SQLITE_IOERR:  # a quota and a limit on the size of files look so too
        return _failing(where, "disk I/O error")
    if code is None and "decode" in str(error).lower():  # the driver gives this one no code
        return _damaged(where, "the database holds what is no text")
    return _of_server(error, where)


def _of_server(error: Exception, where: str) -> StoreError:
    original = getattr(error, "orig", None) or error
    said = " ".join(str(original).split())
    state = getattr(original, "sqlstate", None) or ""
    for beginning, meaning in _STATES.items():
        if state.startswith(beginning):
            return meaning(where)
    if isinstance(error, exc.TimeoutError):  # every connection is taken
        return _locked(where)
    if not isinstance(error, exc.DBAPIError):
        return _refused(where, said)
    if error.connection_invalidated or state.startswith(_GONE):
        return CasefileBusyError(
            f"the database server went away ({said})",
            where=where,
            remedy="run this again when it answers: nothing was half done",
        )
    if error.statement is None and not state:
        return StoreError(
            f"the database server cannot be reached, or does not let you in ({said})",
            where=where,
            remedy="check the host, port, database, user and password of the address "
            "(the password may stand in the variable PGPASSWORD or in ~/.pgpass)",
        )
    return _refused(where, said)


def _refused(where: str, said: str) -> StoreError:
    return StoreError(f"the database refused: {said}", where=where, remedy="run again with --debug")


def _locked(where: str) -> CasefileBusyError:
    return CasefileBusyError(
        "another program keeps the casefile locked",
        where=where,
        remedy="close it there (or end its transaction), and run this again: nothing was half done",
    )


def _damaged(where: str, what: str = "the database is damaged") -> CasefileDamagedError:
    return CasefileDamagedError(
        what,
        where=where,
        remedy="keep a copy of it as it is, and go on with the newest backup; of a folder, the "
        "files in captures/ are whole and can be added again",
    )


def _full(where: str) -> StorageFullError:
    return StorageFullError(
        "there is no room left to write",
        where=where,
        remedy="make room, and run this again: what was written before is whole",
    )


def _failing(where: str, said: str) -> StorageFullError:
    return StorageFullError(
        f"the disk does not take what is written ({said})",
        where=where,
        remedy="see whether it is full, over a quota or failing, and run this again: what was "
        "written before is whole",
    )


_MEANINGS: Final[Mapping[int | None, Callable[[str], StoreError]]] = {
    sqlite3.SQLITE_BUSY: _locked,
    sqlite3.SQLITE_LOCKED: _locked,
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY: barred,
    sqlite3.SQLITE_CANTOPEN: barred,
    sqlite3.SQLITE_PERM: barred,
    sqlite3.SQLITE_CORRUPT: _damaged,
    sqlite3.SQLITE_NOTADB: _damaged,
}
"""What SQLite's codes mean."""
_STATES: Final[Mapping[str, Callable[[str], StoreError]]] = {
    "53": _full,  # insufficient resources
    "55P03": _locked,  # a lock was waited for too long
    "25006": barred,  # a standby, or a user who may only read
    "42501": barred,  # a user without the right
    "XX001": _damaged,
    "XX002": _damaged,
}
"""What the beginnings of PostgreSQL's states mean."""
