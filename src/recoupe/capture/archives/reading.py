"""Files, and what is piped in, of web archives: streamed, from their first byte to their last."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from recoupe.capture.archives.account import Account, Accounts
from recoupe.capture.archives.cutting import Cut
from recoupe.capture.archives.kinds import ArchiveKind
from recoupe.capture.archives.packages import package_captures
from recoupe.capture.archives.records import Archive
from recoupe.capture.archives.streams import opened
from recoupe.capture.limits import Limits
from recoupe.model import Capture, Declared, Failure

_CHUNK: Final = 1 << 16


def archive_captures(
    stream: Iterator[bytes],
    source: str,
    kind: ArchiveKind,
    *,
    path: Path | None,
    declared: Declared,
    limits: Limits,
    accounts: Accounts,
) -> Iterator[Capture | Failure]:
    """Yield a capture for each page in a web archive, and a failure for each broken record.

    ``stream`` are its bytes; ``path`` is where they can be read again, ``None`` of what is piped
    in. The input of a capture is ``source`` with ``#n`` behind it, where n counts the records from
    1. What is no page is counted in ``accounts`` and passed over.
    """
    size = None if path is None else path.stat().st_size
    account = accounts.begin(source, size, path, kind)
    archive = Archive(source, declared, limits, account)
    counted = partial(_counted, account=account, accounts=accounts)
    if kind != "wacz":
        reread = None if path is None else partial(_reread, path, kind, archive)
        yield from archive.captures(opened(counted(stream), kind, limits, account.size), reread)
    elif path is not None:
        yield from package_captures(path, archive, counted)
    else:  # what a package holds is told at its end: it is laid aside first
        with tempfile.NamedTemporaryFile(prefix="recoupe-") as aside:
            for chunk in stream:
                aside.write(chunk)
            aside.flush()
            yield from package_captures(Path(aside.name), archive, counted)


def _counted(stream: Iterator[bytes], *, account: Account, accounts: Accounts) -> Iterator[bytes]:
    for chunk in stream:
        account.read += len(chunk)
        accounts.moved(account)
        yield chunk


def _reread(path: Path, kind: ArchiveKind, archive: Archive, place: int) -> Cut | None:
    """Return the record that begins at a place of a file."""
    with path.open("rb") as file:
        file.seek(place)
        return archive.first(opened(iter(partial(file.read, _CHUNK), b""), kind, archive.limits))
