"""Connections: how a casefile's database is opened, read and written, on SQLite and PostgreSQL.

There is one writer at a time. SQLite takes its write lock when a transaction begins (not when it
first writes, which could fail half-way), and waits for it; PostgreSQL takes one lock of the whole
casefile first. So two writers can never wait for each other.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text

from recoupe.errors import UsageError
from recoupe.store.faults import told
from recoupe.store.place import Place

_SECONDS: Final = 30.0
_SETTING: Final = "RECOUPE_LOCK_SECONDS"
_LOCK: Final = 0x5EC0_09E5
"""The number of the advisory lock that a writer holds on PostgreSQL."""

_dumps: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Made once: to make an encoder costs more than what most values cost to encode."""


class Database:
    """One casefile's database; every error that passes is a :class:`StoreError`."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.engine = _engine(place)
        self.on_sqlite = self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the casefile, whatever others write."""
        with told(self.place.name), self.engine.connect() as connection:
            if not self.on_sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self, *, lasting: bool = True) -> Iterator[Connection]:
        """Yield a connection that alone may write; all of what it writes is kept, or nothing.

        ``lasting`` waits until the disk has it, so that it outlives a power cut too; what is not
        outlives the end of this process however sudden. On PostgreSQL it always waits.
        """
        with told(self.place.name), self.engine.connect() as connection:
            if self.on_sqlite:
                _prepare_to_write(connection, lasting=lasting)
            try:
                with connection.begin():
                    if not self.on_sqlite:
                        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                    yield connection
            finally:
                connection.info.pop("begin", None)

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def _prepare_to_write(connection: Connection, *, lasting: bool) -> None:
    """Say how the next transaction begins, and what its end waits for."""
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
    connection.info["begin"] = "BEGIN IMMEDIATE"


def lock_seconds() -> float:
    """Return how long to wait for another writer, in seconds (``RECOUPE_LOCK_SECONDS``).

    Raises :class:`UsageError` where the setting is no number.
    """
    said = os.environ.get(_SETTING)
    try:
        return _SECONDS if said is None else max(0.0, float(said))
    except ValueError:
        raise UsageError(f"{said!r} is no number of seconds", where=_SETTING) from None


def _engine(place: Place) -> Engine:
    options: dict[str, Any] = {"json_serializer": _dumps}
    if place.database is None:
        return create_engine(place.url, pool_pre_ping=True, **options)
    engine = create_engine(
        place.url, connect_args={"timeout": lock_seconds(), "check_same_thread": False}, **options
    )
    event.listen(engine, "connect", _on_connect(place.database))
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(path: Path) -> Callable[[Any, Any], None]:
    def prepare(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own
        connection.isolation_level = None  # transactions are begun by _on_begin alone
        cursor = connection.cursor()
        if os.access(path.parent, os.W_OK):
            cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA cache_size=-32000")
        cursor.close()

    return prepare


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.info.get("begin", "BEGIN"))
