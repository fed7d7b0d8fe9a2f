"""Who and what is protected, masked in everything that is handed over (DESIGN section 8)."""

from recoupe.export.masking.masker import NOTHING_MASKED, Masked, Masker

__all__ = ["NOTHING_MASKED", "Masked", "Masker"]
