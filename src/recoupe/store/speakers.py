"""Parties asked: who they are across reports, and everything they say."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Connection, FromClause, Select, func, select
from sqlalchemy.engine import Row

from recoupe.errors import StoreError
from recoupe.model import Article, Stance
from recoupe.store.answers import Named, Party, Spoken, SpokenPage
from recoupe.store.schema import (
    articles,
    entities,
    parties,
    reviews,
    statements,
    stories,
    story_reports,
)
from recoupe.store.sources import NEWEST, SOURCE, source_of, texts

AROUND: Final = 80
"""Characters of context on either side of a statement."""
_NAMES: Final = 400
"""Entities of a party, the newest, whose names and roles are looked at."""
_SHOWN: Final = 30
"""Names, roles, bodies, stories of a party that are told."""


def parties_of(connection: Connection, article: str) -> dict[str, str]:
    """Return the party of each entity of an article, and of each statement with a speaker."""
    found: dict[str, str] = {}
    for table in (entities, statements):
        wanted = select(table.c.id, table.c.party).where(table.c.article == article)
        rows = connection.execute(wanted.where(table.c.party.is_not(None)))
        found.update((row.id, row.party) for row in rows)
    return found


def party(connection: Connection, id_: str) -> Party:
    """Return a party; of one that people joined to another, that other.

    Raises :class:`StoreError` where there is no such party.
    """
    row = _row(connection, id_) or _row(connection, _joined_to(connection, id_))
    if row is None:
        raise StoreError(
            "nobody has this id", where=id_, remedy="look for the name, and follow its link"
        )
    names, roles = _names(connection, row.id)
    stances = _stances(connection, row.id)
    return Party(
        id=row.id,
        name=row.name,
        kind=row.kind,
        protected=row.protected,
        statements=sum(stances.values()),
        heard_in=_reports(connection, statements, row.id),
        named_in=_reports(connection, entities, row.id),
        stances=stances,
        names=names,
        roles=roles,
        bodies=_tied(connection, row.id, speaks_for=True),
        voices=_tied(connection, row.id, speaks_for=False),
        joined=_joined(connection, row.id),
        stories=_stories(connection, row.id),
    )


def said_by(
    connection: Connection,
    party_id: str,
    *,
    stance: Stance | None,
    story: str | None,
    limit: int,
    offset: int,
) -> SpokenPage:
    """Return one page of what a party says in the latest versions, the newest report first."""
    fits: list[ColumnElement[bool]] = [statements.c.party == party_id, articles.c.latest]
    if stance is not None:
        fits.append(statements.c.stance == stance)
    if story is not None:
        within = select(story_reports.c.article).where(story_reports.c.story == story)
        fits.append(statements.c.article.in_(within))
    counted = select(func.count()).select_from(_said()).where(*fits)
    total = connection.execute(counted).scalar_one()
    page = select(statements.c.id).select_from(_said()).where(*fits)
    ids = page.order_by(*NEWEST, statements.c.number).limit(limit).offset(offset)
    shown = connection.execute(ids).scalars().all()  # sorting whole rows takes five times as long
    wanted = select(statements, *SOURCE).select_from(_said()).where(statements.c.id.in_(shown))
    rows = connection.execute(wanted.order_by(*NEWEST, statements.c.number)).all()
    found = texts(connection, [row.article for row in rows])
    told = tuple(_spoken(row, found[row.article]) for row in rows)
    return SpokenPage(told, total, offset + len(told) < total)


def _said() -> FromClause:
    return statements.join(articles, articles.c.id == statements.c.article)


def _spoken(row: Row[Any], article: Article) -> Spoken:
    spans = tuple(article.span(*place) for place in row.content_spans)
    start, end = spans[0].start, spans[-1].end
    return Spoken(
        id=row.id,
        source=source_of(row),
        party=row.party,
        speaker=row.speaker_name,
        stance=row.stance,
        hedged=row.hedged,
        kind=row.kind,
        confidence=row.confidence,
        content=spans,
        context=article.span(max(0, start - AROUND), min(len(article.text), end + AROUND)),
        standing=row.review,
        protected=row.protected,
    )


def _row(connection: Connection, id_: str | None) -> Row[Any] | None:
    return connection.execute(select(parties).where(parties.c.id == id_)).first()


def _joined_to(connection: Connection, id_: str) -> str | None:
    for table in (entities, statements):
        wanted = select(table.c.party).where(table.c.own_party == id_).limit(1)
        if (found := connection.execute(wanted).scalar()) is not None:
            return str(found)
    return None


def _of_latest(wanted: Select[Any], table: Any, id_: str) -> Select[Any]:  # noqa: ANN401
    """Return a question about the rows of a party in the latest versions of reports."""
    joined = wanted.join(articles, articles.c.id == table.c.article)
    return joined.where(table.c.party == id_, articles.c.latest)


def _reports(connection: Connection, table: Any, id_: str) -> int:  # noqa: ANN401
    wanted = select(func.count(articles.c.report.distinct())).select_from(table)
    return int(connection.execute(_of_latest(wanted, table, id_)).scalar_one())


def _stances(connection: Connection, id_: str) -> dict[Stance, int]:
    wanted = select(statements.c.stance, func.count().label("n")).select_from(statements)
    grouped = _of_latest(wanted, statements, id_).group_by(statements.c.stance)
    rows = connection.execute(grouped.order_by(func.count().desc(), statements.c.stance))
    return {cast("Stance", row.stance): row.n for row in rows}


def _names(
    connection: Connection, id_: str
) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]:
    """Return the forms of a party's name, and its roles, the most frequent first."""
    columns = (entities.c.name, entities.c.aliases, entities.c.roles)
    wanted = _of_latest(select(*columns).select_from(entities), entities, id_)
    rows = connection.execute(wanted.order_by(entities.c.number.desc()).limit(_NAMES)).all()
    names = Counter(name for row in rows for name in (row.name, *row.aliases))
    roles = Counter(row.roles for row in rows if row.roles)
    return tuple(names.most_common(_SHOWN)), tuple(roles.most_common(_SHOWN))


