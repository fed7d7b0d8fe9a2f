"""Copying a casefile, whatever database it is on and is to be on: ids, numbers and log unchanged.

The tables are taken as the databases say they are, not as :mod:`recoupe.store.schema` does, so that
an older casefile can be copied as it is.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, LargeBinary, MetaData, Table, func, insert, select
from sqlalchemy import column as any_column
from sqlalchemy import table as any_table

from recoupe.errors import StoreError
from recoupe.store.database import Database
from recoupe.store.faults import told
from recoupe.store.indexes import ARTICLES, STATEMENTS, index_of
from recoupe.store.migrations import create
from recoupe.store.place import folder_place
from recoupe.store.vault import FolderVault, Vault

Progress = Callable[[str, int], None]
"""Told what is being copied, and how many of it were."""

_MANY: Final = 500
"""Rows that are copied together."""
_PAGES: Final = 4096
"""Pages of SQLite that are copied together."""
_BYTES: Final = any_table(
    "captured_bytes", any_column("sha256"), any_column("content", LargeBinary)
)
_MADE: Final = frozenset({"alembic_version", "captured_bytes", ARTICLES, STATEMENTS})
"""Tables that a casefile has from the start, or that are filled in another way."""


def copy_file(connection: Connection, path: Path, progress: Progress) -> None:
    """Copy a SQLite database into a new file, as ``connection`` sees it while others write."""
    source = connection.connection.driver_connection
    target = sqlite3.connect(path)
    try:
        source.backup(  # type: ignore[union-attr]
            target,
            pages=_PAGES,
            progress=lambda _, left, every: progress("pages of the database", every - left),
        )
    finally:
        target.close()
    as_one_file(path)


def as_one_file(path: Path) -> None:
    """Put all of a SQLite database into its one file, so that it opens on a disk for reading."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()


def copy_rows(source: Connection, target: Connection, progress: Progress) -> None:
    """Copy the rows of every table into the empty tables of a casefile of the same schema."""
    there = tables_of(source)
    for name, table in tables_of(target).items():
        if name in _MADE or name not in there:
            continue
        copied = 0
        for rows in _parts(_rows(source, there[name])):
            target.execute(insert(table), rows)
            copied += len(rows)
            progress(f"rows of {name}", copied)
        if target.dialect.name == "postgresql":
            _go_on_counting(target, table)


def copy_bytes(hashes: Iterable[str], source: Vault, target: Vault, connection: Connection) -> None:
    """Copy captured bytes, as links where both are folders of one disk.

    Bytes that are missing stay missing, for verification to name.
    """
    for sha256 in hashes:
        if isinstance(source, FolderVault) and isinstance(target, FolderVault):
            _link(source.path(sha256), target.path(sha256))
            continue
        try:
            content = source.get(sha256)
        except StoreError:
            continue
        target.put(sha256, content)
        target.put_within(connection, sha256, content)


def new_schema(folder: Path, version: str) -> Database:
    """Return a new database in a folder, with empty tables of this version of the schema."""
    place = folder_place(folder)
    with told(str(folder)):
        (folder / place.database.name).touch()  # type: ignore[union-attr]
    database = Database(place)
    with database.writing() as connection:
        create(connection, version=version)
    return database


def rebuild_words(database: Database, connection: Connection) -> None:
    """Make the index of words anew from the rows."""
    index_of(database).rebuild(connection)


def tables_of(connection: Connection) -> dict[str, Table]:
    """Return the tables of a database, those first that others name."""
    found = MetaData()
    names = _names(connection)
    found.reflect(connection, only=lambda name, _: name in names)
    return {table.name: table for table in found.sorted_tables}


def _names(connection: Connection) -> set[str]:
    """Return the names of the tables, without the parts of SQLite's index of words."""
    from sqlalchemy import inspect

    return {
        name
        for name in inspect(connection).get_table_names()
        if not name.startswith((f"{ARTICLES}", f"{STATEMENTS}"))
    }


def _rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    order = list(table.primary_key.columns)
    asked = select(table).order_by(*order).execution_options(yield_per=_MANY)
    for row in connection.execute(asked):
        yield dict(row._mapping)


def _parts(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while part := list(islice(rows, _MANY)):
        yield part


def _go_on_counting(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after those that were copied with their numbers."""
    if "number" not in table.c:
        return
    sequence = connection.execute(select(func.pg_get_serial_sequence(table.name, "number")))
    if (name := sequence.scalar()) is not None:
        newest = select(func.max(table.c.number)).scalar_subquery()
        connection.execute(select(func.setval(name, func.coalesce(newest, 1), newest.is_not(None))))


def _link(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where the disk has no such names or is another."""
    with told(str(target.parent)):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, target)
        except FileNotFoundError:
            return
        except FileExistsError:
            return
        except OSError:
            shutil.copyfile(source, target)
            with target.open("rb") as stream:
                os.fsync(stream.fileno())
