"""What the index finds, in the order asked for, a few at a time.

Where few things fit, all of them are fetched and sorted. Where many do, the days of publication are
gone through from the right end, some hundred articles at a time, until the page is full: no search
sorts a hundred thousand rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, text

from recoupe.store import facets
from recoupe.store.indexes import ARTICLES, STATEMENTS
from recoupe.store.searching.asking import ANY_END, Groups, Wanted, fts5, tsquery

FEW: Final = 1_000
"""So many that fit are all fetched, and counted."""

_FIRST_ARTICLES: Final = 50
_GROWTH: Final = 4
_DAYS_APART: Final = 10
"""A longer stretch of days ends where a month does, for a month is one word of the question."""
_MANY_ARTICLES: Final = 5_000
_DENSE: Final = 20
"""So many among the first are many among more than many articles, and are not counted."""

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
    """What fits by the index, in order and in parts; how many there are, ``None`` for many."""

    parts: Iterator[list[Candidate]]
    count: int | None


def prepare(connection: Connection) -> None:
    """Let the database use its indexes until the transaction ends."""
    if connection.dialect.name == "postgresql":
        # Of reading every row PostgreSQL thinks it is cheap, and it is not.
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        connection.execute(text("SET LOCAL jit = off"))


def candidates(connection: Connection, wanted: Wanted) -> Candidates:
    """Return what the index of words finds for a query."""
    every = _days(connection, wanted)
    windows = _windows(connection, wanted, [day for day in every if wanted.says(day[0])])
    if sum(count for _, count in every) > _MANY_ARTICLES:
        first = next(windows, [])
        windows = chain([first], windows)
        if len(first) >= _DENSE:
            return Candidates(_in_order(wanted, windows), None)
    if _count(connection, wanted) <= FEW:
        rows = [one for one in _fitting(connection, wanted) if wanted.says(one.published)]
        return Candidates(iter([_ordered(wanted, rows)]), len(rows))
    return Candidates(_in_order(wanted, windows), None)


def _in_order(wanted: Wanted, windows: Iterator[list[Candidate]]) -> Iterator[list[Candidate]]:
    """Yield the rows of each window in order; of ranked ones the best of the newest come first."""
    if _ranked(wanted):
        ranked: list[Candidate] = []
        for rows in windows:
            ranked += rows
            if len(ranked) >= FEW:
                break
        windows = chain([ranked], windows)
    return (_ordered(wanted, rows) for rows in windows)


def _count(connection: Connection, wanted: Wanted) -> int:
    """Return how many rows fit by the index, at most one more than few."""
    index = _INDEX[connection.dialect.name].format(words=_table(wanted))
    question = text(f"SELECT count(*) FROM ({index} LIMIT {FEW + 1}) AS few")  # noqa: S608
    asked = _asked(connection, wanted, wanted.groups)
    return int(connection.execute(question, {"asked": asked}).scalar_one())


def _windows(
    connection: Connection, wanted: Wanted, days: Sequence[tuple[str | None, int]]
) -> Iterator[list[Candidate]]:
    """Yield what fits of one stretch of days after the other, each longer than the last."""
    size = _FIRST_ARTICLES
    whole = Counter(_month(day) for day, _ in days)
    stretch: list[str | None] = []
    held = 0
    for at, (day, count) in enumerate(days, 1):
        stretch.append(day)
        held += count
        within = (
            len(stretch) > _DAYS_APART and at < len(days) and _month(days[at][0]) == _month(day)
        )
        if at == len(days) or (held >= size and not within):
            yield _fitting(connection, wanted, stretch, _named(stretch, whole))
            size, stretch, held = size * _GROWTH, [], 0


def _named(days: Sequence[str | None], whole: Mapping[str | None, int]) -> tuple[str, ...]:
    """Return the facets of days: of all days of a month, what they begin with."""
    here = Counter(map(_month, days))
    full = {month for month in here if month and here[month] == whole[month]}
    months = [facets.day(month) + ANY_END for month in full if month]
    return (*sorted(months), *(facets.day(day) for day in days if _month(day) not in full))


def _month(day: str | None) -> str | None:
    return day and day[:7]


def _days(connection: Connection, wanted: Wanted) -> list[tuple[str | None, int]]:
    """Return the days with how many articles each has, in order; those without a day come last."""
    where = "" if wanted.query.older_versions else "WHERE latest "
    question = f"SELECT published_day, count(*) FROM articles {where}GROUP BY published_day"  # noqa: S608
    rows = [(day, count) for day, count in connection.execute(text(question))]
    rows.sort(key=lambda row: row[0] or "", reverse=wanted.query.order != "oldest")
    return sorted(rows, key=lambda row: row[0] is None)


def _fitting(
    connection: Connection,
    wanted: Wanted,
    days: Sequence[str | None] = (),
    named: tuple[str, ...] = (),
) -> list[Candidate]:
    """Return what fits, of all days or of some that the index knows so, in no order."""
    groups = (*wanted.groups, named) if named else wanted.groups
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
    kept = set(days)
    return [one for one in found if one.published in kept] if named else found


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
