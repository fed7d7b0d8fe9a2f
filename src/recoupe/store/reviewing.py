"""Appending reviews, and letting them take effect in the tables at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, func, insert, or_, select

from recoupe.errors import RecordError, StaleReviewError, StoreError
from recoupe.model import RECORD_KINDS, Draft, Json, RecordKind, Review, content_id
from recoupe.review import check_undo, reviewed_record
from recoupe.store import chain, lookup, schema
from recoupe.store.index import Index
from recoupe.store.parties import regroup
from recoupe.store.projection import project
from recoupe.store.rows import TABLES
from recoupe.store.schema import articles
from recoupe.store.versions import reviewed


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a review is about: the report and article of its words, if it has any."""

    report: str | None = None
    article: str | None = None
    record: Mapping[str, Json] | None = None
    changes: Mapping[str, Json] | None = None


def add_review(connection: Connection, index: Index, draft: Draft) -> Review:
    """Append a review and make the rows anew that it bears on; see the protocol for errors."""
    if not draft.author.strip():
        raise RecordError("a review needs its author", remedy="say who you are: --author")
    _refuse_stale(connection, draft)
    subject = _subject(connection, draft)
    review = _appended(connection, draft, subject)
    _take_effect(connection, index, review)
    return review


def reviews(connection: Connection, target: str | None) -> Iterator[Review]:
    """Yield the reviews, oldest first: all, or those of one record, report, article or party."""
    table = schema.reviews
    if target is None:
        yield from lookup.reviews_where(connection)
    else:
        named = or_(
            table.c.target == target,
            table.c.report == target,
            table.c.article == target,
            table.c.id == target,
        )
        yield from lookup.reviews_where(connection, named)


def _refuse_stale(connection: Connection, draft: Draft) -> None:
    if draft.seen is None:
        return
    table = schema.reviews
    newest = select(table).where(table.c.target == draft.target).order_by(table.c.number.desc())
    row = connection.execute(newest.limit(1)).first()
    if (row.id if row else "") != draft.seen and row is not None:
        raise StaleReviewError(
            f"{row.author} reviewed it meanwhile ({row.action}, {row.made_at}, {row.id})",
            where=draft.target,
            remedy="look at both, and review it again",
        )


def _subject(connection: Connection, draft: Draft) -> _Subject:
    if draft.action == "undo":
        return _undone(connection, draft)
    if draft.kind in RECORD_KINDS:
        return _record(connection, draft)
    if draft.kind == "report":
        return _report(connection, draft)
    if draft.kind == "party":
        return _party(connection, draft)
    if draft.kind == "review":
        check_undo(draft, lookup.reviews_where(connection, schema.reviews.c.id == draft.target))
    return _Subject(changes=draft.changes)


def _undone(connection: Connection, draft: Draft) -> _Subject:
    found = lookup.reviews_where(connection, schema.reviews.c.id == draft.target)
    undone = check_undo(draft, found)
    return _Subject(undone.report, undone.article)


def _record(connection: Connection, draft: Draft) -> _Subject:
    article = _article_of(connection, draft)
    row = lookup.article_row_of(connection, article)
    record, changes = reviewed_record(draft, reviewed(connection, row))
    return _Subject(row.report, article, record, changes)


def _article_of(connection: Connection, draft: Draft) -> str:
    """Return the id of the article in which the reviewed record stands, or stood."""
    if draft.action == "add":
        return draft.target
    table = TABLES[cast("RecordKind", draft.kind)]
    there = select(table.c.article).where(table.c.id == draft.target)
    if (article := connection.execute(there).scalar()) is not None:
        return str(article)
    earlier = select(schema.reviews.c.article).where(schema.reviews.c.target == draft.target)
    if (article := connection.execute(earlier).scalar()) is None:
        raise StoreError(
            f"no such {draft.kind} is kept",
            where=draft.target,
            remedy="recoupe search CASE shows ids",
        )
    return str(article)


def _report(connection: Connection, draft: Draft) -> _Subject:
    wanted = select(articles.c.id, articles.c.report).where(
        or_(articles.c.id == draft.target, articles.c.report == draft.target)
    )
    row = connection.execute(wanted.order_by(articles.c.version.desc())).first()
    if row is None:
        raise StoreError("no such report is kept", where=draft.target)
    kept = reviewed(connection, lookup.article_row_of(connection, row.id))
    record, changes = reviewed_record(draft, kept)
    return _Subject(row.report, row.id, record, changes)


def _party(connection: Connection, draft: Draft) -> _Subject:
    for party in (draft.target, *(draft.others if draft.action == "merge" else ())):
        there = select(schema.parties.c.id).where(schema.parties.c.id == party)
        if connection.execute(there).first() is None:
            raise StoreError("no such party is kept", where=party)
    if draft.action == "split":
        for entity in draft.others:
            _refuse_stranger(connection, entity, draft.target)
    if draft.action in {"merge", "split"} and not draft.others:
        raise RecordError(
            f"a {draft.action} needs more than one", where=draft.target, remedy="name the others"
        )
    return _Subject(changes=draft.changes)


def _refuse_stranger(connection: Connection, entity: str, party: str) -> None:
    table = schema.entities
    if connection.execute(select(table.c.party).where(table.c.id == entity)).scalar() != party:
        raise StoreError("is no entity of this party", where=entity)


def _appended(connection: Connection, draft: Draft, subject: _Subject) -> Review:
    table = schema.reviews
    number = (connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1
    made_at = chain.now()
    changes = dict(draft.changes if subject.changes is None else subject.changes)
    row = {
        "number": number,
        "made_at": made_at,
        "author": draft.author,
        "action": draft.action,
        "kind": draft.kind,
        "target": draft.target,
        "report": subject.report,
        "article": subject.article,
        "reason": draft.reason,
        "changes": changes,
        "others": list(draft.others),
        "record": None if subject.record is None else dict(subject.record),
    }
    id_ = content_id("review", chain.value_hash(cast("Json", row)))
    row["id"] = id_
    connection.execute(insert(table).values(**row))
    done = chain.Done("review", id_, {"row": chain.value_hash(cast("Json", row))})
    chain.append(connection, draft.author, [done])
    return Review(**{**row, "others": draft.others})  # type: ignore[arg-type]


def _take_effect(connection: Connection, index: Index, review: Review) -> None:
    """Make anew what a review bears on: every version of its report, or the parties."""
    if review.report is not None:
        for article in lookup.articles_of(connection, review.report).values():
            project(connection, index, article)
    elif review.kind == "party" or review.action == "undo":
        regroup(connection)
