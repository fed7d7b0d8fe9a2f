"""Files, folders and standard input: which are reports, and their bytes as they come."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from recoupe.capture.archives import ARCHIVES
from recoupe.errors import EmptyInputError, MissingInputError, ReportError

KINDS: Final = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
}
"""The kinds of file that a folder is searched for, and what their names say they are; web archives
are looked for as well."""

_HOST: Final = re.compile(r"www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/", re.I)
"""How an address begins whose scheme was left out."""
CHUNK: Final = 1 << 20


def readable_files(folder: Path, *, where: str) -> list[Path]:
    """Return the files of a readable kind in ``folder`` and below, sorted by path.

    Hidden files and folders are left out, links to folders not followed. A folder that may not be
    looked into stands for what is in it: to read it fails, under its name, and costs nothing else.
    Raises :class:`EmptyInputError` where there is none.
    """
    found: list[Path] = []

    def shut(error: OSError) -> None:
        found.append(Path(error.filename or folder))

    for place, folders, names in os.walk(folder, onerror=shut):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            Path(place, name)
            for name in names
            if not name.startswith(".") and _is_readable(name) and _is_no_pipe(Path(place, name))
        ]
    if not found:
        raise EmptyInputError(
            "there is nothing to read in this folder", where=where, remedy=f"it reads {_kinds()}"
        )
    return sorted(found)


def _is_no_pipe(path: Path) -> bool:
    """Whether a path is a file, or a link that leads nowhere, which is told.

    Reading from a pipe that nobody writes to would never end.
    """
    return path.is_file() or not path.exists()


def _is_readable(name: str) -> bool:
    return Path(name).suffix.lower() in KINDS or name.lower().endswith(tuple(ARCHIVES))


def _kinds() -> str:
    return " ".join((*KINDS, *ARCHIVES))


def chunks(path: Path | None, *, where: str) -> Iterator[bytes]:
    """Yield the bytes of a file, or of standard input where ``path`` is ``None``.

    Raises :class:`MissingInputError` where there is no such file or it may not be read.
    """
    try:
        if path is None:
            yield from iter(lambda: sys.stdin.buffer.read(CHUNK), b"")
            return
        with path.open("rb") as stream:
            yield from iter(lambda: stream.read(CHUNK), b"")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise unreadable(error, where) from None


def _looked_for(name: str) -> str:
    """Return what may be amiss with a name that is no file's."""
    if _HOST.match(name):
        return f"check its name, or write https://{name} if it is an address"
    return "check its name"


def unreadable(error: OSError | ValueError, where: str) -> ReportError:
    """Return the error that says why a path cannot be read."""
    if isinstance(error, FileNotFoundError):
        return MissingInputError(
            "there is no such file or folder", where=where, remedy=_looked_for(where)
        )
    if isinstance(error, PermissionError):
        return MissingInputError("you may not read it", where=where, remedy="check its permissions")
    reason = error.strerror if isinstance(error, OSError) else None
    return MissingInputError(f"cannot be read: {reason or error}", where=where)
