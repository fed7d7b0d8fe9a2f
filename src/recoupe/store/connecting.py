"""How a casefile's database is opened: the file to write or only to read, or the server."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event

from recoupe.errors import StorageFullError, StoreError, UsageError
from recoupe.store.faults import busy
from recoupe.store.place import Place

_SECONDS: Final = 30.0
_LONGEST: Final = 86_400.0
_SETTING: Final = "RECOUPE_LOCK_SECONDS"
_POOL: Final = {"pool_size": 5, "max_overflow": 45}
"""A web server's threads may each hold two connections; only a few stay open."""

_dumps: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Made once: to make an encoder costs more than what most values cost to encode."""


def lock_seconds() -> float:
    """Return how long to wait for another writer, in seconds (``RECOUPE_LOCK_SECONDS``).

    Raises :class:`UsageError` where the setting is no number.
    """
    said = os.environ.get(_SETTING)
    try:
        seconds = _SECONDS if said is None else float(said)
    except ValueError:
        seconds = float("nan")
    if seconds != seconds:  # noqa: PLR0124 - not a number
        raise UsageError(f"{said!r} is no number of seconds", where=_SETTING)
    return max(0.0, min(seconds, _LONGEST))


def engine_of(place: Place) -> Engine:
    """Return what opens connections to ``place``; nothing is opened yet.

    Raises :class:`StoreError` where the driver of PostgreSQL is not installed.
    """
    options: dict[str, Any] = {"json_serializer": _dumps}
    if place.database is None:
        return _server_engine(place, options)
    if may_write(place):
        options |= {"poolclass": QueuePool, **_POOL}
    else:  # each connection looks anew whether somebody else writes
        options["poolclass"] = NullPool
    seconds = lock_seconds()
    engine = create_engine(place.url, creator=lambda: _open_file(place, seconds), **options)
    event.listen(engine, "begin", _on_begin)
    return engine


def may_write(place: Place) -> bool:
    """Whether the files of a casefile may be written; a server says so itself when it is asked."""
    effective = os.access in os.supports_effective_ids
    return place.folder is None or os.access(place.folder, os.W_OK, effective_ids=effective)


def _server_engine(place: Place, options: dict[str, Any]) -> Engine:
    try:
        engine = create_engine(place.url, pool_pre_ping=True, **_POOL, **options)
    except ImportError as error:
        raise StoreError(
            f"casefiles on PostgreSQL need a driver that is not installed ({error})",
            where=place.name,
            remedy="pip install 'recoupe[postgresql]'",
        ) from error
    event.listen(engine, "connect", _set_server_timeout)
    return engine


def _set_server_timeout(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's
    """Let no lock be waited for longer than :func:`lock_seconds`; 0 would be for ever."""
    milliseconds = max(1, int(lock_seconds() * 1000))
    connection.autocommit = True
    connection.execute(f"SET lock_timeout = {milliseconds}")
    connection.autocommit = False


def _on_begin(connection: Connection) -> None:
    """Begin a transaction that reads, where the one that writes has not begun already."""
    driver = connection.connection.driver_connection
    if driver is None or not driver.in_transaction:
        connection.exec_driver_sql("BEGIN")


def _open_file(place: Place, seconds: float) -> sqlite3.Connection:
    """Open the database file, to write if the folder allows it.

    The driver begins no transactions of its own. A file in a folder that may not be written cannot
    have SQLite's two files beside it: it is taken as one that nobody alters meanwhile, unless a
    log of writes shows that somebody does.
    """
    path = place.database
    assert path is not None  # noqa: S101 - of a place with a file
    logs = [path.with_name(f"{path.name}-{end}") for end in ("wal", "journal")]
    log = next((one for one in logs if one.exists()), None)
    if may_write(place):
        connection = _connect(path, "mode=rw", seconds)
        _keep_log(connection)
    elif log is not None:
        try:
            connection = _connect(path, "mode=ro", seconds)
        except sqlite3.OperationalError as error:
            if busy(error):
                raise
            if log.stat().st_size > 0:
                raise _unfinished(place, log) from error
            connection = _connect(path, "immutable=1", seconds)
    else:
        connection = _connect(path, "immutable=1", seconds)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA cache_size=-32000")  # kibibytes
    return connection


def _connect(path: Path, how: str, seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?{how}",
        uri=True,
        timeout=seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()  # opens it really
    except BaseException:
        connection.close()
        raise
    return connection


def _keep_log(connection: sqlite3.Connection) -> None:
    """Let readers and the writer not wait for each other; later, while somebody is in the way."""
    if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
        return
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        if not busy(error):
            raise


def _unfinished(place: Place, log: Path) -> StorageFullError:
    return StorageFullError(
        f"its last writes are still in {log.name}, which cannot be read where nothing may be "
        "written",
        where=place.name,
        remedy="copy the whole folder to where you may write, and open the copy",
    )
