"""A colour for each speaker and a shape for each stance, so that nothing depends on colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from recoupe.model import Span, Stance, Statement

COLOURS: Final = 6
"""Colours in ``static/page.css`` (``--v1`` …): as many as stay apart for every kind of colour
vision. From the seventh speaker on they come again, with dashes in place of lines."""

NOBODY: Final = "voice-0"
"""The style of statements whose speaker is not known."""

SHAPES: Final[dict[Stance, str]] = {
    "asserts": "●",
    "confirms": "◉",
    "denies": "✕",
    "refuses": "⊘",
    "demands": "▲",
    "promises": "▷",
    "accuses": "◆",
    "questions": "◇",
    "no_comment": "–",
    "cannot_verify": "?",
    "other": "○",
}
HEDGED: Final = "◐"


def shape(statement: Statement) -> str:
    """Return the shape of a statement's stance; ``◐`` for what is asserted with reserve."""
    if statement.hedged and statement.stance in {"asserts", "confirms"}:
        return HEDGED
    return SHAPES[statement.stance]


def party(statement: Statement) -> str | None:
    """Return what tells one speaker from another, or ``None`` where the speaker is not known."""
    return statement.speaker or statement.speaker_name


def voices(statements: Iterable[Statement]) -> dict[str | None, str]:
    """Return the style of each speaker (see :func:`party`), in order of appearance."""
    styles: dict[str | None, str] = {None: NOBODY}
    for statement in statements:
        if (name := party(statement)) not in styles:
            styles[name] = style_of(len(styles) - 1)
    return styles


def style_of(turn: int) -> str:
    """Return the style of the party that came ``turn``-th, counted from 0."""
    again = " again" if turn >= COLOURS else ""
    return f"voice-{turn % COLOURS + 1}{again}"


def in_own_voice(span: Span, statements: Iterable[Statement]) -> bool:
    """Whether words are the report's own: they stand in no statement's content.

    What is only denied, or only said not to be known, has nobody who says it; it must not be put
    into the report's mouth.
    """
    return not any(
        said.start <= span.start and span.end <= said.end
        for statement in statements
        for said in statement.content
    )
