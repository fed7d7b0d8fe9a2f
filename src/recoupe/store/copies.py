"""Who has words from whom, a page at a time, by the rows of the kept cross-check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.engine import Row

from recoupe.model import Article, Origin, Passage, Reason
from recoupe.store.answers import Copy, CopyPage, Source
from recoupe.store.checks import record
from recoupe.store.documented import documents
from recoupe.store.schema import derivations
from recoupe.store.sources import sources, texts, versions


def copies(
    connection: Connection, report: str, *, taken: bool, limit: int, offset: int
) -> CopyPage:
    """Return one page of what a report has from elsewhere (``taken``), or others have from it.

    Each is told once, in however many stories both reports are; that of the greatest share first.
    """
    column = derivations.c.article if taken else derivations.c.source
    rows = connection.execute(select(derivations).where(column.in_(versions(report)))).all()
    once: dict[tuple[Any, ...], Row[Any]] = {}
    for row in sorted(rows, key=lambda row: (-row.share, row.story, row.turn)):
        what = (row.article, row.source, row.kind, row.origin_kind, row.origin)
        once.setdefault((*what, str(row.passages)), row)
    page = list(once.values())[offset : offset + limit]
    ids = [id_ for row in page for id_ in (row.article, row.source) if id_ is not None]
    reports, articles = sources(connection, ids), texts(connection, ids)
    reasons = _reasons(connection, page)
    told = tuple(
        _copy(row, reports, articles, reasons[row.story, row.turn])
        for row in page
        if row.article in articles
    )
    return CopyPage(told, len(once), offset + len(page) < len(once))


def _copy(
    row: Row[Any],
    reports: Mapping[str, Source],
    texts_: Mapping[str, Article],
    reasons: tuple[Reason, ...],
) -> Copy:
    here, there = texts_[row.article], texts_.get(row.source)
    return Copy(
        story=row.story,
        here=reports[row.article],
        there=reports.get(row.source),
        kind=row.kind,
        origin=Origin(row.origin_kind, row.origin),
        share=row.share,
        passages=tuple(_passage(place, here, there) for place in row.passages),
        reasons=reasons,
    )


def _passage(place: Sequence[int], here: Article, there: Article | None) -> Passage:
    other = there.span(*place[2:4]) if there is not None and len(place) > 2 else None
    return Passage(here.span(*place[:2]), other)


def _reasons(
    connection: Connection, rows: Sequence[Row[Any]]
) -> dict[tuple[str, int], tuple[Reason, ...]]:
    """Return the reasons of derivations by story and turn; they are in the packed checks alone."""
    told = sorted({row.story for row in rows})
    found: dict[tuple[str, int], tuple[Reason, ...]] = {}
    for one in documents(connection, told):
        where = f"checks {one.story}"
        turns = [row.turn for row in rows if row.story == one.story]
        for turn, value in zip(turns, one.values("lineage", turns), strict=True):
            reasons = (record(Reason, reason, {}, where) for reason in value["reasons"])
            found[one.story, turn] = tuple(reasons)
    return found
