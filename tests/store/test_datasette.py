"""A casefile opens in a real Datasette: pages, facets, links from row to row, JSON."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import Draft
from recoupe.store import new_casefile
from recoupe.store.schema import metadata
from recoupe.store.views import VIEWS
from tests.store.building import report

pytest.importorskip("datasette")

TABLES = [table.name for table in metadata.sorted_tables if not table.info.get("only")]
ROW = re.compile(r'href="(/casefile/[a-z_]+/[A-Za-z0-9~.-]+)"')


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The database of a casefile that is open for writing meanwhile."""
    folder = tmp_path_factory.mktemp("datasette") / "case"
    with new_casefile(str(folder), author="Ida") as case:
        capture, reading = report()
        case.add_report(capture, reading, author="Ida")
        case.add_report(*report(killed=14, hours=2), author="Ida")
        case.add_report(*report("https://other.example/two", version="2"), author="Ida")
        case.add_review(Draft("confirm", "statement", reading.statements[0].id, "Ida"))
        check_case(case, LocalEngine())
        yield folder / "casefile.db"


def pages(database: Path, *paths: str, immutable: bool = False) -> list[Any]:
    """Return what Datasette answers at each path."""
    from datasette.app import Datasette

    async def ask() -> list[Any]:
        files = [str(database)]
        served = Datasette([], immutables=files) if immutable else Datasette(files)
        return [await served.client.get(path) for path in paths]

    return asyncio.run(ask())


def test_every_table_and_view_has_a_page(database: Path) -> None:
    names = [*TABLES, *VIEWS]
    paths = ["/", "/casefile", *(f"/casefile/{name}?_size=5" for name in names)]
    for path, answer in zip(paths, pages(database, *paths), strict=True):
        assert answer.status_code == 200, path


def test_the_file_opens_read_only_too(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "casefile.db"
    with sqlite3.connect(database) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()
    (answer,) = pages(copy, "/casefile/statements_view.json?_shape=array", immutable=True)
    assert len(answer.json()) == 5


def test_tables_of_the_index_are_hidden(database: Path) -> None:
    (answer,) = pages(database, "/casefile.json")
    shown = {table["name"] for table in answer.json()["tables"] if not table["hidden"]}
    assert set(TABLES) <= shown
    assert not [name for name in shown if "words_" in name]


@pytest.mark.parametrize(
    ("view", "facet", "counted"),
    [
        ("statements_view", "stance", {"asserts": 4, "denies": 1}),
        ("statements_view", "speaker", {"Anna Berzina": 4, "the ministry": 1}),
        ("figures_view", "what", {"killed": 2}),
        ("places_view", "name", {"Port-Clair": 2, "Riga": 2}),
        ("reports_view", "outlet", {"The Paper": 2}),
        ("versions_view", "version", {1: 2, 2: 1}),
        ("positions_view", "outlet", {"The Paper": 7}),
        ("findings_view", "review", {"machine": 5}),
    ],
)
def test_facets_are_counted(database: Path, view: str, facet: str, counted: dict[Any, int]) -> None:
    (answer,) = pages(database, f"/casefile/{view}.json?_facet={facet}")
    results = answer.json()["facet_results"][facet]["results"]
    assert {one["value"]: one["count"] for one in results} == counted


@pytest.mark.parametrize("table", TABLES)
def test_links_lead_from_row_to_row(database: Path, table: str) -> None:
    (page,) = pages(database, f"/casefile/{table}?_size=3")
    links = sorted(set(ROW.findall(page.text)))
    for link, answer in zip(links, pages(database, *links), strict=True):
        assert answer.status_code == 200, f"{table} to {link}"


def test_a_named_row_is_shown_by_its_name(database: Path) -> None:
    path = "/casefile/statements.json?_labels=on&_shape=array"
    (answer,) = pages(database, path)
    statement = answer.json()[0]
    assert statement["speaker"]["label"] in {"Anna Berzina", "the ministry"}
    assert "people killed" in statement["article"]["label"]


def test_a_map_finds_its_columns(database: Path) -> None:
    (answer,) = pages(database, "/casefile/places_view.json?_shape=array&name=Port-Clair")
    for row in answer.json():
        assert (row["latitude"], row["longitude"]) == (47.1, 37.5)
