"""What keeps a stray hand from altering what is kept: triggers that refuse it.

They stop accidents (a wrong click in a database program), not somebody who means it: whoever can
drop a trigger is found by ``recoupe verify``.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

from recoupe.store import schema

_KEPT: Final = (schema.captures, schema.reviews, schema.audit_log)
"""Tables to which rows are only added."""

_SQLITE: Final = """
CREATE TRIGGER {table}_keeps_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} only grows: rows are never changed or taken out'); END
"""
_FUNCTION: Final = """
CREATE FUNCTION only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% only grows: rows are never changed or taken out', TG_TABLE_NAME; END $$
"""
_POSTGRESQL: Final = """
CREATE TRIGGER {table}_keeps_{verb} BEFORE {verb} ON {table}
FOR EACH ROW EXECUTE FUNCTION only_grows()
"""


def create_guards(connection: Connection) -> None:
    """Make the triggers."""
    on_sqlite = connection.dialect.name == "sqlite"
    if not on_sqlite:
        connection.execute(text(_FUNCTION))
    pattern = _SQLITE if on_sqlite else _POSTGRESQL
    for table in _KEPT:
        for verb in ("UPDATE", "DELETE"):
            connection.execute(text(pattern.format(table=table.name, verb=verb)))
