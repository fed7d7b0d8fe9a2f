"""Figures: numbers of people as bounds, with what happened to them and whose count it is."""

from __future__ import annotations

from recoupe.reading.figures.read import READER, read_figures

__all__ = ["READER", "read_figures"]
