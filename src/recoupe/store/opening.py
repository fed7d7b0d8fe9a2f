"""Making a new casefile, and opening one that is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import Connection, insert

from recoupe.errors import CasefileDamagedError, CasefileMissingError, StoreError
from recoupe.model import content_id
from recoupe.store import chain, schema
from recoupe.store.casefile import Casefile
from recoupe.store.database import Database
from recoupe.store.faults import told
from recoupe.store.indexes import index_of
from recoupe.store.migrations import STEPS, bring_up_to_date, create, schema_version
from recoupe.store.place import CAPTURES, DATABASE, Place, folder_place, place_of
from recoupe.store.vault import vault_of
from recoupe.version import __version__

_UNFINISHED: Final = "new-*.db*"
"""The name of a database that is being made, with the files that SQLite puts beside it."""


def new_casefile(case: str, *, author: str, name: str | None = None) -> Casefile:
    """Make an empty casefile at ``case`` and return it, open.

    ``case`` is a folder that does not exist or is empty, or the URL of a PostgreSQL database that
    holds no casefile. Where it is broken off, nothing that opens is there, and it can be made
    again. Of two programs that make it at once, one does. Raises :class:`CasefileMissingError`
    where there is something already, :class:`StorageFullError` where nothing can be written.
    """
    place = place_of(case)
    called = name or _name(place)
    if place.folder is None:
        _fill(Database(place), called, author)
    else:
        with told(place.name), _empty(place.folder, place.name):
            _make(place, called, author)
    return _opened(place)


def open_casefile(case: str) -> Casefile:
    """Return the casefile at ``case``, open, after bringing an older one up to date.

    Before anything is brought up to date, a backup is made. Raises :class:`CasefileMissingError`
    where there is none, :class:`CasefileVersionError` where a newer program made it,
    :class:`CasefileDamagedError` where it cannot be read.
    """
    place = place_of(case)
    if place.database is not None:
        with told(place.name):
            _refuse_other(place, place.database)
    return _opened(place)


def _opened(place: Place) -> Casefile:
    database = Database(place)
    try:
        with database.reading() as connection:
            version = schema_version(connection)
        if version is None:
            raise _none_here(place)
        if version != STEPS.newest:
            bring_up_to_date(database, STEPS)
        database.schema = STEPS.newest
    except BaseException:
        database.close()
        raise
    return Casefile(database, vault_of(database), index_of(database))


def _refuse_other(place: Place, path: Path) -> None:
    """Raise the error that says what is there, where it is no casefile."""
    folder = path.parent
    if folder.exists() and not folder.is_dir():
        raise CasefileMissingError(
            "is a file, not a casefile", where=place.name, remedy="name the casefile's folder"
        )
    if not path.is_file():
        raise _none_here(place)
    if path.stat().st_size == 0:
        raise CasefileDamagedError(
            f"{DATABASE} is empty", where=place.name, remedy="put it back from the newest backup"
        )


def _none_here(place: Place) -> CasefileMissingError:
    return CasefileMissingError(
        "there is no casefile here", where=place.name, remedy=f"make one: recoupe new {place.name}"
    )


def _there(place: str) -> CasefileMissingError:
    return CasefileMissingError(
        "there is a casefile already",
        where=place,
        remedy=f"add to it (recoupe add {place} …), or name another place",
    )


@contextmanager
def _empty(folder: Path, name: str) -> Iterator[None]:
    """Make a folder for a new casefile; take it away if that fails and it is still empty."""
    new = not folder.exists()
    if not new:
        _refuse_full(folder, name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (NotADirectoryError, FileExistsError) as error:
        raise CasefileMissingError(
            "there is something already: a part of this path is a file",
            where=name,
            remedy="name a new folder",
        ) from error
    try:
        (folder / CAPTURES).mkdir(exist_ok=True)
        yield
    except BaseException:
        with suppress(OSError):  # somebody else has made the casefile meanwhile
            if new and not (folder / DATABASE).exists():
                (folder / CAPTURES).rmdir()
                folder.rmdir()
        raise


def _refuse_full(folder: Path, name: str) -> None:
    """Raise where there is more in a folder than what a casefile leaves that was not made."""
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else {folder.name}
    if DATABASE in there:
        raise _there(name)
    if any(one != CAPTURES and not fnmatch(one, _UNFINISHED) for one in there):
        raise CasefileMissingError(
            "there is something already", where=name, remedy="name a new folder"
        )
    if CAPTURES in there and any((folder / CAPTURES).iterdir()):
        raise CasefileMissingError(
            f"there are captured bytes in it, but no {DATABASE}",
            where=name,
            remedy="put the database back from a backup, or name a new folder",
        )


def _make(place: Place, name: str, author: str) -> None:
    """Make the database beside its place, whole, and put it there if nobody else has."""
    assert place.folder is not None  # noqa: S101 - of a place with a folder
    assert place.database is not None  # noqa: S101
    part = folder_place(place.folder, f"new-{uuid4().hex}.db").database
    assert part is not None  # noqa: S101
    try:
        part.touch(exist_ok=False)
        _fill(Database(Place(place.name, place.url, place.folder, part)), name, author)
        _put(part, place.database, place.name)
        for path in place.folder.glob(_UNFINISHED):  # of others too, who are too late now
            path.unlink(missing_ok=True)
    except StoreError as error:
        if part.exists() or isinstance(error, CasefileMissingError):
            raise
        raise _there(place.name) from error  # by somebody who took this one away
    finally:
        part.unlink(missing_ok=True)


def _put(part: Path, path: Path, name: str) -> None:
    """Give a whole file its name, unless there is one of that name."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise _there(name) from None
    except FileNotFoundError:  # taken away by the one who was first
        raise _there(name) from None
    except OSError:  # a file system that has no links, such as a USB stick's
        if path.exists():
            raise _there(name) from None
        part.rename(path)


def _fill(database: Database, name: str, author: str) -> None:
    """Make the schema, who made the casefile and when, and the log's first line; all or nothing."""
    try:
        with database.writing() as connection:
            if schema_version(connection) is not None:
                raise _there(database.place.name)
            _refuse_tables(connection, database)
            create(connection)
            _write_first(connection, name, author)
    finally:
        database.close()


def _refuse_tables(connection: Connection, database: Database) -> None:
    from sqlalchemy import inspect

    clash = sorted(set(inspect(connection).get_table_names()) & set(schema.metadata.tables))
    if clash:
        raise StoreError(
            f"there are tables of something else ({', '.join(clash)})",
            where=database.place.name,
            remedy="give the casefile a database of its own: CREATE DATABASE …",
        )


def _write_first(connection: Connection, name: str, author: str) -> None:
    at = chain.now()
    row = {"id": content_id("case", name, at), "name": name, "created_at": at}
    connection.execute(insert(schema.casefile).values(**row, made_with=__version__))
    done = chain.Done("case", row["id"], {"name": name, "made_with": __version__})
    chain.append(connection, author, [done])


def _name(place: Place) -> str:
    if place.folder is None:
        return place.url.database or place.name
    return os.fsencode(place.folder.name).decode("utf-8", "replace")
