"""Every report: its versions in order, and what was altered from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.engine import Row

from recoupe.comparison import compare_versions
from recoupe.model import Article
from recoupe.store import lookup, schema
from recoupe.store.adding import change_rows
from recoupe.store.addresses import page_address, report_id
from recoupe.store.published import latest_of
from recoupe.store.rows import Values
from recoupe.store.verification.findings import Findings
from recoupe.store.verification.paging import pages, rows_of

_VERSIONS = select(
    schema.articles.c.id,
    schema.articles.c.report,
    schema.articles.c.number,
    schema.articles.c.version,
    schema.articles.c.latest,
    schema.articles.c.blocks,
    schema.articles.c.added_at,
    schema.articles.c.url,
    schema.captures.c.captured_at,
).join(schema.captures, schema.captures.c.id == schema.articles.c.capture)


def check_reports(connection: Connection, findings: Findings) -> None:
    """Check every report."""
    table = schema.reports
    for page in pages(connection, select(table), table.c.number, findings):
        which = (schema.articles.c.report, [row.id for row in page])
        of: dict[str, list[Row[Any]]] = {}
        for one in rows_of(connection, _VERSIONS, which, findings):
            of.setdefault(one.report, []).append(one)
        for row in page:
            with findings.checking(f"reports {row.id}"):
                _check_report(findings, row, of.get(row.id, []))
                if len(of.get(row.id, ())) > 1:
                    _check_changes(connection, findings, row.id)
        findings.count("reports", len(page))
    _check_strays(connection, findings)


def _check_report(findings: Findings, row: Row[Any], versions: list[Row[Any]]) -> None:
    where = f"reports {row.id}"
    if not versions:
        findings.add(where, "has no version", kind="reports: empty")
        return
    first = min(versions, key=lambda one: one.number)
    if report_id(row.address, first.id) != row.id:
        findings.add(where, "its address does not give its id: it was altered")
    if row.added_at != first.added_at:
        findings.differs(where, "added_at", row.added_at, first.added_at)
    for one in versions:
        if one.url is not None and page_address(one.url) != row.address:
            findings.add(f"articles {one.id}", f"is of another address than {where}")
    ordered = sorted(versions, key=lambda one: (one.captured_at, one.number))
    read = latest_of([one.blocks for one in ordered]) + 1
    for version, one in enumerate(ordered, 1):
        if one.version != version:
            findings.differs(f"articles {one.id}", "version", one.version, version)
        if one.latest != (version == read):
            findings.differs(f"articles {one.id}", "latest", one.latest, version == read)


def _check_changes(connection: Connection, findings: Findings, report: str) -> None:
    """Compare the versions of a report anew with what the tables say was altered."""
    table = schema.changes
    which = (table.c.report, [report])
    there = {row.after: row for row in rows_of(connection, select(table), which, findings)}
    for before, after in pairwise(lookup.articles_of(connection, report).values()):
        _check_change(connection, findings, there.pop(after.id, None), (report, before, after))
        findings.count("versions compared")
    for after_id in there:
        findings.add(f"changes {after_id}", "is between no two versions that follow each other")


def _check_change(
    connection: Connection,
    findings: Findings,
    row: Row[Any] | None,
    between: tuple[str, Article, Article],
) -> None:
    report, before, after = between
    if row is None:
        findings.add(f"changes {after.id}", "is not there", kind="changes: lost")
        return
    change = compare_versions(
        lookup.machine_reading(connection, before), lookup.machine_reading(connection, after)
    )
    wanted, statements = change_rows(report, change, after)
    for column, value in wanted.items():
        kept = row._mapping[schema.changes.c[column]]
        if kept != value:
            findings.differs(f"changes {after.id}", column, kept, value)
    _check_statements(connection, findings, after.id, statements)


def _check_statements(
    connection: Connection, findings: Findings, after: str, wanted: list[Values]
) -> None:
    table = schema.statement_changes
    kept = connection.execute(select(table).where(table.c.after == after).order_by(table.c.number))
    rows = kept.all()
    if len(rows) != len(wanted):
        findings.differs(f"statement_changes of {after}", "number", len(rows), len(wanted))
        return
    for row, values in zip(rows, wanted, strict=True):
        for column, value in values.items():
            here = row._mapping[table.c[column]]
            if here != value:
                findings.differs(f"statement_changes row {row.number}", column, here, value)


def _check_strays(connection: Connection, findings: Findings) -> None:
    """Find what is said to have been altered in a report that has one version only."""
    for where in _stray_changes(connection):
        findings.add(where, "is of a first version, which nothing came before")


def _stray_changes(connection: Connection) -> Iterator[str]:
    table, articles = schema.changes, schema.articles
    stray = (
        select(table.c.after)
        .join(articles, articles.c.id == table.c.after)
        .where(articles.c.version == 1)
    )
    for after in connection.execute(stray).scalars():
        yield f"changes {after}"
