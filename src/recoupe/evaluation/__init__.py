"""How good each reader is: gold data, scores, the gate and its report."""

from recoupe.evaluation.gold import gold_folder

__all__ = ["gold_folder"]
