"""Captures, the articles and readings made of them, statements, and who made which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from recoupe.export.material import ExportedReport, Party
from recoupe.export.provenance.document import Document, Value, address, reference, words
from recoupe.export.provenance.reviews import Reviews, act_of, machine_s
from recoupe.export.tables.cells import BETWEEN, places
from recoupe.model import (
    LISTS,
    Article,
    EntityKind,
    Reader,
    Record,
    Reviewed,
    Statement,
    content_id,
)
from recoupe.review.identity import primary_spans

RECOUPE: Final = "recoupe"
"""The software as an agent, of whatever version."""
_AGENTS: Final[Mapping[EntityKind, str]] = {
    "person": "prov:Person",
    "organisation": "prov:Organization",
    "medium": "prov:Organization",
    "group": "Party",
    "other": "Party",
}


@dataclass(slots=True)
class Seen:
    """What is remembered of the reports, by report id.

    ``last`` is the last version of each, ``pages`` what it is called in the document: a report's
    own id is the hash of its address, which must not be told where that is masked.
    """

    last: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)


def capture_of(article: str) -> str:
    """Return the id of the capture that an article was made of."""
    return f"{article}.capture"


def reading_act(article: str) -> str:
    """Return the id of the reading of an article."""
    return f"{article}.read"


def add_report(document: Document, report: ExportedReport, reviews: Reviews, seen: Seen) -> None:
    """Add one version of a report: its capture, its article, what was read in it."""
    article = report.reading.article
    document.agent(RECOUPE, ("prov:SoftwareAgent",), prov_label="Recoupe")
    own = report.report if article.url is not None else f"{article.id}.page"
    page = seen.pages.setdefault(report.report, own)
    document.entity(page, ("Report",), prov_location=address(article.url))
    _add_capture(document, article)
    _add_article(document, report)
    document.relate("specializationOf", article.id, page)
    if (before := seen.last.get(report.report)) is not None:
        document.relate("wasDerivedFrom", article.id, before, kinds=("prov:Revision",))
    seen.last[report.report] = article.id
    _add_reading(document, report, reviews)


def _add_capture(document: Document, article: Article) -> None:
    kept = article.capture
    id_, fetch = capture_of(article.id), f"{article.id}.fetch"
    document.entity(
        id_,
        ("Capture",),
        sha256=kept.sha256,
        bytes=kept.bytes,
        dcterms_format=kept.media_type,
        prov_location=address(article.url),
    )
    document.activity(fetch, "Fetching", end=kept.captured_at)
    document.relate("wasGeneratedBy", id_, fetch, prov_time=kept.captured_at)
    document.relate("wasAssociatedWith", fetch, RECOUPE)


def _add_article(document: Document, report: ExportedReport) -> None:
    article = report.reading.article
    making, capture = f"{article.id}.made", capture_of(article.id)
    document.entity(
        article.id,
        ("Article",),
        dcterms_title=words(article.title, article.language),
        dcterms_creator=words(article.byline),
        dcterms_language=article.language,
        dcterms_issued=article.published,
        dcterms_modified=article.modified,
        text_sha256=article.text_sha256 if report.whole else None,
        masked=True if report.masked else None,
    )
    if (gone := article.withdrawn) is not None:
        withdrawing = f"{article.id}.withdrawal"
        document.activity(withdrawing, "Withdrawing", end=gone.at)
        document.relate("wasInvalidatedBy", article.id, withdrawing, prov_time=gone.at)
    document.activity(making, "Extracting")
    document.relate("wasAssociatedWith", making, RECOUPE)
    document.relate("used", making, capture)
    document.relate("wasGeneratedBy", article.id, making)
    document.relate("wasDerivedFrom", article.id, capture, prov_activity=f"recoupe:{making}")
    if article.outlet:
        outlet = content_id("outlet", article.outlet)
        document.agent(outlet, ("prov:Organization", "Outlet"), prov_label=article.outlet)
        document.relate("wasAttributedTo", article.id, outlet)


def _add_reading(document: Document, report: ExportedReport, reviews: Reviews) -> None:
    reading, article = report.reading, report.reading.article
    act, id_ = reading_act(article.id), f"{article.id}.reading"
    document.activity(act, "Annotating")
    document.relate("used", act, article.id)
    for reader in reading.readers:
        document.relate("wasAssociatedWith", act, _reader(document, reader))
    document.entity(id_, ("Reading",))
    document.relate("wasGeneratedBy", id_, act)
    document.relate("wasDerivedFrom", id_, article.id, prov_activity=f"recoupe:{act}")
    for statement in reading.statements:
        _add_record(document, report, "statement", statement, reviews)
        _attribute(document, report, statement)
    for kind, name in LISTS.items():
        for record in getattr(reading, name):
            if kind != "statement" and _is_reviewed(report.marks.get(record.id)):
                _add_record(document, report, kind, record, reviews)


def _is_reviewed(mark: Reviewed | None) -> bool:
    return mark is not None and bool(mark.reviews)


def _add_record(
    document: Document, report: ExportedReport, kind: str, record: Record, reviews: Reviews
) -> None:
    """Add a record with its words, made by the reading, or by the person who made it what it is."""
    article, spans = report.reading.article, primary_spans(record)
    mark = report.marks.get(record.id)
    maker = reviews.maker(mark)
    standing = mark.standing if mark is not None else None
    document.entity(
        record.id,
        (kind.capitalize(),),
        **_told(record, report),
        prov_value=words(BETWEEN.join(span.text for span in spans), article.language),
        at=places(spans) if report.whole and spans else None,
        standing=standing,
    )
    document.relate("wasDerivedFrom", record.id, article.id, kinds=("prov:Quotation",))
    if maker is None:
        document.relate("wasGeneratedBy", record.id, reading_act(article.id))
        return
    document.relate("wasGeneratedBy", record.id, act_of(maker.id), prov_time=maker.made_at)
    if standing == "corrected":
        machine = machine_s(record.id)
        document.entity(machine, (kind.capitalize(),))
        document.relate("wasGeneratedBy", machine, reading_act(article.id))
        document.relate("wasDerivedFrom", record.id, machine, kinds=("prov:Revision",))


def _told(record: Record, report: ExportedReport) -> dict[str, Value]:
    if not isinstance(record, Statement):
        return {}
    there = any(one.id == record.within for one in report.reading.statements)
    return {
        "stance": record.stance,
        "quoted": record.kind,
        "hedged": True if record.hedged else None,
        "within": reference(record.within) if there and record.within else None,
    }


def _attribute(document: Document, report: ExportedReport, statement: Statement) -> None:
    party = report.parties.get(statement.speaker or "") or report.parties.get(statement.id)
    if party is not None:
        add_party(document, party)
        document.relate("wasAttributedTo", statement.id, party.id)


def add_party(document: Document, party: Party) -> None:
    """Declare a party as an agent."""
    document.agent(
        party.id,
        (_AGENTS[party.kind],),
        prov_label=party.name,
        masked=True if party.protected else None,
    )


def _reader(document: Document, reader: Reader) -> str:
    id_ = content_id("reader", reader.reader, reader.name, reader.version)
    document.agent(
        id_,
        ("prov:SoftwareAgent",),
        prov_label=f"{reader.reader}: {reader.name} {reader.version}",
        reader=reader.reader,
        component=reader.name,
        version=reader.version,
    )
    return id_
