"""Which records are pages that a report could stand on, and which are passed over."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from recoupe.capture.archives.account import Held
from recoupe.capture.archives.cutting import Cut
from recoupe.capture.archives.payloads import Payload
from recoupe.capture.records import read_record
from recoupe.capture.sniffing import MediaType, sniff
from recoupe.errors import BinaryInputError, EmptyInputError, MalformedInputError, TooLargeError

HOLDING: Final = frozenset({"response", "resource", "conversion"})
"""Types of records that hold what was found at an address."""
_MEDIA: Final = re.compile(r"(?:image|audio|video|font)/|application/(?:x-)?font")
_STYLE: Final = re.compile(r"text/css|(?:text|application)/(?:x-)?(?:java|ecma)script")
_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_TEXT: Final = frozenset({"text/plain", "text/markdown"})
_JSON: Final = re.compile(r"application/(?:[\w.-]+\+)?json|text/json")
_UNKNOWN: Final = frozenset({None, "application/octet-stream", "application/xml", "text/xml"})
_NO_REPORT: Final = re.compile(
    r"/(?:robots|ads|app-ads|humans|security|llms)\.txt\Z|\.(?:css|m?js|map|vtt|srt|csv|tsv)\Z"
)
"""Addresses of text that no report is, whatever type the server gives it."""


def passed_over(cut: Cut, opening: Payload | None) -> Held | None:
    """Return why a record is no page, from its head and the server's; ``None`` where it may be."""
    if cut.head.type == "revisit":
        return "revisit"
    if cut.head.type not in HOLDING or opening is None or not _is_of_web(cut.head.url):
        return "other"
    if opening.status not in {None, 200}:
        return "answer"
    declared = opening.media_type
    if declared is None or declared in _UNKNOWN | _HTML | _TEXT or _JSON.fullmatch(declared):
        return None
    if _MEDIA.match(declared):
        return "media"
    return "style" if _STYLE.match(declared) else "data"


def _is_of_web(url: str | None) -> bool:
    """Whether an address is one of a page: crawlers keep their notes under schemes of their own."""
    of_pages = ("http://", "https://", "file:", "ftp:")
    return is_hash(url) or (url is not None and url.lower().startswith(of_pages))


def is_hash(url: str | None) -> bool:
    """Whether an address is but a hash: so our own archives name files and pasted texts."""
    return url is not None and url.startswith("urn:sha256:")


def page_type(payload: Payload, url: str | None, *, where: str) -> tuple[MediaType | None, Held]:
    """Return what the page of a record is read as, ``None`` of what is passed over, and why.

    Raises :class:`MalformedInputError` where it is still coded and nothing to read like that.
    """
    declared = payload.media_type
    is_json = declared is not None and _JSON.fullmatch(declared) is not None
    try:
        found = sniff(
            payload.content,
            where=where,
            declared="application/json" if is_json else _sniffed_as(declared),
        )
    except BinaryInputError:
        if payload.coded:
            raise MalformedInputError("its coding cannot be taken off", where=where) from None
        return None, "data"
    if not payload.content.strip():
        return None, "answer"
    if found == "application/json":
        is_page = _holds_report(payload.content, where)
    else:
        bare = found == "text/plain"
        is_page = not bare or (declared in _TEXT and not _NO_REPORT.search(_path(url)))
    return (found, "page") if is_page else (None, "data")


def _sniffed_as(declared: str | None) -> str | None:
    return "text/html" if declared in _HTML else declared


def _holds_report(content: bytes, where: str) -> bool:
    try:
        read_record(content, where=where)
    except (MalformedInputError, EmptyInputError, TooLargeError):
        return False
    return True


def _path(url: str | None) -> str:
    try:
        return urlsplit(url or "").path.lower()
    except ValueError:
        return ""
