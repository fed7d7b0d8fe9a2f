"""The index of words: a row for each article and statement, saying what they say, and no other."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, text

from recoupe.model import Article
from recoupe.store.indexes import ARTICLES, STATEMENTS, spoken
from recoupe.store.rows import Values
from recoupe.store.verification.findings import Findings
from recoupe.store.words import stems

_ROWS: Final = (
    "SELECT rowid, stems FROM {table} WHERE rowid IN (SELECT value FROM json_each(:numbers))"
)
_DIFFERENT: Final = """
SELECT wanted.number, words.number IS NULL AS lost
FROM unnest(CAST(:numbers AS bigint[]), CAST(:stems AS text[])) AS wanted (number, stems)
LEFT JOIN {table} AS words ON words.number = wanted.number
WHERE words.stems IS DISTINCT FROM to_tsvector('simple', wanted.stems)
"""
_STRAY: Final = """
SELECT words.{number} FROM {table} AS words
WHERE NOT EXISTS (SELECT 1 FROM {source} AS rows WHERE rows.number = words.{number})
"""
_SOURCES: Final = {ARTICLES: "articles", STATEMENTS: "statements"}
_WIDE: Final = 2**64


class WordCheck:
    """Compares the index with the words that it is made of.

    On SQLite the rows and what FTS5 finds by are two things: a sum over every word and its place,
    in both, shows whether they agree.
    """

    def __init__(self, findings: Findings, *, on_sqlite: bool) -> None:
        self._findings = findings
        self._on_sqlite = on_sqlite
        self._waiting: dict[str, dict[int, str]] = {ARTICLES: {}, STATEMENTS: {}}
        self._sums = dict.fromkeys(_SOURCES, 0)

    def take(
        self, number: int, article: Article, rows: Sequence[Values], numbers: Mapping[str, int]
    ) -> None:
        """Take up what the index is to say of an article, and of the statements in it."""
        self._waiting[ARTICLES][number] = stems(article.text, article.language)
        for row in rows:
            if row["id"] in numbers:
                said = stems(spoken(row), article.language)
                self._waiting[STATEMENTS][numbers[row["id"]]] = said

    def flush(self, connection: Connection) -> None:
        """Compare what was taken up with the rows of the index."""
        for table, wanted in self._waiting.items():
            if not wanted:
                continue
            differ = self._differ_on_sqlite if self._on_sqlite else self._differ_on_postgresql
            for number, lost in differ(connection, table, wanted):
                self._findings.add(
                    f"{table} row {number}",
                    "is not there: a search does not find it"
                    if lost
                    else f"does not hold the words of row {number} of {_SOURCES[table]}",
                    kind=f"{table}: {'lost' if lost else 'altered'}",
                )
            self._findings.count("rows of the index of words", len(wanted))
            wanted.clear()

    def _differ_on_sqlite(
        self, connection: Connection, table: str, wanted: Mapping[int, str]
    ) -> list[tuple[int, bool]]:
        asked = text(_ROWS.format(table=table))
        found = connection.execute(asked, {"numbers": str(list(wanted))})
        there: dict[int, str] = {row.rowid: row.stems for row in found}
        for number, said in wanted.items():
            self._sums[table] += _sum(number, said)
        return [(one, one not in there) for one, said in wanted.items() if there.get(one) != said]

    def _differ_on_postgresql(
        self, connection: Connection, table: str, wanted: Mapping[int, str]
    ) -> list[tuple[int, bool]]:
        asked = text(_DIFFERENT.format(table=table))
        given = {"numbers": list(wanted), "stems": list(wanted.values())}
        return [(row.number, row.lost) for row in connection.execute(asked, given)]

    def finish(self, connection: Connection) -> None:
        """Find rows that are of nothing, and on SQLite whether FTS5 finds what the rows say."""
        number = "rowid" if self._on_sqlite else "number"
        for table, source in _SOURCES.items():
            stray = text(_STRAY.format(table=table, number=number, source=source))
            for (row,) in connection.execute(stray):
                self._findings.add(
                    f"{table} row {row}", f"is of no row of {source}", kind=f"{table}: too many"
                )
            if self._on_sqlite and _indexed_sum(connection, table) != self._sums[table] % _WIDE:
                self._findings.add(table, "does not find what the texts say: its index is damaged")


def _sum(number: int, said: str) -> int:
    return sum(
        zlib.crc32(word.encode()) * ((number << 24) + place + 1)
        for place, word in enumerate(said.split())
    )


def _indexed_sum(connection: Connection, table: str) -> int:
    """Return the sum over every word that FTS5 has indexed, with its row and place."""
    connection.execute(
        text(f"CREATE VIRTUAL TABLE temp.{table}_found USING fts5vocab(main, {table}, instance)")
    )
    total = 0
    try:
        asked = text(f"SELECT term, doc, offset FROM temp.{table}_found")  # noqa: S608 - our names
        last, code = "", 0
        for word, number, place in connection.execution_options(stream_results=True).execute(asked):
            if word != last:
                last, code = word, zlib.crc32(word.encode())
            total += code * ((number << 24) + place + 1)
    finally:
        connection.execute(text(f"DROP TABLE temp.{table}_found"))
    return total % _WIDE
