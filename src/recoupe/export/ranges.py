"""Bounds of a number as one range, in figures that every language reads."""

from __future__ import annotations


def shown_range(low: int | None, high: int | None) -> str:
    """Return ``17``, ``200–900``, ``≥ 101`` or ``≤ 49``; nothing where both are open."""
    if low is None:
        return f"≤ {high}" if high is not None else ""
    if high is None:
        return f"≥ {low}"
    return str(low) if low == high else f"{low}–{high}"
