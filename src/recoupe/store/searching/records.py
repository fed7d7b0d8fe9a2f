"""Figures, events, places and evidence of the reports that the index found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Table, or_, select
from sqlalchemy.engine import Row

from recoupe.store import facets, schema
from recoupe.store.schema import figures, places
from recoupe.store.search import SearchKind
from recoupe.store.searching.asking import Wanted, places_named
from recoupe.store.searching.speaking import said_in

RECORDS: Final[Mapping[SearchKind, Table]] = {
    "figure": schema.figures,
    "event": schema.events,
    "place": schema.places,
    "evidence": schema.evidence,
}
"""The tables of the records that are found by the words of their report."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What of some articles fits the filters, ``None`` where there is no such filter.

    ``said`` are statements and ``contents`` where what they say stands, by article; ``places`` and
    ``figures`` are ids, ``figured`` the places of those figures, and their articles.
    """

    said: frozenset[str] | None = None
    contents: Mapping[str, Sequence[Sequence[int]]] = field(default_factory=dict)
    places: frozenset[str] | None = None
    figures: frozenset[str] | None = None
    figured: frozenset[str] | None = None


def records_in(connection: Connection, wanted: Wanted, ids: Iterable[str]) -> Iterator[Row[Any]]:
    """Yield the records in these articles that fit, those of one article in the text's order.

    A figure and an event fit a speaker, stance or kind by the statement that tells them, a place
    and a piece of evidence by standing within what it says. A figure and an event fit a place by
    where they are, evidence by what its report names. An event and a place fit a figure that is
    theirs, evidence one of its report.
    """
    kind = wanted.query.look_for
    table = RECORDS[kind]
    within = list(ids)
    around = _around(connection, wanted, within)
    question = select(table).where(table.c.article.in_(within))
    if kind == "figure":
        question = question.where(*_bounds(wanted))
    rows = connection.execute(question.order_by(table.c.start, table.c.number))
    fits = _FITS[kind]
    return (row for row in rows if fits(row, around))


def articles_with_figures(connection: Connection, wanted: Wanted, ids: Iterable[str]) -> set[str]:
    """Return those of the articles that have a figure that fits."""
    return {row.article for row in _figures_in(connection, wanted, ids)}


def statements_with_figures(
    connection: Connection, wanted: Wanted, rows: Sequence[Row[Any]]
) -> set[str]:
    """Return the ids of the statements that tell a figure that fits, or say it."""
    found: dict[str, list[Row[Any]]] = {}
    for figure in _figures_in(connection, wanted, {row.article for row in rows}):
        found.setdefault(figure.article, []).append(figure)
    return {
        row.id
        for row in rows
        if any(
            facets.told_by(row._mapping, figure._mapping) for figure in found.get(row.article, ())
        )
    }


def _figures_in(connection: Connection, wanted: Wanted, ids: Iterable[str]) -> list[Row[Any]]:
    it = figures.c
    question: Select[Any] = select(it.id, it.article, it.start, it.end, it.according_to, it.place)
    return list(connection.execute(question.where(it.article.in_(list(ids)), *_bounds(wanted))))


def _bounds(wanted: Wanted) -> list[ColumnElement[bool]]:
    query, it = wanted.query, figures.c
    bounds: list[ColumnElement[bool]] = []
    if query.figure is not None:
        bounds.append(it.what == query.figure)
    if query.low is not None:
        bounds.append(or_(it.high.is_(None), it.high >= query.low))
    if query.high is not None:
        bounds.append(or_(it.low.is_(None), it.low <= query.high))
    return bounds


def _around(connection: Connection, wanted: Wanted, ids: Sequence[str]) -> _Around:
    said = said_in(connection, wanted, ids) if wanted.of_statements else None
    counted = _figures_in(connection, wanted, ids) if wanted.of_figures else None
    contents: dict[str, list[Sequence[int]]] = {}
    for row in said or ():
        contents.setdefault(row.article, []).extend(row.content_spans)
    return _Around(
        said=None if said is None else frozenset(row.id for row in said),
        contents=contents,
        places=None if wanted.query.place is None else _places_in(connection, wanted, ids),
        figures=None if counted is None else frozenset(row.id for row in counted),
        figured=None
        if counted is None
        else frozenset(one for row in counted for one in (row.place, row.article) if one),
    )


def _places_in(connection: Connection, wanted: Wanted, ids: Sequence[str]) -> frozenset[str]:
    """Return the places that have the name asked for, or lie within one that has."""
    it = places.c
    question = select(it.id, it.name, it.words, it.country, it.within)
    rows = [row._mapping for row in connection.execute(question.where(it.article.in_(ids)))]
    asked = set(places_named(wanted.query.place or ""))
    every = zip(rows, facets.place_facets(rows), strict=True)
    return frozenset(row["id"] for row, names in every if asked.intersection(names))


def _figure(row: Row[Any], around: _Around) -> bool:
    return _one_of(around.said, row.according_to) and _one_of(around.places, row.place)


def _event(row: Row[Any], around: _Around) -> bool:
    return (
        _one_of(around.said, *row.according_to)
        and _one_of(around.places, row.place)
        and _one_of(around.figures, *row.figures)
    )


def _place(row: Row[Any], around: _Around) -> bool:
    return (
        _is_said(row, around) and _one_of(around.places, row.id) and _one_of(around.figured, row.id)
    )


def _evidence(row: Row[Any], around: _Around) -> bool:
    return _is_said(row, around) and _one_of(around.figured, row.article)


def _one_of(wanted: frozenset[str] | None, *ids: str | None) -> bool:
    return wanted is None or not wanted.isdisjoint(ids)


def _is_said(row: Row[Any], around: _Around) -> bool:
    return around.said is None or any(
        start <= row.start and row.end <= end for start, end in around.contents.get(row.article, ())
    )


_FITS: Final[Mapping[SearchKind, Callable[[Row[Any], _Around], bool]]] = {
    "figure": _figure,
    "event": _event,
    "place": _place,
    "evidence": _evidence,
}
