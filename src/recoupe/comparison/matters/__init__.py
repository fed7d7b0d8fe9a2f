"""Matters: which statements of all reports are about one thing."""

from recoupe.comparison.matters.grouping import Matter, matters

__all__ = ["Matter", "matters"]
