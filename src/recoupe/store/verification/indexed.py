"""The index of words: a row for each article and statement, saying what they say, and no other."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, text

from recoupe.store.indexes import ARTICLES, AS_TSVECTOR, STATEMENTS, Entry, WordIndex
from recoupe.store.projection import Projected
from recoupe.store.verification.findings import Findings

_ROWS: Final = """
SELECT rowid, stems, facets FROM {table} WHERE rowid IN (SELECT value FROM json_each(:numbers))
"""
_DIFFERENT: Final = """
SELECT wanted.number, words.number IS NULL AS lost
FROM unnest(CAST(:numbers AS bigint[]), CAST(:stems AS text[]), CAST(:facets AS text[]))
    AS wanted (number, stems, facets)
LEFT JOIN {table} AS words ON words.number = wanted.number
WHERE words.stems IS DISTINCT FROM
    {value}
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
        self._index = WordIndex(on_sqlite=on_sqlite)
        self._waiting: dict[str, dict[int, Entry]] = {ARTICLES: {}, STATEMENTS: {}}
        self._sums = dict.fromkeys(_SOURCES, 0)
        self._taken = dict.fromkeys(_SOURCES, 0)
        self._wrong = dict.fromkeys(_SOURCES, 0)

    def take(self, number: int, made: Projected, numbers: Mapping[str, int]) -> None:
        """Take up what the index is to say of an article, and of the statements in it."""
        whole, said = self._index.entries(made.reviewed.reading.article, made.rows)
        self._waiting[ARTICLES][number] = whole
        self._waiting[STATEMENTS].update(
            (numbers[id_], entry) for id_, entry in said.items() if id_ in numbers
        )

    def flush(self, connection: Connection) -> None:
        """Compare what was taken up with the rows of the index."""
        for table, wanted in self._waiting.items():
            if not wanted:
                continue
            differ = self._differ_on_sqlite if self._on_sqlite else self._differ_on_postgresql
            self._taken[table] += len(wanted)
            for number, lost in differ(connection, table, wanted):
                self._wrong[table] += 1
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
        self, connection: Connection, table: str, wanted: Mapping[int, Entry]
    ) -> list[tuple[int, bool]]:
        asked = text(_ROWS.format(table=table))
        found = connection.execute(asked, {"numbers": str(list(wanted))})
        there = {row.rowid: Entry(row.stems, row.facets) for row in found}
        for number, said in wanted.items():
            self._sums[table] += _sum(number, said)
        return [(one, one not in there) for one, said in wanted.items() if there.get(one) != said]

    def _differ_on_postgresql(
        self, connection: Connection, table: str, wanted: Mapping[int, Entry]
    ) -> list[tuple[int, bool]]:
        value = AS_TSVECTOR.format(stems="wanted.stems", facets="wanted.facets")
        asked = text(_DIFFERENT.format(table=table, value=value))
        given = {
            "numbers": list(wanted),
            "stems": [one.stems for one in wanted.values()],
            "facets": [one.facets for one in wanted.values()],
        }
        return [(row.number, row.lost) for row in connection.execute(asked, given)]

    def finish(self, connection: Connection) -> None:
        """Find rows that are of nothing, and on SQLite whether FTS5 finds what the rows say.

        The second only where everything was taken up and fits: else it is known already.
        """
        number = "rowid" if self._on_sqlite else "number"
        for table, source in _SOURCES.items():
            stray = text(_STRAY.format(table=table, number=number, source=source))
            for (row,) in connection.execute(stray):
                self._wrong[table] += 1
                self._findings.add(
                    f"{table} row {row}", f"is of no row of {source}", kind=f"{table}: too many"
                )
            every = text(f"SELECT count(*) FROM {source}")  # noqa: S608 - names of our own
            whole = connection.execute(every).scalar_one() == self._taken[table]
            if self._on_sqlite and whole and not self._wrong[table]:
                self._check_found(connection, table)

    def _check_found(self, connection: Connection, table: str) -> None:
        if _indexed_sum(connection, table) != self._sums[table] % _WIDE:
            self._findings.add(table, "does not find what the texts say: its index is damaged")


def _sum(number: int, entry: Entry) -> int:
    return sum(
        zlib.crc32(word.encode()) * ((number << 24) + place + 1)
        for words in (entry.stems, entry.facets)
        for place, word in enumerate(words.split())
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
