"""``recoupe serve --masked`` serves what others may see, and says how much is masked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from recoupe.cli.main import app
from recoupe.dossier.web import serving
from recoupe.export.masking.kept import MaskedStore
from recoupe.model import Draft
from recoupe.store import Casefile, new_casefile
from tests.store import building


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    found: list[Any] = []

    def serve(store: Any, settings: object) -> None:
        kept = next(store.readings()).reading
        found.extend((type(store), kept.entities[0].name, store.may_write))

    monkeypatch.setattr(serving, "serve", serve)
    return found


@pytest.fixture
def case(tmp_path: Path) -> str:
    place = str(tmp_path / "case")
    with new_casefile(place, author="Ana") as made:
        made.add_report(*building.report(), author="Ana")
        woman = next(made.readings()).reading.entities[0]
        made.add_review(Draft("protect", "entity", woman.id, "Ana"))
    return place


@pytest.mark.parametrize(("language", "label"), [("en", "a person"), ("fr", "une personne")])
def test_whoever_is_protected_is_masked(
    case: str, served: list[Any], language: str, label: str
) -> None:
    done = CliRunner().invoke(app, ["serve", case, "--masked", "--language", language])
    assert done.exit_code == 0, done.output
    assert served == [MaskedStore, label, False]
    assert "People and bodies: 1; places: 0; reports with masked words: 1." in done.output


def test_who_works_in_it_sees_everything(case: str, served: list[Any]) -> None:
    done = CliRunner().invoke(app, ["serve", case])
    assert done.exit_code == 0
    assert served == [Casefile, "Anna Berzina", True]
