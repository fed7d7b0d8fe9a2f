"""Proofs of time for a casefile: the head of its log, stamped by others, and what that shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.capture.proving import opentimestamps, rfc3161
from recoupe.errors import StoreError
from recoupe.model import Proof
from recoupe.store import Store, chain
from recoupe.store.proofs import proof_of
from recoupe.store.readable import Readable
from recoupe.store.records import LogEntry


def stamp_with_authority(
    store: Store, authority: str, *, author: str, allow_private: bool = False
) -> Proof:
    """Have a time-stamping authority (RFC 3161) stamp the head of the log, and keep its token.

    Raises what :func:`recoupe.capture.proving.rfc3161.stamped` raises; nothing is kept then.
    """
    head = _head(store)
    token = rfc3161.stamped(chain.line_bytes(head), authority, allow_private=allow_private)
    proof = proof_of("rfc3161", head.hash, authority, token, chain.now())
    store.add_proof(proof, author=author)
    return proof


def stamp_with_calendars(
    store: Store, calendars: Sequence[str], *, author: str, allow_private: bool = False
) -> Proof:
    """Have calendars of OpenTimestamps promise the head of the log, and keep the proof."""
    head = _head(store)
    token = opentimestamps.stamped(head.hash, calendars, allow_private=allow_private)
    proof = proof_of("opentimestamps", head.hash, " ".join(calendars), token, chain.now())
    store.add_proof(proof, author=author)
    return proof


def complete(store: Store, *, author: str, allow_private: bool = False) -> Iterator[Proof]:
    """Ask calendars for what they have promised; yield each proof that says more by now.

    A completed proof is kept beside the one that it goes on from.
    """
    newest = {one.sha256: one for one in store.proofs() if one.kind == "opentimestamps"}
    for proof in newest.values():
        if opentimestamps.read(proof.token, where=proof.id).blocks:
            continue
        token = opentimestamps.completed(proof.token, where=proof.id, allow_private=allow_private)
        if token != proof.token:
            more = proof_of("opentimestamps", proof.sha256, proof.authority, token, chain.now())
            store.add_proof(more, author=author)
            yield more


@dataclass(frozen=True, slots=True)
class Proved:
    """What a proof shows: that a line of the log was there at a time, and all lines before it.

    ``at`` is the authority's time (ISO 8601, UTC), ``signer`` its name in its certificate; of a
    proof of OpenTimestamps ``blocks`` has it, or calendars have only ``promised`` it so far.
    """

    proof: Proof
    at: str | None = None
    signer: str | None = None
    blocks: tuple[opentimestamps.Block, ...] = ()
    promised: tuple[str, ...] = ()

    @property
    def stem(self) -> str:
        """The name of the file with the bytes that were stamped."""
        return f"log-line-{self.proof.line}.json"

    @property
    def name(self) -> str:
        """The name of the file with the proof."""
        number = self.proof.id.removeprefix("proof-")[:8]
        return f"{self.stem}.{number}.{'tsr' if self.proof.kind == 'rfc3161' else 'ots'}"

    @property
    def command(self) -> str:
        """How another program checks the two files, without us."""
        if self.proof.kind == "rfc3161":
            return f"openssl ts -verify -data {self.stem} -in {self.name} -CAfile ROOT.pem"
        return f"ots verify -f {self.stem} {self.name}"


def proved(store: Readable) -> tuple[Proved, ...]:
    """Return what the proofs of a casefile show, oldest first.

    Raises :class:`UsageError` where what reads them is not installed, :class:`ProofError` where one
    is broken.
    """
    return tuple(map(_read, store.proofs()))


def files(store: Store) -> Iterator[tuple[str, bytes]]:
    """Yield the files that other programs check proofs with: names and contents."""
    for one in proved(store):
        line = store.log_line(one.proof.sha256)
        if line is not None:
            yield one.stem, chain.line_bytes(line)
            yield one.name, one.proof.token


def _read(proof: Proof) -> Proved:
    if proof.kind == "rfc3161":
        token = rfc3161.read(proof.token, where=proof.id)
        return Proved(proof, at=token.at, signer=token.signer)
    said = opentimestamps.read(proof.token, where=proof.id)
    return Proved(proof, blocks=said.blocks, promised=said.promised)


def _head(store: Store) -> LogEntry:
    head = store.log_head()
    if head is None:
        raise StoreError("there is no line in the log", where="audit_log")
    return head
