"""Proofs of time for lines of the log, given by others and kept beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from recoupe.model import Proof, ProofKind, content_id
from recoupe.store import chain
from recoupe.store.database import Database
from recoupe.store.records import LogEntry
from recoupe.store.rows import Values
from recoupe.store.schema import audit_log, proofs

_OF_THE_LOG = "log"


class Proving:
    """The verbs of a casefile about its log's lines and the proofs for them."""

    database: Database

    def log(self) -> Iterator[LogEntry]:
        """Yield the audit log, oldest first."""
        with self.database.reading() as connection:
            yield from chain.entries(connection)

    def note_export(self, what: str, detail: dict[str, str], *, author: str) -> LogEntry:
        """Write an export into the audit log."""
        with self.database.writing() as connection:
            return chain.append(connection, author, [chain.Done("export", what, detail)])

    def log_head(self) -> LogEntry | None:
        """Return the last line of the audit log, ``None`` while there is none."""
        with self.database.reading() as connection:
            return chain.head(connection)

    def log_line(self, hash_: str) -> LogEntry | None:
        """Return the line of the audit log with a hash, ``None`` where there is none."""
        with self.database.reading() as connection:
            return chain.line(connection, hash_)

    def add_proof(self, proof: Proof, *, author: str) -> None:
        """Keep a proof of time for a line of the log."""
        with self.database.writing() as connection:
            if done := add(connection, proof):
                chain.append(connection, author, done)

    def proofs(self) -> Iterator[Proof]:
        """Yield the proofs of time, oldest first."""
        with self.database.reading() as connection:
            yield from kept(connection)


def proof_of(kind: ProofKind, sha256: str, authority: str, token: bytes, made_at: str) -> Proof:
    """Return a proof with its id: the same token for the same hash always has the same."""
    digest = hashlib.sha256(token).hexdigest()
    id_ = content_id("proof", kind, sha256, digest)
    return Proof(id_, kind, sha256, authority, token, made_at)


def add(connection: Connection, proof: Proof) -> list[chain.Done]:
    """Keep a proof; return what was done, nothing if it is kept already."""
    if connection.execute(select(proofs.c.id).where(proofs.c.id == proof.id)).first():
        return []
    row = proof_row(proof)
    connection.execute(insert(proofs), row)
    detail = {"kind": proof.kind, "sha256": proof.sha256, "row": row_hash(row)}
    return [chain.Done("proof", proof.id, detail)]


def row_hash(row: Values) -> str:
    """Return the hash of a row, in which its token stands as its own SHA-256."""
    token = hashlib.sha256(row["token"]).hexdigest()
    return chain.value_hash({**row, "token": token})


def proof_row(proof: Proof) -> Values:
    """Return the row of a proof."""
    return {
        "id": proof.id,
        "kind": proof.kind,
        "subject": _OF_THE_LOG,
        "sha256": proof.sha256,
        "authority": proof.authority,
        "token": proof.token,
        "made_at": proof.made_at,
    }


def kept(connection: Connection) -> Iterator[Proof]:
    """Yield the proofs, oldest first."""
    lines = audit_log.c.number.label("line")
    joined = proofs.outerjoin(audit_log, audit_log.c.hash == proofs.c.sha256)
    for row in connection.execute(select(proofs, lines).select_from(joined).order_by("number")):
        yield Proof(
            id=row.id,
            kind=row.kind,
            sha256=row.sha256,
            authority=row.authority,
            token=bytes(row.token),
            made_at=row.made_at,
            line=row.line,
        )
