"""Connections: how a casefile's database is read and written, on SQLite and PostgreSQL.

There is one writer at a time. SQLite takes its write lock when a transaction begins (not when it
first writes, which could fail half-way), and waits for it; PostgreSQL takes one lock of the whole
casefile first. So two writers can never wait for each other.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Final

from sqlalchemy import Connection, text

from recoupe.errors import CasefileDamagedError, CasefileVersionError
from recoupe.store.connecting import engine_of, lock_seconds, may_write
from recoupe.store.faults import barred, busy, told
from recoupe.store.place import Place

_LOCK: Final = 0x5EC0_09E5
"""The number of the advisory lock that a writer holds on PostgreSQL."""
_ALONE: Final = text(f"SELECT pg_advisory_xact_lock({_LOCK})")
_SCHEMA: Final = text("SELECT version_num FROM alembic_version")
_PAUSE: Final = 0.004
"""How long a writer pauses at most before it asks for SQLite's lock again, in seconds."""


class Database:
    """One casefile's database; every error that passes is a :class:`StoreError`.

    ``schema`` is the version of the schema for which it was opened, ``None`` before that is known.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        self.engine = engine_of(place)
        self.on_sqlite = place.database is not None
        self.schema: str | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the casefile, whatever others write."""
        with self._connected() as connection:
            if not self.on_sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self, *, lasting: bool = True) -> Iterator[Connection]:
        """Yield a connection that alone may write; all of what it writes is kept, or nothing.

        ``lasting`` waits until the disk has it, so that it outlives a power cut too; what is not
        outlives the end of this process however sudden. On PostgreSQL it always waits.

        Raises :class:`CasefileBusyError` where another writer does not end in time,
        :class:`CasefileVersionError` where a newer program altered the schema meanwhile.
        """
        with self._connected() as connection, self._alone(connection, lasting=lasting):
            yield connection

    @contextmanager
    def altering(self) -> Iterator[Connection]:
        """Yield a connection that alone may write, and may make whole tables anew.

        On SQLite nobody looks after the references between rows meanwhile: whoever alters checks
        them at the end.
        """
        with self._connected() as connection:
            unchecked = _unchecked(connection) if self.on_sqlite else nullcontext()
            with unchecked, self._alone(connection, lasting=True):
                yield connection

    def check_references(self, connection: Connection) -> None:
        """Raise :class:`StoreError` where a row refers to one that is not there."""
        how = "PRAGMA foreign_key_check" if self.on_sqlite else "SET CONSTRAINTS ALL IMMEDIATE"
        with told(self.place.name):
            found = connection.execute(text(how))
            row = found.first() if self.on_sqlite else None
        if row is not None:
            raise CasefileDamagedError(
                f"row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there",
                where=self.place.name,
                remedy="go on with the newest folder in backups/",
            )

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with told(self.place.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _alone(self, connection: Connection, *, lasting: bool) -> Iterator[None]:
        """Hold a transaction during which nobody else writes."""
        if not may_write(self.place):
            raise barred(self.place.name)
        if self.on_sqlite:
            driver = _driver(connection)
            driver.execute(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
            _begin_to_write(driver)
        with connection.begin():
            if not self.on_sqlite:
                connection.execute(_ALONE)
            self._refuse_altered(connection)
            yield

    def _refuse_altered(self, connection: Connection) -> None:
        if self.schema is None:
            return
        now = connection.execute(_SCHEMA).scalar()
        if now != self.schema:
            raise CasefileVersionError(
                f"its schema became {now} while it was open with {self.schema}: a newer Recoupe "
                "brought it up to date",
                where=self.place.name,
                remedy="go on with the newer one; nothing was half done",
            )


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - on SQLite
    return driver


@contextmanager
def _unchecked(connection: Connection) -> Iterator[None]:
    """Let tables be taken out and put back under their name: sqlite.org/lang_altertable.html."""
    driver = _driver(connection)
    driver.execute("PRAGMA foreign_keys=OFF")
    driver.execute("PRAGMA legacy_alter_table=ON")
    try:
        yield
    finally:
        driver.execute("PRAGMA legacy_alter_table=OFF")
        driver.execute("PRAGMA foreign_keys=ON")


def _begin_to_write(driver: sqlite3.Connection) -> None:
    """Take SQLite's write lock as soon as it is free.

    SQLite itself asks ever more rarely the longer it waits, so that who came last is served first;
    here all who wait have the same chance.
    """
    seconds = lock_seconds()
    until = time.monotonic() + seconds
    driver.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                driver.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if not busy(error) or time.monotonic() >= until:
                    raise
            time.sleep(random.uniform(0, _PAUSE))  # noqa: S311 - not a secret
    finally:
        driver.execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")
