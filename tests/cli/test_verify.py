"""``recoupe verify`` and ``recoupe backup``, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from recoupe.cli import backup, verify
from recoupe.errors import UsageError, VerificationError
from recoupe.store import new_casefile
from tests.store.building import report

app = typer.Typer()
for command in (verify, backup):
    command.register(app)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a casefile with one report."""
    with new_casefile(str(tmp_path / "case"), author="desk") as casefile:
        casefile.add_report(*report(), author="desk")
    return tmp_path / "case"


def test_a_clean_casefile_says_what_was_recomputed_its_head_and_what_it_proves(
    folder: Path,
) -> None:
    done = CliRunner().invoke(app, ["verify", str(folder)])
    assert done.exit_code == 0
    assert "1  articles" in done.output
    assert "All is as it was kept." in done.output
    assert "What this does not show" in done.output


def test_problems_are_listed_with_their_status(folder: Path) -> None:
    next((folder / "captures").glob("*/*")).write_bytes(b"other")
    done = CliRunner().invoke(app, ["verify", str(folder)])
    assert "PROBLEM  captures/" in done.output
    assert isinstance(done.exception, VerificationError)
    assert done.exception.exit_status == 4
    assert "1 problem found" in str(done.exception)


def test_json_is_for_programs_and_a_head_is_looked_for(folder: Path) -> None:
    done = CliRunner().invoke(app, ["verify", str(folder), "--format", "json"])
    said = json.loads(done.output)
    assert said["clean"] is True
    assert said["problems"] == []
    good = CliRunner().invoke(app, ["verify", str(folder), "--head", said["head"]])
    assert good.exit_code == 0
    bad = CliRunner().invoke(app, ["verify", str(folder), "--head", "0" * 63 + "1"])
    assert isinstance(bad.exception, VerificationError)
    none = CliRunner().invoke(app, ["verify", str(folder), "--head", "0001"])
    assert isinstance(none.exception, UsageError)


def test_a_backup_says_where_it_is_and_how_to_go_back(folder: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["backup", str(folder), str(tmp_path / "kept")])
    assert done.exit_code == 0, done.exception
    assert f"{tmp_path / 'kept'}: a whole copy, verified" in done.output
    assert "--from" in done.output
    again = CliRunner().invoke(app, ["verify", str(tmp_path / "kept")])
    assert again.exit_code == 0
