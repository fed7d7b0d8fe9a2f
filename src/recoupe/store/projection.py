"""The tables of records, made anew from the machine's reading and the reviews over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, delete, insert, select, update

from recoupe.model import Article, Reading, Review
from recoupe.review import ReviewedReading, apply_reviews
from recoupe.store import lookup, parties
from recoupe.store.index import Index
from recoupe.store.parties import Parties
from recoupe.store.rows import TABLES, Values, record_rows, shown_row
from recoupe.store.schema import articles, entities, statements

_ADD: Final = {table: insert(table) for table in TABLES.values()}


@dataclass(frozen=True, slots=True)
class Projected:
    """What the tables hold of one article: its reading as people left it, and its rows."""

    reviewed: ReviewedReading
    rows: Mapping[Table, list[Values]]
    parties: Mapping[str, Values]


def projected(
    reading: Reading,
    reviews: Iterable[Review],
    texts: Mapping[str, Article],
    grouped: Parties,
) -> Projected:
    """Return what the tables are to hold of an article: a pure step, which ``verify`` repeats.

    ``reviews`` are those of its report, ``texts`` the versions of the report by id.
    """
    reviewed = apply_reviews(reading, tuple(reviews), texts)
    placed = grouped.placed(reviewed.reading)
    rows = record_rows(reviewed, placed.of_entities, placed.of_statements)
    for table in (entities, statements):
        for row in rows[table]:
            row["own_party"] = placed.own.get(row["id"])
    return Projected(reviewed, rows, placed.rows)


def project(connection: Connection, index: Index, report: str, article: Article) -> None:
    """Make the rows of an article, a version of this report, anew."""
    grouped = Parties(lookup.reviews_of_parties(connection))
    made = projected(
        lookup.machine_reading(connection, article),
        lookup.reviews_of_report(connection, report),
        lookup.articles_of(connection, report),
        grouped,
    )
    before = _take_out(connection, index, article)
    add(connection, index, made)
    shown = shown_row(article, made.reviewed.reading.article)
    connection.execute(update(articles).where(articles.c.id == article.id).values(**shown))
    parties.drop_unused(connection, before - set(made.parties))
    parties.call(connection, grouped, before | set(made.parties))


def _take_out(connection: Connection, index: Index, article: Article) -> set[str]:
    """Take out the rows of an article; return the parties that they named."""
    index.drop(connection, article.id)
    named = (
        select(entities.c.party)
        .where(entities.c.article == article.id)
        .union(select(statements.c.party).where(statements.c.article == article.id))
    )
    before = set(connection.execute(named).scalars()) - {None}
    for table in reversed(list(TABLES.values())):
        connection.execute(delete(table).where(table.c.article == article.id))
    return before


def add(connection: Connection, index: Index, made: Projected) -> None:
    """Put in the rows of an article that has none."""
    parties.put(connection, made.parties)
    for table, rows in made.rows.items():
        if rows:
            connection.execute(_ADD[table], rows)
    index.put(connection, made.reviewed.reading.article, made.rows)
