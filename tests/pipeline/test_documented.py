"""What docs/pipeline.md shows of SQL is run, and names the columns that there are."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from recoupe.engine import LocalEngine
from recoupe.export.crosscheck_parquet import write_crosscheck
from recoupe.pipeline.checking import check_selected
from recoupe.pipeline.columns import readings_schema
from recoupe.pipeline.folder import Folder
from recoupe.pipeline.selecting import selected
from tests.pipeline.laying import lay, row_of
from tests.store.building import report

PAGE = Path(__file__).parents[2].joinpath("docs", "pipeline.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
QUERIES = [
    one.strip() for block in BLOCKS if "SELECT" in block[:7] for one in block.split(";")[:-1]
]
CONDITIONS = [one for block in BLOCKS if "SELECT" not in block[:7] for one in block.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The folder ``readings`` of the page, with a cross-check."""
    told = [
        report(f"https://{name}.example/shelling", killed=killed, version="2")[1]
        for name, killed in (("one", 12), ("two", 12), ("three", 17))
    ]
    rows = [row_of(one, "crawl.warc.gz", number) for number, one in enumerate(told)]
    place = tmp_path_factory.mktemp("documented") / "readings"
    made = lay(place, {"file=a/part-00000.parquet": rows})
    done = check_selected(made, None, LocalEngine())
    write_crosscheck(done.found, done.failures, made, language="en", told={})
    return made


def test_there_are_examples() -> None:
    assert len(QUERIES) == 5
    assert len(CONDITIONS) == 6


@pytest.mark.parametrize("query", QUERIES)
def test_each_query_finds_something(
    folder: Folder, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(folder.address).parent)
    assert duckdb.sql(query).fetchall()


def test_reports_are_counted_by_outlet_and_day(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(folder.address).parent)
    ((outlet, day, count),) = duckdb.sql(QUERIES[0]).fetchall()
    assert (outlet, str(day), count) == ("The Paper", "2022-05-05", 3)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_each_condition_can_be_asked(folder: Folder, condition: str) -> None:
    expected = 0 if "'fr'" in condition or "archive LIKE" in condition else 3
    assert len(list(selected(folder, condition))) == expected


def test_all_columns_are_told() -> None:
    table = PAGE.split("| column | |", 1)[1].split("\n\n", 1)[0]
    first = [line.split("|")[1] for line in table.strip().splitlines()[1:]]
    named = [name for cell in first for name in re.findall(r"`(\w+)`", cell)]
    assert sorted(named) == sorted(readings_schema().names)
