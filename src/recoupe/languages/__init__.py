"""SEAM: what Recoupe knows of each language, as tables (see :mod:`recoupe.languages.pack`)."""

from recoupe.languages.pack import Pack, available, pack

__all__ = ["Pack", "available", "pack"]
