"""``recoupe known`` and ``recoupe read --known``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

Recoupe = Callable[..., Ran]
ROWS = "name,kind,aliases,id\nAnna Karlin,person,Анна Карлин,P1\n,person,,\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RECOUPE_KNOWN", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_lists_are_imported_listed_and_removed(recoupe: Recoupe, table: Path) -> None:
    ran = recoupe("known", "import", str(table))
    assert ran.status == 3
    assert "line 3: not read: no name" in ran.err
    assert "people: 1 people and bodies" in recoupe("known", "list").out
    assert recoupe("known", "remove", "people").status == 0
    assert "no lists" in recoupe("known", "list").out


def test_a_list_that_is_not_there_is_a_usage_error(recoupe: Recoupe) -> None:
    ran = recoupe("known", "remove", "nobody")
    assert ran.status == 2
    assert "recoupe known import" in ran.err
    assert recoupe("known", "import", "x.csv", "--name", "../x").status == 1


@pytest.mark.models
@pytest.mark.parametrize("by_name", [True, False])
def test_read_with_a_list_or_with_its_file(
    recoupe: Recoupe, table: Path, tmp_path: Path, by_name: bool
) -> None:
    recoupe("known", "import", str(table))
    report = tmp_path / "report.txt"
    report.write_text("Mme Anna Karlin est venue à la mairie de Lorvent mardi.", encoding="utf-8")
    ran = recoupe(
        *("read", str(report), "--mode", "rules", "--language", "fr", "--format", "jsonl"),
        *("--known", "people" if by_name else str(table)),
    )
    assert ran.status == 0, ran.err
    reading = json.loads(ran.out)
    assert reading["provenance"]["readers"]["known"]["name"] == "people"
    found = [e["known"] for e in reading["entities"] if e["known"]]
    assert [item["id"] for item in found] == ["P1"]
