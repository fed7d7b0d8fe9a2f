"""The cross-check: stories, findings, and which report has its words from which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recoupe.export.material import Material
from recoupe.export.provenance.document import Document, decimal, reference, words
from recoupe.export.provenance.reports import RECOUPE
from recoupe.model import Derivation, Finding, Story, content_id

_ROUNDED: Final = 4
"""Decimals of a share."""


def add_check(document: Document, material: Material, articles: Iterable[str]) -> None:
    """Add the cross-check and what came of it; nothing where none was made."""
    if material.state is None:
        return
    act = content_id("check", material.state.checked_at)
    document.activity(act, "Checking", end=material.state.checked_at)
    document.relate("wasAssociatedWith", act, RECOUPE)
    document.agent(RECOUPE, ("prov:SoftwareAgent",), prov_label="Recoupe")
    checked = {report.id for report in material.check.reports}
    for article in articles:
        if article in checked:
            document.relate("used", act, article)
    for story in material.check.stories:
        _add_story(document, story, act)
    for finding in material.check.findings:
        _add_finding(document, finding, act)
    _add_lineage(document, material.check.lineage)


def _add_story(document: Document, story: Story, act: str) -> None:
    document.entity(
        story.id,
        ("Story", "prov:Collection"),
        prov_label=words(story.title),
        starts=story.start,
        ends=story.end,
    )
    document.relate("wasGeneratedBy", story.id, act)
    for report in story.reports:
        if report in document:
            document.relate("hadMember", story.id, report)


def _add_finding(document: Document, finding: Finding, act: str) -> None:
    document.entity(
        finding.id,
        ("Finding",),
        prov_label=words(finding.matter),
        kind=finding.kind,
        story=reference(finding.story) if finding.story in document else None,
        standing=finding.standing,
    )
    document.relate("wasGeneratedBy", finding.id, act)
    for source in dict.fromkeys(_sources(finding)):
        if source in document:
            document.relate("wasDerivedFrom", finding.id, source)


def _sources(finding: Finding) -> Iterator[str]:
    for position in finding.positions:
        for said in position.said:
            yield said.statement or said.report


def _add_lineage(document: Document, lineage: Iterable[Derivation]) -> None:
    """Add the derivations; those from where words come from in the end are from primary sources."""
    derived = {one.report for one in lineage}
    for one in lineage:
        if one.report not in document:
            continue
        source = one.source
        if source is None:
            source = _origin(document, one)
        elif source not in document:
            continue
        document.relate(
            "wasDerivedFrom",
            one.report,
            source,
            kinds=("prov:PrimarySource",) if source not in derived else (),
            how=one.kind,
            share=decimal(round(one.share, _ROUNDED)),
        )


def _origin(document: Document, derivation: Derivation) -> str:
    """Declare an origin outside the reports; those without a name are each one of its own."""
    origin = derivation.origin
    own = derivation.report if origin.name is None else None
    id_ = content_id("origin", origin.kind, origin.name, own)
    document.entity(id_, ("Origin",), kind=origin.kind, prov_label=words(origin.name))
    return id_
