"""Proofs of time: each as the log says, for a line of the log, and signed as it should be."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from recoupe.capture.proving import opentimestamps, rfc3161
from recoupe.errors import ProofError
from recoupe.model import Proof
from recoupe.store import proofs, schema
from recoupe.store.verification.findings import Findings
from recoupe.store.verification.log import Lines
from recoupe.store.verification.paging import pages

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_NEEDS = {"rfc3161": "rfc3161_client", "opentimestamps": "opentimestamps"}


def check_proofs(
    connection: Connection, findings: Findings, roots: Sequence[Certificate]
) -> tuple[str, ...]:
    """Check every proof; return what could not be checked, in words.

    With ``roots``, certificates of authorities, the signatures of their tokens are checked, too.
    """
    table = schema.proofs
    lines = Lines(table, "proof")
    notes: dict[str, None] = {}
    for page in pages(connection, select(table), table.c.number, findings):
        lines.fetch(connection, findings, [row.id for row in page])
        for row in page:
            with findings.checking(f"proofs {row.id}"):
                proof = proofs.proof_of(
                    row.kind, row.sha256, row.authority, bytes(row.token), row.made_at
                )
                _check_row(findings, lines, proof, row.id)
                _check_line(connection, findings, proof)
                if note := _check_token(findings, proof, roots):
                    notes[note] = None
        findings.count("proofs of time", len(page))
    return tuple(notes)


def _check_row(findings: Findings, lines: Lines, proof: Proof, id_: str) -> None:
    where = f"proofs {id_}"
    if proof.id != id_:
        findings.add(where, "its token does not give its id: it was altered")
    line = lines.only(findings, id_)
    row = {**proofs.proof_row(proof), "id": id_}
    if line is not None and line.detail.get("row") != proofs.row_hash(row):
        findings.add(
            where,
            f"is not the row that line {line.number} of the log is about: it was altered",
            kind="proofs: altered",
        )


def _check_line(connection: Connection, findings: Findings, proof: Proof) -> None:
    log = schema.audit_log.c
    if connection.execute(select(log.number).where(log.hash == proof.sha256)).first() is None:
        findings.add(
            f"proofs {proof.id}",
            f"is for {proof.sha256}, which no line of the log has: the log was written anew",
            kind="proofs: no line",
        )


def _check_token(findings: Findings, proof: Proof, roots: Sequence[Certificate]) -> str | None:
    """Check what a token says; return what could not be checked."""
    if find_spec(_NEEDS[proof.kind]) is None:
        return "Proofs of time were not read: pip install 'recoupe[proof]'."
    where = f"proofs {proof.id}"
    try:
        if proof.kind == "rfc3161":
            said = rfc3161.read(proof.token, where=where).sha256
            if roots:
                rfc3161.check(proof.token, proof.sha256, roots, where=where)
        else:
            said = opentimestamps.read(proof.token, where=where).sha256
    except ProofError as error:
        findings.add(where, error.what, kind="proofs: broken")
        return None
    if said != proof.sha256:
        findings.add(where, f"is for {said}, not for {proof.sha256}", kind="proofs: of others")
    if proof.kind == "opentimestamps":
        return (
            "Blocks of Bitcoin are not looked up: compare what `recoupe stamp CASE --list` prints "
            "with any list of blocks, or run ots verify."
        )
    if not roots:
        return (
            "Signatures of time-stamping authorities were not checked: name their root "
            "certificates with --tsa-root."
        )
    return None
