"""Reports and their versions, as they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.engine import Row

from recoupe.errors import StoreError
from recoupe.model import (
    Article,
    FieldChange,
    PassageChange,
    Span,
    StatementChange,
    VersionChange,
)
from recoupe.review import ReviewedReading, apply_reviews, with_metadata
from recoupe.store import lookup
from recoupe.store.published import WITHDRAWN_AS
from recoupe.store.records import ReportRecord, Version
from recoupe.store.rows import article_of
from recoupe.store.schema import articles, changes, reports, statement_changes


def reviewed(connection: Connection, row: Row[Any]) -> ReviewedReading:
    """Return the reading of an article's row as people left it."""
    article = article_of(row)
    reading = lookup.machine_reading(connection, article)
    said = lookup.reviews_of_report(connection, row.report)
    elsewhere = any(one.article not in (None, article.id) for one in said)
    texts = lookup.articles_of(connection, row.report) if elsewhere else {article.id: article}
    return apply_reviews(reading, said, texts)


def shown_article(connection: Connection, row: Row[Any]) -> Article:
    """Return the article of a row as the corrections of its report leave it."""
    return with_metadata(article_of(row), lookup.reviews_of_report(connection, row.report))


def reports_kept(connection: Connection) -> Iterator[ReportRecord]:
    """Yield the reports in the order of adding, each as its latest version has it."""
    counted = (
        select(articles.c.report, func.count().label("versions"))
        .group_by(articles.c.report)
        .subquery()
    )
    wanted = (
        select(
            reports.c.id,
            reports.c.address,
            articles,
            counted.c.versions,
            WITHDRAWN_AS.label("withdrawn"),
        )
        .join(articles, articles.c.report == reports.c.id)
        .join(counted, counted.c.report == reports.c.id)
        .where(articles.c.latest)
        .order_by(reports.c.number)
    )
    for row in connection.execute(wanted.execution_options(yield_per=500)):
        yield ReportRecord(
            id=row.report,
            address=row.address,
            article=row._mapping[articles.c.id],
            versions=row.versions,
            outlet=row.outlet,
            title=row.title,
            published=row.published,
            language=row.language,
            withdrawn=row.withdrawn,
        )


def versions_of(connection: Connection, report: str) -> tuple[Version, ...]:
    """Return the versions of a report, oldest first; raise :class:`StoreError` if not kept."""
    texts = lookup.articles_of(connection, report)
    if not texts:
        raise StoreError("no such report is kept", where=report, remedy="see recoupe status")
    wanted = select(changes).where(changes.c.report == report)
    found = {row.after: _change(connection, row, texts) for row in connection.execute(wanted)}
    return tuple(
        Version(
            report=report,
            article=one.id,
            number=number,
            captured_at=one.capture.captured_at,
            modified=one.modified,
            sha256=one.capture.sha256,
            change=found.get(one.id),
            status=one.metadata.status if one.metadata is not None else None,
        )
        for number, one in enumerate(texts.values(), 1)
    )


def _change(connection: Connection, row: Row[Any], texts: dict[str, Article]) -> VersionChange:
    wanted = select(statement_changes).where(statement_changes.c.after == row.after)
    rows = connection.execute(wanted.order_by(statement_changes.c.number))
    return VersionChange(
        before=row.before,
        after=row.after,
        fields=tuple(FieldChange(**one) for one in row.fields),
        passages=tuple(
            PassageChange(
                one["kind"],
                _span(texts[row.before], one["before"]),
                _span(texts[row.after], one["after"]),
            )
            for one in row.passages
        ),
        statements=tuple(
            StatementChange(
                one.kind,
                one.statement_before,
                one.statement_after,
                one.words_before,
                one.words_after,
            )
            for one in rows
        ),
    )


def _span(article: Article, place: list[int] | None) -> Span | None:
    return None if place is None else article.span(*place)
