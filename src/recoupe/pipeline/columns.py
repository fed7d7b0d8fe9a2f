"""Readings and failures as rows of Parquet, and back to the very same objects.

The columns are made from the fields of the records and their types, so a field that a record gets
is a column, too. In front of them stand a few that rows are chosen by.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin, get_type_hints

from recoupe.errors import DateError, RecordError
from recoupe.model import Article, Failure, Metadata, Mode, Reading, Span, unpacked
from recoupe.model.capture import calendar_day
from recoupe.pipeline.packing import packing

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

Row = dict[str, Any]
"""One row, by the names of the columns."""

ROWS: Final = 256
"""Rows of one group in a file: some megabytes, and what is read at least to have one of them."""

_PLAIN: Final = {
    str: "string",
    bool: "bool_",
    int: "int64",
    float: "float64",
    date: "date32",
}
_SPAN: Final[Mapping[str, object]] = {"start": int, "end": int, "text": str}
_FLAT: Final[Mapping[str, object]] = {
    "archive": str,
    "record": int,
    "first": int | None,
    "offset": int | None,
    "length": int | None,
    "original": int | None,
    "report": str,
    "url": str | None,
    "outlet": str | None,
    "title": str | None,
    "published": str | None,
    "day": date | None,
    "language": str,
    "captured_at": datetime,
    "sha256": str,
    "words": int,
    "mode": str,
}
_FAILED: Final[Mapping[str, object]] = {
    "archive": str,
    "record": int | None,
    "input": str,
    "kind": str,
    "message": str,
    "retryable": bool,
}
CHOSEN_BY: Final = tuple(_FLAT)
"""The columns in front of those of the reading, by which rows are chosen."""


def readings_schema() -> pa.Schema:
    """Return the columns of a file of readings: those of ``_FLAT``, then the reading's own."""
    return _schema({**_FLAT, **get_type_hints(Reading)})


def failures_schema(names: Sequence[str] = tuple(_FAILED)) -> pa.Schema:
    """Return the columns of a file of failures, or some of them."""
    return _schema({name: _FAILED[name] for name in names})


def schema_of(kind: Any) -> pa.Schema:  # noqa: ANN401 - a dataclass, or a model of pydantic
    """Return a column for each field of a record, or of a published form."""
    if kind is Span:
        return _schema(_SPAN)
    if is_dataclass(kind):
        return _schema(get_type_hints(kind))
    told = kind.model_fields.items()
    return _schema({field.alias or name: field.annotation for name, field in told})


def _schema(hints: Mapping[str, object]) -> pa.Schema:
    import pyarrow as pa

    return pa.schema(
        [pa.field(name, arrow_type(hint), nullable=_may_lack(hint)) for name, hint in hints.items()]
    )


def arrow_type(hint: Any) -> pa.DataType:  # noqa: ANN401 - any type of a field
    """Return the column type for values of a type: records and published forms are structs.

    Raises :class:`TypeError` for a type that has none.
    """
    import pyarrow as pa

    kinds = [one for one in get_args(hint) if one is not NoneType]
    if get_origin(hint) is list or (get_origin(hint) is tuple and kinds[-1] is ...):
        return pa.list_(arrow_type(kinds[0]))
    if is_dataclass(hint) or hasattr(hint, "model_fields"):
        return pa.struct(list(schema_of(hint)))
    if len(kinds) == 1 and not isinstance(kinds[0], str):
        return arrow_type(kinds[0])
    return _plain(str if kinds and all(isinstance(one, str) for one in kinds) else hint)


def _plain(kind: Any) -> pa.DataType:  # noqa: ANN401 - any type of a field
    import pyarrow as pa

    if kind is datetime:
        return pa.timestamp("ms", tz="UTC")
    if kind not in _PLAIN:
        raise TypeError(f"no column for {kind!r}")
    made: pa.DataType = getattr(pa, _PLAIN[kind])()
    return made


