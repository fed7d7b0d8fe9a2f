"""Lineage: which report has its words from which, and how many independent origins there are."""

from recoupe.comparison.lineage.deriving import lineage
from recoupe.comparison.lineage.roots import Ancestry, Place, Root, independent_roots

__all__ = ["Ancestry", "Place", "Root", "independent_roots", "lineage"]
