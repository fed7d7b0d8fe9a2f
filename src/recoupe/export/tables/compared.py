"""The tables of reports, and of what the cross-check makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recoupe.export.material import ExportedReport, Material
from recoupe.export.tables import cells
from recoupe.languages import Pack
from recoupe.languages.findings import FindingWords
from recoupe.languages.reasons import worded
from recoupe.model import Finding, Position

Row = dict[str, str]

REPORTS = (
    "report_id", "page_id", "url", "outlet", "title", "byline", "published", "modified",
    "withdrawn", "withdrawn_at", "language", "captured_at", "sha256", "statements", "figures",
    "events", "places", "stories", "masked", "input",
)  # fmt: skip
STORIES = (
    "story_id", "title", "starts", "ends", "place", "latitude", "longitude", "precision_m",
    "country", "reports", "report_ids", "guest_ids",
)  # fmt: skip
FINDINGS = (
    "finding_id", "kind", "matter", "what", "place", "time", "counted", "low", "high", "parties",
    "reports", "independent_origins_most", "reasons", "compatible_if", "suggested_grading",
    "grading_reasons", "reviewed", "story_id",
)  # fmt: skip
POSITIONS = (
    "position", "party", "stance", "low", "high", "reports", "independent_origins", "first_said",
    "last_said", "matter", "party_id", "finding_id", "story_id",
)  # fmt: skip
SAID = (
    "position", "words", "published", "at", "report_id", "statement_id", "withdrawn", "masked",
    "finding_id", "story_id",
)  # fmt: skip
LINEAGE = (
    "report_id", "from_id", "kind", "share", "origin_kind", "origin", "passages", "words", "at",
    "from_at", "reasons",
)  # fmt: skip


def report_row(report: ExportedReport, stories: Mapping[str, tuple[str, ...]]) -> Row:
    """Return the row of a report; ``stories`` are those of each article."""
    reading = report.reading
    article = reading.article
    gone = article.withdrawn
    return {
        "report_id": article.id,
        "page_id": report.report,
        "url": cells.text(article.url),
        "outlet": cells.text(article.outlet),
        "title": cells.text(article.title),
        "byline": cells.text(article.byline),
        "published": article.published or "",
        "modified": article.modified or "",
        "withdrawn": gone.status if gone is not None else "",
        "withdrawn_at": (gone.at or "") if gone is not None else "",
        "language": article.language,
        "captured_at": article.capture.captured_at,
        "sha256": article.capture.sha256,
        "statements": str(len(reading.statements)),
        "figures": str(len(reading.figures)),
        "events": str(len(reading.events)),
        "places": str(len(reading.places)),
        "stories": cells.ids(stories.get(article.id, ())),
        "masked": "" if report.whole else str(report.masked),
        "input": cells.text(article.input or None),
    }


def story_rows(material: Material) -> Iterator[Row]:
    """Yield a row for each story."""
    for story in material.check.stories:
        place = story.place
        yield {
            "story_id": story.id,
            "title": cells.text(story.title),
            "starts": story.start or "",
            "ends": story.end or "",
            "place": cells.text(place.name) if place is not None else "",
            "latitude": cells.number(place.lat) if place is not None else "",
            "longitude": cells.number(place.lon) if place is not None else "",
            "precision_m": cells.number(place.precision_m) if place is not None else "",
            "country": (place.country or "") if place is not None else "",
            "reports": str(len(story.reports)),
            "report_ids": cells.ids(story.reports),
            "guest_ids": cells.ids(story.guests),
        }


def finding_rows(material: Material, pack: Pack) -> Iterator[Row]:
    """Yield a row for each finding, its reasons worded in the language of ``pack``."""
    words = pack.table("findings", FindingWords)
    for one in material.check.findings:
        grading = one.suggested_grading
        lows = [p.low for p in one.positions if p.low is not None]
        highs = [p.high for p in one.positions if p.high is not None]
        reports = {said.report for position in one.positions for said in position.said}
        yield {
            "finding_id": one.id,
            "kind": one.kind,
            "matter": cells.text(one.matter),
            "what": one.about.what or "",
            "place": cells.text(one.about.place),
            "time": one.about.time or "",
            "counted": cells.text(one.about.counted),
            "low": cells.number(min(lows, default=None)),
            "high": cells.number(max(highs, default=None)),
            "parties": str(len({_key(position) for position in one.positions})),
            "reports": str(len(reports)),
            "independent_origins_most": str(
                max((position.independent_origins for position in one.positions), default=0)
            ),
            "reasons": cells.names(worded(one.reasons, words)),
            "compatible_if": one.compatible_if or "",
            "suggested_grading": grading.name if grading is not None else "",
            "grading_reasons": (
                cells.names(worded(grading.reasons, words)) if grading is not None else ""
            ),
            "reviewed": one.standing or "",
            "story_id": one.story,
        }


def position_rows(material: Material) -> Iterator[Row]:
    """Yield a row for each position of each finding."""
    for finding, number, position in _positions(material):
        yield {
            "position": number,
            "party": cells.text(position.party),
            "stance": position.stance,
            "low": cells.number(position.low),
            "high": cells.number(position.high),
            "reports": str(position.reports),
            "independent_origins": str(position.independent_origins),
            "first_said": position.first_said or "",
            "last_said": position.last_said or "",
            "matter": cells.text(finding.matter),
            "party_id": position.party_id or "",
            "finding_id": finding.id,
            "story_id": finding.story,
        }


def said_rows(material: Material, masked: frozenset[str]) -> Iterator[Row]:
    """Yield a row for all words that bear out a position; ``masked`` are articles with masks."""
    gone = {report.id: report.withdrawn or "" for report in material.check.reports}
    for finding, number, position in _positions(material):
        for said in position.said:
            hidden = said.report in masked
            yield {
                "position": number,
                "words": cells.words((said.span,)),
                "published": said.at or "",
                "at": "" if hidden else cells.places((said.span,)),
                "report_id": said.report,
                "statement_id": said.statement or "",
                "withdrawn": gone.get(said.report, ""),
                "masked": "yes" if hidden else "",
                "finding_id": finding.id,
                "story_id": finding.story,
            }


def lineage_rows(material: Material, pack: Pack, masked: frozenset[str]) -> Iterator[Row]:
    """Yield a row for each derivation, with the longest words that derive."""
    words = pack.table("findings", FindingWords)
    for one in material.check.lineage:
        longest = max(one.passages, key=lambda passage: len(passage.here), default=None)
        hidden = one.report in masked or (one.source or "") in masked
        there = longest.there if longest is not None else None
        yield {
            "report_id": one.report,
            "from_id": one.source or "",
            "kind": one.kind,
            "share": cells.number(round(one.share, 4)),
            "origin_kind": one.origin.kind,
            "origin": cells.text(one.origin.name),
            "passages": str(len(one.passages)),
            "words": cells.words((longest.here,)) if longest is not None else "",
            "at": cells.places((longest.here,)) if longest is not None and not hidden else "",
            "from_at": cells.places((there,)) if there is not None and not hidden else "",
            "reasons": cells.names(worded(one.reasons, words)),
        }


def _positions(material: Material) -> Iterator[tuple[Finding, str, Position]]:
    for finding in material.check.findings:
        for number, position in enumerate(finding.positions, 1):
            yield finding, f"{finding.id}.{number}", position


def _key(position: Position) -> str:
    return position.party_id or position.party