def _tied(connection: Connection, id_: str, *, speaks_for: bool) -> tuple[Named, ...]:
    """Return whom a party speaks for or belongs to, or else who does so for it."""
    body = entities.alias()
    other, own = (body, entities) if speaks_for else (entities, body)
    wanted = (
        select(parties.c.id, parties.c.name, func.count(articles.c.report.distinct()).label("n"))
        .select_from(entities)
        .join(body, body.c.id == entities.c.affiliation)
        .join(parties, parties.c.id == other.c.party)
        .join(articles, articles.c.id == entities.c.article)
        .where(own.c.party == id_, other.c.party != id_, articles.c.latest)
        .group_by(parties.c.id, parties.c.name)
    )
    return _named(connection, wanted)


def _joined(connection: Connection, id_: str) -> tuple[Named, ...]:
    merges = select(reviews.c.id).where(reviews.c.kind == "party", reviews.c.action == "merge")
    if connection.execute(merges.limit(1)).first() is None:
        return ()
    found: dict[str, Named] = {}
    for table, name in ((entities, entities.c.name), (statements, statements.c.speaker_name)):
        columns = (table.c.own_party.label("id"), func.min(name).label("name"))
        wanted = select(*columns, func.count(articles.c.report.distinct()).label("n"))
        grouped = _of_latest(wanted.select_from(table), table, id_).group_by(table.c.own_party)
        for one in _named(connection, grouped):
            found.setdefault(one.id, one)
    return tuple(found.values()) if set(found) - {id_} else ()


def _stories(connection: Connection, id_: str) -> tuple[Named, ...]:
    wanted = (
        select(stories.c.id, stories.c.title.label("name"), func.count().label("n"))
        .select_from(statements)
        .join(story_reports, story_reports.c.article == statements.c.article)
        .join(stories, stories.c.id == story_reports.c.story)
    )
    grouped = _of_latest(wanted, statements, id_).group_by(stories.c.id, stories.c.title)
    return _named(connection, grouped)


def _named(connection: Connection, grouped: Select[Any]) -> tuple[Named, ...]:
    """Return the groups of a question with the columns ``id``, ``name`` and ``n``."""
    each = grouped.subquery()
    wanted = select(each).order_by(each.c.n.desc(), each.c.id).limit(_SHOWN)
    return tuple(Named(row.id, row.name, row.n) for row in connection.execute(wanted))
