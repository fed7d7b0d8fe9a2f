"""docs/storage.md names every table, view and column as they are."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import inspect

from recoupe.store import new_casefile
from recoupe.store.schema import metadata
from recoupe.store.views import VIEWS

PAGE = Path(__file__).parents[2] / "docs" / "storage.md"
ROW = re.compile(r"^\| `(\w+)` \| (`\w+`(?:, `\w+`)*) \|$", re.M)


def documented() -> dict[str, list[str]]:
    page = PAGE.read_text(encoding="utf-8")
    return {name: re.findall(r"\w+", columns) for name, columns in ROW.findall(page)}


def test_every_table_is_documented_with_its_columns() -> None:
    tables = {name: [column.name for column in t.columns] for name, t in metadata.tables.items()}
    assert {name: found for name, found in documented().items() if name not in VIEWS} == tables


def test_every_view_is_documented_with_its_columns(tmp_path: Path) -> None:
    with (
        new_casefile(str(tmp_path / "case"), author="Ida") as case,
        case.database.reading() as connection,
    ):
        inspected = inspect(connection)
        views = {
            name: [column["name"] for column in inspected.get_columns(name)]
            for name in inspected.get_view_names()
        }
    assert set(views) == set(VIEWS)
    assert {name: found for name, found in documented().items() if name in VIEWS} == views
