"""OpenTimestamps: a hash in a calendar's tree, whose root ends up in a block of Bitcoin.

A calendar answers at once with a promise; some hours later it has the way to the block. Whoever has
the headers of Bitcoin's blocks can check that without asking anybody (https://opentimestamps.org).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from recoupe.capture.proving.sending import answer
from recoupe.errors import FetchError, ProofError, UsageError

if TYPE_CHECKING:
    from opentimestamps.core.timestamp import DetachedTimestampFile, Timestamp

CALENDARS: Final = (
    "https://a.pool.opentimestamps.org",
    "https://b.pool.opentimestamps.org",
)
"""Public calendars, from the list of the opentimestamps library; one answer is enough."""
_ACCEPT: Final = "application/vnd.opentimestamps.v1"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of Bitcoin by its height, with the root of its Merkle tree that a proof ends in.

    ``root`` is in the order in which block explorers print it.
    """

    height: int
    root: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a proof says: the hash, calendars that have promised, and blocks that have it."""

    sha256: str
    promised: tuple[str, ...]
    blocks: tuple[Block, ...]


def stamped(
    sha256: str, calendars: Sequence[str] = CALENDARS, *, allow_private: bool = False
) -> bytes:
    """Return a proof that calendars have promised for a hash, which is all that is sent.

    Raises the last calendar's :class:`FetchError` where none answers, :class:`ProofError` where
    none answers as it should.
    """
    require()
    from opentimestamps.core.op import OpSHA256
    from opentimestamps.core.timestamp import DetachedTimestampFile, Timestamp

    digest = bytes.fromhex(sha256)
    made, failed = Timestamp(digest), None
    for calendar in calendars:
        try:
            content = answer(
                f"{calendar.rstrip('/')}/digest",
                digest,
                accept=_ACCEPT,
                allow_private=allow_private,
            )
            made.merge(_timestamp(content, digest, calendar))
        except (FetchError, ProofError) as error:
            failed = error
    if not any(made.all_attestations()):
        raise failed or UsageError("no calendar is named", where="--calendar")
    return _written(DetachedTimestampFile(OpSHA256(), made))


def completed(proof: bytes, *, where: str, allow_private: bool = False) -> bytes:
    """Return a proof with all that the calendars that have promised know by now.

    Calendars that do not answer, or do not know yet, are left for another time.
    """
    require()
    file = _file(proof, where)
    for calendar, waiting in list(_promises(file.timestamp)):
        known = f"{calendar.rstrip('/')}/timestamp/{waiting.msg.hex()}"
        try:
            content = answer(known, accept=_ACCEPT, allow_private=allow_private)
            waiting.merge(_timestamp(content, waiting.msg, calendar))
        except (FetchError, ProofError):
            continue
    return _written(file)


def read(proof: bytes, *, where: str) -> Commitment:
    """Return what a proof says; raise :class:`ProofError` where it is none."""
    require()
    from opentimestamps.core.notary import BitcoinBlockHeaderAttestation

    file = _file(proof, where)
    blocks = {
        Block(told.height, message[::-1].hex())
        for message, told in file.timestamp.all_attestations()
        if isinstance(told, BitcoinBlockHeaderAttestation)
    }
    return Commitment(
        file.timestamp.msg.hex(),
        tuple(sorted({calendar for calendar, _ in _promises(file.timestamp)})),
        tuple(sorted(blocks, key=lambda block: block.height)),
    )


def require() -> None:
    """Raise :class:`UsageError` where what reads proofs is not installed."""
    if find_spec("opentimestamps") is None:
        raise UsageError(
            "needs a package that is not installed",
            where="proofs of time",
            remedy="pip install 'recoupe[proof]'",
        )


def _promises(timestamp: Timestamp) -> Iterator[tuple[str, Timestamp]]:
    """Yield calendars that have promised, each with where in the tree it goes on."""
    from opentimestamps.core.notary import PendingAttestation

    for told in timestamp.attestations:
        if isinstance(told, PendingAttestation):
            yield told.uri, timestamp
    for after in timestamp.ops.values():
        yield from _promises(after)


def _timestamp(content: bytes, message: bytes, calendar: str) -> Timestamp:
    from opentimestamps.core.timestamp import Timestamp

    made: Timestamp = _deserialized(Timestamp.deserialize, content, calendar, message)
    return made


def _file(proof: bytes, where: str) -> DetachedTimestampFile:
    from opentimestamps.core.op import OpSHA256
    from opentimestamps.core.timestamp import DetachedTimestampFile

    file: DetachedTimestampFile = _deserialized(DetachedTimestampFile.deserialize, proof, where)
    if not isinstance(file.file_hash_op, OpSHA256):
        raise ProofError("stamps no SHA-256", where=where)
    return file


def _deserialized(read_from: Any, content: bytes, where: str, *more: bytes) -> Any:  # noqa: ANN401
    from opentimestamps.core.serialize import BytesDeserializationContext, DeserializationError

    context = BytesDeserializationContext(content)
    try:
        found = read_from(context, *more)
        context.assert_eof()
    except (DeserializationError, ValueError, RecursionError) as error:
        raise ProofError(f"is no proof of OpenTimestamps: {error}", where=where) from None
    return found


def _written(file: DetachedTimestampFile) -> bytes:
    from opentimestamps.core.serialize import BytesSerializationContext

    context = BytesSerializationContext()
    file.serialize(context)
    written: bytes = context.getbytes()
    return written
