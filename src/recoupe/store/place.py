"""Where a casefile is: a folder with its database and captured bytes, or a PostgreSQL database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from recoupe.errors import CasefileMissingError

DATABASE: Final = "casefile.db"
CAPTURES: Final = "captures"
BACKUPS: Final = "backups"

_SERVER: Final = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://", re.I)
_OTHER: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_SECRETS: Final = ("password", "sslpassword")
"""Parameters of a server's address that nobody is to read in a message."""


@dataclass(frozen=True, slots=True)
class Place:
    """``folder`` and ``database`` are whole paths, ``None`` where the casefile is on a server.

    ``url`` says which database it is, and of a server where; ``name`` is what people are told,
    without a password.
    """

    name: str
    url: URL
    folder: Path | None
    database: Path | None

    @property
    def captures(self) -> Path | None:
        """The folder of captured bytes."""
        return None if self.folder is None else self.folder / CAPTURES


def is_casefile(case: str) -> bool:
    """Whether ``case`` names a casefile: a folder with its database, or a server's."""
    if _SERVER.match(case):
        return True
    path = Path(case)
    try:
        return (path / DATABASE).is_file() or (path.name == DATABASE and path.is_file())
    except (OSError, ValueError):  # no path at all: an address, a NUL
        return False


def place_of(case: str) -> Place:
    """Return where ``case`` is: a folder, the database file in one, or ``postgresql://…``.

    Raises :class:`CasefileMissingError` for the address of another kind of database, and for one
    that cannot be an address.
    """
    if _SERVER.match(case):
        return _server(_SERVER.sub("postgresql+psycopg://", case, count=1))
    if other := _OTHER.match(case):  # a password may stand in it, so it is not shown whole
        raise CasefileMissingError(
            "is no place for a casefile",
            where=f"{other[1]}://…",
            remedy="name a folder, or postgresql://…",
        )
    if not case.strip() or "\0" in case:
        raise CasefileMissingError("is no folder's name", where=repr(case), remedy="name a folder")
    path = Path(case)
    folder = path.parent if path.name == DATABASE else path
    return folder_place(folder)


def folder_place(folder: Path, database: str = DATABASE) -> Place:
    """Return the place of a casefile in a folder, whose database has another name while made."""
    whole = folder.absolute()
    return Place(str(folder), URL.create("sqlite"), whole, whole / database)


def _server(address: str) -> Place:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):  # ValueError: of a port that is no number
        raise _no_address() from None
    if url.host and "@" in url.host:  # a part of the password
        raise _no_address()
    shown = URL.create(
        "postgresql",
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
        query={name: said for name, said in url.query.items() if name not in _SECRETS},
    )
    return Place(shown.render_as_string(), url, None, None)


def _no_address() -> CasefileMissingError:
    return CasefileMissingError(
        "is no address of a database",
        where="postgresql://…",
        remedy="write postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with %40 for @, %3A for : "
        "and %2F for / within a name or password",
    )
