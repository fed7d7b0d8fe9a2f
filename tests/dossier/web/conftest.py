"""A casefile with two reports, served in the test's own process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.store import Casefile, new_casefile
from tests.store import building

pytest.register_assert_rewrite("tests.dossier.web.hands")

ADDRESS = "http://localhost:8787"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casefile]:
    with new_casefile(str(tmp_path / "case"), author="Ana", name="The <dam>") as made:
        for address in ("https://paper.example/one", "https://paper.example/two"):
            made.add_report(*building.report(address), author="Ana")
        yield made


@pytest.fixture
def client(case: Casefile) -> TestClient:
    return TestClient(application(case, Settings(author="Ana")), base_url=ADDRESS)


def token_of(page: str) -> str:
    """Return the token that the forms of a page carry."""
    return page.split('name="form_token" value="')[1].split('"', maxsplit=1)[0]
