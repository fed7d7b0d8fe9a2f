"""``recoupe pipeline``: what it reads, tells, refuses and goes on with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.cli.pipeline_told import progress_words, size_words, summary_lines
from recoupe.errors import MissingInputError
from recoupe.model import failure
from recoupe.pipeline.parts import Tally
from recoupe.pipeline.running import Progress, Summary
from tests.capture.archives.making import crawl
from tests.cli.conftest import Ran
from tests.pipeline.readers import rows


@pytest.mark.models
@pytest.mark.process
def test_archives_are_read_and_the_same_command_goes_on(
    recoupe: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.warc.gz").write_bytes(crawl(3))
    words = ("pipeline", str(tmp_path / "in"), "--to", str(tmp_path / "out"))
    ran = recoupe(*words)
    assert (ran.status, ran.out) == (0, "")
    assert "recoupe: 1 archive, 4." in ran.err
    assert " KB: 10 records: 3 pages, 3 pictures" in ran.err
    assert f"3 readings and 0 failures in 1 slice, in {tmp_path / 'out'}" in ran.err
    assert "3 read now in " in ran.err
    [(_, found)] = rows(tmp_path / "out")
    assert [row["record"] for row in found] == [2, 5, 8]
    assert all(row["statements"] and row["mode"] == "fast" for row in found)
    again = recoupe(*words)
    assert again.status == 0
    assert "in 1 slice, 1 slice of which were there" in again.err
    assert "read now" not in again.err
    refused = recoupe(*words, "--mode", "accurate")
    assert refused.status == 2
    assert "was begun with --mode fast, and now it is accurate" in refused.err


def test_an_archive_that_is_not_there_is_told_with_status_3(
    recoupe: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = recoupe("pipeline", str(tmp_path / "no.warc"), "--to", str(tmp_path / "out"))
    assert ran.status == 3
    assert "no.warc: there is no such file or folder; check its name" in ran.err
    assert "0 readings and 1 failure in 0 slices" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("a.warc",), "Missing option '--to'"),
        (("-", "--to", "out"), "the pipeline reads files, not what is piped in"),
        (("empty*.warc.gz", "--to", "out"), "there is no web archive"),
        (("a.warc", "--to", "out", "--address", "h:1"), "add --engine ray"),
        (("nowhere://a.warc", "--to", "out"), "cannot be understood"),
    ],
)
def test_what_cannot_be_is_wrong_usage(
    recoupe: Callable[..., Ran], words: tuple[str, ...], said: str
) -> None:
    ran = recoupe("pipeline", *words)
    assert ran.status == 2
    assert said in ran.err


def test_help_of_the_run_is_shown_by_its_name(recoupe: Callable[..., Ran]) -> None:
    assert "--slice" in recoupe("pipeline", "run", "--help").out
    assert "recoupe pipeline crawl.warc.gz --to" in recoupe("pipeline", "--help").out


def test_a_summary_tells_first_what_failed_then_all_in_numbers() -> None:
    missing = failure(MissingInputError("is gone", where="b.warc"), "b.warc")
    tally = Tally({"page": 1200, "broken": 1}, {"no_article": 200}, 1000, 1, 2_345_678_901)
    found = Summary(2, slices=38, before=30, made=250, tally=tally, failed=[missing], seconds=50.0)
    assert list(summary_lines(found, "out")) == [
        "b.warc: is gone",
        "2 archives, 2.35 GB: 1,201 records: 1,200 pages (1,000 read, 200 without a report), "
        "1 broken",
        "1,000 readings and 2 failures in 38 slices, 30 slices of which were there, in out",
        "250 read now in 50 s, 5.0 a second",
    ]


def test_how_far_it_is_is_told_in_words() -> None:
    assert progress_words(Progress(3, 1200, 5, 9, 30), 12.0) == (
        "3 of 1,200 slices, 2.5 reports a second"
    )
    assert progress_words(Progress(0, 1, 0, 9, 0), 0.0) == "0 of 1 slices, 0.0 reports a second"


def test_sizes_are_told_in_the_unit_that_fits() -> None:
    assert [size_words(size) for size in (0, 999, 1000, 64_000_000, 5 * 10**15)] == [
        "0 bytes",
        "999 bytes",
        "1 KB",
        "64 MB",
        "5e+03 TB",
    ]
