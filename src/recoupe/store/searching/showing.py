"""Hits as a person reads them: the record, with the words that were looked for in their context."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, select
from sqlalchemy.engine import Row

from recoupe.model import Article, Span
from recoupe.store import facets, lookup
from recoupe.store.rows import article_of
from recoupe.store.schema import articles, statements
from recoupe.store.search import Hit, SearchKind
from recoupe.store.searching.asking import Wanted
from recoupe.store.searching.checking import Match
from recoupe.store.searching.records import RECORDS
from recoupe.store.words import Asked, context, found

_WIDTH: Final = 240
"""Code points of a context."""
_STRETCH: Final = 400
"""Code points of a report, at least, in which words are looked for at once."""


def shown(connection: Connection, wanted: Wanted, page: Sequence[Match]) -> tuple[Hit, ...]:
    """Return the hits of one page."""
    kind = wanted.query.look_for
    kept = _kept(connection, [one.article for one in page])
    table = statements if kind == "statement" else RECORDS.get(kind)
    rows = {} if table is None else _rows(connection, table, [one.id for one in page])
    told = _told(connection, rows.values())
    return tuple(_hit(wanted, kept[one.article], rows.get(one.id), told) for one in page)


def _kept(connection: Connection, ids: Iterable[str]) -> dict[str, Row[Any]]:
    wanted = lookup.articles_with_captures().where(articles.c.id.in_(list(set(ids))))
    return {row.id: row for row in connection.execute(wanted)}


def _rows(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, Row[Any]]:
    found = connection.execute(select(table).where(table.c.id.in_(ids)))
    return {row.id: row for row in found}


def _told(connection: Connection, rows: Iterable[Row[Any]]) -> dict[str, Row[Any]]:
    """Return the statements that tell these records, by id."""
    wanted = {id_ for row in rows if (id_ := _teller(row._mapping))}
    return _rows(connection, statements, sorted(wanted)) if wanted else {}


def _teller(row: Mapping[Any, Any]) -> str | None:
    told = row.get("according_to")
    if isinstance(told, list):
        return told[0] if told else None
    return None if told is None else str(told)


def _hit(wanted: Wanted, kept: Row[Any], row: Row[Any] | None, told: Mapping[str, Row[Any]]) -> Hit:
    article = article_of(kept)
    teller = told.get(_teller(row._mapping) or "") if row is not None else None
    speaks = row if wanted.query.look_for == "statement" else teller
    places = [] if row is None else _places(wanted.query.look_for, row._mapping)
    stretch, marked = _context(article.text, wanted.asked, places)
    return Hit(
        kind=wanted.query.look_for,
        id=kept.report if row is None else row.id,
        article=article.id,
        report=kept.report,
        outlet=kept.corrected_outlet or kept.outlet,
        title=kept.corrected_title or kept.title,
        published=kept.corrected_published or kept.published,
        speaker=None if speaks is None else speaks.speaker_name,
        stance=None if speaks is None else speaks.stance,
        context=article.span(*stretch),
        words=_spans(article, places),
        found=_spans(article, marked),
        withdrawn=article.recalled.status if article.recalled is not None else None,
    )


def _places(kind: SearchKind, row: Mapping[Any, Any]) -> list[list[int]]:
    """Return where the words of a record stand."""
    if kind == "statement":
        return facets.spans_of(row)
    return [[row["start"], row["end"]]]


def _context(
    text: str, asked: Asked, places: Sequence[Sequence[int]]
) -> tuple[tuple[int, int], list[tuple[int, int]]]:
    """Return a stretch around a record, or around the first words found; and the words in it."""
    if places:
        start, end = places[0][0], max(place[1] for place in places)
        everywhere = found(text, asked, start, end) if end - start > _WIDTH else []
    else:
        everywhere = _in_one_line(text, _first_found(text, asked))
        start, end = everywhere[0] if everywhere else (0, 0)
    stretch = context(text, start, end, everywhere, _WIDTH)
    return stretch, found(text, asked, *stretch)


def _first_found(text: str, asked: Asked) -> list[tuple[int, int]]:
    """Return where words looked for stand in the first stretch that has any."""
    if not (asked.terms or asked.phrases):
        return []
    start = 0
    while start < len(text):
        end = text.find("\n", start + _STRETCH, start + 4 * _STRETCH)
        end = min(len(text), start + 4 * _STRETCH) if end < 0 else end
        if places := found(text, asked, start, end):
            return places
        start = end
    return found(text, asked)


def _in_one_line(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places of the line that has the most of them."""
    lines: dict[int, list[tuple[int, int]]] = {}
    for start, end in places:
        lines.setdefault(text.rfind("\n", 0, start), []).append((start, end))
    return max(lines.values(), key=len, default=[])


def _spans(article: Article, places: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(article.span(start, end) for start, end in places)
