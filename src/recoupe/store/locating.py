"""What an id is of, and in which article it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from sqlalchemy import Connection, Table, or_, select

from recoupe.errors import StoreError
from recoupe.model import TargetKind
from recoupe.store import schema
from recoupe.store.rows import TABLES
from recoupe.store.schema import articles

_KINDS: Final[Mapping[str, TargetKind]] = {
    **{kind: kind for kind in TABLES},
    "page": "report",
    "report": "report",
    "party": "party",
    "story": "story",
    "finding": "finding",
    "review": "review",
}
"""What the first part of an id says of its kind: a page's articles are of one report."""


_TABLES: Final = cast("Mapping[TargetKind, Table]", TABLES)


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be reviewed; ``article`` is ``None`` for what stands in none."""

    kind: TargetKind
    id: str
    report: str | None = None
    article: str | None = None


def locate(connection: Connection, id_: str) -> Target:
    """Return what an id is of, and where; of a report the latest version.

    A record that nobody finds any more is where it was when somebody reviewed it, and a finding is
    one that somebody reviewed too.
    Raises :class:`StoreError` where nothing has, or had, this id.
    """
    kind = _KINDS.get(id_.split("-", 1)[0])
    if kind == "report":
        return _report(connection, id_)
    if kind is not None and (table := _TABLES.get(kind)) is not None:
        return _record(connection, kind, table, id_)
    if kind == "party" and _is_there(connection, schema.parties, id_):
        return Target(kind, id_)
    if kind == "review":
        table = schema.reviews
        review = connection.execute(select(table).where(table.c.id == id_)).first()
        if review is not None:
            return Target(kind, id_, review.report, review.article)
    if kind == "finding" and (
        _is_there(connection, schema.findings, id_) or _is_reviewed(connection, id_)
    ):
        return Target(kind, id_)
    if kind == "story":
        return Target(kind, id_)
    raise unknown(id_)


def unknown(id_: str) -> StoreError:
    """Return the error for an id of nothing that is kept."""
    return StoreError(
        "nothing that is kept has this id",
        where=id_ or "(empty)",
        remedy="recoupe search CASE and recoupe check CASE show ids",
    )


def _report(connection: Connection, id_: str) -> Target:
    named = or_(articles.c.id == id_, articles.c.report == id_)
    wanted = select(articles.c.id, articles.c.report).where(named)
    row = connection.execute(wanted.order_by(articles.c.version.desc())).first()
    if row is None:
        raise unknown(id_)
    return Target("report", id_, row.report, row.id)


def _record(connection: Connection, kind: TargetKind, table: Table, id_: str) -> Target:
    wanted = (
        select(articles.c.id, articles.c.report)
        .join(table, table.c.article == articles.c.id)
        .where(table.c.id == id_)
    )
    reviewed = select(schema.reviews.c.article.label("id"), schema.reviews.c.report).where(
        schema.reviews.c.target == id_
    )
    row = connection.execute(wanted).first() or connection.execute(reviewed).first()
    if row is None:
        raise unknown(id_)
    return Target(kind, id_, row.report, row.id)


def _is_there(connection: Connection, table: Table, id_: str) -> bool:
    return connection.execute(select(table.c.id).where(table.c.id == id_)).first() is not None


def _is_reviewed(connection: Connection, id_: str) -> bool:
    reviews = schema.reviews
    found = select(reviews.c.id).where(reviews.c.target == id_)
    return connection.execute(found).first() is not None
