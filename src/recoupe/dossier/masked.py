"""What every page says where names and places are masked: that they are, and how many."""

from __future__ import annotations

from recoupe.dossier import wording
from recoupe.export.masking import Masked


def masked_note(masked: Masked, language: str) -> str:
    """Return in words how much is masked, or that nothing has to be."""
    words = wording.dossier_words(language).masking
    if not masked:
        return words.nothing
    return words.note.format(
        parties=wording.number(masked.parties, language),
        places=wording.number(masked.places, language),
        reports=wording.number(masked.reports, language),
    )
