"""What is kept and never changed, against the log: captures, reviews, failures, the casefile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.engine import Row

from recoupe.model import Article, Json, content_id
from recoupe.store import chain, lookup, schema
from recoupe.store.addresses import capture_id
from recoupe.store.rows import article_of, capture_of
from recoupe.store.verification.findings import Findings, short
from recoupe.store.verification.log import Lines
from recoupe.store.verification.paging import pages, rows_of


def row_values(row: Row[Any], table: Table, *, number: bool) -> dict[str, Any]:
    """Return a row as it was hashed: every column by name, its number only where asked."""
    return {c.name: row._mapping[c] for c in table.columns if number or c.name != "number"}


def check_casefile(connection: Connection, findings: Findings) -> None:
    """Check the one row that names the casefile, which the first line of the log is about."""
    rows = connection.execute(select(schema.casefile)).all()
    if len(rows) != 1:
        findings.add("casefile", f"has {len(rows)} rows, and is to have one")
    lines = Lines(schema.casefile, "case")
    lines.fetch(connection, findings, [row.id for row in rows])
    for row in rows:
        where = f"casefile {row.id}"
        if content_id("case", row.name, row.created_at) != row.id:
            findings.add(where, "its name and time do not give its id: one of them was altered")
        if (line := lines.only(findings, row.id)) is not None:
            for column in ("name", "made_with"):
                if row._mapping[column] != line.detail.get(column):
                    findings.differs(where, column, row._mapping[column], line.detail.get(column))


def check_captures(connection: Connection, findings: Findings) -> None:
    """Check what is known of every capture; its bytes are checked elsewhere."""
    table = schema.captures
    lines = Lines(table, "capture")
    for page in pages(connection, select(table), table.c.number, findings):
        lines.fetch(connection, findings, [row.id for row in page])
        for row in page:
            with findings.checking(f"captures {row.id}"):
                check_hash(findings, lines, row_values(row, table, number=False), "captures")
                if capture_id(capture_of(row, b"")) != row.id:
                    findings.add(f"captures {row.id}", "its address and hash do not give its id")
        findings.count("captures", len(page))


def check_records(connection: Connection, findings: Findings) -> None:
    """Check what is known of every web archive record; its bytes are checked elsewhere."""
    table = schema.records
    lines = Lines(table, "record")
    for page in pages(connection, select(table), table.c.number, findings):
        lines.fetch(connection, findings, [row.id for row in page])
        failed = [row.failure for row in page if row.failure is not None]
        wanted = select(schema.failures.c.id).where(schema.failures.c.id.in_(failed))
        there = set(connection.execute(wanted).scalars()) if failed else set()
        for row in page:
            with findings.checking(f"records {row.id}"):
                check_hash(findings, lines, row_values(row, table, number=False), "records")
                if row.capture is None and row.failure not in there:
                    findings.add(
                        f"records {row.id}",
                        f"failure names {row.failure}, which is not in failures",
                        kind="records.failure: named",
                    )
        findings.count("web archive records", len(page))


def check_metadata(connection: Connection, findings: Findings) -> None:
    """Check what the page of every article says of itself: its row, and the words it names."""
    table = schema.article_metadata
    lines = Lines(table, "metadata")
    wanted = select(table, schema.articles.c.number).join(
        schema.articles, schema.articles.c.id == table.c.article
    )
    for page in pages(connection, wanted, schema.articles.c.number, findings):
        ids = [row.article for row in page]
        lines.fetch(connection, findings, ids)
        for row in page:
            with findings.checking(f"article_metadata {row.article}"):
                values = row_values(row, table, number=False)
                check_hash(findings, lines, values, table.name, key="article")
                if values["status"] != values["document"].get("status"):
                    said = values["document"].get("status")
                    where = f"article_metadata {row.article}"
                    findings.differs(where, "status", values["status"], said)
        findings.count("metadata as published", len(page))


def check_hash(
    findings: Findings, lines: Lines, values: Mapping[str, Any], table: str, *, key: str = "id"
) -> None:
    """Check that a row is the one whose hash its line in the log holds."""
    where = f"{table} {values[key]}"
    line = lines.only(findings, values[key])
    if line is not None and line.detail.get("row") != chain.value_hash(values):
        findings.add(
            where,
            f"is not the row that line {line.number} of the log is about: it was altered",
            kind=f"{table}: altered",
        )


def check_reviews(connection: Connection, findings: Findings) -> None:
    """Check every review: its row, its id, its place in the order, and the words it keeps."""
    table = schema.reviews
    lines = Lines(table, "review")
    last = 0
    for page in pages(connection, select(table), table.c.number, findings):
        lines.fetch(connection, findings, [row.id for row in page])
        texts = _texts(connection, findings, {row.article for row in page if row.article})
        for row in page:
            with findings.checking(f"reviews {row.id}"):
                _check_review(findings, lines, row)
                _check_words(findings, row, texts)
                if row.number != last + 1:
                    findings.add(f"reviews {last + 1}", "is missing", kind="reviews: missing")
            last = row.number
        findings.count("reviews", len(page))


def _check_review(findings: Findings, lines: Lines, row: Row[Any]) -> None:
    values = row_values(row, schema.reviews, number=True)
    check_hash(findings, lines, values, "reviews")
    said: Json = {name: value for name, value in values.items() if name != "id"}
    if content_id("review", chain.value_hash(said)) != row.id:
        findings.add(f"reviews {row.id}", "what it says does not give its id: it was altered")


def _texts(connection: Connection, findings: Findings, ids: set[str]) -> dict[str, Article]:
    if not ids:
        return {}
    which = (schema.articles.c.id, sorted(ids))
    rows = rows_of(connection, lookup.articles_with_captures(), which, findings)
    return {row.id: article_of(row) for row in rows}


def _check_words(findings: Findings, row: Row[Any], texts: Mapping[str, Article]) -> None:
    if row.record is None or row.article not in texts:
        return
    text = texts[row.article].text
    for span in _spans(row.record):
        start, end, words = span["start"], span["end"], span["text"]
        if text[start:end] != words:
            findings.add(
                f"reviews {row.id}",
                f"keeps {short(words)} at {start}, where {row.article} says "
                f"{short(text[start:end])}",
                kind="reviews: words",
            )
        findings.count("spans of reviews")


def _spans(value: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - any JSON
    """Yield every span, with its words, in the JSON of a record."""
    if isinstance(value, Mapping):
        if value.keys() == {"start", "end", "text"}:
            yield value
        for item in value.values():
            yield from _spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from _spans(item)


def check_failures(connection: Connection, findings: Findings) -> None:
    """Check the inputs that could not be read: each is as the newest line about it says.

    When one was settled is not in the log.
    """
    table = schema.failures
    lines = Lines(table, "failure")
    for page in pages(connection, select(table), table.c.number, findings):
        lines.fetch(connection, findings, [row.id for row in page])
        for row in page:
            where = f"failures {row.id}"
            said = lines.of(row.id)
            values = row_values(row, table, number=False)
            del values["settled_at"]
            if not said:
                findings.add(where, "has no line in the log", kind="failures: lines")
            elif said[-1].detail.get("row") != chain.value_hash(values):
                findings.add(
                    where,
                    f"is not the row that line {said[-1].number} of the log is about: it was "
                    "altered",
                    kind="failures: altered",
                )
        findings.count("failures", len(page))


def check_jobs(connection: Connection, findings: Findings) -> None:
    """Check that jobs can be read; they are book-keeping, and the log does not hold them."""
    table = schema.jobs
    for page in pages(connection, select(table), table.c.number, findings):
        findings.count("jobs", len(page))
