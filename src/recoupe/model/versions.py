"""Versions: what an outlet altered between two captures of one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model.span import Span

StatementChangeKind = Literal["same", "moved", "changed", "gone", "new"]
"""By exact match: the same words at the same place, at another place, other words where the old
ones stood, no words any more, words that were not there."""

PassageChangeKind = Literal["added", "removed", "replaced"]


@dataclass(frozen=True, slots=True)
class StatementChange:
    """What became of one statement; ``before`` and ``after`` are statement ids."""

    kind: StatementChangeKind
    before: str | None
    after: str | None
    words_before: str | None
    words_after: str | None


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A stretch of words put in, taken out, or put in the place of others."""

    kind: PassageChangeKind
    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A title, byline or date that the outlet altered."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class VersionChange:
    """Everything that differs between two versions of a report; ids are those of the articles."""

    before: str
    after: str
    fields: tuple[FieldChange, ...]
    passages: tuple[PassageChange, ...]
    statements: tuple[StatementChange, ...]
