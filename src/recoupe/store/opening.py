"""Making a new casefile, and opening one that is there."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import insert

from recoupe.errors import CasefileMissingError
from recoupe.model import content_id
from recoupe.store import chain, schema
from recoupe.store.casefile import Casefile
from recoupe.store.database import Database
from recoupe.store.faults import told
from recoupe.store.indexes import index_of
from recoupe.store.migrations import bring_up_to_date, create, schema_version
from recoupe.store.place import Place, place_of
from recoupe.store.vault import vault_of
from recoupe.version import __version__


def new_casefile(case: str, *, author: str, name: str | None = None) -> Casefile:
    """Make an empty casefile at ``case`` and return it, open.

    ``case`` is a folder that does not exist or is empty, or the URL of a PostgreSQL database that
    holds no casefile. Raises :class:`CasefileMissingError` where there is something already,
    :class:`StorageFullError` where nothing can be written.
    """
    place = place_of(case)
    made = _make_folder(place)
    database = Database(place)
    try:
        if schema_version(database) is not None:
            raise CasefileMissingError(
                "there is a casefile already", where=place.name, remedy="choose another place"
            )
        create(database)
        _write_first(database, name or _name(place), author)
    except BaseException:
        database.close()
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)
        raise
    return _casefile(database)


def open_casefile(case: str) -> Casefile:
    """Return the casefile at ``case``, open, after bringing an older one up to date.

    Before anything is brought up to date, a backup is made. Raises :class:`CasefileMissingError`
    where there is none, :class:`CasefileVersionError` where a newer program made it,
    :class:`CasefileDamagedError` where it cannot be read.
    """
    place = place_of(case)
    if place.database is not None and not place.database.is_file():
        raise _missing(place)
    database = Database(place)
    try:
        if schema_version(database) is None:
            raise _missing(place)
        bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return _casefile(database)


def _casefile(database: Database) -> Casefile:
    return Casefile(database, vault_of(database), index_of(database))


def _make_folder(place: Place) -> Path | None:
    """Make the folder of a casefile; return it if it was not there, ``None`` on a server."""
    folder = place.folder
    if folder is None:
        return None
    with told(place.name):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CasefileMissingError(
                "there is something already", where=place.name, remedy="name a new folder"
            )
        new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        if place.captures is not None:
            place.captures.mkdir(exist_ok=True)
    return folder if new else None


def _write_first(database: Database, name: str, author: str) -> None:
    """Write who made the casefile and when, which the first line of the log names."""
    at = chain.now()
    row = {"id": content_id("case", name, at), "name": name, "created_at": at}
    with database.writing() as connection:
        connection.execute(insert(schema.casefile).values(**row, made_with=__version__))
        done = chain.Done("case", row["id"], {"name": name, "made_with": __version__})
        chain.append(connection, author, [done])


def _name(place: Place) -> str:
    if place.folder is not None:
        return place.folder.absolute().name
    return place.name.rsplit("/", 1)[-1].split("?", 1)[0]


def _missing(place: Place) -> CasefileMissingError:
    return CasefileMissingError(
        "there is no casefile here", where=place.name, remedy=f"make one: recoupe new {place.name}"
    )
