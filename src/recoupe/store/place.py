"""Where a casefile is: a folder with its database and captured bytes, or a PostgreSQL database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from recoupe.errors import CasefileMissingError

DATABASE: Final = "casefile.db"
CAPTURES: Final = "captures"
BACKUPS: Final = "backups"

_SERVER: Final = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://", re.I)
_SECRET: Final = re.compile(r"(?<=://)([^:/@]*):[^@]*(?=@)")


@dataclass(frozen=True, slots=True)
class Place:
    """``folder`` and ``database`` are ``None`` where the casefile is on a server.

    ``url`` is what SQLAlchemy opens; ``name`` what people are told, without a password.
    """

    name: str
    url: str
    folder: Path | None
    database: Path | None

    @property
    def captures(self) -> Path | None:
        """The folder of captured bytes."""
        return None if self.folder is None else self.folder / CAPTURES


def place_of(case: str) -> Place:
    """Return where ``case`` is: a folder, the database file in one, or ``postgresql://…``.

    Raises :class:`CasefileMissingError` for the address of another kind of database.
    """
    if _SERVER.match(case):
        rest = _SERVER.sub("", case, count=1)
        name = _SECRET.sub(r"\1", case)
        return Place(name, f"postgresql+psycopg://{rest}", None, None)
    if "://" in case:
        raise CasefileMissingError(
            "is no place for a casefile", where=case, remedy="name a folder, or postgresql://…"
        )
    path = Path(case)
    folder = path.parent if path.name == DATABASE else path
    database = folder / DATABASE
    return Place(str(folder), f"sqlite:///{database}", folder, database)
