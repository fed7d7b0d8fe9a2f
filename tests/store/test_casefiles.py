"""Every released schema: a casefile of it is opened, verified, read back and gone on with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Text, column, select, table

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.store import Casefile, open_casefile
from recoupe.store.migrations import STEPS
from recoupe.store.search import Query
from tests.store.building import report
from tests.store.casefiles.make import CASE, DUMP, EXPECTED, HERE, ME, said

RELEASED = sorted(path.name for path in HERE.iterdir() if (path / EXPECTED).exists())


@pytest.fixture(params=RELEASED)
def released(request: pytest.FixtureRequest) -> Path:
    """The folder of a released schema's casefile: on SQLite, on PostgreSQL, and what it says."""
    return HERE / str(request.param)


def check(case: str, released: Path) -> None:
    expected = json.loads((released / EXPECTED).read_text("utf-8"))
    with open_casefile(case) as casefile:
        assert casefile.verify(head=expected["log"][-1]).clean
        found = said(casefile)
        log = found.pop("log")
        assert log[: len(expected["log"])] == expected.pop("log")
        assert found == expected
        check_withdrawn(casefile, released.name)
        for one in casefile.readings(latest=False):
            article = one.reading.article
            assert casefile.capture(article.capture.sha256).content.decode() == article.text
        assert {hit.speaker for hit in casefile.search(Query("shell")).hits} == {"Anna Berzina"}
        added = report("https://paper.example/one", killed=20, hours=9)
        assert casefile.add_report(*added, author=ME).version == 3
        once = check_case(casefile, LocalEngine()).found
        assert casefile.crosscheck() == once
        assert check_case(casefile, LocalEngine(), again=True).found == once
        assert casefile.verify().clean


def check_withdrawn(casefile: Casefile, version: str) -> None:
    """Check that the views say which reports were withdrawn; schemas from 0003 on kept that."""
    told = {}
    with casefile.database.reading() as connection:
        for view in ("reports_view", "statements_view"):
            asked = select(table(view, column("address", Text), column("withdrawn", Text)))
            told[view] = {row.address: row.withdrawn for row in connection.execute(asked)}
    gone = {"https://paper.example/four": "canceled"} if version >= "0003" else {}
    assert {one.address: one.withdrawn for one in casefile.reports()} == told["reports_view"]
    for view, found in told.items():
        assert {address: status for address, status in found.items() if status} == gone, view


def test_there_is_a_casefile_of_every_released_schema() -> None:
    assert set(RELEASED) == set(STEPS.known())


def test_a_casefile_in_a_folder_is_brought_up_to_date(released: Path, tmp_path: Path) -> None:
    shutil.copytree(released / CASE, tmp_path / "case")
    check(str(tmp_path / "case"), released)


def test_a_casefile_on_a_server_is_brought_up_to_date(
    released: Path, postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with psycopg.connect(postgresql) as connection:
        connection.execute((released / DUMP).read_bytes())
    check(postgresql, released)
