"""Columns are packed as it was measured to be small: by their own paths in the file."""

from __future__ import annotations

import io
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from recoupe.pipeline.columns import readings_schema, table, writer
from recoupe.pipeline.packing import packing
from tests.pipeline.laying import rows_of


def columns() -> dict[str, Any]:
    """Return what a file says of each of its columns, by path."""
    out = io.BytesIO()
    with writer(out, readings_schema()) as file:
        file.write_table(table(rows_of("a.warc.gz", range(9)), readings_schema()))
    group = pq.read_metadata(out).row_group(0)
    return {group.column(at).path_in_schema: group.column(at) for at in range(group.num_columns)}


def test_every_path_is_one_of_a_column_in_the_file() -> None:
    there, told = columns().keys(), packing(readings_schema())
    for name in ("use_dictionary", "column_encoding", "write_statistics"):
        assert set(told[name]) <= there
        assert told[name]


def test_only_values_that_come_again_have_a_dictionary() -> None:
    found = columns()
    assert "RLE_DICTIONARY" in found["outlet"].encodings
    assert "RLE_DICTIONARY" in found["statements.list.element.stance"].encodings
    assert "RLE_DICTIONARY" not in found["article.text"].encodings
    assert "RLE_DICTIONARY" not in found["statements.list.element.id"].encodings


def test_places_in_texts_are_packed_by_what_they_add() -> None:
    found = columns()
    for name in ("start", "end"):
        path = f"statements.list.element.content.list.element.{name}"
        assert "DELTA_BINARY_PACKED" in found[path].encodings
    told = [one for path, one in found.items() if path in {"times.list.element.start"}]
    assert "DELTA_BINARY_PACKED" not in told[0].encodings  # of a time it is text


def test_least_and_greatest_are_noted_of_what_rows_are_chosen_by() -> None:
    found = columns()
    assert found["record"].statistics.max == 8
    assert found["day"].statistics.min.isoformat() == "2022-05-05"
    assert found["article.text"].statistics is None


def test_all_is_packed_with_zstd() -> None:
    assert {one.compression for one in columns().values()} == {"ZSTD"}


def test_a_schema_of_plain_columns_is_packed_too() -> None:
    told = packing(pa.schema([pa.field("kind", pa.string()), pa.field("n", pa.int64())]))
    assert told["use_dictionary"] == ["kind"]
    assert told["write_statistics"] == ["kind", "n"]
