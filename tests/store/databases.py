"""Databases on a real PostgreSQL server, each of them empty and for one test alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

SERVER_VARIABLE: Final = "RECOUPE_TEST_POSTGRESQL"
HOW_TO_START: Final = (
    f"no PostgreSQL server: start one with .ci/postgresql start and set {SERVER_VARIABLE} to the "
    "URL it prints, or run make postgresql"
)


def server_url() -> str:
    """Return the URL of the server's own database; skip the test where there is no server."""
    return os.environ.get(SERVER_VARIABLE) or pytest.skip(HOW_TO_START)


@contextmanager
def new_database(server: str) -> Iterator[str]:
    """Give the URL of a new database on ``server``, removed afterwards whoever still uses it.

    The name is random, so that workers of one session and sessions of one server do not meet.
    """
    name = f"recoupe_{uuid4().hex}"
    # template0 is the one that nobody can be connected to, which would hold its copying up.
    run(server, sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        run(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def run(server: str, statement: sql.Composed) -> None:
    """Run ``statement`` outside a transaction, as databases must be made and removed."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)
