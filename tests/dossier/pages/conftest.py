"""What pages are made from: the casefile with one story, and one of four reports of a strike."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.dossier.addresses import WebAddresses
from recoupe.dossier.pages.view import View
from recoupe.store import Casefile, open_casefile
from tests.dossier.storied import Storied, storied
from tests.dossier.worlds import strike


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storied]:
    with storied(tmp_path_factory.mktemp("story") / "case") as made:
        yield made


@pytest.fixture(scope="session")
def strike_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the case of the strike, to be copied."""
    folder = tmp_path_factory.mktemp("strike")
    strike(folder).close()
    return folder


@pytest.fixture
def strikes(strike_made: Path, tmp_path: Path) -> Iterator[Casefile]:
    """The case of the strike, of the test's own."""
    shutil.copytree(strike_made, tmp_path / "strike")
    with open_casefile(str(tmp_path / "strike" / "case")) as made:
        yield made


@pytest.fixture
def view() -> View:
    return View("en", WebAddresses(), "Ana")
