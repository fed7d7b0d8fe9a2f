"""What differs between two versions of one report, and where words of the older one now stand."""

from recoupe.comparison.alignment import Alignment, Located, LocatedKind, align
from recoupe.comparison.versions import compare_versions

__all__ = ["Alignment", "Located", "LocatedKind", "align", "compare_versions"]
