"""The log's chain: every line the next of the one before, none altered, none missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Table, exists, select
from sqlalchemy.engine import Row

from recoupe.store import chain, schema
from recoupe.store.records import LogEntry
from recoupe.store.schema import audit_log
from recoupe.store.verification.findings import Findings
from recoupe.store.verification.paging import pages, rows_of

_NAMED: Final = {
    "capture": schema.captures.c.id,
    "record": schema.records.c.id,
    "article": schema.articles.c.id,
    "metadata": schema.article_metadata.c.article,
    "reading": schema.readings.c.article,
    "review": schema.reviews.c.id,
    "proof": schema.proofs.c.id,
    "failure": schema.failures.c.id,
    "watch": schema.watches.c.id,
}
"""The column that the subject of each action is one of."""


@dataclass(slots=True)
class _Walk:
    """Where a walk along the chain is."""

    number: int = 0
    hash: str = chain.START
    noted: bool = False


def check_chain(connection: Connection, findings: Findings, head: str | None) -> str:
    """Check every line of the log, and that a noted hash is in it; return the newest hash."""
    at = _Walk(noted=head in {None, chain.START})
    for page in pages(connection, select(audit_log), audit_log.c.number, findings):
        for row in page:
            with findings.checking(f"audit_log line {row.number}"):
                _check_line(findings, at, LogEntry(**row._mapping), head)
        findings.count("log lines", len(page))
    if not at.noted:
        findings.add(
            "audit_log",
            f"the head that was noted ({head}) is not in it: the log was cut, or written anew",
        )
    return at.hash


def _check_line(findings: Findings, at: _Walk, line: LogEntry, head: str | None) -> None:
    where = f"audit_log line {line.number}"
    if line.number != at.number + 1:
        gone = (
            f"{at.number + 1}"
            if line.number == at.number + 2
            else f"{at.number + 1}–{line.number - 1}"
        )
        findings.add(f"audit_log line {gone}", "is missing", kind="audit_log: missing")
    elif line.previous != at.hash:
        findings.add(
            where,
            "does not follow the line before it: one was altered, put in, taken out or moved",
        )
    if chain.line_hash(line) != line.hash:
        findings.add(
            where,
            f"does not have its hash: it was altered ({line.action} {line.subject})",
            kind="audit_log: altered",
        )
    at.number, at.hash = line.number, line.hash
    at.noted = at.noted or line.hash == head


def check_lines_have_rows(connection: Connection, findings: Findings) -> None:
    """Check that what the log says was kept is there."""
    for action, column in _NAMED.items():
        there = exists().where(column == audit_log.c.subject)
        lost = select(audit_log.c.number, audit_log.c.subject).where(
            audit_log.c.action == action, ~there
        )
        for row in connection.execute(lost.order_by(audit_log.c.number)):
            findings.add(
                f"{column.table.name} {row.subject}",
                f"is not there, though line {row.number} of the log says that it was kept",
                kind=f"{column.table.name}: lost",
            )


class Lines:
    """Holds the lines of the log about some rows, and the order in which rows were kept."""

    def __init__(self, table: Table, action: str) -> None:
        self._table = table
        self._action = action
        self._last = 0
        self._of: dict[str, list[Row[Any]]] = {}

    def fetch(self, connection: Connection, findings: Findings, ids: Sequence[str]) -> None:
        """Take up the lines about the rows with these ids."""
        wanted = select(audit_log).where(audit_log.c.action == self._action)
        found = rows_of(connection, wanted, (audit_log.c.subject, ids), findings)
        self._of = {}
        for row in sorted(found, key=lambda row: row.number):
            self._of.setdefault(row.subject, []).append(row)

    def of(self, id_: str) -> list[Row[Any]]:
        """Return the lines about a row, oldest first."""
        return self._of.get(id_, [])

    def only(self, findings: Findings, id_: str) -> Row[Any] | None:
        """Return the one line about a row; note a problem where there is none, or more."""
        lines = self.of(id_)
        name = self._table.name
        if len(lines) != 1:
            said = "no line" if not lines else f"{len(lines)} lines"
            findings.add(f"{name} {id_}", f"has {said} in the log", kind=f"{name}: lines")
            return None
        if lines[0].number < self._last:
            findings.add(f"{name} {id_}", "is not in the order of the log", kind=f"{name}: order")
        self._last = max(self._last, lines[0].number)
        return lines[0]
