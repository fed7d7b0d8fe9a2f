"""Readings go to Parquet and come back as the very same objects, and others can read them there."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings

from recoupe.capture import capture_inputs
from recoupe.demo import reports
from recoupe.engine import LocalEngine
from recoupe.errors import RecordError, SpanError
from recoupe.flow import ReadOptions, read_captures
from recoupe.model import Declared, Failure, Metadata, Reading, Reason, Withdrawal
from recoupe.pipeline.columns import (
    CHOSEN_BY,
    Row,
    arrow_type,
    failure_row,
    failures_schema,
    reading_of,
    reading_row,
    readings_schema,
    table,
    writer,
)
from tests.pipeline.anything import readings
from tests.store.building import report

ARCHIVE = "s3://crawls/2022/one.warc.gz"


def row_of(reading: Reading, record: int = 4, **place: int) -> Row:
    return reading_row(reading, archive=ARCHIVE, record=record, mode="fast", **place)


def written(rows: list[Row], path: Path | io.BytesIO, **told: str) -> Path | io.BytesIO:
    with writer(path, readings_schema(), told) as file:
        file.write_table(table(rows, readings_schema()))
    return path


def again(rows: list[Row]) -> list[Row]:
    """Return rows that were written to Parquet and read again."""
    file = written(rows, io.BytesIO())
    found: list[Row] = pq.read_table(file).to_pylist()
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings())
def test_any_reading_comes_back_as_the_same_object(reading: Reading) -> None:
    (back,) = again([row_of(reading)])
    assert reading_of(back) == reading
    assert back == table([row_of(reading)], readings_schema()).to_pylist()[0]


def test_a_reading_of_nothing_comes_back() -> None:
    bare = Reading(report()[1].article, (), (), (), (), (), (), (), ())
    empty = replace(bare, article=replace(bare.article, metadata=Metadata()))
    assert [reading_of(row) for row in again([row_of(bare), row_of(empty)])] == [bare, empty]


def test_a_withdrawn_report_comes_back_withdrawn() -> None:
    reading = report()[1]
    article = reading.article
    said = Metadata(status="canceled", status_words=article.span(0, 9), note="kill")
    taken = replace(article, metadata=said, recalled=Withdrawal("withheld", None, "later"))
    (back,) = again([row_of(replace(reading, article=taken))])
    assert reading_of(back).article.withdrawn == Withdrawal("canceled", None, "kill")
    assert reading_of(back).article == taken


@pytest.mark.models
def test_the_bundled_reports_come_back() -> None:
    with reports() as paths:
        inputs = [str(path) for path in paths[::3]]
        captures = capture_inputs(inputs, declared=Declared(), allow_private=False)
        read = read_captures(captures, ReadOptions(date(2026, 1, 1), mode="fast"), LocalEngine())
        found = [one for _, one in read if isinstance(one, Reading)]
    assert {one.article.language for one in found} == {"en", "fr"}
    assert [reading_of(row) for row in again([row_of(one) for one in found])] == found


def test_a_row_says_what_it_can_be_chosen_by() -> None:
    reading = report()[1]
    row = row_of(reading, first=3, offset=100, length=900)
    assert {name: row[name] for name in CHOSEN_BY} == {
        "archive": ARCHIVE,
        "record": 4,
        "first": 3,
        "offset": 100,
        "length": 900,
        "original": None,
        "report": reading.article.id,
        "url": "https://paper.example/one",
        "outlet": "The Paper",
        "title": "12 people killed at Port-Clair",
        "published": "2022-05-05",
        "day": date(2022, 5, 5),
        "language": "en",
        "captured_at": datetime(2022, 5, 5, 12, 0, tzinfo=UTC),
        "sha256": reading.article.capture.sha256,
        "words": 39,
        "mode": "fast",
    }


@pytest.mark.parametrize("published", [None, "last week", "2022-13-01"])
def test_a_day_that_is_not_known_is_null(published: str | None) -> None:
    reading = report()[1]
    told = replace(reading, article=replace(reading.article, published=published))
    assert row_of(told)["day"] is None
    assert row_of(told)["published"] == published


def test_a_field_is_null_only_where_its_record_may_lack_it() -> None:
    schema = readings_schema()
    statement = schema.field("statements").type.value_type
    assert not schema.field("statements").nullable
    assert not statement.field("stance").nullable
    assert statement.field("speaker").nullable


def test_a_type_without_a_column_is_refused() -> None:
    with pytest.raises(TypeError, match="no column"):
        arrow_type(Reason)


def test_a_text_that_was_altered_is_refused() -> None:
    row = row_of(report()[1])
    row["article"]["text"] += " "
    with pytest.raises(RecordError, match="not the one that was read"):
        reading_of(row)


def test_words_that_stand_elsewhere_are_refused() -> None:
    row = row_of(report()[1])
    row["statements"][0]["content"][0]["text"] = "other words"
    with pytest.raises(SpanError, match="other words"):
        reading_of(row)


@pytest.mark.parametrize("taken", ["article", "events"])
def test_a_row_of_something_else_is_refused(taken: str) -> None:
    row = row_of(report()[1])
    del row[taken]
    with pytest.raises(RecordError, match="no reading"):
        reading_of(row)


def test_a_failure_is_a_row() -> None:
    failed = Failure(f"{ARCHIVE}#7", "urn:one", "encoding", "cannot be decoded", False)
    row = failure_row(failed, archive=ARCHIVE, record=7)
    whole = failure_row(replace(failed, input=ARCHIVE), archive=ARCHIVE, record=None)
    told: list[dict[str, Any]] = table([row, whole], failures_schema()).to_pylist()
    assert told == [row, whole]
    assert told[0] == {
        "archive": ARCHIVE,
        "record": 7,
        "input": f"{ARCHIVE}#7",
        "kind": "encoding",
        "message": "cannot be decoded",
        "retryable": False,
    }


def test_a_file_tells_what_it_was_told(tmp_path: Path) -> None:
    path = tmp_path / "part.parquet"
    written([row_of(report()[1])], path, slice="1-20")
    assert pq.read_metadata(path).metadata[b"slice"] == b"1-20"


def test_duckdb_unnests_statements_and_counts_by_outlet_and_day(tmp_path: Path) -> None:
    path = tmp_path / "part.parquet"
    told = [report(f"https://paper.example/{n}", killed=n)[1] for n in (3, 4)]
    written([row_of(one, n) for n, one in enumerate(told)], path)
    told_by = duckdb.read_parquet(str(path))
    counted = told_by.aggregate("outlet, day, count(*)")
    assert counted.fetchall() == [("The Paper", date(2022, 5, 5), 2)]
    stances = told_by.project("unnest(statements) as said").project(
        "said.stance, said.content[1].text"
    )
    assert sorted(stances.fetchall()) == sorted(
        (one.stance, one.content[0].text) for reading in told for one in reading.statements
    )
