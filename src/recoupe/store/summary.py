"""What a casefile holds, in numbers, and what waits for somebody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.engine import Row

from recoupe.store import chain, jobs, lookup, schema
from recoupe.store.freshness import state
from recoupe.store.gone import findings_gone
from recoupe.store.published import withdrawn
from recoupe.store.records import Altered, Status
from recoupe.store.versions import reviewed

_LATELY: Final = 10
"""Changes that are shown."""

_COUNTED: Final[dict[str, Table]] = {
    "reports": schema.reports,
    "versions": schema.articles,
    "captures": schema.captures,
    "statements": schema.statements,
    "parties": schema.parties,
    "places": schema.places,
    "figures": schema.figures,
    "events": schema.events,
    "evidence": schema.evidence,
    "reviews": schema.reviews,
    "stories": schema.stories,
    "findings": schema.findings,
}


def status(connection: Connection, place: str) -> Status:
    """Return the counts, the reviews whose words are gone, the failures and unfinished jobs."""
    counts = {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in _COUNTED.items()
    }
    if taken_back := _withdrawn(connection):
        counts["withdrawn"] = taken_back
    failures = jobs.open_failures(connection)
    head = chain.head(connection)
    return Status(
        name=connection.execute(select(schema.casefile.c.name)).scalar_one(),
        place=place,
        counts=counts,
        altered=_altered(connection),
        words_gone=(
            *(
                review
                for article in _reviewed_articles(connection)
                for review in reviewed(connection, article).gone
            ),
            *findings_gone(connection),
        ),
        failures=len(failures),
        retryable=sum(one.failure.retryable for one in failures),
        unfinished=jobs.unfinished(connection),
        head=head.hash if head else chain.START,
        check=state(connection),
    )


def _withdrawn(connection: Connection) -> int:
    """Return how many reports their publishers took back."""
    return connection.execute(select(func.count()).select_from(withdrawn().subquery())).scalar_one()


def _altered(connection: Connection) -> tuple[Altered, ...]:
    """Return the changes that were noticed last, the newest first."""
    table = schema.changes
    wanted = (
        select(table, schema.articles.c.outlet, schema.articles.c.title)
        .join(schema.articles, schema.articles.c.id == table.c.after)
        .order_by(table.c.noticed_at.desc(), table.c.after)
        .limit(_LATELY)
    )
    rows = connection.execute(wanted).all()
    counted = _statements_altered(connection, [row.after for row in rows])
    return tuple(
        Altered(
            report=row.report,
            before=row.before,
            after=row.after,
            noticed_at=row.noticed_at,
            outlet=row.outlet,
            title=row.title,
            fields=tuple(one["field"] for one in row.fields),
            passages=len(row.passages),
            statements=counted.get(row.after, {}),
        )
        for row in rows
    )


def _statements_altered(connection: Connection, after: Sequence[str]) -> dict[str, dict[Any, int]]:
    """Return how many statements came to what, by the article after the change."""
    table = schema.statement_changes
    wanted = (
        select(table.c.after, table.c.kind, func.count().label("count"))
        .where(table.c.after.in_(after))
        .group_by(table.c.after, table.c.kind)
        .order_by(table.c.after, table.c.kind)
    )
    counted: dict[str, dict[Any, int]] = {}
    for row in connection.execute(wanted):
        counted.setdefault(row.after, {})[row.kind] = row._mapping["count"]
    return counted


def _reviewed_articles(connection: Connection) -> Sequence[Row[Any]]:
    """Return the rows of the latest versions of reports that somebody reviewed."""
    there = select(schema.reviews.c.report).where(schema.reviews.c.report.is_not(None)).distinct()
    wanted = lookup.articles_with_captures().where(
        schema.articles.c.latest, schema.articles.c.report.in_(there)
    )
    return connection.execute(wanted.order_by(schema.articles.c.number)).all()
