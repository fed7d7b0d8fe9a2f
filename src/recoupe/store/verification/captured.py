"""The captured bytes: each as its hash says, read a piece at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Subquery, func, literal, select, union, union_all

from recoupe.store.schema import captured_bytes, captures, media, records
from recoupe.store.vault import FolderVault, Vault
from recoupe.store.verification.findings import Findings
from recoupe.store.verification.paging import PAGE

_PIECE: Final = 1 << 20
_NAMING: Final = (
    (captures, captures.c.id),
    (records, records.c.id),
    (media, media.c.sha256),
)
"""Tables whose rows name bytes by their hash, each with the column of its ids."""


def check_bytes(connection: Connection, vault: Vault, findings: Findings) -> None:
    """Check the bytes of every capture, and count those that no capture names."""
    if isinstance(vault, FolderVault):
        _check_files(connection, vault, findings)
    else:
        _check_rows(connection, findings)


def _named() -> Subquery:
    """Return every name of bytes: their hash, how many there are, and the row that names them."""
    return union_all(
        *(
            select(
                literal(table.name).label("table"),
                key.label("id"),
                table.c.sha256.label("sha256"),
                table.c.bytes.label("bytes"),
            )
            for table, key in _NAMING
        )
    ).subquery("named")


def _wanted(connection: Connection) -> Iterator[Any]:
    """Yield the rows that name bytes, sorted by hash, those with one hash together."""
    last = ""
    named = _named()
    while True:
        after = [select(table.c.sha256).where(table.c.sha256 > last) for table, _ in _NAMING]
        some = union(*after).order_by("sha256").limit(PAGE)
        hashes = connection.execute(some).scalars().all()
        if not hashes:
            return
        rows = select(named).where(named.c.sha256.in_(hashes))
        yield from connection.execute(rows.order_by(named.c.sha256)).all()
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
            findings.differs(f"{row.table} {row.id}", "bytes", row.bytes, last[1])
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
    named = _named()
    length = func.length(content)
    asked = select(named, length.label("length")).select_from(
        named.outerjoin(captured_bytes, captured_bytes.c.sha256 == named.c.sha256)
    )
    for row in connection.execute(asked.where(length.is_distinct_from(named.c.bytes))):
        if row.length is None:
            findings.add(
                f"captured_bytes {row.sha256}",
                f"is not there, though {row.table} {row.id} names it",
                kind="captured_bytes: lost",
            )
        else:
            findings.differs(f"{row.table} {row.id}", "bytes", row.bytes, row.length)
    is_named = select(named.c.id).where(named.c.sha256 == captured_bytes.c.sha256).exists()
    every = select(func.count()).select_from(captured_bytes)
    findings.count("rows of bytes", connection.execute(every).scalar_one())
    findings.count(
        "bytes without a capture", connection.execute(every.where(~is_named)).scalar_one()
    )
