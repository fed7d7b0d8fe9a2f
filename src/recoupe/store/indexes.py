"""The index of words on each database: FTS5 on SQLite, tsvector with GIN on PostgreSQL.

Both hold the same stream of stems (:mod:`recoupe.store.words`), so both find the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, select, text

from recoupe.model import Article
from recoupe.store import schema
from recoupe.store.database import Database
from recoupe.store.rows import Values
from recoupe.store.words import stems

ARTICLES: Final = "article_words"
STATEMENTS: Final = "statement_words"

_Words = Callable[[Values], str]
_MANY: Final = 500
"""Rows that are indexed together when all are."""

_NUMBERS: Final = select(schema.statements.c.id, schema.statements.c.number).where(
    schema.statements.c.article == bindparam("article")
)

_SQLITE: Final = ("CREATE VIRTUAL TABLE {table} USING fts5(stems)",)
_POSTGRESQL: Final = (
    "CREATE TABLE {table} (number bigint PRIMARY KEY, stems tsvector NOT NULL)",
    "CREATE INDEX ix_{table}_stems ON {table} USING gin (stems)",
)


def create_indexes(connection: Connection) -> None:
    """Make the tables of the index."""
    made = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL
    for table in (ARTICLES, STATEMENTS):
        for statement in made:
            connection.execute(text(statement.format(table=table)))


def index_of(database: Database) -> WordIndex:
    """Return the index of a casefile's database."""
    if database.on_sqlite:
        return WordIndex("INSERT INTO {table} (rowid, stems) VALUES (:number, :stems)", "rowid")
    return WordIndex(
        "INSERT INTO {table} (number, stems) VALUES (:number, to_tsvector('simple', :stems))",
        "number",
    )


class WordIndex:
    """Keeps the stems of articles and of statements; see :class:`recoupe.store.index.Index`."""

    def __init__(self, put: str, number: str) -> None:
        self._put = {table: text(put.format(table=table)) for table in (ARTICLES, STATEMENTS)}
        self._drop = text(
            f"DELETE FROM {STATEMENTS} WHERE {number} IN "  # noqa: S608 - names of our own
            "(SELECT number FROM statements WHERE article = :article)"
        )

    def put_article(self, connection: Connection, number: int, article: Article) -> None:
        """Index the text of an article, whose row has this number."""
        connection.execute(
            self._put[ARTICLES], {"number": number, "stems": stems(article.text, article.language)}
        )

    def put_statements(
        self, connection: Connection, article: Article, rows: Sequence[Values]
    ) -> None:
        """Index the words and speakers of an article's statements, by the ids of their rows."""
        if not rows:
            return
        there = connection.execute(_NUMBERS, {"article": article.id})
        numbers = {row.id: row.number for row in there}
        connection.execute(
            self._put[STATEMENTS],
            [
                {"number": numbers[row["id"]], "stems": stems(spoken(row), article.language)}
                for row in rows
            ],
        )

    def rebuild(self, connection: Connection) -> None:
        """Make the whole index anew from the rows that are there."""
        for table in self._put:
            connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - names of our own
        it, said = schema.articles, schema.statements
        texts = select(it.c.number, it.c.language, it.c.text)
        spoken_words = (said.c.speaker_name, said.c.source, said.c.cue, said.c.content)
        statements = select(said.c.number, it.c.language, *spoken_words).join(
            it, it.c.id == said.c.article
        )
        self._fill(connection, ARTICLES, texts, lambda row: row["text"])
        self._fill(connection, STATEMENTS, statements, spoken)

    def _fill(self, connection: Connection, table: str, wanted: Select[Any], words: _Words) -> None:
        found = connection.execute(wanted.execution_options(yield_per=_MANY)).mappings()
        for rows in found.partitions():
            said = [(row["number"], stems(words(dict(row)), row["language"])) for row in rows]
            values = [{"number": number, "stems": stream} for number, stream in said]
            connection.execute(self._put[table], values)

    def drop_statements(self, connection: Connection, article: str) -> None:
        """Take the statements of an article out of the index, before their rows go."""
        connection.execute(self._drop, {"article": article})


def spoken(row: Values) -> str:
    """Return the words of a statement's row that are indexed."""
    said = (row["speaker_name"], row["source"], row["cue"], row["content"])
    return "\n".join(part for part in said if part)
