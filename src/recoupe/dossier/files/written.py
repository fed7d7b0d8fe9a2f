"""What came of writing a dossier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from recoupe.export.masking import NOTHING_MASKED, Masked


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the hash is that of the list of hashes, or of the one file."""

    pages: int
    size: int
    captures: int
    sha256: str
    masked: Masked = NOTHING_MASKED

    def of(self, masked: Masked) -> Self:
        """Return the same, with how much was masked."""
        return replace(self, masked=masked)
