"""The cross-check: stories, lineage and findings over many reports."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model.findings import Finding
from recoupe.model.lineage import Derivation
from recoupe.model.metadata import PubStatus
from recoupe.model.stories import Story


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One of the reports that were checked; ``id`` is its article's, ``stories`` those it is in.

    ``withdrawn`` is the status by which its publisher took it back, ``None`` if it did not.
    """

    id: str
    input: str
    input_id: str | None
    outlet: str | None
    title: str | None
    published: str | None
    language: str
    stories: tuple[str, ...]
    withdrawn: PubStatus | None = None


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """What several reports come to: reports in input order, findings by what to look at first."""

    reports: tuple[ReportEntry, ...]
    stories: tuple[Story, ...]
    lineage: tuple[Derivation, ...]
    findings: tuple[Finding, ...]
