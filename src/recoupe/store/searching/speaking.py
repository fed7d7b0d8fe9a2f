"""Who said it: the statements that fit a search by their speaker, stance and kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select
from sqlalchemy.engine import Row

from recoupe.store import facets
from recoupe.store.schema import entities, statements
from recoupe.store.searching.asking import Wanted


def said_in(connection: Connection, wanted: Wanted, ids: Iterable[str]) -> list[Row[Any]]:
    """Return the statements in these articles that fit by speaker, stance and kind."""
    it, query = statements.c, wanted.query
    question: Select[Any] = select(
        it.id, it.article, it.party, it.speaker, it.speaker_name, it.content_spans
    ).where(it.article.in_(list(ids)))
    if query.stance is not None:
        question = question.where(it.stance == query.stance)
    if query.kind is not None:
        question = question.where(it.kind == query.kind)
    rows = list(connection.execute(question))
    if query.speaker is None:
        return rows
    good = spoken_by(connection, wanted, rows)
    return [row for row in rows if row.id in good]


def spoken_by(connection: Connection, wanted: Wanted, rows: Sequence[Row[Any]]) -> set[str]:
    """Return those of the statements whose speaker has the name asked for.

    The speaker's party has it, or the report calls the speaker so in any place.
    """
    good = {row.id for row in rows if row.party in wanted.parties}
    good |= {row.id for row in rows if _named(wanted, [row.speaker_name])}
    open_ = {row.speaker for row in rows if row.id not in good} - {None}
    named = _entities(connection, wanted, open_)
    return good | {row.id for row in rows if row.speaker in named}


def _entities(connection: Connection, wanted: Wanted, ids: Iterable[str]) -> set[str]:
    it = entities.c
    question = select(it.id, it.name, it.aliases).where(it.id.in_(list(ids)))
    rows = connection.execute(question)
    return {row.id for row in rows if _named(wanted, [row.name, *row.aliases])}


def _named(wanted: Wanted, names: Iterable[str | None]) -> bool:
    words = {word for name in names if name for word in facets.words_of(name)}
    return bool(wanted.names) and words.issuperset(wanted.names)
