"""The rows that a condition chooses among readings in Parquet, in order, a few at a time."""

from __future__ import annotations

import json
import tempfile
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from recoupe.errors import MalformedInputError, UsageError
from recoupe.pipeline.columns import Row, readings_schema
from recoupe.pipeline.folder import READINGS, Folder
from recoupe.pipeline.options import NAME
from recoupe.pipeline.systems import missing, system_of

if TYPE_CHECKING:
    import pyarrow.parquet as pq
    from duckdb import DuckDBPyConnection

_TOGETHER: Final = 32
"""Files that a condition is put to at once: their places are held, and not their rows."""
_UNPACKED: Final = 16
"""Rows that are held at once."""
_FETCHED: Final = 10_000
_PLACES: Final = (
    "WITH readings AS (SELECT * FROM read_parquet(?, filename = true, file_row_number = true, "
    "hive_partitioning = false)) SELECT filename, file_row_number FROM readings WHERE (\n{}\n)"
)


def selected(folder: Folder, where: str | None = None) -> Iterator[Row]:
    """Yield the rows of readings in a pipeline's folder, those for which ``where`` holds.

    They come in the order of their files, and in a file in that of the archive's records. ``where``
    is one condition in the SQL of DuckDB over the columns of a reading; it may ask ``readings``
    again (``outlet IN (SELECT …)``), reads no other files and writes nothing.
    Raises :class:`UsageError` where it is no such folder or the condition is none,
    :class:`MalformedInputError` where a file is damaged.
    """
    names = reading_files(folder)
    if where is None:
        return (row for name in names for row in _rows(folder, name, None))
    return _chosen(folder, names, where)


def reading_files(folder: Folder) -> list[str]:
    """Return the names of the files of readings in a pipeline's folder, in order.

    Raises :class:`UsageError` where it is no such folder.
    """
    names = [name for name in folder.names(READINGS) if name.endswith(".parquet")]
    if not names and folder.read(NAME) is None:
        raise UsageError(
            "there are no readings in it",
            where=folder.address,
            remedy=f"make them first: recoupe pipeline INPUT... --to {folder.address}",
        )
    return names


def _chosen(folder: Folder, names: Sequence[str], where: str) -> Iterator[Row]:
    readable = _address(folder, "")
    with _connection(folder, readable) as connection:
        if _checked(connection, where):
            parts, order = [names], " ORDER BY ALL"
        else:
            parts = [names[at : at + _TOGETHER] for at in range(0, len(names), _TOGETHER)]
            order = ""
        for part in filter(None, parts):
            addresses = [_address(folder, name) for name in part]
            try:
                found = _places(connection, addresses, f"{_PLACES.format(where)}{order}")
                places = found if order else iter(sorted(found))
                for address, of_file in groupby(places, itemgetter(0)):
                    numbers = [number for _, number in of_file]
                    yield from _rows(folder, address.removeprefix(readable), numbers)
            except UsageError:
                _check(folder, part)
                raise


def _check(folder: Folder, names: Sequence[str]) -> None:
    """Raise :class:`MalformedInputError` where a file cannot be read."""
    for name in names:
        with _opened(folder, name):
            pass


def _address(folder: Folder, name: str) -> str:
    """Return what DuckDB calls a file in a folder."""
    system, root = system_of(folder.address)
    path = f"{root}/{name}"
    return path if folder.local else str(system.unstrip_protocol(path))


@contextmanager
def _connection(folder: Folder, readable: str) -> Iterator[DuckDBPyConnection]:
    """Give a DuckDB that reads the files of readings, and no others, and writes none."""
    try:
        import duckdb
    except ImportError:
        raise missing("duckdb") from None

    with tempfile.TemporaryDirectory(prefix="recoupe-") as aside, duckdb.connect() as connection:
        if folder.local is None:
            connection.register_filesystem(system_of(folder.address)[0])
        for setting in (
            f"temp_directory = {_quoted(aside)}",
            f"allowed_directories = [{_quoted(f'{readable}{READINGS}/')}]",
            "enable_external_access = false",
            "python_enable_replacements = false",
            "autoinstall_known_extensions = false",
            "autoload_known_extensions = false",
            "TimeZone = 'UTC'",
            "lock_configuration = true",
        ):
            connection.execute(f"SET {setting}")
        yield connection


