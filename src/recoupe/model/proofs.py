"""Proofs that something was there at a time, made by others: RFC 3161 tokens, OpenTimestamps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ProofKind = Literal["rfc3161", "opentimestamps"]


@dataclass(frozen=True, slots=True)
class Proof:
    """A token of somebody else for the SHA-256 of a line of the log, in hex digits.

    ``line`` is the number of that line, ``None`` where the log has no such line.
    ``authority`` is the address of whoever gave it, ``token`` what came: a response of RFC 3161, or
    a file of OpenTimestamps. ``made_at`` is when it came here (ISO 8601, UTC), which proves nothing
    by itself: what does is in the token.
    """

    id: str
    kind: ProofKind
    sha256: str
    authority: str
    token: bytes
    made_at: str
    line: int | None = None
