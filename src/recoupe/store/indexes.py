"""The index of words on each database: FTS5 on SQLite, tsvector with GIN on PostgreSQL.

Both hold the same stream of stems (:mod:`recoupe.store.words`) and the same facets
(:mod:`recoupe.store.facets`), so both find the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, select, text

from recoupe.model import Article
from recoupe.review import CORRECTABLE
from recoupe.store import lookup, schema
from recoupe.store.database import Database
from recoupe.store.facets import facets_of
from recoupe.store.rows import Values, article_of
from recoupe.store.words import crowded, stems

ARTICLES: Final = "article_words"
STATEMENTS: Final = "statement_words"
FACET: Final = "."
"""What a facet begins with in a tsvector, where it stands among stems."""
CROWDED: Final = ".crowded"
"""The word in a tsvector where PostgreSQL does not know where all words stand."""

_MOST_BYTES: Final = 900_000
"""What a tsvector may hold; PostgreSQL refuses a greater one than 1 MiB."""
_MOST_PLACES: Final = 256
_MANY: Final = 100
"""Articles that are indexed together when all are."""

_ARTICLE: Final = select(schema.articles.c.number).where(
    schema.articles.c.id == bindparam("article")
)
_NUMBERS: Final = select(schema.statements.c.id, schema.statements.c.number).where(
    schema.statements.c.article == bindparam("article")
)

_SQLITE: Final = ("CREATE VIRTUAL TABLE {table} USING fts5(stems, facets)",)
_POSTGRESQL: Final = (
    "CREATE TABLE {table} (number bigint PRIMARY KEY, stems tsvector NOT NULL)",
    "CREATE INDEX ix_{table}_stems ON {table} USING gin (stems)"
    " WITH (gin_pending_list_limit = 512)",
)
_PUT_SQLITE: Final = "INSERT INTO {table} (rowid, stems, facets) VALUES (:number, :stems, :facets)"
AS_TSVECTOR: Final = (
    "to_tsvector('simple', {stems}) || array_to_tsvector(string_to_array({facets}, ' '))"
)
"""What PostgreSQL holds of an entry's stems and facets."""
_PUT_POSTGRESQL: Final = (
    "INSERT INTO {table} (number, stems) VALUES (:number, "  # noqa: S608 - names of our own
    + AS_TSVECTOR.format(stems="CAST(:stems AS text)", facets="CAST(:facets AS text)")
    + ")"
)

Rows = Mapping[Table, Sequence[Mapping[Any, Any]]]
"""The rows of an article's records, by table."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index holds of an article or a statement: words with a space between."""

    stems: str
    facets: str


def create_indexes(connection: Connection) -> None:
    """Make the tables of the index."""
    made = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL
    for table in (ARTICLES, STATEMENTS):
        for statement in made:
            connection.execute(text(statement.format(table=table)))


def index_of(database: Database) -> WordIndex:
    """Return the index of a casefile's database."""
    return WordIndex(on_sqlite=database.on_sqlite)


class WordIndex:
    """Keeps the words of articles and of statements; see :class:`recoupe.store.index.Index`."""

    def __init__(self, *, on_sqlite: bool) -> None:
        put = _PUT_SQLITE if on_sqlite else _PUT_POSTGRESQL
        number = "rowid" if on_sqlite else "number"
        self._put = {table: text(put.format(table=table)) for table in (ARTICLES, STATEMENTS)}
        self._drop = tuple(
            text(
                f"DELETE FROM {table} WHERE {number} IN "  # noqa: S608 - names of our own
                f"(SELECT number FROM {rows} WHERE {column} = :article)"
            )
            for table, rows, column in (
                (STATEMENTS, "statements", "article"),
                (ARTICLES, "articles", "id"),
            )
        )
        self._entry = _for_sqlite if on_sqlite else _for_postgresql

    def put(self, connection: Connection, article: Article, rows: Rows) -> None:
        """Index an article as people left it and its statements, whose rows are there."""
        whole, said = self.entries(article, rows)
        number = connection.execute(_ARTICLE, {"article": article.id}).scalar_one()
        connection.execute(self._put[ARTICLES], _row(number, whole))
        if said:
            there = connection.execute(_NUMBERS, {"article": article.id})
            numbers = {row.id: row.number for row in there}
            each = [_row(numbers[id_], entry) for id_, entry in said.items()]
            connection.execute(self._put[STATEMENTS], each)

    def drop(self, connection: Connection, article: str) -> None:
        """Take an article and its statements out of the index, before their rows go."""
        for statement in self._drop:
            connection.execute(statement, {"article": article})

    def rebuild(self, connection: Connection) -> None:
        """Make the whole index anew from the rows that are there."""
        for table in self._put:
            connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - names of our own
        for article, rows in _all_rows(connection):
            self.put(connection, article, rows)

    def entries(self, article: Article, rows: Rows) -> tuple[Entry, dict[str, Entry]]:
        """Return what the index holds of an article as people left it, and of its statements."""
        facets = facets_of(article, rows)
        language = article.language
        said = {
            row["id"]: self._entry(stems(spoken(row), language), facets.statements[row["id"]])
            for row in rows[schema.statements]
        }
        return self._entry(
            stems(titled(article.title, article.text), language), facets.article
        ), said


def titled(title: str | None, text: str) -> str:
    """Return the words of an article that are indexed: its title, and its text below.

    The title is left out where the text begins with it.
    """
    return text if not title or text.startswith(title) else f"{title}\n{text}"


def spoken(row: Mapping[Any, Any]) -> str:
    """Return the words of a statement's row that are indexed."""
    said = (row["speaker_name"], row["source"], row["cue"], row["content"])
    return "\n".join(part for part in said if part)


def _row(number: int, entry: Entry) -> Values:
    return {"number": number, "stems": entry.stems, "facets": entry.facets}


def _for_sqlite(stream: str, facets: Sequence[str]) -> Entry:
    return Entry(stream, " ".join(facets))


def _for_postgresql(stream: str, facets: Sequence[str]) -> Entry:
    words = " ".join(FACET + facet for facet in facets)
    if not crowded(stream):
        return Entry(stream, words)
    return Entry(_fitting(stream), f"{words} {CROWDED}")


def _fitting(stream: str) -> str:
    """Return as much of a stream as a tsvector holds."""
    kept: Counter[str] = Counter()
    bytes_ = 0
    words = stream.split()
    for at, word in enumerate(words):
        kept[word] += 1
        if kept[word] <= _MOST_PLACES:
            bytes_ += 2 if kept[word] > 1 else len(word) + 6
        if bytes_ > _MOST_BYTES:
            return " ".join(words[:at])
    return stream


def _all_rows(connection: Connection) -> Iterator[tuple[Article, Rows]]:
    """Yield every article as people left it, with the rows of its records."""
    tables = (schema.statements, schema.entities, schema.places, schema.figures)
    wanted = lookup.articles_with_captures(bare=True).order_by(schema.articles.c.number)
    found = connection.execute(wanted.execution_options(yield_per=_MANY))
    for some in found.partitions():
        ids = [row.id for row in some]
        rows: dict[str, dict[Table, list[Mapping[Any, Any]]]] = {
            id_: {table: [] for table in tables} for id_ in ids
        }
        for table in tables:
            here = select(table).where(table.c.article.in_(ids)).order_by(table.c.number)
            for row in connection.execute(here):
                rows[row.article][table].append(row._mapping)
        for row in some:
            corrected = {
                name: value
                for name in CORRECTABLE
                if (value := row._mapping[f"corrected_{name}"]) is not None
            }
            yield replace(article_of(row), **corrected), rows[row.id]
