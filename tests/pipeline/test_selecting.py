"""A condition chooses rows in their order; it writes nothing and reads nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.errors import MalformedInputError, UsageError
from recoupe.pipeline.columns import Row, reading_of
from recoupe.pipeline.folder import Folder
from recoupe.pipeline.selecting import selected
from tests.pipeline.laying import lay, rows_of, told

PARTS = {
    "file=aa/part-00000.parquet": rows_of("b.warc.gz", range(2, 42)),
    "file=aa/part-00001.parquet": rows_of("b.warc.gz", range(42, 60, 2)),
    "file=ab/part-00000.parquet": rows_of("a.warc.gz", range(1, 12)),
    "file=ac/part-00000.parquet": [],
}
ALL = [row for rows in PARTS.values() for row in rows]


@pytest.fixture(scope="module", params=["here", "elsewhere"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A folder whose name holds what patterns of files and SQL are made of."""
    if request.param == "here":
        return lay(tmp_path_factory.mktemp("it's [a]*"), PARTS)
    return lay("memory://of/tests", PARTS)


def places(rows: list[Row]) -> list[tuple[str, int]]:
    return [(row["archive"], row["record"]) for row in rows]


def test_without_a_condition_all_rows_come_in_order(folder: Folder) -> None:
    assert places(list(selected(folder))) == places(ALL)


def test_a_chosen_row_is_the_reading_that_was_written(folder: Folder) -> None:
    (row,) = selected(folder, "record = 7 and archive = 'a.warc.gz'")
    assert reading_of(row) == told(7)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("record % 3 = 0", lambda row: row["record"] % 3 == 0),
        ("archive LIKE 'a%'", lambda row: row["archive"] == "a.warc.gz"),
        ("record > 50 OR record < 3", lambda row: row["record"] > 50 or row["record"] < 3),
        ("day = '2022-05-05'", lambda _: True),
        ("captured_at < '2022-05-05 12:00:01'", lambda _: True),
        ("captured_at < '2022-05-05 12:00'", lambda _: False),
        ("article.text LIKE '12 people%'", lambda row: row["title"].startswith("12 people")),
        ("len(statements) > 1 AND readings.words > 10 -- and all of them", lambda _: True),
        ("list_bool_or([s.stance = 'denies' FOR s IN statements])", lambda _: False),
        ("url IS NULL", lambda _: False),
        ("title = 'it''s' OR record = 3", lambda row: row["record"] == 3),
    ],
)  # fmt: skip
def test_a_condition_chooses(folder: Folder, where: str, expected) -> None:
    assert places(list(selected(folder, where))) == places([row for row in ALL if expected(row)])


def test_a_condition_may_ask_the_readings_again(folder: Folder) -> None:
    where = "record IN (SELECT record FROM readings GROUP BY record HAVING count(*) > 1)"
    found = places(list(selected(folder, where)))
    assert found == places([row for row in ALL if 2 <= row["record"] < 12])


def test_many_files_are_asked_a_few_at_a_time(tmp_path: Path) -> None:
    parts = {f"file={n:03}/part-00000.parquet": rows_of(f"{n}.warc", [n]) for n in range(70)}
    found = places(list(selected(lay(tmp_path, parts), "record % 2 = 0")))
    assert found == [(f"{n}.warc", n) for n in range(0, 70, 2)]


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("outlett = 'x'", 'Referenced column "outlett" not found'),
        ("outlet = ", "syntax error"),
        ("", "it is empty"),
        ("true) UNION ALL SELECT 'x', 1 WHERE (true", "more than one condition"),
        ("true; DROP TABLE readings", "syntax error"),
        ("true) ORDER BY (record", "more than one condition"),
        ("count(*) > 1", "aggregates"),
        ("title", "Could not convert string"),
        ("record = ?", "parameters"),
        ("record IN (SELECT 1 FROM read_csv('/etc/hostname'))", "Cannot access file"),
        ("record IN (SELECT 1 FROM '/etc/hostname')", "does not exist"),
        ("title IN (SELECT content FROM read_text('/etc/hostname'))", "Cannot access file"),
        ("record IN (SELECT 1 FROM rows)", "does not exist"),
        ("record IN (COPY readings TO 'x.csv')", "syntax error"),
    ],
)
def test_what_is_no_condition_is_refused_with_the_columns_there_are(
    folder: Folder, where: str, words: str
) -> None:
    rows = [1]  # a DuckDB in Python finds variables by their names, if it may
    with pytest.raises(UsageError) as refused:
        list(selected(folder, where))
    told = str(refused.value)
    assert rows
    assert words in told
    assert told.startswith("--where: ")
    assert "\n" not in told
    assert "columns archive, record, " in told
    assert "statements, entities" in told


def test_files_of_others_are_not_read_by_any_name(folder: Folder, tmp_path: Path) -> None:
    other = lay(tmp_path, {"file=zz/part-00000.parquet": rows_of("z.warc", [1])})
    path = f"{other.address}/readings/file=zz/part-00000.parquet"
    up = "/".join([".."] * 20)
    for name in (path, f"{folder.address}/readings/{up}{path}", f"file://{path}"):
        with pytest.raises(UsageError, match="--where"):
            list(selected(folder, f"record IN (SELECT record FROM read_parquet('{name}'))"))  # noqa: S608


def test_a_folder_without_readings_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"recoupe pipeline INPUT\.\.\. --to"):
        list(selected(Folder.at(str(tmp_path)), "true"))


def test_a_folder_of_no_reports_chooses_none(tmp_path: Path) -> None:
    empty = lay(tmp_path, {})
    assert list(selected(empty, "record = 1")) == []
    with pytest.raises(UsageError, match="syntax error"):
        list(selected(empty, "record ="))


@pytest.mark.parametrize("where", [None, "true"])
def test_a_damaged_file_is_named(tmp_path: Path, where: str | None) -> None:
    folder = lay(tmp_path, {"file=aa/part-00000.parquet": rows_of("a.warc", [1])})
    path = tmp_path / "readings" / "file=aa" / "part-00000.parquet"
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(MalformedInputError, match=r"part-00000.parquet: is no file of readings"):
        list(selected(folder, where))