def _quoted(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))


def _checked(connection: DuckDBPyConnection, where: str) -> bool:
    """Return whether a condition asks the readings again.

    Raises :class:`UsageError` where it is not one condition: what follows could be anything.
    """
    asked = connection.execute("SELECT json_serialize_sql(?)", [f"SELECT (\n{where}\n)"])
    (told,) = asked.fetchone() or ("{}",)
    parsed = json.loads(told)
    if parsed.get("error") or not where.strip():
        raise _refused(parsed.get("error_message") or "it is empty")
    nodes = [statement["node"] for statement in parsed["statements"]]
    if len(nodes) != 1 or not _is_bare(nodes[0]):
        raise _refused("it is more than one condition")
    return '"class": "SUBQUERY"' in json.dumps(nodes)


def _is_bare(node: dict[str, Any]) -> bool:
    """Whether a parsed statement chooses one value, and does nothing else."""
    more = ("modifiers", "where_clause", "group_expressions", "having", "sample", "qualify")
    return (
        node["type"] == "SELECT_NODE"
        and len(node["select_list"]) == 1
        and node["from_table"]["type"] == "EMPTY"
        and not any(node.get(name) for name in more)
    )


def _places(
    connection: DuckDBPyConnection, files: Sequence[str], asked: str
) -> Iterator[tuple[str, int]]:
    """Yield file and number of each row that a query finds."""
    import duckdb

    try:
        found = connection.execute(asked, [list(files)])
        while places := found.fetchmany(_FETCHED):
            yield from places
    except duckdb.Error as error:
        raise _refused(str(error)) from None


def _refused(said: str) -> UsageError:
    """Return the error of a condition, in the words of DuckDB without its copy of the query."""
    told = said.partition("\n")[0].removesuffix("!").strip()
    what = told.partition(" Error: ")[2] or told
    return UsageError(
        f"cannot be asked of the readings: {what}",
        where="--where",
        remedy=f"it is one condition in SQL over the columns {', '.join(readings_schema().names)}",
    )


def _rows(folder: Folder, name: str, numbers: Sequence[int] | None) -> Iterator[Row]:
    """Yield rows of a file by their numbers, which ascend; all where it is ``None``."""
    with _opened(folder, name) as file:
        begin = 0
        for group in range(file.num_row_groups):
            end = begin + file.metadata.row_group(group).num_rows
            low, high = (0, end - begin) if numbers is None else _within(numbers, begin, end)
            if low < high:
                with _damage_told(name):
                    table = file.read_row_group(group, use_threads=False)
                if numbers is not None:
                    table = table.take([number - begin for number in numbers[low:high]])
                for batch in table.to_batches(_UNPACKED):
                    yield from batch.to_pylist()
            begin = end


def _within(numbers: Sequence[int], begin: int, end: int) -> tuple[int, int]:
    return bisect_left(numbers, begin), bisect_left(numbers, end)


@contextmanager
def _opened(folder: Folder, name: str) -> Iterator[pq.ParquetFile]:
    try:
        import pyarrow.parquet as pq
    except ImportError:
        raise missing("pyarrow") from None

    with folder.open(name) as file:
        with _damage_told(name):
            opened = pq.ParquetFile(file)
        yield opened


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    import pyarrow as pa

    try:
        yield
    except (pa.ArrowException, OSError) as error:
        raise MalformedInputError(
            f"is no file of readings, or damaged: {' '.join(str(error).split())}",
            where=name,
            remedy="remove it, and run the same recoupe pipeline again",
        ) from None
