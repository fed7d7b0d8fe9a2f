"""What the index cannot tell: what it found is looked at, a few rows at a time, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, select
from sqlalchemy.engine import Row

from recoupe.store.indexes import spoken, titled
from recoupe.store.schema import articles, statements
from recoupe.store.searching.asking import Wanted
from recoupe.store.searching.finding import Candidate
from recoupe.store.searching.records import (
    articles_with_figures,
    records_in,
    statements_with_figures,
)
from recoupe.store.searching.speaking import said_in, spoken_by

_FIRST: Final = 32
_AT_ONCE: Final = 256


@dataclass(frozen=True, slots=True)
class Match:
    """A report, a statement or another record that fits, and the article in which it stands."""

    id: str
    article: str


def matches(
    connection: Connection, wanted: Wanted, parts: Iterable[list[Candidate]]
) -> Iterator[Match]:
    """Yield what fits of what the index found, in its order."""
    look = _look(wanted)
    size = _FIRST
    for part in parts:
        at = 0
        while some := part[at : at + size]:
            yield from look(connection, wanted, some)
            at, size = at + size, min(2 * size, _AT_ONCE)


def slow_to_count(wanted: Wanted) -> bool:
    """Whether many rows must be looked at to tell how much fits."""
    apart = wanted.of_statements and wanted.query.look_for != "statement"
    return wanted.of_texts or apart or wanted.moved


def _look(wanted: Wanted) -> Callable[[Connection, Wanted, list[Candidate]], Iterable[Match]]:
    if wanted.query.look_for == "statement":
        return _statements
    return _reports if wanted.query.look_for == "report" else _records


def _statements(connection: Connection, wanted: Wanted, some: list[Candidate]) -> Iterator[Match]:
    good = {one.id for one in some}
    if wanted.of_texts:
        rows = _rows_of(connection, statements, good)
        good = {row.id for row in rows if wanted.confirms(spoken(row._mapping))}
    if wanted.moved:
        good = spoken_by(connection, wanted, _rows_of(connection, statements, good))
    if wanted.bounded:
        rows = _rows_of(connection, statements, good)
        good = statements_with_figures(connection, wanted, rows)
    return (Match(one.id, one.article) for one in some if one.id in good)


def _reports(connection: Connection, wanted: Wanted, some: list[Candidate]) -> Iterator[Match]:
    good = _with_words(connection, wanted, [one.article for one in some])
    if wanted.of_statements:
        good &= {row.article for row in said_in(connection, wanted, good)}
    if wanted.bounded:
        good &= articles_with_figures(connection, wanted, good)
    return (Match(one.id, one.article) for one in some if one.id in good)


def _records(connection: Connection, wanted: Wanted, some: list[Candidate]) -> Iterator[Match]:
    good = _with_words(connection, wanted, [one.article for one in some])
    found: dict[str, list[Match]] = {}
    for row in records_in(connection, wanted, good):
        found.setdefault(row.article, []).append(Match(row.id, row.article))
    return (match for one in some for match in found.get(one.article, ()))


def _with_words(connection: Connection, wanted: Wanted, ids: Sequence[str]) -> set[str]:
    """Return those of the articles that have the words as they were typed."""
    if not wanted.of_texts:
        return set(ids)
    shown = articles.c
    title: Select[Any] = select(shown.id, shown.title, shown.corrected_title, shown.text)
    rows = connection.execute(title.where(shown.id.in_(ids)))
    return {row.id for row in rows if wanted.confirms(titled(_title(row), row.text))}


def _title(row: Row[Any]) -> str | None:
    title: str | None = row.corrected_title or row.title
    return title


def _rows_of(connection: Connection, table: Any, ids: Iterable[str]) -> Sequence[Row[Any]]:  # noqa: ANN401
    return connection.execute(select(table).where(table.c.id.in_(list(ids)))).all()
