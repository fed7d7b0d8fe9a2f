"""The first schema: captures, articles, readings, reviews, the log, and what is made of them."""

from __future__ import annotations

from alembic import op

from recoupe.store import schema
from recoupe.store.guards import create_guards
from recoupe.store.indexes import create_indexes
from recoupe.store.views import create_views

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, the index of words, the views and what guards the kept rows."""
    connection = op.get_bind()
    on = connection.dialect.name
    tables = [t for t in schema.metadata.sorted_tables if t.info.get("only", on) == on]
    schema.metadata.create_all(connection, tables=tables)
    create_indexes(connection)
    create_views(connection)
    create_guards(connection)
