"""``recoupe search``: what a person sees, types next, and pipes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.store import new_casefile
from tests.cli.conftest import Ran
from tests.store.building import report

Recoupe = Callable[..., Ran]


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A casefile of three reports."""
    folder = str(tmp_path / "case")
    with new_casefile(folder, author="test") as store:
        for number in range(3):
            address = f"https://paper.example/{number}"
            store.add_report(*report(address, killed=number, version="2"), author="test")
    return folder


def test_a_table_shows_who_says_what_where_and_the_ids(recoupe: Recoupe, case: str) -> None:
    ran = recoupe("search", case, "nobody", "--format", "table", "--limit", "2")
    assert ran.status == 0
    assert "the ministry  denies  The Paper · 2022-05-05 · 2 people killed at Port-Clair" in ran.out
    assert "Nobody fired" in ran.out
    assert "statement-" in ran.out
    assert "page-" in ran.out
    assert "1 to 2 of 3; --page 2 shows more" in ran.out


def test_one_hit_a_line_when_piped(recoupe: Recoupe, case: str) -> None:
    ran = recoupe("search", case, '"nobody fired"', "--page", "2", "--limit", "2")
    (hit,) = map(json.loads, ran.out.splitlines())
    assert hit["title"] == "0 people killed at Port-Clair"
    assert [span["text"] for span in hit["found"]] == ["Nobody fired"]


def test_filters_are_typed_as_options(recoupe: Recoupe, case: str) -> None:
    asked = ["--in", "figures", "--figure", "killed", "--at-least", "2", "--speaker", "berzina"]
    ran = recoupe("search", case, *asked, "--place", "Ukraine", "--from", "2022-05", "--to", "2022")
    (hit,) = map(json.loads, ran.out.splitlines())
    assert hit["words"][0]["text"] == "2"
    assert hit["speaker"] == "Anna Berzina"


def test_nothing_found_is_no_failure(recoupe: Recoupe, case: str) -> None:
    assert recoupe("search", case, "volcano") == Ran(0, "", "nothing found\n")


def test_a_date_that_is_none_is_said(recoupe: Recoupe, case: str) -> None:
    ran = recoupe("search", case, "--from", "yesterday")
    assert ran.status == 2
    assert "--from: 'yesterday' is no date; write 2022-05-31" in ran.err
