"""The reports of an answer: who published what when, as people corrected it, and their texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select
from sqlalchemy.engine import Row

from recoupe.errors import StoreError
from recoupe.model import Article, Declared
from recoupe.store import archived, lookup
from recoupe.store.answers import Captured, Source
from recoupe.store.published import WITHDRAWN_AS
from recoupe.store.rows import article_of
from recoupe.store.schema import articles, captures

OUTLET: Final = func.coalesce(articles.c.corrected_outlet, articles.c.outlet)
TITLE: Final = func.coalesce(articles.c.corrected_title, articles.c.title)
NEWEST: Final[tuple[ColumnElement[Any], ...]] = (
    func.coalesce(articles.c.published_day, "").desc(),
    articles.c.number.desc(),
)
"""The newest report first, those without a day last."""

SOURCE: Final[tuple[ColumnElement[Any], ...]] = (
    articles.c.id.label("source_id"),
    articles.c.report.label("source_report"),
    OUTLET.label("source_outlet"),
    TITLE.label("source_title"),
    articles.c.published_day.label("source_day"),
    articles.c.language.label("source_language"),
    WITHDRAWN_AS.label("source_withdrawn"),
)
"""The columns that :func:`source_of` reads."""

_MANY: Final = 500


def source_of(row: Row[Any]) -> Source:
    """Return the report of a row that has the columns :data:`SOURCE`."""
    return Source(
        article=row.source_id,
        report=row.source_report,
        outlet=row.source_outlet,
        title=row.source_title,
        day=row.source_day,
        language=row.source_language,
        withdrawn=row.source_withdrawn,
    )


def sources(connection: Connection, ids: Iterable[str]) -> dict[str, Source]:
    """Return the reports of some articles, by the articles' ids."""
    wanted = sorted(set(ids))
    found: dict[str, Source] = {}
    for at in range(0, len(wanted), _MANY):
        some = select(*SOURCE).where(articles.c.id.in_(wanted[at : at + _MANY]))
        found.update((row.source_id, source_of(row)) for row in connection.execute(some))
    return found


def texts(connection: Connection, ids: Iterable[str]) -> Mapping[str, Article]:
    """Return some articles, a page's worth, by id; those that are not kept are left out."""
    wanted = lookup.articles_with_captures().where(articles.c.id.in_(sorted(set(ids))))
    return {row.id: article_of(row) for row in connection.execute(wanted)}


def versions(report: str) -> Select[Any]:
    """Return the question for the articles of a report, which its own id or one of these names."""
    return select(articles.c.id).where(or_(articles.c.id == report, articles.c.report == report))


def captured(connection: Connection, article: str) -> Captured:
    """Return the capture of an article, without its bytes; raise :class:`StoreError` if none."""
    wanted = select(captures).join(articles, articles.c.capture == captures.c.id)
    row = connection.execute(wanted.where(articles.c.id == article)).first()
    if row is None:
        raise StoreError("no such report is kept", where=article)
    same = select(captures.c.captured_at).where(captures.c.sha256 == row.sha256)
    times = connection.execute(same.order_by(captures.c.captured_at).distinct()).scalars()
    return Captured(
        sha256=row.sha256,
        bytes=row.bytes,
        media_type=row.media_type,
        charset=row.charset,
        captured_at=row.captured_at,
        input=row.input,
        declared=Declared(**row.declared),
        times=tuple(times),
        records=archived.of_article(connection, article),
    )
