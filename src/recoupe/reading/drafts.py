"""What readers hand to each other before a reading is whole: quotations and attributions."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model import Span, Stance, StatementKind


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, in one block.

    ``span`` includes the marks, ``inner`` does not; ``depth`` is 0 for an outermost quotation;
    ``closed`` is false where no closing mark was found and the quotation runs to the end of its
    paragraph.
    """

    span: Span
    inner: Span
    depth: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement whose speaker has not been named yet.

    ``within`` and ``follows`` are places in the same tuple of attributions: the one that reports
    this one, and the earlier one whose speaker goes on speaking (a floating quotation, which has
    neither cue nor source of its own).
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    kind: StatementKind
    stance: Stance
    hedged: bool
    within: int | None
    follows: int | None
    confidence: float
