"""The schema as the program has it now, made without any step."""

from __future__ import annotations

from sqlalchemy import Connection

from recoupe.store.guards import create_guards
from recoupe.store.indexes import create_indexes
from recoupe.store.schema import metadata
from recoupe.store.views import create_views


def make_newest(connection: Connection) -> None:
    """Make the tables, the index of words, the views and the triggers in an empty database."""
    on = connection.dialect.name
    tables = [table for table in metadata.sorted_tables if table.info.get("only", on) == on]
    metadata.create_all(connection, tables=tables)
    create_indexes(connection)
    create_views(connection)
    create_guards(connection)
