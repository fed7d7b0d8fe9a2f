"""What people choose from when they join and part: parties, their mentions, stories, reviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, or_, select

from recoupe.model import Review, TargetKind
from recoupe.store import lookup
from recoupe.store.answers import Mention, MentionPage, Named, StoryLine, Support
from recoupe.store.rows import folded_name
from recoupe.store.schema import (
    articles,
    checks,
    entities,
    parties,
    reviews,
    statements,
    stories,
)
from recoupe.store.sources import NEWEST, SOURCE, source_of
from recoupe.store.weighing import supports

_NOTHING: Final = Support(0, 0)


def reviews_of_kinds(connection: Connection, kinds: Sequence[TargetKind]) -> tuple[Review, ...]:
    """Return the reviews of some kinds of thing, and their undos, oldest first."""
    return lookup.reviews_where(connection, reviews.c.kind.in_(kinds))


def parties_named(connection: Connection, words: str, limit: int) -> tuple[Named, ...]:
    """Return parties whose names have a word that begins like one of ``words``.

    Those come first that have most of the words, of these the long ones that few names have.
    """
    wanted = folded_name(words).split()
    name = parties.c.name_folded
    fits: list[ColumnElement[bool]] = [
        name.like(f"% {_literal(one)}%", escape="\\") for one in wanted
    ]
    if not fits:
        return ()
    met = (
        select(func.count())
        .select_from(entities)
        .where(entities.c.party == parties.c.id)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(parties.c.id, parties.c.name, name.label("folded")).where(or_(*fits))
    ).all()
    weights = _weights([row.folded for row in rows], wanted)
    ranked = sorted(
        rows, key=lambda row: (-_likeness(row.folded, weights), len(row.folded), row.id)
    )
    ids = [row.id for row in ranked[:limit]]
    told = connection.execute(select(parties.c.id, met.label("n")).where(parties.c.id.in_(ids)))
    counts = {row.id: row.n for row in told}
    return tuple(Named(row.id, row.name, counts[row.id]) for row in ranked[:limit])


def mentioned(connection: Connection, party: str, limit: int, offset: int) -> MentionPage:
    """Return one page of the entities that a party is made of, those of the newest report first.

    They are of the latest versions of reports.
    """
    here: list[ColumnElement[bool]] = [entities.c.party == party, articles.c.latest]
    joined = entities.join(articles, articles.c.id == entities.c.article)
    total = connection.execute(select(func.count()).select_from(joined).where(*here)).scalar_one()
    said = (
        select(func.count())
        .select_from(statements)
        .where(statements.c.speaker == entities.c.id)
        .scalar_subquery()
    )
    columns: tuple[Any, ...] = (
        entities.c.id,
        entities.c.name,
        entities.c.aliases,
        entities.c.roles,
        *SOURCE,
        said.label("statements"),
    )
    wanted = (
        select(*columns)
        .select_from(joined)
        .where(*here)
        .order_by(*NEWEST, entities.c.number)
        .limit(limit)
        .offset(offset)
    )
    found = tuple(
        Mention(row.id, source_of(row), row.name, tuple(row.aliases), row.roles, row.statements)
        for row in connection.execute(wanted)
    )
    return MentionPage(found, total, offset + len(found) < total)


def all_stories(connection: Connection) -> tuple[StoryLine, ...]:
    """Return every story in one line, newest first."""
    own = stories.c
    columns = (own.id, own.title, own.starts, own.ends, own.place)
    wanted = (
        select(*columns, checks.c.findings, checks.c.contested)
        .outerjoin(checks, checks.c.story == stories.c.id)
        .order_by(func.coalesce(stories.c.starts, "").desc(), stories.c.id)
    )
    rows = connection.execute(wanted).all()
    told = supports(connection, [row.id for row in rows])
    return tuple(line_of(row, told.get(row.id, _NOTHING), guest=False) for row in rows)


def line_of(row: Any, support: Support, *, guest: bool) -> StoryLine:  # noqa: ANN401 - a row
    """Return the line of a story from a row of it and of its check."""
    return StoryLine(
        id=row.id,
        title=row.title,
        starts=row.starts,
        ends=row.ends,
        place=row.place,
        findings=row.findings or 0,
        contested=row.contested or 0,
        guest=guest,
        support=support,
    )


def _weights(names: Sequence[str], wanted: Sequence[str]) -> dict[str, float]:
    """Return how much each word tells: the longer it is and the fewer names have it, the more."""
    return {one: len(one) / (1 + sum(f" {one}" in name for name in names)) for one in wanted}


def _likeness(folded: str, weights: Mapping[str, float]) -> float:
    """Return how much of what was asked for is in a name; a whole word counts twice."""
    own = set(folded.split())
    return sum(
        weight * (2 if word in own else f" {word}" in folded) for word, weight in weights.items()
    )


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
