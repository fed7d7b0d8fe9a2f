"""Folders of a pipeline that is through, laid out without running one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from recoupe.model import Reading
from recoupe.pipeline.columns import Row, reading_row, readings_schema, table, writer
from tests.store.building import report


def row_of(reading: Reading, archive: str, record: int, **place: int) -> Row:
    return reading_row(reading, archive=archive, record=record, mode="fast", **place)


def told(number: int) -> Reading:
    """Return a reading that differs from those of other numbers."""
    return report(f"https://paper.example/{number}", killed=number % 90 + 2)[1]


def rows_of(archive: str, numbers: Iterable[int]) -> list[Row]:
    """Return a row for each number, the number being that of its record."""
    return [row_of(told(number), archive, number) for number in numbers]


def lay(folder: Path, parts: Mapping[str, Iterable[Row]], *, together: int = 7) -> Path:
    """Lay out files of readings, by their paths; groups hold ``together`` rows."""
    for name, rows in parts.items():
        path = folder / "readings" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with writer(path, readings_schema()) as file:
            file.write_table(table(rows, readings_schema()), row_group_size=together)
    return folder
