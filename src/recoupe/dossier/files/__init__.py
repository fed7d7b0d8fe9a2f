"""A dossier in files: the pages of a casefile, to be read from any disk without a network."""

from recoupe.dossier.files.handing import Handed, write_dossier
from recoupe.dossier.files.written import Written

__all__ = ["Handed", "Written", "write_dossier"]
