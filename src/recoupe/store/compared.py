"""Reviews of a cross-check: the findings and reports that they name, and what is kept of these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, select

from recoupe.errors import RecordError, StoreError
from recoupe.model import Draft, Finding, Json
from recoupe.review import Named, Part, finding_record, lineage_record, record_again
from recoupe.store import lookup, schema
from recoupe.store.documented import ListName, articles_in, documents
from recoupe.store.locating import Target, locate
from recoupe.store.rows import TABLES

Record = Mapping[str, Json]
_FINDINGS: Final[tuple[ListName, ...]] = ("findings", "rejected")


def by_report(connection: Connection, draft: Draft) -> Draft:
    """Return a draft on copies that names reports, where it named one of their versions."""
    if draft.kind != "lineage":
        return draft
    target = _report(connection, draft.target)
    others = tuple(dict.fromkeys(_report(connection, one) for one in draft.others))
    if target in others:
        raise RecordError("a report is no copy of itself", where=draft.target)
    return replace(draft, target=target, others=others)


def lineage_subject(connection: Connection, draft: Draft) -> Record:
    """Return what a review of copies keeps; raise :class:`RecordError` where it cannot be."""
    named = [_named(connection, one) for one in (draft.target, *draft.others)]
    return lineage_record(draft, named[0], named[1:])


def finding_subject(connection: Connection, draft: Draft) -> Record:
    """Return what a review keeps of a finding.

    One that is not there now is as its last review kept it. Raises :class:`RecordError` where the
    draft asks for what cannot be, :class:`StoreError` where there never was such a finding.
    """
    told = _finding(connection, draft.target)
    if told is None:
        *_, earlier = lookup.reviews_where(connection, schema.reviews.c.target == draft.target)
        return record_again(draft, earlier)
    if draft.action == "merge":
        others = [finding(connection, one) for one in draft.others]
        return finding_record(draft, told, others=others)
    if draft.action == "split":
        parts = [_part(connection, one) for one in draft.others]
        return finding_record(draft, told, parts=parts)
    return finding_record(draft, told)


def finding(connection: Connection, id_: str) -> Finding:
    """Return a finding of the kept cross-check, a rejected one among them.

    Raises :class:`StoreError` where there is none with this id now, :class:`RecordError` where it
    is the id of something else.
    """
    if (kind := locate(connection, id_).kind) != "finding":
        raise RecordError(f"this is a {kind}, and no finding", where=id_)
    found = _finding(connection, id_)
    if found is None:
        raise StoreError(
            "there is no such finding now", where=id_, remedy="take an id that recoupe check shows"
        )
    return found


def _report(connection: Connection, id_: str) -> str:
    where = locate(connection, id_)
    if where.kind != "report" or where.report is None:
        raise RecordError(f"this is a {where.kind}, and no report", where=id_)
    return where.report


def _named(connection: Connection, report: str) -> Named:
    articles, within = schema.articles, schema.story_reports
    row = lookup.article_row_of(connection, locate(connection, report).article or "")
    wanted = select(within.c.story).join(articles, articles.c.id == within.c.article)
    stories = connection.execute(wanted.where(articles.c.report == report)).scalars()
    outlet = row.corrected_outlet or row.outlet
    return Named(report, outlet, row.corrected_title or row.title, frozenset(stories))


def _finding(connection: Connection, id_: str) -> Finding | None:
    """Return a finding of the kept cross-check, a rejected one among them."""
    findings, reviews = schema.findings, schema.reviews
    story = connection.execute(select(findings.c.story).where(findings.c.id == id_)).scalar()
    if story is None:
        records = connection.execute(select(reviews.c.record).where(reviews.c.target == id_))
        told = [one["story"] for one in records.scalars() if one is not None]
        story = told[-1] if told else ""
    for document in documents(connection, [story]):
        for name in _FINDINGS:
            values = document.values(name)
            turns = [turn for turn, one in enumerate(values) if one["id"] == id_][:1]
            texts = articles_in(connection, [values[turn] for turn in turns])
            if found := document.findings(turns, texts, name):
                return found[0]
    return None


def _part(connection: Connection, id_: str) -> Part:
    """Return what an id names of a finding: a statement, a figure, or a report's latest version."""
    where: Target = locate(connection, id_)
    if where.kind == "report":
        return Part(id_, where.article)
    if where.kind == "statement":
        return Part(id_, where.article, statement=id_)
    if where.kind == "figure":
        table = TABLES["figure"]
        row = connection.execute(select(table).where(table.c.id == id_)).first()
        if row is not None:
            return Part(id_, where.article, span=(row.start, row.end))
    raise RecordError(
        f"a {where.kind} cannot be taken out of a finding",
        where=id_,
        remedy="name a statement, figure or report that it rests on",
    )
