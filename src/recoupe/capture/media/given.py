"""The bytes of what a page shows, where they were given: in its records, or beside its file.

Beside a saved page ``report.html`` are the files that it names in its own folder, as browsers save
them, and whatever is in the folder ``report_media``; the last is so of a report in any format.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin

from recoupe.capture.limits import Limits
from recoupe.capture.media.kinds import format_of
from recoupe.errors import RecoupeError
from recoupe.model import Capture, WarcRecord

_BESIDE: Final = "_media"
_READ: Final = 1 << 18
_HOPS: Final = 10


def in_records(capture: Capture, limits: Limits) -> Mapping[str, bytes]:
    """Return the pictures and films in the records of a capture, by the address asked for.

    What is larger than a limit, or broken, is left out.
    """
    found: dict[str, bytes] = {}
    onward: dict[str, str] = {}
    for record in capture.records:
        if record.url is None or record.type not in {"response", "resource"}:
            continue
        if record.id == capture.record or record.media_type == "text/html":
            continue
        target, content = _opened(record, limits)
        if target is not None:
            onward[record.url] = urljoin(record.url, target)
        elif content and format_of(content) is not None:
            found.setdefault(record.url, content)
    for asked in onward:
        if (content := _followed(asked, onward, found)) is not None:
            found.setdefault(asked, content)
    return found


def _followed(url: str, onward: Mapping[str, str], found: Mapping[str, bytes]) -> bytes | None:
    for _ in range(_HOPS):
        if url not in onward:
            break
        url = urldefrag(onward[url]).url
    return found.get(url)


def _opened(record: WarcRecord, limits: Limits) -> tuple[str | None, bytes | None]:
    """Return where a record redirects to, or the payload it holds without its codings."""
    from fastwarc.warc import ArchiveIterator

    try:
        for opened in ArchiveIterator(io.BytesIO(record.content), parse_http=False):
            if record.type == "response":
                opened.parse_http(auto_decode="all")
                head = opened.http_headers
                status = head.status_code if head is not None else None
                if head is not None and status is not None and 300 <= status < 400:
                    return head.get("Location"), None
                if status != 200:
                    return None, None
            return None, _within(opened.reader.read, limits.max_media_bytes)
    except (OSError, ValueError, EOFError):
        return None, None
    return None, None


def _within(read: object, most: int) -> bytes | None:
    """Return what can be read, ``None`` where it is more than the limit."""
    assert callable(read)  # noqa: S101 - fastwarc's reader
    parts: list[bytes] = []
    size = 0
    while part := read(_READ):
        size += len(part)
        if size > most:
            return None
        parts.append(part)
    return b"".join(parts)


def named_beside(page: Path, sources: Iterator[str], limits: Limits) -> Mapping[str, bytes]:
    """Return the pictures and films that a saved page names in its own folder, by those names.

    A name that leads out of the folder is left out, as is what is no picture or film.
    """
    folder = page.parent.resolve()
    found: dict[str, bytes] = {}
    left = limits.max_media_total
    for source in sources:
        if len(found) >= limits.max_media or source in found:
            continue
        plain = unquote(source.partition("?")[0].partition("#")[0]).replace("\\", "/")
        if not plain or "://" in plain or plain.startswith(("/", "data:")) or "\x00" in plain:
            continue
        path = folder / plain
        if (content := _of_file(path, folder, min(left, limits.max_media_bytes))) is not None:
            found[source] = content
            left -= len(content)
    return found


def laid_beside(report: Path, limits: Limits) -> Mapping[str, bytes]:
    """Return the pictures and films in the folder beside a report that is there for them."""
    folder = report.with_name(f"{report.stem}{_BESIDE}")
    try:
        names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return {}
    found: dict[str, bytes] = {}
    left = limits.max_media_total
    for name in names[: limits.max_media]:
        inside = folder.resolve()
        content = _of_file(inside / name, inside, min(left, limits.max_media_bytes))
        if content is not None:
            found[f"{folder.name}/{name}"] = content
            left -= len(content)
    return found


def _of_file(path: Path, folder: Path, most: int) -> bytes | None:
    try:
        path = path.resolve()
        if not path.is_relative_to(folder) or not path.is_file() or path.stat().st_size > most:
            return None
        content = path.read_bytes()
    except (OSError, ValueError, RecoupeError):
        return None
    return content if format_of(content) is not None else None
