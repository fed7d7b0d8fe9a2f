"""What chosen readings come to is what ``recoupe check`` finds in the same reports."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from recoupe.engine import LocalEngine
from recoupe.errors import UsageError
from recoupe.flow import check_readings
from recoupe.model import CrossCheck, Reading
from recoupe.pipeline.checking import check_selected
from recoupe.pipeline.folder import Folder
from tests.filing.worlds import report
from tests.pipeline.laying import lay, row_of


def reports(seed: int, count: int = 24) -> list[Reading]:
    """Return reports of some incidents, which many papers tell with tolls that differ."""
    chance = Random(seed)  # noqa: S311 - not a secret
    return [report(chance, f"https://paper{n}.example")[1] for n in range(count)]


def laid(folder: Path, readings: list[Reading]) -> Folder:
    rows = [row_of(one, f"{n % 3}.warc.gz", n) for n, one in enumerate(readings)]
    return lay(
        folder,
        {f"file={key}/part-00000.parquet": [row for row in rows if row["archive"][0] == key]
         for key in "012"},
    )  # fmt: skip


def unordered(found: CrossCheck) -> list[object]:
    reports = sorted(found.reports, key=lambda one: one.id)
    return [reports, found.stories, found.lineage, found.findings]


@pytest.mark.parametrize("seed", range(3))
def test_it_is_the_cross_check_of_the_same_reports(tmp_path: Path, seed: int) -> None:
    readings = reports(seed)
    expected, _ = check_readings(readings, LocalEngine())
    assert expected.stories
    assert expected.findings
    assert expected.lineage
    done = check_selected(laid(tmp_path, readings), None, LocalEngine())
    assert unordered(done.found) == unordered(expected)
    assert done.failures == ()


def test_the_order_of_archives_changes_nothing(tmp_path: Path) -> None:
    readings = reports(5)
    one = check_selected(laid(tmp_path / "one", readings), None, LocalEngine())
    two = check_selected(laid(tmp_path / "two", readings[::-1]), None, LocalEngine())
    assert unordered(one.found) == unordered(two.found)


@pytest.mark.process
def test_more_processes_change_nothing(tmp_path: Path) -> None:
    folder = laid(tmp_path, reports(6))
    with LocalEngine(2) as two:
        assert check_selected(folder, None, two) == check_selected(folder, None, LocalEngine())


def test_only_what_is_chosen_is_checked(tmp_path: Path) -> None:
    readings = reports(7)
    folder = laid(tmp_path, readings)
    done = check_selected(folder, "title LIKE '%Lindale'", LocalEngine())
    chosen = [one for one in readings if str(one.article.title).endswith("Lindale")]
    assert 0 < len(chosen) < len(readings)
    expected, _ = check_readings(chosen, LocalEngine())
    assert unordered(done.found) == unordered(expected)


def test_a_row_that_is_no_reading_fails_and_the_others_are_checked(tmp_path: Path) -> None:
    readings = reports(8)
    rows = [row_of(one, "a.warc.gz", n) for n, one in enumerate(readings)]
    rows[3]["article"]["text"] += "!"
    done = check_selected(lay(tmp_path, {"file=a/part-00000.parquet": rows}), None, LocalEngine())
    (failed,) = done.failures
    assert (failed.input, failed.kind) == ("a.warc.gz#3", "record")
    expected, _ = check_readings([*readings[:3], *readings[4:]], LocalEngine())
    assert unordered(done.found) == unordered(expected)


def test_a_condition_that_is_none_is_refused(tmp_path: Path) -> None:
    folder = laid(tmp_path, reports(9, 3))
    with pytest.raises(UsageError, match="--where"):
        check_selected(folder, "nobody = 1", LocalEngine())
