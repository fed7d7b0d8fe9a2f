"""The plain tables, read back as any program reads CSV."""

from __future__ import annotations

import io
import zipfile

import pytest

from recoupe.model import LISTS
from recoupe.store import Casefile
from tests.export.conftest import handed, table, written

TABLES = [
    "reports",
    "statements",
    "figures",
    "events",
    "places",
    "stories",
    "findings",
    "positions",
    "said",
    "lineage",
    "about",
]


@pytest.fixture(scope="module")
def packed(plain: Casefile) -> bytes:
    return written("csv", handed(plain))


def test_there_is_a_file_for_each_table(packed: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        assert files.testzip() is None
        assert files.namelist() == [f"{name}.csv" for name in TABLES]


def test_every_record_has_its_row_with_its_words_and_where_they_stand(
    plain: Casefile, packed: bytes
) -> None:
    readings = {one.reading.article.id: one.reading for one in plain.readings()}
    for name in ("statements", "figures", "events", "places"):
        rows = table(name, packed)
        kind = name.removesuffix("s")
        records = [one for found in readings.values() for one in getattr(found, LISTS[kind])]  # type: ignore[index]
        assert [row[f"{kind}_id"] for row in rows] == [one.id for one in records]
        for row in rows:
            text = readings[row["report_id"]].article.text
            start, end = map(int, row["at"].split()[0].split(":"))
            assert text[start:end] == row["words"].split(" ¦ ")[0]


def test_a_count_of_reports_stands_beside_its_independent_origins(packed: bytes) -> None:
    for row in table("positions", packed):
        assert int(row["reports"]) >= int(row["independent_origins"]) >= 1


def test_findings_positions_and_words_lead_to_one_another(packed: bytes) -> None:
    findings = {row["finding_id"] for row in table("findings", packed)}
    positions = {row["position"]: row for row in table("positions", packed)}
    reports = {row["report_id"] for row in table("reports", packed)}
    said = table("said", packed)
    assert findings == {row["finding_id"] for row in positions.values()}
    assert {row["position"] for row in said} == set(positions)
    assert {row["report_id"] for row in said} <= reports


def test_copies_are_told_with_what_they_come_from(packed: bytes) -> None:
    rows = table("lineage", packed)
    assert rows
    assert {row["kind"] for row in rows} <= {"verbatim", "rewrite", "quoted", "credited"}
    assert all(0 < float(row["share"]) <= 1 for row in rows)


def test_a_mark_for_spreadsheets_is_written_where_asked(plain: Casefile, packed: bytes) -> None:
    marked = written("csv", handed(plain), bom=True)
    for one, mark in ((packed, False), (marked, True)):
        with zipfile.ZipFile(io.BytesIO(one)) as files:
            first = files.read("figures.csv")
        assert first.startswith("﻿".encode()) is mark
    assert table("figures", marked) == table("figures", packed)


def test_the_same_casefile_makes_the_same_bytes(plain: Casefile, packed: bytes) -> None:
    assert written("csv", handed(plain)) == packed


def test_the_tables_say_what_was_masked(guarded: Casefile) -> None:
    packed = written("csv", handed(guarded))
    about = [(row["what"], row["value"]) for row in table("about", packed)]
    assert ("masked_parties", "1") in about
    assert ("note", handed(guarded).masked.note("en")) in about
    assert {row["masked"] for row in table("statements", packed)} == {"yes"}
    assert {row["at"] for row in table("statements", packed)} == {""}