def _may_lack(hint: object) -> bool:
    return NoneType in get_args(hint)


def reading_row(
    reading: Reading,
    *,
    archive: str,
    record: int,
    mode: Mode,
    first: int | None = None,
    offset: int | None = None,
    length: int | None = None,
    original: int | None = None,
) -> Row:
    """Return the row of a reading that was made from record number ``record`` of an archive.

    ``archive`` is its address as given. The ``length`` bytes from ``offset`` on hold the record and
    its request, whole members of gzip; the first record in them has the number ``first``. Of a
    revisit, ``original`` is where the record begins that holds the page. All four are ``None``
    where nothing can be read from the middle of the archive.
    """
    article = reading.article
    return {
        "archive": archive,
        "record": record,
        "first": first,
        "offset": offset,
        "length": length,
        "original": original,
        "report": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
        "day": _day(article.published),
        "language": article.language,
        "captured_at": datetime.fromisoformat(article.capture.captured_at).astimezone(UTC),
        "sha256": article.capture.sha256,
        "words": len(article.text.split()),
        "mode": mode,
        **_encoded(reading),
    }


def _day(published: str | None) -> date | None:
    try:
        return None if published is None else calendar_day(published)
    except DateError:
        return None


def failure_row(failed: Failure, *, archive: str, record: int | None) -> Row:
    """Return the row of a failure; ``record`` is ``None`` of what is amiss with a whole archive."""
    return {
        "archive": archive,
        "record": record,
        "input": failed.input,
        "kind": failed.kind,
        "message": failed.message,
        "retryable": failed.retryable,
    }


def table(rows: Iterable[Row], schema: pa.Schema) -> pa.Table:
    """Return rows as a table with these columns."""
    import pyarrow as pa

    return pa.Table.from_pylist(list(rows), schema)


def writer(
    sink: Any,  # noqa: ANN401 - a path or a file, of any file system
    schema: pa.Schema,
    told: Mapping[str, str] | None = None,
) -> pq.ParquetWriter:
    """Return what writes tables to a file of ours; the file says what it is ``told``, by name."""
    import pyarrow.parquet as pq

    said = {**(schema.metadata or {}), **(told or {})}
    return pq.ParquetWriter(sink, schema.with_metadata(said), **packing(schema))


def reading_of(row: Mapping[str, Any]) -> Reading:
    """Return the reading of a row: the opposite of :func:`reading_row`.

    Raises :class:`RecordError` where the row is none of a reading or its text is not the one that
    was read, :class:`SpanError` where words do not stand in the text where they should.
    """
    try:
        article = _article_of(row["article"])
        lists: dict[str, Any] = {
            name: tuple([unpacked(kind, one, article) for one in row[name]])
            for name, kind in _lists().items()
        }
        return Reading(article=article, **lists)
    except (KeyError, TypeError, AttributeError) as error:
        raise RecordError(f"is no reading: {error!r}") from None


def _article_of(value: Mapping[str, Any]) -> Article:
    bare = unpacked(Article, {**value, "metadata": None}, {})
    if hashlib.sha256(bare.text.encode()).hexdigest() != bare.text_sha256:
        raise RecordError("its text is not the one that was read", where=bare.id)
    own = value["metadata"]
    return bare if own is None else replace(bare, metadata=unpacked(Metadata, own, bare))


@cache
def _lists() -> Mapping[str, type]:
    """Return the kind of record in each list of a reading."""
    hints = get_type_hints(Reading)
    return {name: get_args(hint)[0] for name, hint in hints.items() if get_origin(hint) is tuple}


def _encoded(value: Any) -> Any:  # noqa: ANN401 - a record, or what is in its fields
    """Return a value as Arrow takes it: a record is a dict, a tuple a list."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_encoded(one) for one in value]
    return {name: _encoded(getattr(value, name)) for name in _names(type(value))}  # type: ignore[arg-type]


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a dataclass
    return tuple(field.name for field in fields(kind))
