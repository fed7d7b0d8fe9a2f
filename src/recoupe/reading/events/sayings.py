"""Who says that it happened, and who says that it did not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from recoupe.model import Span, Statement

DENYING: Final = frozenset({"denies"})
NOT_VOUCHING: Final = frozenset({"denies", "no_comment", "cannot_verify", "questions"})
"""Stances of those who speak of a happening without saying that it happened."""


@dataclass(frozen=True, slots=True)
class Sayings:
    """Ids of the statements that say it and of those that deny it; ``doubted`` if one hedges."""

    according_to: tuple[str, ...]
    denied_by: tuple[str, ...]
    doubted: bool

    @property
    def told(self) -> bool:
        """Whether any statement says it or denies it."""
        return bool(self.according_to or self.denied_by)


def sayings(trigger: Span, statements: Iterable[Statement], *, negated: bool) -> Sayings:
    """Return what the statements that hold the trigger in their content make of it.

    Who says that something did not happen denies it, whatever the cue (``negated``).
    """
    holding = [s for s in statements if any(part.contains(trigger) for part in s.content)]
    vouching = tuple(s.id for s in holding if s.stance not in NOT_VOUCHING)
    denying = tuple(s.id for s in holding if s.stance in DENYING or (negated and s.id in vouching))
    return Sayings(
        according_to=() if negated else vouching,
        denied_by=denying,
        doubted=any(
            s.hedged or s.stance in {"cannot_verify", "questions", "no_comment"} for s in holding
        ),
    )
