"""The contradiction reader: whether two passages can both hold, and why not."""

from recoupe.comparison.contradiction.scoring import contradiction, contradictions
from recoupe.comparison.contradiction.sketch import Wording

__all__ = ["Wording", "contradiction", "contradictions"]
