"""Figures across reports: what one party's number is to another's."""

from recoupe.comparison.figures.bounds import Bounds, exclusive
from recoupe.comparison.figures.claims import Claim, claims
from recoupe.comparison.figures.comparing import Comparison, compare
from recoupe.comparison.figures.counts import Count, counts
from recoupe.comparison.figures.totals import with_totals

__all__ = [
    "Bounds",
    "Claim",
    "Comparison",
    "Count",
    "claims",
    "compare",
    "counts",
    "exclusive",
    "with_totals",
]
