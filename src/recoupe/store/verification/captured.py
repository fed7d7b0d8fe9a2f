"""The captured bytes: each as its hash says, read a piece at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, func, select

from recoupe.store.schema import captured_bytes, captures
from recoupe.store.vault import FolderVault, Vault
from recoupe.store.verification.findings import Findings
from recoupe.store.verification.paging import PAGE

_PIECE: Final = 1 << 20


def check_bytes(connection: Connection, vault: Vault, findings: Findings) -> None:
    """Check the bytes of every capture, and count those that no capture names."""
    if isinstance(vault, FolderVault):
        _check_files(connection, vault, findings)
    else:
        _check_rows(connection, findings)


def _wanted(connection: Connection) -> Iterator[Any]:
    """Yield the hash and length of each capture, sorted, those with one hash together."""
    last: str | None = None
    while True:
        here = select(captures.c.sha256).distinct().order_by(captures.c.sha256).limit(PAGE)
        here = here if last is None else here.where(captures.c.sha256 > last)
        hashes = connection.execute(here).scalars().all()
        if not hashes:
            return
        rows = select(captures.c.id, captures.c.sha256, captures.c.bytes)
        wanted = rows.where(captures.c.sha256.in_(hashes))
        yield from connection.execute(wanted.order_by(captures.c.sha256)).all()
        last = hashes[-1]


def _check_files(connection: Connection, vault: FolderVault, findings: Findings) -> None:
    kept = vault.names()
    name = next(kept, None)
    last: tuple[str, int | None] | None = None
    for row in _wanted(connection):
        while name is not None and name < row.sha256:
            findings.count("bytes without a capture")
            name = next(kept, None)
        if name == row.sha256:
            name = next(kept, None)
        if last is None or last[0] != row.sha256:
            last = (row.sha256, _check_file(vault.path(row.sha256), row.sha256, findings))
        if last[1] not in (None, row.bytes):
            findings.differs(f"captures {row.id}", "bytes", row.bytes, last[1])
    while name is not None:
        findings.count("bytes without a capture")
        name = next(kept, None)
    if parts := sum(1 for _ in vault.unfinished()):
        findings.count("unfinished files", parts)


def _check_file(path: Path, sha256: str, findings: Findings) -> int | None:
    """Check one file; return its length in bytes, ``None`` if it cannot be read."""
    digest = hashlib.sha256()
    length = 0
    where = f"{path.parent.parent.name}/{path.parent.name}/{path.name}"
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
                length += len(piece)
    except FileNotFoundError:
        findings.add(where, "is not there, though a capture names it", kind="captures: no file")
        return None
    except OSError as error:
        findings.add(where, f"cannot be read: {error.strerror}", kind="captures: unreadable")
        return None
    findings.count("files of bytes")
    if digest.hexdigest() != sha256:
        findings.add(
            where, "does not have its hash: it was altered", kind="captures: altered bytes"
        )
        return None
    return length


def _check_rows(connection: Connection, findings: Findings) -> None:
    content = captured_bytes.c.content
    wrong = select(captured_bytes.c.sha256).where(
        func.encode(func.sha256(content), "hex") != captured_bytes.c.sha256
    )
    for sha256 in connection.execute(wrong).scalars():
        findings.add(
            f"captured_bytes {sha256}",
            "does not have its hash: it was altered",
            kind="captured_bytes: altered",
        )
    joined = captures.outerjoin(captured_bytes, captured_bytes.c.sha256 == captures.c.sha256)
    length = func.length(content)
    asked = select(captures.c.id, captures.c.sha256, captures.c.bytes, length.label("length"))
    for row in connection.execute(
        asked.select_from(joined).where(length.is_distinct_from(captures.c.bytes))
    ):
        if row.length is None:
            findings.add(
                f"captured_bytes {row.sha256}",
                "is not there, though a capture names it",
                kind="captured_bytes: lost",
            )
        else:
            findings.differs(f"captures {row.id}", "bytes", row.bytes, row.length)
    named = select(captures.c.id).where(captures.c.sha256 == captured_bytes.c.sha256).exists()
    every = select(func.count()).select_from(captured_bytes)
    findings.count("rows of bytes", connection.execute(every).scalar_one())
    findings.count("bytes without a capture", connection.execute(every.where(~named)).scalar_one())
