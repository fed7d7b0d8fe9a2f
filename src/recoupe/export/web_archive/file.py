"""``wacz``: one zip with the records of all captures, an index of them and a list of pages.

WACZ 1.1.1, https://specs.webrecorder.net/wacz/1.1.1/. What came by an exchange is handed over to
the byte; what did not, files and pasted texts, as resource records. What was answered instead of
pages (gone, refused) stands behind them. Bytes cannot be masked: reports in which anything is
masked are left out, and counted; where anything is, so are all answers that brought no page.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import IO, BinaryIO, Final

from recoupe.export.formats import Asked, Hashing
from recoupe.export.material import ExportedCapture, ExportedReport, Material
from recoupe.export.notes import notes
from recoupe.export.web_archive.index import index_line
from recoupe.export.web_archive.making import about, resource, utc
from recoupe.model import WarcRecord
from recoupe.version import __version__

_ARCHIVE: Final = "data.warc.gz"
_PAGES_HEAD: Final = {
    "format": "json-pages-1.0",
    "id": "pages",
    "title": "Reports",
    "hasText": True,
}
_HELD: Final = 16 << 20
"""Bytes that are held in memory before they are laid aside on the disk."""


def write(material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
    """Write the archive; return how many records, pages and reports left out there are.

    ``failures`` are addresses of which there is what was answered instead of a page.
    """
    with _laid_aside() as records, _laid_aside() as listed, _laid_aside() as packed:
        archive = _Archive(records)
        archive.add(about(material, _ARCHIVE))
        pages = left_out = 0
        _line(listed, _PAGES_HEAD)
        for report in material.reports():
            capture = material.capture(report.reading.article.id)
            if capture is None or not report.whole:
                left_out += 1
                continue
            held = archive.add_all(_records(capture), capture)
            _line(listed, _page(report, held))
            pages += 1
        failed = set()
        for source, record in material.refusals():
            if archive.add(record):
                failed.add(source)
        with zipfile.ZipFile(packed, "w") as package:
            _pack(_Package(package, material), archive, listed, notes(material, asked.pack))
        packed.seek(0)
        shutil.copyfileobj(packed, stream)
    counts = {"records": archive.count, "pages": pages, "left_out": left_out}
    return {**counts, "failures": len(failed)}


class _Archive:
    """The archive file while it is written: members one after the other, each known once."""

    def __init__(self, held: IO[bytes]) -> None:
        self.held = held
        self.index: list[str] = []
        self._ids: set[str] = set()
        self._at = 0

    @property
    def count(self) -> int:
        """How many records there are."""
        return len(self._ids)

    def add(self, record: WarcRecord) -> bool:
        """Write a record that is not there yet; return whether it was not."""
        if record.id in self._ids:
            return False
        self._ids.add(record.id)
        if line := index_line(record, _ARCHIVE, self._at):
            self.index.append(line)
        self.held.write(record.content)
        self._at += len(record.content)
        return True

    def add_all(self, records: Iterable[WarcRecord], capture: ExportedCapture) -> WarcRecord:
        """Write the records of a capture; return the one that holds its bytes."""
        holder = next((one.id for one in capture.captured.records if one.holds), None)
        held: WarcRecord | None = None
        for record in records:
            self.add(record)
            if held is None or record.id == holder:
                held = record
        assert held is not None  # noqa: S101 - a capture has one record or more
        return held


def _records(capture: ExportedCapture) -> Iterator[WarcRecord]:
    if not any(one.holds for one in capture.captured.records):
        yield resource(capture)
    for one in capture.captured.records:
        yield capture.record(one.id)


def _page(report: ExportedReport, held: WarcRecord) -> Mapping[str, str | int]:
    article = report.reading.article
    return {
        "id": article.id,
        "url": held.url or "",
        "ts": held.date,
        "title": " ".join((article.title or article.outlet or "").split()),
        "text": article.text,
    }


class _Package:
    """The zip while it is written; knows of each file in it what the standard lists."""

    def __init__(self, package: zipfile.ZipFile, material: Material) -> None:
        self._package = package
        self._at = datetime.fromisoformat(material.at)
        self.material = material
        self.resources: list[Mapping[str, str | int]] = []

    def add(self, path: str, held: IO[bytes], *, listed: bool = True) -> str:
        """Put a file in; return its SHA-256. Archives are stored as they are, others packed."""
        at = self._at
        entry = zipfile.ZipInfo(path, (at.year, at.month, at.day, at.hour, at.minute, at.second))
        stored = path.endswith(".gz")
        entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        size = held.seek(0, 2)
        held.seek(0)
        with self._package.open(entry, "w", force_zip64=True) as out:
            hashed = Hashing(out)  # type: ignore[arg-type]
            shutil.copyfileobj(held, hashed)
        if listed:
            name = path.rpartition("/")[2]
            self.resources.append(
                {"name": name, "path": path, "hash": f"sha256:{hashed.sha256}", "bytes": size}
            )
        return hashed.sha256


def _pack(package: _Package, archive: _Archive, listed: IO[bytes], told: Iterable[str]) -> None:
    package.add(f"archive/{_ARCHIVE}", archive.held)
    with _laid_aside() as index:
        for line in sorted(archive.index):
            index.write(f"{line}\n".encode())
        package.add("indexes/index.cdx", index)
    package.add("pages/pages.jsonl", listed)
    material = package.material
    at = utc(material.at).strftime("%Y-%m-%dT%H:%M:%SZ")
    with _laid_aside() as described:
        _line(
            described,
            {
                "profile": "data-package",
                "wacz_version": "1.1.1",
                "title": " ".join(material.case.split()),
                "description": " ".join(told),
                "created": at,
                "modified": at,
                "software": f"Recoupe {__version__}",
                "resources": package.resources,
            },
        )
        digest = package.add("datapackage.json", described, listed=False)
    with _laid_aside() as sealed:
        _line(sealed, {"path": "datapackage.json", "hash": f"sha256:{digest}"})
        package.add("datapackage-digest.json", sealed, listed=False)


def _line(held: IO[bytes], value: Mapping[str, object]) -> None:
    text = json.dumps(value, ensure_ascii=False)
    held.write(text.encode("utf-8", "backslashreplace") + b"\n")


@contextmanager
def _laid_aside() -> Iterator[IO[bytes]]:
    """Yield a file of this run alone: in memory while it is small, then on the disk."""
    with tempfile.SpooledTemporaryFile(max_size=_HELD) as held:
        yield held
