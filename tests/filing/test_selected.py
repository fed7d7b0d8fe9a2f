"""A casefile filled from readings in Parquet is the one that adding their archive makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest

from recoupe.capture import capture_inputs
from recoupe.filing import Filed, file_reports
from recoupe.filing.selected import file_selected
from recoupe.flow import ReadOptions
from recoupe.model import Declared, Failure
from recoupe.pipeline.columns import Row
from recoupe.pipeline.selecting import selected
from recoupe.store import Casefile, new_casefile, open_casefile
from tests.capture.archives.making import crawl
from tests.capture.archives.test_slices import revisiting
from tests.filing.standing_in import StandIn
from tests.pipeline.laying import lay_archive
from tests.pipeline.test_again import KINDS, packed
from tests.store.contents import contents
from tests.store.killing import killed

ME = "Ana"


@pytest.fixture
def other(tmp_path: Path) -> Iterable[Casefile]:
    """Another empty casefile."""
    with new_casefile(str(tmp_path / "other"), author=ME) as made:
        yield made


def rows_of(path: Path, where: str | None = None) -> list[Row]:
    return list(selected(lay_archive(path.parent / "readings", str(path)), where))


def outcomes(filed: Iterable[Filed]) -> list[str]:
    return [
        one.result.kind if isinstance(one.result, Failure) else one.result.outcome for one in filed
    ]


def add(store: Casefile, path: Path, only: Callable[[str], bool] = lambda _: True) -> None:
    """Add an archive as ``recoupe add`` does; of its pages only some."""
    captures = capture_inputs([str(path)], declared=Declared(), allow_private=False)
    chosen = (one for one in captures if only(one.input))
    filed = file_reports(chosen, store, ReadOptions(date(2026, 1, 1)), StandIn(), author=ME)
    assert outcomes(filed)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("made", [crawl(9), revisiting()], ids=["crawl", "revisits"])
def test_the_casefile_is_that_of_adding_the_archive(
    casefile: Casefile, other: Casefile, tmp_path: Path, name: str, made: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(packed(made, name))
    add(other, path)
    rows = rows_of(path)
    filed = list(file_selected(rows, casefile, author=ME))
    assert [one.input for one in filed] == [f"{path}#{row['record']}" for row in rows]
    assert set(outcomes(filed)) <= {"new", "known"}
    found, expected = contents(casefile), contents(other)
    # a page that is met twice is read twice there, and the vault has its second records, too
    assert set(found.pop("bytes")) <= set(expected.pop("bytes"))
    assert found == expected
    assert casefile.verify().clean


def test_a_part_of_it_is_that_of_adding_these_records(
    store: Casefile, other: Casefile, tmp_path: Path
) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawl(9))
    rows = rows_of(path, "record % 2 = 0")
    assert 0 < len(rows) < 9
    assert outcomes(file_selected(rows, store, author=ME)) == ["new"] * len(rows)
    add(other, path, only=lambda name: int(name.rpartition("#")[2]) % 2 == 0)
    assert contents(store) == contents(other)


def test_filling_again_adds_nothing_and_needs_no_archive(store: Casefile, tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawl(5))
    rows = rows_of(path)
    list(file_selected(rows, store, author=ME))
    before = contents(store), store.status().counts
    path.unlink()
    assert outcomes(file_selected(rows, store, author=ME)) == ["known"] * 5
    assert (contents(store), store.status().counts) == before


def test_what_the_archive_gave_before_is_known(casefile: Casefile, tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawl(4))
    add(casefile, path)
    assert outcomes(file_selected(rows_of(path), casefile, author=ME)) == ["known"] * 4


def test_an_archive_that_is_gone_fails_and_is_tried_again(
    casefile: Casefile, tmp_path: Path
) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawl(3))
    rows = rows_of(path)
    path.rename(tmp_path / "elsewhere")
    assert outcomes(file_selected(rows, casefile, author=ME)) == ["missing_input"] * 3
    assert list(casefile.failures()) == []
    (tmp_path / "elsewhere").rename(path)
    assert outcomes(file_selected(rows, casefile, author=ME)) == ["new"] * 3


def test_a_row_that_was_altered_fails_alone(casefile: Casefile, tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawl(3))
    rows = rows_of(path)
    rows[0]["article"]["text"] += "!"
    rows[1]["statements"][0]["content"][0]["text"] = "other words"
    assert outcomes(file_selected(rows, casefile, author=ME)) == ["record", "span", "new"]
    assert casefile.verify().clean


def fill(case: str, folder: str, _first: int, acknowledged: Connection) -> None:
    """Fill a casefile from a folder, and acknowledge each report as soon as it is kept."""
    from recoupe.pipeline.folder import Folder

    with open_casefile(case) as store:
        for number, _ in enumerate(file_selected(selected(Folder(folder)), store, author=ME)):
            acknowledged.send(number)


@pytest.mark.process
def test_filling_goes_on_after_every_kill(other: Casefile, tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawl(60))
    folder = lay_archive(tmp_path / "readings", str(path))
    case = str(tmp_path / "case")
    new_casefile(case, author=ME).close()
    moments = Random(7)  # noqa: S311 - not a secret
    kept = 0
    for _ in range(6):
        there = kept + moments.randrange(1, 9)
        killed(fill, (case, folder.address, 0), there, moments.uniform(0, 0.05))
        with open_casefile(case) as store:
            assert store.verify().clean
            kept = store.status().counts["reports"]
            assert there <= kept < 60
    add(other, path)
    with open_casefile(case) as store:
        left = outcomes(file_selected(selected(folder), store, author=ME))
        assert left == ["known"] * kept + ["new"] * (60 - kept)
        assert contents(store) == contents(other)
        assert store.verify().clean
