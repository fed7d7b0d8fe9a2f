"""Marks over a text, cut so that they nest: what HTML needs of spans that overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, get_args

Role = Literal[
    "words",
    "linked",
    "content",
    "cue",
    "source",
    "evidence",
    "figure",
    "place",
    "time",
    "event",
    "mention",
]


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch ``[start, end)`` of the text that a record rests on, or that was asked for.

    Words that are merely ``linked`` look like any others, until a link leads to them.

    ``row`` is the anchor of the record's row, empty for words that no record rests on; ``anchor``
    the mark's own (``None`` for the second span of a discontinuous statement), ``voice`` the style
    of its speaker, ``badge`` what is printed before its first piece, ``label`` the same for who
    cannot see it.
    """

    start: int
    end: int
    role: Role
    row: str
    anchor: str | None = None
    voice: str = ""
    badge: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """A mark that opens before a piece; ``first`` unless it was cut and goes on here."""

    mark: Mark
    first: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under one set of marks.

    ``opens`` are the marks to open before them, outermost first; ``closes`` how many to close
    after them; ``row`` the row that a click on the words leads to.
    """

    opens: tuple[Opening, ...]
    text: str
    row: str | None
    closes: int


def cut(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Return ``text[start:end]`` in pieces, none empty, whose marks nest properly.

    Where two marks cross, the inner one is closed at the edge of the outer and opened again behind
    it. Marks that reach beyond ``[start, end)`` are cut off there.
    """
    starting: dict[int, list[Mark]] = defaultdict(list)
    edges = {start, end}
    for mark in marks:
        low, high = max(mark.start, start), min(mark.end, end)
        if low < high:
            starting[low].append(mark)
            edges |= {low, high}
    pieces: list[Piece] = []
    stack: list[Mark] = []
    torn: list[Mark] = []  # closed because a mark around them ended, and to be opened again
    for low, high in pairwise(sorted(edges)):
        opening = sorted([*torn, *starting[low]], key=_outermost_first)
        stack += opening
        kept = next((at for at, mark in enumerate(stack) if min(mark.end, end) <= high), len(stack))
        pieces.append(
            Piece(
                opens=tuple(Opening(mark, mark.start == low) for mark in opening),
                text=text[low:high],
                row=_row(stack),
                closes=len(stack) - kept,
            )
        )
        torn = [mark for mark in stack[kept:] if min(mark.end, end) > high]
        del stack[kept:]
    return tuple(pieces)


_ROLES: Final = get_args(Role)


def _outermost_first(mark: Mark) -> tuple[int, int]:
    return -mark.end, _ROLES.index(mark.role)


def _row(stack: list[Mark]) -> str | None:
    """Return the row of the innermost statement, or else of the innermost record."""
    told = [mark.row for mark in stack if mark.role in {"content", "cue", "source"}]
    rows = told or [mark.row for mark in stack if mark.row]
    return rows[-1] if rows else None
