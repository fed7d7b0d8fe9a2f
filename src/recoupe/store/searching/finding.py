"""What the index finds, in the order asked for, a few at a time.

Where few things fit, all of them are fetched and sorted. Where many do, the days of publication are
gone through from the right end, some hundred articles at a time, until the page is full: no search
sorts a hundred thousand rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, text

from recoupe.store import facets
from recoupe.store.indexes import ARTICLES, STATEMENTS
from recoupe.store.searching.asking import Groups, Wanted, fts5, tsquery

FEW: Final = 1_000
"""So many that fit are all fetched, and counted."""

_FIRST_ARTICLES: Final = 50
_GROWTH: Final = 4
_MOST_DAYS: Final = 400

_INDEX: Final = {
    "sqlite": "SELECT rowid FROM {words} WHERE {words} MATCH :asked",
    "postgresql": "SELECT number FROM {words} WHERE stems @@ CAST(:asked AS tsquery)",
}
_RANKED: Final = {
    "sqlite": "SELECT rowid AS number, -bm25({words}, 1.0, 0.0) AS rank FROM {words}"
    " WHERE {words} MATCH :asked",
    "postgresql": "SELECT number, ts_rank(stems, CAST(:words AS tsquery), 1) AS rank"
    " FROM {words} WHERE stems @@ CAST(:asked AS tsquery)",
}
_SHOWN: Final = (
    "a.id AS article, a.number AS article_number, a.published_day AS published, {rank} AS rank"
)
_ROWS: Final = {
    ARTICLES: "SELECT a.id AS id, a.number AS number, {shown} FROM {rows} a WHERE {fits}{latest}",
    STATEMENTS: "SELECT s.id AS id, s.number AS number, {shown}"
    " FROM {rows} s JOIN articles a ON a.id = s.article WHERE {fits}{latest}",
}


class Candidate(NamedTuple):
    """An article, or a statement in it, that fits by the index.

    ``id`` is the statement's where statements were looked for, ``number`` orders those of one
    article.
    """

    id: str
    number: int
    article: str
    article_number: int
    published: str | None
    rank: float


@dataclass(frozen=True, slots=True)
class Candidates:
    """What fits by the index, in order; how many are there, ``None`` for more than few."""

    ordered: Iterator[Candidate]
    count: int | None


def candidates(connection: Connection, wanted: Wanted) -> Candidates:
    """Return what the index of words finds for a query."""
    if connection.dialect.name == "postgresql":
        # Of reading every row PostgreSQL thinks it is cheap, and it is not.
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        connection.execute(text("SET LOCAL jit = off"))
    if _count(connection, wanted) <= FEW:
        rows = [one for one in _fitting(connection, wanted) if wanted.says(one.published)]
        return Candidates(iter(_ordered(wanted, rows)), len(rows))
    windows = _windows(connection, wanted)
    if _ranked(wanted):
        return Candidates(_best(wanted, windows), None)
    return Candidates(chain.from_iterable(_ordered(wanted, rows) for rows in windows), None)


def _count(connection: Connection, wanted: Wanted) -> int:
    """Return how many rows fit by the index, at most one more than few."""
    index = _INDEX[connection.dialect.name].format(words=_table(wanted))
    question = text(f"SELECT count(*) FROM ({index} LIMIT {FEW + 1}) AS few")  # noqa: S608
    asked = _asked(connection, wanted, wanted.groups)
    return int(connection.execute(question, {"asked": asked}).scalar_one())


def _windows(connection: Connection, wanted: Wanted) -> Iterator[list[Candidate]]:
    """Yield what fits of one stretch of days after the other, each longer than the last."""
    size = _FIRST_ARTICLES
    days: list[str | None] = []
    held = 0
    for day, count in _days(connection, wanted):
        days.append(day)
        held += count
        if held >= size or len(days) >= _MOST_DAYS:
            yield _fitting(connection, wanted, days)
            size, days, held = size * _GROWTH, [], 0
    if days:
        yield _fitting(connection, wanted, days)


def _days(connection: Connection, wanted: Wanted) -> list[tuple[str | None, int]]:
    """Return the days with how many articles each has, in order; those without a day come last."""
    where = "" if wanted.query.older_versions else "WHERE latest "
    question = f"SELECT published_day, count(*) FROM articles {where}GROUP BY published_day"  # noqa: S608
    rows = [(day, count) for day, count in connection.execute(text(question)) if wanted.says(day)]
    rows.sort(key=lambda row: row[0] or "", reverse=wanted.query.order != "oldest")
    return sorted(rows, key=lambda row: row[0] is None)


def _fitting(
    connection: Connection, wanted: Wanted, days: list[str | None] | None = None
) -> list[Candidate]:
    """Return what fits, of all days or some, in no order."""
    groups = wanted.groups
    if days is not None:
        groups = (*groups, tuple(map(facets.day, days)))
    on, words = connection.dialect.name, _table(wanted)
    row = "s" if words == STATEMENTS else "a"
    index = (_RANKED if _ranked(wanted) else _INDEX)[on].format(words=words)
    rows = "statements" if words == STATEMENTS else "articles"
    if _ranked(wanted):
        fits, rank = f"{row}.number = w.number", "w.rank"
        rows = f"({index}) w CROSS JOIN {rows}"
    else:
        fits, rank = f"{row}.number IN ({index})", "0.0"
    latest = "" if wanted.query.older_versions else " AND a.latest"
    shown = _SHOWN.format(rank=rank)
    question = _ROWS[words].format(rows=rows, fits=fits, shown=shown, latest=latest)
    asked: dict[str, Any] = {"asked": _asked(connection, wanted, groups)}
    if ":words" in question:
        asked["words"] = wanted.asked.tsquery()
    found = list(map(Candidate._make, connection.execute(text(question), asked)))
    return found if days is None else [one for one in found if one.published in days]


def _best(wanted: Wanted, windows: Iterator[list[Candidate]]) -> Iterator[Candidate]:
    """Yield the newest of what fits with the best first, then the others by date."""
    ranked: list[Candidate] = []
    for rows in windows:
        ranked += rows
        if len(ranked) >= FEW:
            break
    yield from _ordered(wanted, ranked)
    for rows in windows:
        yield from _ordered(wanted, rows)


def _ordered(wanted: Wanted, rows: list[Candidate]) -> list[Candidate]:
    newest = wanted.query.order != "oldest"
    sign = -1 if newest else 1
    rows = sorted(rows, key=lambda row: (sign * row.article_number, row.number))
    rows.sort(key=lambda row: row.published or "", reverse=newest)
    rows.sort(key=lambda row: row.published is None)
    if _ranked(wanted):
        rows.sort(key=lambda row: -row.rank)
    return rows


def _ranked(wanted: Wanted) -> bool:
    return wanted.query.order == "best" and bool(wanted.asked.terms or wanted.asked.phrases)


def _table(wanted: Wanted) -> str:
    return STATEMENTS if wanted.query.look_for == "statement" else ARTICLES


def _asked(connection: Connection, wanted: Wanted, groups: Groups) -> str:
    make = fts5 if connection.dialect.name == "sqlite" else tsquery
    return make(wanted.asked, groups)
