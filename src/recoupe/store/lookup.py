"""What is kept, fetched: articles, captures, readings and reviews by their ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    and_,
    false,
    func,
    null,
    or_,
    select,
)
from sqlalchemy.engine import Row

from recoupe.errors import StoreError
from recoupe.model import Article, Reader, Reading, Review
from recoupe.review import in_force
from recoupe.store.documents import from_document
from recoupe.store.published import RECALL
from recoupe.store.records import ReadBy
from recoupe.store.rows import article_of
from recoupe.store.schema import (
    article_metadata,
    articles,
    captures,
    entities,
    readings,
    reviews,
)

_CAPTURED = ("sha256", "bytes", "media_type", "captured_at", "input", "declared")


def articles_with_captures(*, bare: bool = False) -> Select[Any]:
    """Return the question for articles, each with its capture and what it says of itself.

    ``metadata_document`` is its own metadata, ``recall_document`` that which withdraws its report.
    Both are left empty where it is to be ``bare``: casefiles of older schemas have neither.
    """
    captured = [captures.c[name].label(f"capture_{name}") for name in _CAPTURED]
    if bare:
        nothing = [null().label("metadata_document"), null().label("recall_document")]
        return select(articles, *captured, *nothing).join(
            captures, captures.c.id == articles.c.capture
        )
    said = article_metadata.c.document.label("metadata_document")
    return (
        select(articles, *captured, said, RECALL.label("recall_document"))
        .join(captures, captures.c.id == articles.c.capture)
        .outerjoin(article_metadata, article_metadata.c.article == articles.c.id)
    )


def article_row_of(connection: Connection, article: str) -> Row[Any]:
    """Return the row of an article; raise :class:`StoreError` if it is not kept."""
    wanted = articles_with_captures().where(articles.c.id == article)
    if (row := connection.execute(wanted).first()) is None:
        raise StoreError(
            "no such report is kept", where=article, remedy="recoupe search and status show ids"
        )
    return row


def articles_of(connection: Connection, report: str) -> dict[str, Article]:
    """Return the articles of a report by id, the oldest version first."""
    wanted = articles_with_captures().where(articles.c.report == report)
    rows = connection.execute(wanted.order_by(articles.c.version))
    return {row.id: article_of(row) for row in rows}


def machine_reading(connection: Connection, article: Article) -> Reading:
    """Return what the machine last read in an article.

    Raises :class:`StoreError` where no reading of it is kept.
    """
    wanted = select(readings.c.document, readings.c.readers).where(readings.c.article == article.id)
    if (row := connection.execute(wanted).first()) is None:
        raise StoreError("no reading of it is kept", where=article.id)
    return from_document(article, row.document, row.readers)


def readers_kept(connection: Connection) -> Iterator[ReadBy]:
    """Yield which readers read each article, in the order of adding."""
    corrected = _last_corrected()
    wanted = (
        select(
            articles.c.id,
            articles.c.report,
            articles.c.language,
            readings.c.readers,
            func.coalesce(corrected.c.at > readings.c.read_at, false()).label("corrected"),
        )
        .join(readings, readings.c.article == articles.c.id)
        .outerjoin(corrected, corrected.c.report == articles.c.report)
        .order_by(articles.c.number)
    )
    for row in connection.execute(wanted.execution_options(yield_per=1000)):
        readers = tuple(Reader(*one) for one in row.readers)
        yield ReadBy(row.id, row.report, row.language, readers, bool(row.corrected))


def last_corrected(connection: Connection, report: str) -> str:
    """Return when a report was last corrected, or a correction taken back; "" if never."""
    corrected = _last_corrected()
    at = connection.execute(select(corrected.c.at).where(corrected.c.report == report)).scalar()
    return at or ""


def _last_corrected() -> Subquery:
    """Return the question when each report was last corrected, or a correction taken back."""
    own = and_(reviews.c.kind == "report", reviews.c.action == "correct")
    undone = and_(
        reviews.c.action == "undo",
        reviews.c.target.in_(select(reviews.c.id).where(reviews.c.kind == "report")),
    )
    return (
        select(reviews.c.report, func.max(reviews.c.made_at).label("at"))
        .where(or_(own, undone))
        .group_by(reviews.c.report)
        .subquery()
    )


def reviews_where(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Review, ...]:
    """Return the reviews that fit, oldest first, each with the undo in force, if there is one.

    An undo is fetched with what it takes back, however long the chain of them.
    """
    wanted = select(reviews).where(*conditions)
    found = {row.id: row for row in connection.execute(wanted)}
    newest: Sequence[str] = list(found)
    while newest:
        undos = select(reviews).where(reviews.c.action == "undo", reviews.c.target.in_(newest))
        more = {row.id: row for row in connection.execute(undos) if row.id not in found}
        found.update(more)
        newest = list(more)
    ordered = sorted(found.values(), key=lambda row: row.number)
    return in_force([_review(row) for row in ordered])


def reviews_of_report(connection: Connection, report: str) -> tuple[Review, ...]:
    """Return the reviews of a report and of every record in it, oldest first."""
    return reviews_where(connection, reviews.c.report == report)


def reviews_of_parties(connection: Connection) -> tuple[Review, ...]:
    """Return the reviews of parties, oldest first."""
    return reviews_where(connection, reviews.c.kind == "party")


def all_articles(connection: Connection, *, latest: bool) -> Iterator[Row[Any]]:
    """Yield the rows of articles in the order of adding."""
    wanted = articles_with_captures().order_by(articles.c.number)
    if latest:
        wanted = wanted.where(articles.c.latest)
    yield from connection.execute(wanted.execution_options(yield_per=100))


def _review(row: Row[Any]) -> Review:
    return Review(
        number=row.number,
        id=row.id,
        made_at=row.made_at,
        author=row.author,
        action=row.action,
        kind=row.kind,
        target=row.target,
        report=row.report,
        article=row.article,
        reason=row.reason,
        changes=row.changes,
        others=tuple(row.others),
        record=row.record,
    )


def parties_of_latest(connection: Connection) -> dict[str, dict[str, str]]:
    """Return the party of each entity of the latest versions, by id, for each article."""
    wanted = (
        select(entities.c.article, entities.c.id, entities.c.party)
        .join(articles, articles.c.id == entities.c.article)
        .where(articles.c.latest)
        .order_by(entities.c.number)
        .execution_options(yield_per=1000)
    )
    found: dict[str, dict[str, str]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.article, {})[row.id] = row.party
    return found
