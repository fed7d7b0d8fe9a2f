"""Appending reviews, and letting them take effect in the tables at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import cast

from sqlalchemy import Connection, func, insert, or_, select

from recoupe.errors import RecordError, StaleReviewError
from recoupe.model import Draft, Json, Review, content_id
from recoupe.review import check_draft, check_undo, reviewed_record
from recoupe.store import chain, lookup, schema
from recoupe.store.compared import by_report, finding_subject, lineage_subject
from recoupe.store.index import Index
from recoupe.store.locating import locate
from recoupe.store.parties import regroup
from recoupe.store.projection import project
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
    _refuse_unwritable(draft)
    draft = by_report(connection, _by_party(connection, draft))
    _refuse_stale(connection, draft)
    subject = _subject(connection, draft)
    review = _appended(connection, draft, subject)
    _take_effect(connection, index, review)
    return review


def _refuse_unwritable(draft: Draft) -> None:
    """Raise :class:`RecordError` where a review holds what no database or document can."""
    try:
        json.dumps(asdict(draft), ensure_ascii=False, default=list).encode()
    except UnicodeEncodeError as error:
        raise RecordError(
            f"it holds half a character ({error.object[error.start]!r}), which cannot be kept",
            where="review",
            remedy="type the words again",
        ) from None


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


def _by_party(connection: Connection, draft: Draft) -> Draft:
    """Return a draft that merges parties where it named their entities: these are what one sees."""
    if draft.action not in {"merge", "split"} or draft.kind not in {"entity", "party"}:
        return draft
    table = schema.entities
    named = (draft.target, *draft.others) if draft.action == "merge" else (draft.target,)
    found = select(table.c.id, table.c.party).where(table.c.id.in_(named))
    of = {row.id: row.party for row in connection.execute(found)}
    others = draft.others
    if draft.action == "merge":
        others = tuple(dict.fromkeys(of.get(one, one) for one in others))
    target = of.get(draft.target, draft.target)
    if draft.action == "merge" and set(others) == {target}:
        raise RecordError("they are one party already", where=target)
    others = tuple(one for one in others if one != target)
    return replace(draft, kind="party", target=target, others=others)


def _refuse_stale(connection: Connection, draft: Draft) -> None:
    if draft.seen is None:
        return
    table = schema.reviews
    kind = table.c.kind
    of_copies = kind == "lineage" if draft.kind == "lineage" else kind != "lineage"
    newest = (
        select(table)
        .where(table.c.target == draft.target, of_copies)
        .order_by(table.c.number.desc())
    )
    row = connection.execute(newest.limit(1)).first()
    if row is None and draft.seen:
        raise StaleReviewError(f"{draft.seen} is no review of it", where=draft.target)
    if row is not None and row.id != draft.seen:
        raise StaleReviewError(
            f"{row.author} reviewed it meanwhile ({row.action}, {row.made_at}, {row.id})",
            where=draft.target,
            remedy="look at both, and review it again",
        )


def _subject(connection: Connection, draft: Draft) -> _Subject:
    if draft.action == "undo":
        found = lookup.reviews_where(connection, schema.reviews.c.id == draft.target)
        undone = check_undo(draft, found)
        return _Subject(undone.report, undone.article)
    if draft.kind == "party":
        return _party(connection, draft)
    if draft.kind == "lineage":
        return _Subject(record=lineage_subject(connection, draft))
    where = locate(connection, draft.target)
    if draft.kind != where.kind and draft.action != "add":
        raise RecordError(f"this is a {where.kind}, and no {draft.kind}", where=draft.target)
    if draft.kind == "finding":
        return _Subject(record=finding_subject(connection, draft))
    if where.article is None:
        check_draft(draft)
        return _Subject(changes=draft.changes)
    kept = reviewed(connection, lookup.article_row_of(connection, where.article))
    record, changes = reviewed_record(draft, kept)
    return _Subject(where.report, where.article, record, changes)


def _party(connection: Connection, draft: Draft) -> _Subject:
    check_draft(draft)
    for party in (draft.target, *(draft.others if draft.action == "merge" else ())):
        if locate(connection, party).kind != "party":
            raise RecordError("is no party", where=party, remedy="name parties to merge")
    if draft.action == "split":
        for entity in draft.others:
            _refuse_stranger(connection, entity, draft.target)
    return _Subject(changes=draft.changes)


def _refuse_stranger(connection: Connection, entity: str, party: str) -> None:
    table = schema.entities
    if connection.execute(select(table.c.party).where(table.c.id == entity)).scalar() != party:
        raise RecordError("is no entity of this party", where=entity)


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
            project(connection, index, review.report, article)
    elif review.kind == "party" or review.action == "undo":
        regroup(connection)
