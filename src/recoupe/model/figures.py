"""Figures: quantities of people, as bounds, with what is counted and whose count it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model.span import Span

FigureSubject = Literal[
    "killed",
    "injured",
    "missing",
    "detained",
    "trapped",
    "evacuated",
    "displaced",
    "participants",
    "security_forces",
    "other",
]

FigureCounting = Literal["total", "new"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of people; ``low`` and ``high`` are inclusive, ``None`` where that end is open.

    ``what`` is what happened to them or what they did, ``counted`` the noun counted where it is
    narrower than people ("civils"); ``according_to`` the statement that vouches for it, ``None``
    for the article's own voice; ``time`` and ``place`` are ids within the same reading.

    ``part_of`` is the id of the figure that this one is a part of, ``revises`` that of the earlier
    count in the same report that it replaces. ``counting`` is "total" for a cumulative count, "new"
    for what is added to one, ``None`` where the words do not say.
    """

    id: str
    span: Span
    low: int | None
    high: int | None
    approximate: bool
    what: FigureSubject
    counted: str | None
    according_to: str | None
    hedged: bool
    time: str | None
    place: str | None
    part_of: str | None = None
    revises: str | None = None
    counting: FigureCounting | None = None
