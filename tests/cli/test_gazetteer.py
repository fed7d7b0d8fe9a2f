"""``recoupe gazetteer``: import, list, remove, and reading with what was imported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recoupe.cli.main import app

CSV = "name,latitude,longitude,kind,radius\nKunlun,10,20,village,900\nBroken,x,2,,\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RECOUPE_GAZETTEERS", str(tmp_path / "home"))
    (tmp_path / "villages.csv").write_text(CSV, encoding="utf-8")
    return tmp_path


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.stdout, result.stderr


def test_import_says_what_was_left_out_then_list_and_remove(files: Path) -> None:
    assert run("gazetteer", "list")[1].startswith("nothing is imported")
    status, out, err = run("gazetteer", "import", str(files / "villages.csv"), "--name", "mine")
    assert status == 3
    assert out.startswith("mine: 1 places, 1 names, in ")
    assert "villages.csv, line 3: latitude 'x' is no number; left out" in err
    assert "rejected.tsv" in err
    listed = run("gazetteer", "list")[1]
    assert "mine" in listed
    assert "own places" in listed
    assert "villages.csv" in listed
    assert run("gazetteer", "remove", "mine")[1] == "removed mine\n"
    assert run("gazetteer", "list")[1].startswith("nothing is imported")


def test_feature_classes_are_letters(files: Path) -> None:
    result = CliRunner().invoke(
        app, ["gazetteer", "import", str(files / "villages.csv"), "--features", "XYZ"]
    )
    assert "no feature classes" in str(result.exception)


@pytest.mark.models
def test_a_reading_says_which_gazetteers_were_used(files: Path) -> None:
    run("gazetteer", "import", str(files / "villages.csv"))
    report = files / "report.txt"
    report.write_text("Le convoi a atteint Kunlun mercredi soir, selon la mairie.", "utf-8")
    options = (str(report), "--language", "fr", "--mode", "rules", "--format", "json")
    [reading] = json.loads(run("read", *options)[1])
    [place] = reading["places"]
    assert (place["name"], place["precision_m"]) == ("Kunlun", 900)
    assert reading["provenance"]["readers"]["gazetteer"]["name"] == "packaged+villages"
    [without] = json.loads(run("read", *options, "--gazetteer", "none")[1])
    assert "gazetteer" not in without["provenance"]["readers"]
    assert all(place["lat"] is None for place in without["places"])
