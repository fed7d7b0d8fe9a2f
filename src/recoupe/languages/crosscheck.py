"""``crosscheck.toml``: what the pages and tables of a cross-check say in their own voice."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import model_validator

from recoupe.languages.words import Words
from recoupe.model import (
    Compatible,
    FindingKind,
    FindingStanding,
    GradingName,
    LineageKind,
    OriginKind,
)

Plural = Literal["one", "other"]
"""The plural forms of CLDR that French and English have for whole numbers."""

Counted = Literal["reports", "origins", "one_party", "positions"]


class CrossCheckLabels(Words):
    """Headings, column heads and short phrases; ``{…}`` stands for what is filled in."""

    cross_check: str
    stories: str
    reports: str
    lineage: str
    party: str
    says: str
    number: str
    words: str
    support: str
    first_said: str
    last_said: str
    why: str
    suggested: str
    compatible_if: str
    derives_from: str
    origin: str
    how: str
    share: str
    outside: str
    no_findings: str
    checked_by_machine: str
    checked_in_part: str


class CrossCheckWords(Words):
    """Labels, and a name for each value that the page prints."""

    labels: CrossCheckLabels
    counts: dict[Counted, dict[Plural, str]]
    kinds: dict[FindingKind, str]
    gradings: dict[GradingName, str]
    compatible: dict[Compatible, str]
    lineages: dict[LineageKind, str]
    origins: dict[OriginKind, str]
    standings: dict[FindingStanding, str]

    @model_validator(mode="after")
    def _names_everything(self) -> CrossCheckWords:
        for field, values in (
            ("kinds", FindingKind),
            ("gradings", GradingName),
            ("compatible", Compatible),
            ("lineages", LineageKind),
            ("origins", OriginKind),
            ("standings", FindingStanding),
            ("counts", Counted),
        ):
            if missing := set(get_args(values)) - set(getattr(self, field)):
                raise ValueError(f"{field} does not name {', '.join(sorted(missing))}")
        return self
