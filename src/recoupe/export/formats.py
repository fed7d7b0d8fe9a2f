"""The formats that ``recoupe export`` writes: one function each, named in one list."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import BinaryIO, Final, TextIO, cast

from recoupe.errors import UsageError
from recoupe.export.material import Material
from recoupe.languages import Pack


@dataclass(frozen=True, slots=True)
class Asked:
    """How a format is written: in the words of ``pack``; ``bom`` marks UTF-8 for spreadsheets."""

    pack: Pack
    bom: bool = False


Write = Callable[[Material, Asked, BinaryIO], Mapping[str, int]]
"""Writes a material to a stream of bytes; returns what it wrote, counted, for the audit log."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what ``--to`` calls it, its file's suffix, its media type.

    ``module`` is that of its function ``write`` (a :data:`Write`): it is imported when it is
    called, so that no export pays for another's libraries. ``checked`` says whether it writes
    anything of the cross-check, ``binary`` whether a terminal cannot show it. ``needs`` is the
    package of the extra ``recoupe[interop]`` that it is written with, if any.
    """

    name: str
    suffix: str
    media_type: str
    module: str
    checked: bool = True
    binary: bool = False
    needs: str = ""
    help: str = field(default="", compare=False)

    @property
    def there(self) -> bool:
        """Whether what it needs is installed."""
        return not self.needs or find_spec(self.needs) is not None

    def require(self) -> None:
        """Raise :class:`UsageError` where what it needs is not installed."""
        if not self.there:
            raise UsageError(
                f"{self.needs} is not installed",
                where=f"--to {self.name}",
                remedy="pip install 'recoupe[interop]', which builds PyICU: it needs a C++ "
                "compiler, pkg-config and ICU's headers (apt-get install g++ pkg-config "
                "libicu-dev)",
            )

    def write(self, material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
        """Write ``material`` to ``stream``; return what was written, counted.

        Raises :class:`UsageError` where what the format needs is not installed.
        """
        self.require()
        written: Write = import_module(self.module).write
        return written(material, asked, stream)


def _of(*formats: Format) -> dict[str, Format]:
    return {one.name: one for one in formats}


FORMATS: Final[Mapping[str, Format]] = _of(
    Format(
        "jsonl", ".jsonl", "application/x-ndjson", "recoupe.export.readings_jsonl",
        checked=False, help="the readings, one JSON document a line",
    ),
    Format(
        "json", ".json", "application/json", "recoupe.export.readings_array",
        checked=False, help="the readings, one JSON array",
    ),
    Format(
        "csv", ".zip", "application/zip", "recoupe.export.tables.archive",
        binary=True, help="plain tables, in a zip of CSV files",
    ),
    Format(
        "acled", ".csv", "text/csv", "recoupe.export.recorders.acled",
        help="happenings in the columns of ACLED",
    ),
    Format(
        "ucdp", ".csv", "text/csv", "recoupe.export.recorders.ucdp",
        help="happenings in the columns of UCDP GED",
    ),
    Format(
        "claimreview", ".jsonld", "application/ld+json", "recoupe.export.claimreview",
        help="denied and disputed matters as ClaimReview, without any rating",
    ),
    Format(
        "webannotation", ".jsonld", "application/ld+json", "recoupe.export.annotations.collection",
        checked=False, help="statements, numbers, events and evidence as W3C Web Annotations",
    ),
    Format(
        "followthemoney", ".ftm.json", "application/x-ndjson",
        "recoupe.export.follow_the_money.entities", needs="followthemoney",
        help="reports, parties, happenings and places as FollowTheMoney entities",
    ),
    Format(
        "geojson", ".geojson", "application/geo+json", "recoupe.export.geojson.file",
        help="happenings, numbers and places on a map, each with its precision",
    ),
    Format(
        "prov", ".json", "application/json", "recoupe.export.provenance.file",
        help="where everything comes from and who made it, in W3C PROV (PROV-JSON)",
    ),
    Format(
        "wacz", ".wacz", "application/wacz", "recoupe.export.web_archive.file",
        checked=False, binary=True, help="the captures as a web archive that replay tools open",
    ),
)  # fmt: skip
"""Every format by its name."""


@contextmanager
def as_text(stream: BinaryIO, *, bom: bool = False, newline: str = "\n") -> Iterator[TextIO]:
    """Yield a stream of text that is written to ``stream`` in UTF-8, which stays open."""
    encoding = "utf-8-sig" if bom else "utf-8"
    text = io.TextIOWrapper(stream, encoding=encoding, newline=newline, write_through=True)
    try:
        yield text
    finally:
        text.flush()
        text.detach()


class Hashing(io.BufferedIOBase):
    """A stream of bytes that goes on to another, and knows the SHA-256 of what was written."""

    def __init__(self, stream: BinaryIO) -> None:
        import hashlib

        self._stream = stream
        self._hash = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """The SHA-256 of everything written so far, in hex digits."""
        return self._hash.hexdigest()

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Write bytes; return how many."""
        self._hash.update(data)
        self._stream.write(data)
        return len(data)

    def flush(self) -> None:
        """Flush the stream beneath."""
        if not self.closed:
            self._stream.flush()

    def binary(self) -> BinaryIO:
        """Return itself, as what functions that write bytes ask for."""
        return cast("BinaryIO", self)
