"""Records that an export adds: one about the archive, and one for what came by no exchange."""

from __future__ import annotations

from datetime import UTC, datetime

from recoupe.capture.warc.writing import about_of, resource_of
from recoupe.export.material import ExportedCapture, Material
from recoupe.model import WarcRecord
from recoupe.version import __version__


def about(material: Material, name: str) -> WarcRecord:
    """Return the record that says what the archive ``name`` is, and who wrote it when."""
    return about_of(
        name,
        utc(material.at),
        (
            ("software", f"Recoupe {__version__}"),
            ("format", "WARC File Format 1.1"),
            ("conformsTo", "ISO 28500:2017"),
            ("isPartOf", material.case),
        ),
    )


def resource(capture: ExportedCapture) -> WarcRecord:
    """Return the record of bytes that came by no exchange: a file, a pasted text.

    Its address is the one that the report says it has, if any; else that of its hash: where it was
    on somebody's disk is nobody's business.
    """
    captured = capture.captured
    url = captured.declared.url or f"urn:sha256:{captured.sha256}"
    charset = f"; charset={captured.charset}" if captured.charset else ""
    media_type = f"{captured.media_type}{charset}"
    return resource_of(url, utc(captured.captured_at), media_type, capture.content())


def utc(stamp: str) -> datetime:
    """Return an ISO 8601 time with its zone in UTC."""
    return datetime.fromisoformat(stamp).astimezone(UTC)
