"""A table that comes back from a spreadsheet: its separator, its encoding, its columns and rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from recoupe.errors import UsageError
from recoupe.export.tables.records import TABLES, RecordTable, columns

_SEPARATORS: Final = ",;\t"
_LONGEST: Final = 1 << 24
"""Code points of one cell that are read."""
_ORDER: Final = ("figures", "events", "statements", "places")
"""Which id tells a table, of those that a row may hold."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A table as it came back: ``rows`` by their number in the spreadsheet, the header being 1.

    ``unknown`` are columns that no export has: nothing is read from them.
    """

    file: str
    table: RecordTable
    rows: tuple[tuple[int, dict[str, str]], ...]
    unknown: tuple[str, ...]


def returned(path: Path) -> Returned:
    """Read a table of an export that was edited.

    Commas, semicolons and tabs separate; UTF-8, and UTF-16 with its mark, are read. Raises
    :class:`UsageError` where it cannot be read, or is no table of an export.
    """
    where = str(path)
    text = _text(path)
    for separator in sorted(_SEPARATORS, key=lambda one: -text.split("\n", 1)[0].count(one)):
        found = _rows(text, separator, where)
        header = [name.strip().casefold() for name in found[0]] if found else []
        name = next((one for one in _ORDER if TABLES[one].id_column in header), None)
        if name is not None:
            return _made(where, TABLES[name], header, found[1:])
    raise UsageError(
        "this is no table that can be brought back",
        where=where,
        remedy="take statements, figures, events or places.csv of recoupe export --to csv, and "
        "leave its header line and the column of ids",
    )


def _made(
    where: str, table: RecordTable, header: list[str], found: Sequence[list[str]]
) -> Returned:
    double = {name for name in header if name and header.count(name) > 1}
    if double:
        raise UsageError(f"two columns are called {min(double)!r}", where=where)
    rows = []
    for number, cells in enumerate(found, 2):
        if any(cell.strip() for cell in cells[len(header) :]):
            raise UsageError(
                f"row {number} has more cells than the header",
                where=where,
                remedy="put words that hold the separator between double quotes",
            )
        if any(cell.strip() for cell in cells):
            rows.append((number, dict(zip(header, cells, strict=False))))
    known = set(columns(table))
    unknown = tuple(name for name in header if name and name not in known)
    return Returned(where, table, tuple(rows), unknown)


def _text(path: Path) -> str:
    where = str(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=where) from None
    if content[:4] == b"PK\x03\x04":
        raise UsageError(
            "this is a zip or a workbook", where=where, remedy="save the one table as CSV UTF-8"
        )
    utf16 = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
    try:
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(
            "the letters are not in UTF-8", where=where, remedy="save it as CSV UTF-8"
        ) from None
    first, _, rest = text.partition("\n")
    return rest if first.strip().casefold().startswith("sep=") else text


def _rows(text: str, separator: str, where: str) -> list[list[str]]:
    csv.field_size_limit(_LONGEST)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UsageError(f"is no CSV: {error}", where=where) from None
