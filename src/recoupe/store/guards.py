"""What keeps a stray hand from altering what is kept: triggers that refuse it.

They stop accidents (a wrong click in a database program), not somebody who means it: whoever can
drop a trigger is found by ``recoupe verify``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, text

from recoupe.store import schema

_KEPT: Final = (
    schema.casefile,
    schema.captures,
    schema.captured_bytes,
    schema.reports,
    schema.reviews,
    schema.audit_log,
    schema.records,
    schema.proofs,
    schema.article_metadata,
)
"""Tables to which rows are only added."""

_MADE_ANEW: Final = frozenset(
    {
        "version",
        "latest",
        "outlet_folded",
        "published_day",
        *(name for name in schema.articles.c.keys() if name.startswith("corrected_")),  # noqa: SIM118
    }
)
"""The columns of an article that other versions and reviews bear on."""

_SQLITE: Final = """
CREATE TRIGGER {name} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} only grows: what is kept is never changed or taken out'); END
"""
_FUNCTION: Final = """
CREATE FUNCTION only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
RAISE EXCEPTION '% only grows: what is kept is never changed or taken out', TG_TABLE_NAME;
END $$
"""
_POSTGRESQL: Final = """
CREATE TRIGGER {name} BEFORE {verb} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION only_grows()
"""


@dataclass(frozen=True, slots=True)
class Guard:
    """A trigger: its name, what it refuses, and in which table."""

    name: str
    verb: str
    table: str


def guards(dialect: str) -> Iterator[Guard]:
    """Yield every trigger that a casefile on this kind of database has."""
    verbs = ("UPDATE", "DELETE") if dialect == "sqlite" else ("UPDATE", "DELETE", "TRUNCATE")
    for table in (*_KEPT, schema.articles):
        if table.info.get("only", dialect) != dialect:
            continue
        for verb in verbs:
            told = _told(table) if verb == "UPDATE" else verb
            yield Guard(f"{table.name}_keeps_{verb.lower()}", told, table.name)


def _told(table: Table) -> str:
    """Return what is refused to be updated: everything, or the columns that never change."""
    if table is not schema.articles:
        return "UPDATE"
    kept = [f'"{name}"' for name in table.c.keys() if name not in _MADE_ANEW]  # noqa: SIM118
    return f"UPDATE OF {', '.join(kept)}"


def create_guards(connection: Connection) -> None:
    """Make the triggers."""
    dialect = connection.dialect.name
    if dialect != "sqlite":
        connection.execute(text(_FUNCTION))
    pattern = _SQLITE if dialect == "sqlite" else _POSTGRESQL
    for guard in guards(dialect):
        made = pattern.format(name=guard.name, verb=guard.verb, table=guard.table)
        connection.execute(text(made))
