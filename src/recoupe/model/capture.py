"""The capture: the bytes fetched or given, when, from where, and their SHA-256; never changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime

from recoupe.errors import DateError
from recoupe.model.archiving import WarcRecord


@dataclass(frozen=True, slots=True)
class Declared:
    """What the input itself, or the person who gave it, says about the report.

    ``published`` is an ISO 8601 date or date and time; ``language`` an ISO 639-1 code. Everything
    not said is ``None``.
    """

    input_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they came.

    ``input`` is what the person typed (a path, an address, ``-``), with ``#n`` after it for the
    n-th object of a JSON file or record of a web archive, counted from 1. ``captured_at`` is ISO
    8601 in UTC. ``media_type`` is the type the bytes were read as; ``charset`` the one that the
    transport declared.
    ``records`` are those of the web archive that the bytes came in, or that was made when they were
    fetched: every exchange on the way, redirects among them, in the order they were made.
    ``record`` is the id of the one that holds the bytes, ``archived_at`` the time at which another
    archive had captured them, where it says so (Memento-Datetime, RFC 7089), in ISO 8601, UTC.
    """

    content: bytes
    sha256: str
    media_type: str
    captured_at: str
    input: str
    declared: Declared = field(default_factory=Declared)
    charset: str | None = None
    records: tuple[WarcRecord, ...] = ()
    record: str | None = None
    archived_at: str | None = None

    @property
    def of_archive(self) -> bool:
        """Whether it is one of the pages in the file of a web archive, and was not fetched."""
        return self.record is not None and "://" not in self.input


def make_capture(
    content: bytes,
    *,
    source: str,
    media_type: str,
    captured_at: datetime,
    declared: Declared | None = None,
    charset: str | None = None,
    records: tuple[WarcRecord, ...] = (),
    record: str | None = None,
    archived_at: str | None = None,
) -> Capture:
    """Return the capture of ``content`` with its SHA-256; ``captured_at`` must know its zone."""
    if captured_at.tzinfo is None:
        raise DateError("a capture time without a time zone", where=source)
    return Capture(
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type=media_type,
        captured_at=captured_at.isoformat(timespec="seconds"),
        input=source,
        declared=declared or Declared(),
        charset=charset,
        records=records,
        record=record,
        archived_at=archived_at,
    )


@dataclass(frozen=True, slots=True)
class CaptureRecord:
    """What a reading keeps of its capture: everything but the bytes (``bytes`` is their number)."""

    sha256: str
    bytes: int
    media_type: str
    captured_at: str


def calendar_day(stamp: str) -> date:
    """Return the day of an ISO 8601 date or date and time.

    Raises :class:`DateError` where ``stamp`` is neither.
    """
    try:
        return datetime.fromisoformat(stamp).date()
    except ValueError:
        raise DateError(
            f"{stamp!r} is not a date", remedy="write it as YYYY-MM-DD, for instance 2022-05-05"
        ) from None
