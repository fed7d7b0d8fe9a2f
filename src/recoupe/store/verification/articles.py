"""Every article: its text, its reading, and the rows that are made of the two and the reviews."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Table, select
from sqlalchemy.engine import Row

from recoupe.errors import CasefileDamagedError
from recoupe.model import Article, Reading, content_id
from recoupe.store import chain, lookup, schema
from recoupe.store.columns import Count
from recoupe.store.documents import from_document, plain_of
from recoupe.store.parties import Parties
from recoupe.store.projection import Projected, projected
from recoupe.store.rows import TABLES, article_of, article_row, shown_row
from recoupe.store.verification.findings import Findings
from recoupe.store.verification.indexed import WordCheck
from recoupe.store.verification.log import Lines
from recoupe.store.verification.paging import pages, rows_of

_PLACE: Final = ("report", "capture", "added_at")
_READ: Final = ("sha256", "readers", "made_with", "read_at")


@dataclass(frozen=True, slots=True)
class _Page:
    """What is kept of some articles: readings and rows by article, and who was reviewed."""

    readings: Mapping[str, Row[Any]]
    rows: Mapping[Table, Mapping[str, dict[str, Row[Any]]]]
    parties: Mapping[str, Row[Any]]
    reviewed: frozenset[str]


class ArticleCheck:
    """Checks articles page by page."""

    def __init__(self, connection: Connection, findings: Findings, words: WordCheck) -> None:
        self._connection = connection
        self._findings = findings
        self._words = words
        self._lines = Lines(schema.articles, "article")
        self._read = Lines(schema.readings, "reading")
        self._grouped = Parties(lookup.reviews_of_parties(connection))

    def run(self) -> None:
        """Check every article."""
        wanted = lookup.articles_with_captures()
        number = schema.articles.c.number
        for rows in pages(self._connection, wanted, number, self._findings):
            ids = [row.id for row in rows]
            self._lines.fetch(self._connection, self._findings, ids)
            self._read.fetch(self._connection, self._findings, ids)
            page = self._page(rows)
            for row in rows:
                with self._findings.checking(f"articles {row.id}"):
                    self._check(row, page)
            self._words.flush(self._connection)
            self._findings.count("articles", len(rows))

    def _page(self, rows: list[Row[Any]]) -> _Page:
        ids = [row.id for row in rows]
        found: dict[Table, dict[str, dict[str, Row[Any]]]] = {}
        for table in TABLES.values():
            found[table] = {}
            for row in self._rows(table, table.c.article, ids):
                found[table].setdefault(row.article, {})[row.id] = row
        said = schema.reviews.c.report
        reviewed = select(said).where(said.in_({row.report for row in rows})).distinct()
        members = {
            row.party
            for table in (schema.entities, schema.statements)
            for of in found[table].values()
            for row in of.values()
            if row.party is not None
        }
        kept = self._rows(schema.readings, schema.readings.c.article, ids)
        return _Page(
            {row.article: row for row in kept},
            found,
            {
                row.id: row
                for row in self._rows(schema.parties, schema.parties.c.id, sorted(members))
            },
            frozenset(self._connection.execute(reviewed).scalars()),
        )

    def _rows(self, table: Table, column: Any, values: list[str]) -> list[Row[Any]]:  # noqa: ANN401
        return rows_of(self._connection, select(table), (column, values), self._findings)

    def _check(self, row: Row[Any], page: _Page) -> None:
        article = article_of(row)
        self._check_kept(row, article)
        check_text(self._findings, row, article)
        reading = self._reading(article, page)
        if reading is None:
            return
        made = self._made(row.report, reading, page)
        self._check_shown(row, article, made)
        self._check_rows(article.id, made, page)
        self._check_parties(made, page)
        numbers = {
            id_: one.number for id_, one in page.rows[schema.statements].get(row.id, {}).items()
        }
        self._words.take(row.number, made, numbers)

    def _check_kept(self, row: Row[Any], article: Article) -> None:
        where = f"articles {row.id}"
        line = self._lines.only(self._findings, row.id)
        if line is None:
            return
        if line.detail.get("row") != chain.value_hash(article_row(article)):
            self._findings.add(
                where,
                f"is not the row that line {line.number} of the log is about: it was altered",
                kind="articles: altered",
            )
        for column in _PLACE:
            if row._mapping[column] != line.detail.get(column):
                self._findings.differs(where, column, row._mapping[column], line.detail.get(column))

    def _reading(self, article: Article, page: _Page) -> Reading | None:
        """Return the machine's reading of an article, if it is the one that was logged last."""
        where = f"readings {article.id}"
        row = page.readings.get(article.id)
        if row is None:
            self._findings.add(where, "is not there", kind="readings: lost")
            return None
        if not self._is_logged(where, row, self._read.of(article.id)):
            return None
        try:
            reading = from_document(article, row.document, row.readers)
        except CasefileDamagedError as error:
            self._findings.add(where, error.what, kind="readings: damaged")
            return None
        self._findings.count("readings")
        return reading

    def _is_logged(self, where: str, row: Row[Any], lines: list[Row[Any]]) -> bool:
        """Whether a document is the one that the newest line about it names.

        If it is not, nothing more follows from it.
        """
        if not lines:
            self._findings.add(where, "has no line in the log", kind="readings: lines")
            return False
        logged = lines[-1].detail
        for column in _READ:
            if row._mapping[column] != logged.get(column):
                self._findings.differs(where, column, row._mapping[column], logged.get(column))
        try:
            plain = plain_of(row.document, where=where)
        except CasefileDamagedError as error:
            self._findings.add(where, error.what, kind="readings: damaged")
            return False
        document = hashlib.sha256(plain).hexdigest()
        if document != row.sha256:
            self._findings.add(
                where, "is not the document of its hash: it was altered", kind="readings: altered"
            )
        return bool(document == logged.get("sha256"))

    def _made(self, report: str, reading: Reading, page: _Page) -> Projected:
        if report not in page.reviewed:
            texts = {reading.article.id: reading.article}
            return projected(reading, (), texts, self._grouped)
        reviews = lookup.reviews_of_report(self._connection, report)
        texts = lookup.articles_of(self._connection, report)
        return projected(reading, reviews, texts, self._grouped)

    def _check_shown(self, row: Row[Any], article: Article, made: Projected) -> None:
        for column, wanted in shown_row(article, made.reviewed.reading.article).items():
            if row._mapping[column] != wanted:
                self._findings.differs(f"articles {row.id}", column, row._mapping[column], wanted)

    def _check_rows(self, article: str, made: Projected, page: _Page) -> None:
        for table, wanted in made.rows.items():
            there = dict(page.rows[table].get(article, {}))
            for values in wanted:
                self._check_row(table, there.pop(values["id"], None), values)
            for id_ in there:
                self._findings.add(
                    f"{table.name} {id_}",
                    f"is of no record of {article}: it was put in",
                    kind=f"{table.name}: too many",
                )
            self._findings.count("records", len(wanted))

    def _check_row(self, table: Table, row: Row[Any] | None, wanted: Mapping[str, Any]) -> None:
        where = f"{table.name} {wanted['id']}"
        if row is None:
            self._findings.add(where, "is not there", kind=f"{table.name}: lost")
            return
        for column, value in wanted.items():
            kept = row._mapping[table.c[column]]
            wanted_now = self._as_kept(table, column, value)
            if kept != wanted_now:
                self._findings.differs(where, column, kept, wanted_now)

    def _as_kept(self, table: Table, column: str, value: Any) -> Any:  # noqa: ANN401 - of any column
        """Return a value as the table gives it back."""
        kind = table.c[column].type
        if isinstance(kind, Count):
            return kind.as_kept(value)
        return value

    def _check_parties(self, made: Projected, page: _Page) -> None:
        for party, row in ((id_, page.parties.get(id_)) for id_ in made.parties):
            where = f"parties {party}"
            if row is None:
                self._findings.add(where, "is not there", kind="parties: lost")
                continue
            wanted = self._grouped.row(party, row.name, row.kind)
            for column, value in wanted.items():
                if row._mapping[column] != value:
                    self._findings.differs(where, column, row._mapping[column], value)


def check_text(findings: Findings, row: Row[Any], article: Article) -> None:
    """Check an article by itself: its ids and hashes, and what stands where in its text."""
    where = f"articles {row.id}"
    declared = row.capture_declared
    text_sha256 = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    if text_sha256 != row.text_sha256:
        findings.add(where, "its text does not have its hash: it was altered")
    said = (row.url, declared["input_id"], row.capture_sha256, row.text_sha256)
    if content_id("report", *said) != row.id:
        findings.add(where, "its capture and text do not give its id")
    if declared["url"] is not None and row.url != declared["url"]:  # else the page told it
        findings.differs(where, "url", row.url, declared["url"])
    end = 0
    for block in article.blocks:
        if not end <= block.start < block.end <= len(article.text):
            findings.add(where, f"its block at {block.start} is not in its text, or out of order")
        end = block.end
    for link in article.links:
        if not 0 <= link.start <= link.end <= len(article.text):
            findings.add(where, f"its link to {link.url} is not in its text")
