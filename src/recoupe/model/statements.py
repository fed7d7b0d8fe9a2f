"""The statement: who says what, in which exact words, and how they stand to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model.span import Span

StatementKind = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts",
    "confirms",
    "denies",
    "refuses",
    "demands",
    "promises",
    "accuses",
    "questions",
    "no_comment",
    "cannot_verify",
    "other",
]


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: content, cue and source spans in the text's order, and the speaker.

    ``content`` has several spans where the cue interrupts it; quotation marks belong to it where
    the content is wholly quoted. ``within`` is the statement that reports this one (A says that B
    says), ``via`` the chain of entities through which the outlet has it, nearest first.
    ``confidence`` is between 0 and 1.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: str | None
    speaker_name: str | None
    kind: StatementKind
    stance: Stance
    hedged: bool
    within: str | None
    via: tuple[str, ...]
    confidence: float
