"""Where a test may make a casefile: in a folder of its own, or in a database of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.databases import new_database, server_url


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark each test that asks for a PostgreSQL database, so that ``make unit`` leaves it out."""
    if "postgresql" in getattr(item, "fixturenames", ()):
        item.add_marker("postgresql")


@pytest.fixture(scope="session")
def postgresql_server() -> str:
    """The URL of the PostgreSQL server; the test is skipped where there is none."""
    return server_url()


@pytest.fixture
def postgresql(postgresql_server: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database of the test's own."""
    with new_database(postgresql_server) as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a casefile that is not there yet: a folder, or a PostgreSQL database.

    A test that asks for it runs twice, once on each.
    """
    if request.param == "postgresql":
        return request.getfixturevalue("postgresql")
    return str(tmp_path / "case")
