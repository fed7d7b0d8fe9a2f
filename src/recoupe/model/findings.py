"""The finding: what reports agree on, dispute, deny or revise, with the words on every side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model.reasons import Reason
from recoupe.model.span import Span
from recoupe.model.statements import Stance

FindingKind = Literal["agreement", "dispute", "denial", "revision", "range", "single_source"]
Compatible = Literal["place", "time", "scope", "unit"]
GradingName = Literal["confirmed", "fair", "weak", "contested", "discounted"]
"""Airwars' five gradings of a claimed incident; only ever suggested here."""
FindingStanding = Literal["confirmed", "rejected"]
"""What a person made of a finding; the machine's own has none."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words that bear out a position: of a report (article id), and of which statement.

    ``statement`` is ``None`` for the report's own voice, ``at`` the ISO 8601 day of publication.
    """

    report: str
    statement: str | None
    span: Span
    at: str | None


@dataclass(frozen=True, slots=True)
class Position:
    """A party's stance on one matter, with every place where a report gives it.

    ``party`` is what the party is called, ``party_id`` its id across reports (``None``: reports in
    their own voice). ``low`` and ``high`` are inclusive bounds where the matter is a number.
    ``independent_origins`` counts the roots of the copy chains behind ``said``, never outlets.
    """

    party: str
    party_id: str | None
    stance: Stance
    low: int | None
    high: int | None
    said: tuple[Said, ...]
    reports: int
    independent_origins: int
    first_said: str | None
    last_said: str | None


@dataclass(frozen=True, slots=True)
class About:
    """What a matter is about: of a number, what is counted, where and when."""

    what: str | None
    place: str | None
    time: str | None
    counted: str | None


@dataclass(frozen=True, slots=True)
class Grading:
    """A suggestion in Airwars' terms with its reasons; never a verdict."""

    name: GradingName
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found on one matter of a story.

    ``matter`` are the words that name it best, ``positions`` those of the parties, the earliest
    first. ``compatible_if`` names what would have to differ for the positions to fit together,
    ``standing`` says what a person made of it.
    """

    id: str
    story: str
    kind: FindingKind
    matter: str
    about: About
    positions: tuple[Position, ...]
    reasons: tuple[Reason, ...]
    compatible_if: Compatible | None
    suggested_grading: Grading | None
    standing: FindingStanding | None = None


@dataclass(frozen=True, slots=True)
class ContradictionScore:
    """How two passages stand to each other: ``contradicts`` is between 0 and 1, with its reasons.

    ``same_matter`` says, 0 to 1, whether they speak of one thing at all.
    """

    contradicts: float
    same_matter: float
    reasons: tuple[Reason, ...]
