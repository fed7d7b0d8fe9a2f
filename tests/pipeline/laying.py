"""Folders of a pipeline that is through, laid out without running one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from recoupe.capture.archives import Account, ArchiveKind, archive_kind
from recoupe.capture.archives.places import Placed
from recoupe.capture.archives.slices import captures_of_package, captures_of_slice, slices_of
from recoupe.capture.limits import Limits
from recoupe.model import Capture, Reading
from recoupe.pipeline.columns import Row, reading_row, readings_schema, table, writer
from recoupe.pipeline.folder import Folder
from recoupe.pipeline.options import NAME
from recoupe.pipeline.origins import Bytes, Origin, state_of
from recoupe.pipeline.systems import absolute, local_path
from tests.filing.standing_in import reading_of
from tests.store.building import report


def row_of(reading: Reading, archive: str, record: int, **place: int) -> Row:
    return reading_row(reading, archive=archive, record=record, mode="fast", **place)


def told(number: int) -> Reading:
    """Return a reading that differs from those of other numbers."""
    return report(f"https://paper.example/{number}", killed=number % 90 + 2)[1]


def rows_of(archive: str, numbers: Iterable[int]) -> list[Row]:
    """Return a row for each number, the number being that of its record."""
    return [row_of(told(number), archive, number) for number in numbers]


def lay(address: str | Path, parts: Mapping[str, Iterable[Row]], *, together: int = 7) -> Folder:
    """Lay out files of readings, by their names; groups hold ``together`` rows."""
    folder = Folder.at(str(address))
    folder.write(NAME, b"{}")
    for name, rows in parts.items():
        with folder.made(f"readings/{name}") as file, writer(file, readings_schema()) as out:
            out.write_table(table(rows, readings_schema()), row_group_size=together)
    return folder


def lay_archive(folder: str | Path, name: str) -> Folder:
    """Lay out what the pages of an archive are read as, by a reader that knows no language."""
    origin = Origin(name, absolute(name))
    content, size = Bytes(origin), state_of(origin).size
    kind = archive_kind(next(content(0)), name)
    assert kind is not None
    rows = [
        reading_row(
            reading_of(one.item),
            archive=name,
            record=one.record,
            mode="fast",
            first=one.first,
            offset=one.offset,
            length=one.length,
            original=one.original,
        )
        for one in _placed(content, name, kind, size)
        if isinstance(one.item, Capture)
    ]
    return lay(folder, {f"file={origin.key}/part-00000.parquet": rows})


def _placed(content: Bytes, name: str, kind: ArchiveKind, size: int) -> Iterator[Placed]:
    own = {"limits": Limits(), "account": Account(), "begun": lambda _number: None}
    path = local_path(absolute(name))
    if kind == "wacz":
        assert path is not None
        return captures_of_package(path, name, **own)
    (part,) = slices_of(content, kind, size, most=size, limits=Limits())
    return captures_of_slice(content, name, kind, part, size, **own)
