"""``csv``: a casefile as plain tables, in one zip of CSV files."""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from typing import IO, BinaryIO, Final

from recoupe.export.formats import Asked
from recoupe.export.material import Material
from recoupe.export.notes import notes
from recoupe.export.tables import cells, compared
from recoupe.export.tables.records import TABLES, Row, columns, rows
from recoupe.version import __version__

_HELD: Final = 4 << 20
"""Bytes of a table that are held in memory before it is laid aside on the disk."""
_BLOCK: Final = 1 << 20
_ABOUT: Final = ("what", "value")


class Table:
    """One CSV file while it is written: comma, double quotes, CRLF, a header line."""

    def __init__(self, held: IO[bytes], header: Sequence[str], *, bom: bool) -> None:
        self.held = held
        encoding = "utf-8-sig" if bom else "utf-8"
        self._text = io.TextIOWrapper(held, encoding=encoding, newline="", write_through=True)
        self._out = csv.DictWriter(self._text, header)
        self._out.writeheader()
        self.count = 0

    def add(self, row: Row) -> None:
        """Write a row."""
        self._out.writerow(row)
        self.count += 1

    def done(self) -> IO[bytes]:
        """Return the bytes written, from their beginning."""
        self._text.flush()
        self._text.detach()
        self.held.seek(0)
        return self.held


def write(material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
    """Write the tables as one zip; return how many rows each has.

    One pass over the reports writes all tables of what stands in them, so that no more than one
    report is held.
    """
    with ExitStack() as stack:
        tables: dict[str, Table] = {}

        def table(name: str, header: Sequence[str], filled: Iterable[Row] = ()) -> Table:
            held = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_HELD))
            made = tables[name] = Table(held, header, bom=asked.bom)
            for row in filled:
                made.add(row)
            return made

        reports = table("reports", compared.REPORTS)
        records = {name: table(name, columns(one)) for name, one in TABLES.items()}
        stories = {one.id: one.stories for one in material.check.reports}
        masked: set[str] = set()
        for report in material.reports():
            reports.add(compared.report_row(report, stories))
            if not report.whole:
                masked.add(report.reading.article.id)
            for name, one in TABLES.items():
                for row in rows(one, report):
                    records[name].add(row)
        hidden = frozenset(masked)
        table("stories", compared.STORIES, compared.story_rows(material))
        table("findings", compared.FINDINGS, compared.finding_rows(material, asked.pack))
        table("positions", compared.POSITIONS, compared.position_rows(material))
        table("said", compared.SAID, compared.said_rows(material, hidden))
        table("lineage", compared.LINEAGE, compared.lineage_rows(material, asked.pack, hidden))
        counts = {name: made.count for name, made in tables.items()}
        table("about", _ABOUT, _about(material, asked))
        _pack(tables, material.at, stream)
    return counts


def _about(material: Material, asked: Asked) -> Iterator[Row]:
    """Yield what the export is, what it says of itself, and how its cells are written."""
    facts = {
        "casefile": material.case,
        "story": material.story.id if material.story is not None else "",
        "exported_at": material.at,
        "recoupe": __version__,
        "checked_at": material.state.checked_at if material.state is not None else "",
        "masked_parties": str(material.masked.parties),
        "masked_places": str(material.masked.places),
        "masked_reports": str(material.masked.reports),
    }
    told = [*facts.items(), *(("note", note) for note in notes(material, asked.pack))]
    yield from ({"what": name, "value": cells.text(value)} for name, value in told)


def _pack(tables: Mapping[str, Table], at: str, stream: BinaryIO) -> None:
    moment = datetime.fromisoformat(at)
    stamp = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, made in tables.items():
            entry = zipfile.ZipInfo(f"{name}.csv", stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            held = made.done()
            with packed.open(entry, "w", force_zip64=True) as out:
                while block := held.read(_BLOCK):
                    out.write(block)
