"""Cross-checks as the JSON of CONTRACT section 2, with reasons in the words of one language."""

from __future__ import annotations

from typing import Any

from recoupe.export.crosscheck_contract import CROSSCHECK_SCHEMA, CrossCheckForm
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.languages.reasons import worded
from recoupe.model import (
    CrossCheck,
    Derivation,
    Finding,
    Grading,
    Passage,
    Place,
    Position,
    ReportEntry,
    Said,
    Span,
    Story,
    StoryLink,
)

_Json = dict[str, Any]


def crosscheck_document(check: CrossCheck, language: str = "en") -> _Json:
    """Return the JSON document of a cross-check, its reasons worded in ``language``.

    The document is valid by its published form. Raises :class:`UnknownLanguageError` where no pack
    knows the language.
    """
    words = pack(language).table("findings", FindingWords)
    document = {
        "schema": CROSSCHECK_SCHEMA,
        "reports": [report_document(report) for report in check.reports],
        "stories": [story_document(story, words) for story in check.stories],
        "lineage": [derivation_document(derivation, words) for derivation in check.lineage],
        "findings": [finding_document(finding, words) for finding in check.findings],
    }
    CrossCheckForm.model_validate(document)
    return document


def report_document(report: ReportEntry) -> _Json:
    """Return the JSON of a report that was checked."""
    return {
        "id": report.id,
        "input": report.input,
        "input_id": report.input_id,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published,
        "language": report.language,
        "stories": list(report.stories),
        "withdrawn": report.withdrawn,
    }


def story_document(story: Story, words: FindingWords) -> _Json:
    """Return the JSON of a story, its reasons in these words."""
    return {
        "id": story.id,
        "title": story.title,
        "reports": list(story.reports),
        "start": story.start,
        "end": story.end,
        "place": _place(story.place) if story.place else None,
        "links": [_link(link, words) for link in story.links],
    }


def _place(place: Place) -> _Json:
    return {
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "precision_m": place.precision_m,
        "country": place.country,
        "geonames_id": place.geonames_id,
    }


def _link(link: StoryLink, words: FindingWords) -> _Json:
    return {
        "one": link.one,
        "other": link.other,
        "weight": link.weight,
        "reasons": worded(link.reasons, words),
    }


def derivation_document(derivation: Derivation, words: FindingWords) -> _Json:
    """Return the JSON of a derivation, its reasons in these words."""
    return {
        "report": derivation.report,
        "from": derivation.source,
        "origin": {"kind": derivation.origin.kind, "name": derivation.origin.name},
        "kind": derivation.kind,
        "share": derivation.share,
        "passages": [_passage(passage) for passage in derivation.passages],
        "reasons": worded(derivation.reasons, words),
    }


def _passage(passage: Passage) -> _Json:
    there = _span(passage.there) if passage.there is not None else None
    return {"here": _span(passage.here), "there": there}


def finding_document(finding: Finding, words: FindingWords) -> _Json:
    """Return the JSON of a finding, its reasons in these words."""
    about = finding.about
    grading = finding.suggested_grading
    return {
        "id": finding.id,
        "story": finding.story,
        "kind": finding.kind,
        "matter": finding.matter,
        "about": {
            "what": about.what,
            "place": about.place,
            "time": about.time,
            "counted": about.counted,
        },
        "positions": [_position(position) for position in finding.positions],
        "reasons": worded(finding.reasons, words),
        "compatible_if": finding.compatible_if,
        "suggested_grading": _grading(grading, words) if grading is not None else None,
        "standing": finding.standing,
    }


def _position(position: Position) -> _Json:
    return {
        "party": position.party,
        "party_id": position.party_id,
        "stance": position.stance,
        "low": position.low,
        "high": position.high,
        "statements": [_said(said) for said in position.said],
        "reports": position.reports,
        "independent_origins": position.independent_origins,
        "first_said": position.first_said,
        "last_said": position.last_said,
    }


def _said(said: Said) -> _Json:
    return {
        "report": said.report,
        "statement": said.statement,
        "span": _span(said.span),
        "at": said.at,
    }


def _grading(grading: Grading, words: FindingWords) -> _Json:
    return {"name": grading.name, "reasons": worded(grading.reasons, words)}


def _span(span: Span) -> _Json:
    return {"start": span.start, "end": span.end, "text": span.text}
