"""Views that a person can read and facet in Datasette or any database program."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

_VIEWS: Final[dict[str, str]] = {}


def create_views(connection: Connection) -> None:
    """Make the views."""
    for name, question in _VIEWS.items():
        connection.execute(text(f"CREATE VIEW {name} AS {question}"))
