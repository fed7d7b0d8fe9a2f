"""Casefiles and reports that tests of filing share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.store import Casefile, new_casefile
from tests.filing.desk import ME, Desk
from tests.filing.newsroom import Newsroom
from tests.store.conftest import case, postgresql, postgresql_server, pytest_itemcollected

__all__ = ["case", "postgresql", "postgresql_server", "pytest_itemcollected"]


@pytest.fixture
def casefile(tmp_path: Path) -> Iterator[Casefile]:
    """An empty casefile in a folder of its own."""
    with new_casefile(str(tmp_path / "case"), author="Ana") as casefile:
        yield casefile


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of thirty reports, of which two say the same and one cannot be read."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(f"report {number}")
    (folder / "07.txt").write_text("report 6")
    (folder / "11.txt").write_text("bad")
    return folder


@pytest.fixture
def newsroom(monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsroom]:
    """A web server whose pages and lists alter, and which nobody waits for."""
    monkeypatch.setenv("RECOUPE_PAUSE", "0")
    monkeypatch.setenv("RECOUPE_MAX_PAUSE", "0")
    running = Newsroom()
    yield running
    running.close()


@pytest.fixture
def store(case: str) -> Iterator[Casefile]:
    """An empty casefile, once on each database."""
    with new_casefile(case, author=ME) as made:
        yield made


@pytest.fixture
def desk(store: Casefile, newsroom: Newsroom) -> Iterator[Desk]:
    """A watcher of the newsroom; whatever it went through, what it leaves can be verified."""
    yield Desk(store, newsroom)
    assert store.verify().problems == ()
