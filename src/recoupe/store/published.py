"""Metadata as published: kept with its article, given back, and what it says of being withdrawn.

A report is withdrawn where its publisher says so in one of its versions, and in no later one says
anything else. Versions count as later in the order of capture; where both say when they were made,
a usable one that was made before the notice is not later, in whatever order their files came.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    and_,
    exists,
    insert,
    literal_column,
    or_,
    select,
)

from recoupe.model import SILENT_BLOCKS, WITHDRAWN, Article, packed
from recoupe.store import chain
from recoupe.store.rows import Values
from recoupe.store.schema import article_metadata, articles

_STATUSES: Final = tuple(sorted(WITHDRAWN))


def metadata_row(article: Article) -> Values | None:
    """Return the row of what an article's page says of itself, ``None`` where it says nothing."""
    if article.metadata is None:
        return None
    document = packed(article.metadata)
    return {"article": article.id, "status": article.metadata.status, "document": document}


def keep(connection: Connection, article: Article) -> list[chain.Done]:
    """Keep what the page of a new article says of itself; return what was done."""
    row = metadata_row(article)
    if row is None:
        return []
    connection.execute(insert(article_metadata), row)
    return [chain.Done("metadata", article.id, {"row": chain.value_hash(row)})]


def latest_of(blocks: Sequence[Sequence[Sequence[Any]]]) -> int:
    """Return which of a report's versions is read, by the blocks of each, in their order.

    It is the last that says anything: one that only takes the report back does not hide what was
    said. Where none says anything, it is the last.
    """
    speaking = [at for at, some in enumerate(blocks) if not is_silent(some)]
    return speaking[-1] if speaking else len(blocks) - 1


def is_silent(blocks: Sequence[Sequence[Any]]) -> bool:
    """Whether an article's blocks say nothing, as those of a notice that takes a report back."""
    return bool(blocks) and all(kind in SILENT_BLOCKS for kind, *_ in blocks)


def _recall(
    column: ColumnElement[Any], report: ColumnElement[Any] = articles.c.report
) -> ScalarSelect[Any]:
    """Return a column of the metadata by which ``report``, that of a row, is withdrawn."""
    notice, said = articles.alias("notice"), article_metadata.alias("said")
    later, told = articles.alias("later"), article_metadata.alias("told")
    newer = or_(
        later.c.modified.is_(None),
        notice.c.modified.is_(None),
        later.c.modified > notice.c.modified,
    )
    usable = or_(told.c.status.is_(None), told.c.status.not_in(_STATUSES))
    taken_up = exists(
        select(later.c.id)
        .select_from(later.outerjoin(told, told.c.article == later.c.id))
        .where(later.c.report == notice.c.report, later.c.version > notice.c.version, newer, usable)
    )
    return (
        select(said.c[column.name])
        .select_from(notice.join(said, said.c.article == notice.c.id))
        .where(and_(notice.c.report == report, said.c.status.in_(_STATUSES), ~taken_up))
        .order_by(notice.c.version.desc())
        .limit(1)
        .correlate(articles)
        .scalar_subquery()
    )


WITHDRAWN_AS: Final = _recall(article_metadata.c.status)
"""The status by which the report of a row of ``articles`` is withdrawn; null where it is not."""
RECALL: Final = _recall(article_metadata.c.document)
"""The metadata that withdraws the report of a row of ``articles``; null where it is not."""


def withdrawn_as(report: str) -> str:
    """Return :data:`WITHDRAWN_AS` in SQL of both databases, of the report that a column names."""
    asked = _recall(article_metadata.c.status, literal_column(report))
    compiled = asked.compile(compile_kwargs={"literal_binds": True})
    return " ".join(str(compiled).split())


def withdrawn() -> Select[Any]:
    """Return the question for the reports that are withdrawn, by their ids, each once.

    It begins with the notices, of which there are few: nothing is asked of all other reports.
    """
    said = article_metadata
    notices = select(said.c.article).where(said.c.status.in_(_STATUSES))
    wanted = select(articles.c.report).where(articles.c.id.in_(notices))
    return wanted.where(WITHDRAWN_AS.is_not(None)).distinct()
