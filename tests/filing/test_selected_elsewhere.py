"""A casefile is filled from readings and archives in a bucket, and checked there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from recoupe.engine import LocalEngine
from recoupe.errors import UsageError
from recoupe.export.crosscheck_parquet import crosscheck_files, write_crosscheck
from recoupe.filing.selected import file_selected
from recoupe.pipeline.checking import check_selected
from recoupe.pipeline.folder import Folder
from recoupe.pipeline.selecting import selected
from recoupe.store import Casefile
from tests.capture.archives.making import crawl
from tests.filing.test_selected import ME, outcomes
from tests.pipeline.laying import lay_archive
from tests.pipeline.test_elsewhere import BUCKET, s3

__all__ = ["s3"]


def test_a_casefile_is_filled_from_a_bucket(casefile: Casefile, s3: Any) -> None:
    archive = f"{BUCKET}/in/crawl.warc.gz"
    s3.pipe_file(archive, crawl(6))
    folder = lay_archive(f"{BUCKET}/out", archive)
    rows = list(selected(folder, "record < 12"))
    assert [row["archive"] for row in rows] == [archive] * 4
    filed = list(file_selected(rows, casefile, author=ME))
    assert outcomes(filed) == ["new"] * 4
    assert [one.input for one in filed] == [f"{archive}#{row['record']}" for row in rows]
    assert casefile.verify().clean
    s3.pipe_file(archive, crawl(1)[:900])
    left = list(file_selected(selected(folder, "record > 12"), casefile, author=ME))
    assert outcomes(left) == ["malformed_input"] * 2
    s3.rm(archive)
    gone = list(file_selected(selected(folder), casefile, author=ME))
    assert outcomes(gone) == ["known"] * 4 + ["missing_input"] * 2


def test_a_bucket_is_asked_only_for_its_readings(s3: Any) -> None:
    folder = lay_archive_of(s3, "one")
    other = lay_archive_of(s3, "two")
    where = f"record IN (SELECT record FROM read_parquet('{other.address}/readings/*/*.parquet'))"  # noqa: S608
    with pytest.raises(UsageError, match="Cannot access"):
        list(selected(folder, where))


def lay_archive_of(s3: Any, name: str) -> Folder:
    archive = f"{BUCKET}/in/{name}.warc.gz"
    s3.pipe_file(archive, crawl(2))
    return lay_archive(f"{BUCKET}/{name}", archive)


def test_a_bucket_is_checked_where_it_is(s3: Any) -> None:
    folder = lay_archive_of(s3, "one")
    done = check_selected(folder, None, LocalEngine())
    write_crosscheck(done.found, done.failures, folder, language="en", told={})
    written = {}
    for name in crosscheck_files():
        with folder.open(name) as file:
            written[Path(name).stem] = pq.read_table(file).num_rows
    assert written == {
        "reports": 2,
        "stories": len(done.found.stories),
        "lineage": len(done.found.lineage),
        "findings": len(done.found.findings),
        "failures": 0,
    }
