"""Lists that are followed and their pages: as the log says, and with what is kept of them.

They are book-keeping: when something was asked for, and is due, may alter and is in no log. What is
in it is checked: who follows which list with which options, until when, and what was taken down.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, get_args

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.engine import Row

from recoupe.capture.watching.entries import ListKind
from recoupe.model import content_id
from recoupe.store.addresses import page_address
from recoupe.store.schema import (
    audit_log,
    captures,
    failures,
    records,
    reports,
    watched_pages,
    watches,
)
from recoupe.store.verification.findings import Findings
from recoupe.store.verification.log import Lines
from recoupe.store.verification.paging import pages, rows_of
from recoupe.store.watched import TAKEN_DOWN, TroubleKind

_KINDS: Final = frozenset(get_args(ListKind))
_TROUBLE: Final = frozenset(get_args(TroubleKind))
_TIMES: Final = ("added_at", "ended_at", "listed_at", "seen_at", "altered_at", "due_at")
_WENT: Final = ("page_gone", "page_back")


def check_watches(connection: Connection, findings: Findings) -> None:
    """Check every list that is followed: its id, and that the log has it begun, and ended."""
    begun, ended = Lines(watches, "watch"), Lines(watches, "watch_ended")
    for page in pages(connection, select(watches), watches.c.number, findings):
        for lines in (begun, ended):
            lines.fetch(connection, findings, [row.id for row in page])
        for row in page:
            with findings.checking(f"watches {row.id}"):
                _check_watch(findings, row, begun.of(row.id), ended.of(row.id))
        findings.count("lists that are followed", len(page))


def _check_watch(
    findings: Findings, row: Row[Any], begun: Sequence[Row[Any]], ended: Sequence[Row[Any]]
) -> None:
    where = f"watches {row.id}"
    _check_plain(findings, where, row)
    if content_id("watch", row.address) != row.id:
        findings.add(where, "its address does not give its id: it was altered")
    if row.kind is not None and row.kind not in _KINDS:
        findings.add(where, f"is of a kind that there is not: {row.kind}", kind="watches: kind")
    if not begun:
        findings.add(where, "has no line in the log", kind="watches: lines")
        return
    said = begun[0]
    for column, told in (("address", said.detail.get("address")), ("author", said.author)):
        if row._mapping[column] != told:
            findings.differs(where, column, row._mapping[column], told)
    over = bool(ended) and ended[-1].number > begun[-1].number
    if over != (row.ended_at is not None):
        told = "ended" if over else "goes on"
        findings.add(where, f"the log says that it {told}, and the row does not", kind=told)


def check_pages(connection: Connection, findings: Findings) -> None:
    """Check every page that a list named: as the log says, and that something is kept of it."""
    table = watched_pages
    for page in pages(connection, select(table), table.c.number, findings):
        urls = [row.url for row in page]
        down = _last_said(connection, findings, urls)
        kept = _kept(connection, urls)
        for row in page:
            where = f"watched_pages {row.number}"
            with findings.checking(where):
                _check_plain(findings, where, row)
                if page_address(row.url) != row.url:
                    findings.add(where, "its address is none of a page", kind="watched_pages: url")
                _check_down(findings, where, row, down.get(row.url))
                if row.seen_at is not None and row.url not in kept:
                    findings.add(
                        where,
                        f"was seen at {row.seen_at}, and nothing is kept of {row.url}",
                        kind="watched_pages: not kept",
                    )
        findings.count("pages of lists", len(page))


def _check_down(findings: Findings, where: str, row: Row[Any], said: str | None) -> None:
    """Check that a page is told as taken down if the log's last word on it is that it went."""
    kind = (row.trouble or "").partition(": ")[0]
    down = kind in TAKEN_DOWN and row.seen_at is not None
    if down != (said == "page_gone"):
        told = "was taken down" if said == "page_gone" else "was not taken down"
        findings.add(
            where, f"the log says that {row.url} {told}, and the row does not", kind=f"down {down}"
        )


def _check_plain(findings: Findings, where: str, row: Row[Any]) -> None:
    """Check what a list and a page have in common: times, trouble, failures."""
    for name in _TIMES:
        if (told := row._mapping.get(name)) is not None and not _is_time(told):
            findings.add(where, f"{name} is {told!r}, no time", kind=f"{name}: time")
    trouble = row.trouble
    if trouble is not None and trouble.partition(": ")[0] not in _TROUBLE:
        findings.add(where, "its trouble is of a kind that there is not", kind="trouble")
    if row.failures < 0:
        findings.add(where, f"failed {row.failures} times", kind="failures")


def _is_time(told: str) -> bool:
    try:
        return datetime.fromisoformat(told).tzinfo is not None
    except ValueError:
        return False


def _last_said(connection: Connection, findings: Findings, urls: Sequence[str]) -> dict[str, str]:
    """Return what the log said last of pages: that they went, or are back."""
    wanted = select(audit_log).where(audit_log.c.action.in_(_WENT))
    found = rows_of(connection, wanted, (audit_log.c.subject, urls), findings)
    return {row.subject: row.action for row in sorted(found, key=lambda row: row.number)}


def _kept(connection: Connection, urls: Sequence[str]) -> set[str]:
    """Return the addresses of which something is kept: a report, a capture or a failure."""
    found = set(_named(connection, reports.c.address, urls))
    for column in (captures.c.input, failures.c.source):
        if left := [url for url in urls if url not in found]:
            found.update(_named(connection, column, left))
    found.update(url for url in urls if url not in found and _is_kept(connection, url))
    return found


def _is_kept(connection: Connection, url: str) -> bool:
    """Whether something is kept of a page that has no report of its own.

    It is a document of several reports, or another address led to it.
    """
    objects = captures.c.input.startswith(f"{url}#", autoescape=True)
    if connection.execute(select(captures.c.id).where(objects).limit(1)).first():
        return True
    near = records.c.url.startswith(url.partition("?")[0], autoescape=True)
    answered = connection.execute(select(records.c.url).where(near).distinct()).scalars()
    return any(page_address(one) == url for one in answered)


def _named(
    connection: Connection, column: ColumnElement[Any], values: Sequence[str]
) -> Sequence[str]:
    return connection.execute(select(column).where(column.in_(values))).scalars().all()
