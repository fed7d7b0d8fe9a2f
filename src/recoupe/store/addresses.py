"""The address of a report: what two captures have in common that are versions of one report."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, unquote_to_bytes, urlencode, urlsplit, urlunsplit

from recoupe.model import Capture, content_id

_TRACKERS: Final = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|at_medium|at_campaign")
"""Parameters that say how a reader came, and never which page it is."""
_PORTS: Final = {"http": 80, "https": 443}
_OBJECT: Final = re.compile(r"#\d+\Z")
STANDARD_INPUT: Final = "-"
"""What a person types for it."""
_FILE: Final = "file://"


def report_address(capture: Capture, url: str | None = None) -> str | None:
    """Return the address of a capture's report, ``None`` where only its bytes say which it is.

    A page's address is its URL without fragment and trackers: the one that it was fetched from, or
    ``url``, the one that a saved page tells itself. That of a file is the file's URI, with the id
    after ``#`` for an object that has one. Standard input, and an object without an id, which
    another place in its file would number otherwise, have none.
    """
    declared = capture.declared
    if address := declared.url or url:
        return page_address(address)
    name = _OBJECT.sub("", capture.input)
    if name == STANDARD_INPUT:
        return None
    address = source_of(capture.input)
    if declared.input_id is not None:
        return f"{address}#{declared.input_id}"
    return None if name != capture.input else address


def source_of(source: str) -> str:
    """Return where a capture's input is found again from anywhere: an address, or a file's URI.

    That of an object of JSON is its file's.
    """
    return typed_source(_OBJECT.sub("", source))


def typed_source(typed: str) -> str:
    """Return where what a person typed as an input is found again from anywhere."""
    if typed == STANDARD_INPUT or "://" in typed:
        return typed
    return Path(os.path.abspath(typed)).as_uri()  # noqa: PTH100 - Path keeps ".." in the way


def input_of(source: str) -> str:
    """Return what to type as an input for a source: the opposite of :func:`typed_source`."""
    if not source.startswith(_FILE):
        return source
    return os.fsdecode(unquote_to_bytes(source.removeprefix(_FILE)))


def object_of(source: str) -> str:
    """Return which object of its file an input is, as ``#n``; nothing where it is no object."""
    found = _OBJECT.search(source)
    return found.group() if found else ""


def page_address(url: str) -> str:
    """Return a URL as one page has it: host in lower case, no fragment, no trackers."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:  # no URL at all, but all the input has said
        return url.strip()
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in asked if not _TRACKERS.fullmatch(name)]
    query = parts.query if len(kept) == len(asked) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", query, ""))


def capture_id(capture: Capture) -> str:
    """Return the id of a capture: the same bytes of the same page have the same.

    A file's path is no part of it, as it is none of an article's id: a folder that was moved and
    is added again holds nothing new.
    """
    url = capture.declared.url
    page = page_address(url) if url else None
    return content_id("capture", page, capture.declared.input_id, capture.sha256)


def report_id(address: str | None, article: str) -> str:
    """Return the id of a report: of its address, or of its one article where it has none."""
    return content_id("page", article if address is None else address)
