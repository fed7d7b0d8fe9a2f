"""Backups: a casefile as it is now, whole, in a folder of its own that opens as a casefile."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from sqlalchemy import CompoundSelect, Connection, inspect, select, union
from sqlalchemy import column as any_column
from sqlalchemy import table as any_table

from recoupe.errors import CasefileDamagedError, CasefileMissingError, VerificationError
from recoupe.store import chain, schema
from recoupe.store.connecting import may_write
from recoupe.store.copying import (
    Progress,
    as_one_file,
    copy_bytes,
    copy_file,
    copy_rows,
    new_schema,
    rebuild_words,
)
from recoupe.store.database import Database
from recoupe.store.faults import told
from recoupe.store.migrations import create, schema_version
from recoupe.store.place import BACKUPS, CAPTURES, DATABASE
from recoupe.store.vault import FolderVault, Vault, vault_of

if TYPE_CHECKING:
    from recoupe.store.casefile import Casefile

_ODD: Final = re.compile(r"[^\w.-]+")
_NAMING: Final = ("captures", "records", "media")
"""Tables that name bytes by their hash; older casefiles have the first alone."""


def backup(
    casefile: Casefile,
    destination: Path | None = None,
    *,
    author: str,
    progress: Progress | None = None,
) -> Path:
    """Make a backup of a casefile and return its folder, which opens as a casefile by itself.

    Without a destination it is ``backups/NAME-TIME`` within the casefile; for one on a server, in
    the folder of Recoupe's own data. Others may write meanwhile. It is put in its place when it is
    whole, and verified; then the log of ``casefile`` names it.

    Raises :class:`CasefileMissingError` where there is something at ``destination``,
    :class:`VerificationError` where the backup, which is kept, is not as it should be.
    """
    database = casefile.database
    with database.reading() as connection:
        name = str(connection.execute(select(schema.casefile.c.name)).scalar_one())
    folder = destination or _default(database, name)
    with _whole(folder) as part:
        _copy(database, casefile.vault, part, progress or _silent)
    head = _verified(folder)
    if may_write(database.place):
        with database.writing() as connection:
            done = chain.Done("backup", folder.name, {"head": head})
            chain.append(connection, author, [done])
    return folder


def back_up_before(database: Database, reason: str) -> Path:
    """Make a backup before something that changes all, of a casefile of any older schema.

    Return its folder, whose name ends in ``reason``. Raises :class:`StoreError` where the copy is
    not whole.
    """
    folder = _default(database, f"before-{reason}")
    with _whole(folder) as part:
        _copy(database, vault_of(database), part, _silent)
        _refuse_torn(part / DATABASE)
    return folder


def copy_casefile(
    source: Casefile, destination: str, *, author: str, progress: Progress | None = None
) -> Casefile:
    """Copy a casefile to a place where there is none, on either database; return the copy, open.

    Ids, numbers and the log are those of ``source``; one line more says where it comes from.
    Raises :class:`CasefileMissingError` where there is something at ``destination`` already.
    """
    from recoupe.store.opening import open_casefile
    from recoupe.store.place import place_of

    place = place_of(destination)
    if place.folder is not None:
        with _whole(place.folder) as part:
            _copy(source.database, source.vault, part, progress or _silent)
    else:
        _copy_to_server(source, Database(place), progress or _silent)
    copy = open_casefile(destination)
    with copy.database.writing() as connection:
        newest = chain.head(connection)
        detail = {"head": newest.hash if newest else chain.START}
        chain.append(connection, author, [chain.Done("restored", source.place, detail)])
    return copy


def _silent(what: str, number: int) -> None:
    """Tell nobody how far a copy is."""


def _default(database: Database, name: str) -> Path:
    """Return where a backup made now goes, if nobody says where."""
    parent = database.place.folder
    if parent is None:
        from platformdirs import user_data_path

        parent = user_data_path("recoupe")
    at = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    plain = _ODD.sub("-", name).strip("-.")[:80] or "casefile"
    folder = parent / BACKUPS / f"{plain}-{at}"
    number = 1
    while folder.exists():  # two within one second
        number += 1
        folder = folder.with_name(f"{plain}-{at}-{number}")
    return folder


@contextmanager
def _whole(folder: Path) -> Iterator[Path]:
    """Yield a folder beside ``folder`` that takes its name when all is written, or goes away."""
    with told(str(folder)):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CasefileMissingError(
                "there is something already", where=str(folder), remedy="name a new folder"
            )
        part = folder.with_name(f".{folder.name}.{uuid4().hex}.part")
        part.mkdir(parents=True)
        try:
            yield part
            if folder.exists():
                folder.rmdir()
            part.rename(folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)


def _copy(database: Database, vault: Vault, folder: Path, progress: Progress) -> None:
    """Copy one state of a casefile into an empty folder, as a casefile on SQLite."""
    (folder / CAPTURES).mkdir()
    with database.reading() as connection:
        if database.on_sqlite:
            copy_file(connection, folder / DATABASE, progress)
        else:
            _copy_tables(connection, folder, progress)
        with connection.execute(_hashes(connection)) as found:
            copy_bytes(found.scalars(), vault, FolderVault(folder / CAPTURES), connection)


def _hashes(connection: Connection) -> CompoundSelect[Any]:
    """Return the question for the hashes of all bytes that a casefile names."""
    there = set(inspect(connection).get_table_names())
    named = [any_table(name, any_column("sha256")) for name in _NAMING if name in there]
    return union(*(select(table.c.sha256) for table in named)).execution_options(yield_per=1000)


def _copy_tables(connection: Connection, folder: Path, progress: Progress) -> None:
    """Copy every row into a new database of the same schema, and make its index of words."""
    version = schema_version(connection)
    assert version is not None  # noqa: S101 - a casefile has one
    made = new_schema(folder, version)
    try:
        with made.writing() as target:
            copy_rows(connection, target, progress)
            rebuild_words(made, target)
    finally:
        made.close()


def _copy_to_server(source: Casefile, target: Database, progress: Progress) -> None:
    """Copy one state of a casefile into an empty database on a server; all of it, or nothing."""
    try:
        with source.database.reading() as connection, target.writing() as copy:
            _refuse_full(copy, target.place.name)
            create(copy)
            copy_rows(connection, copy, progress)
            rebuild_words(target, copy)
            with connection.execute(_hashes(connection)) as found:
                copy_bytes(found.scalars(), source.vault, vault_of(target), copy)
    finally:
        target.close()


def _refuse_full(connection: Connection, place: str) -> None:
    clash = set(inspect(connection).get_table_names()) & set(schema.metadata.tables)
    if clash:
        raise CasefileMissingError(
            f"there are tables already ({', '.join(sorted(clash))})",
            where=place,
            remedy="name an empty database",
        )


def _verified(folder: Path) -> str:
    """Verify a backup and return the head of its log."""
    from recoupe.store.opening import open_casefile

    with open_casefile(str(folder)) as copy:
        found = copy.verify()
    with told(str(folder)):
        as_one_file(folder / DATABASE)
    if not found.clean:
        first = found.problems[0]
        raise VerificationError(
            f"the backup is kept, but {len(found.problems)} things in it are not as they were, "
            f"first: {first.where}: {first.what}",
            where=str(folder),
            remedy="see whether the casefile has the same problems: recoupe verify CASE",
        )
    return found.head


def _refuse_torn(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    finally:
        connection.close()
    if said != "ok":
        raise CasefileDamagedError(
            f"no whole backup can be made: {said}",
            where=str(path),
            remedy="keep a copy of the folder as it is, and go on with the newest one in backups/",
        )
