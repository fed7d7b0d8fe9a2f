"""The audit log: one line for each thing done, each with the hash of the line before.

Haber and Stornetta, *How to time-stamp a digital document* (1991), link hashes in this way: no line
can be altered, put in or taken out without every later hash being another. Whoever can write the
whole database can write a whole new chain; only a hash noted elsewhere shows that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, insert, select
from sqlalchemy.engine import Row

from recoupe.model import Json
from recoupe.store.records import LogEntry
from recoupe.store.schema import audit_log

_FIELDS: Final = tuple(field.name for field in fields(LogEntry))
_INSERT: Final = insert(audit_log)
_ALL: Final = select(audit_log).order_by(audit_log.c.number).execution_options(yield_per=1000)
_LAST: Final = select(audit_log).order_by(audit_log.c.number.desc()).limit(1)
_encode: Final = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode

START: Final = "0" * 64
"""What the first line names as the hash before it."""


@dataclass(frozen=True, slots=True)
class Done:
    """One thing done: by what name, to what, and what belongs to it (hashes above all)."""

    action: str
    subject: str
    detail: Mapping[str, Json]


def now() -> str:
    """Return the time in UTC as ISO 8601, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def append(connection: Connection, author: str, done: Iterable[Done]) -> LogEntry:
    """Write lines into the log, as a part of the transaction that did what they say.

    Return the last of them. Only the one writer may call this.
    """
    entry = head(connection)
    lines = []
    at = now()
    for one in done:
        entry = _next(entry, at, author, one)
        lines.append({name: getattr(entry, name) for name in _FIELDS})
    if entry is None or not lines:
        raise ValueError("nothing was done")
    connection.execute(_INSERT, lines)
    return entry


def head(connection: Connection) -> LogEntry | None:
    """Return the last line of the log, ``None`` while there is none."""
    row = connection.execute(_LAST).first()
    return None if row is None else _entry(row)


def line(connection: Connection, hash_: str) -> LogEntry | None:
    """Return the line of the log with a hash, ``None`` where there is none."""
    row = connection.execute(select(audit_log).where(audit_log.c.hash == hash_)).first()
    return None if row is None else _entry(row)


def entries(connection: Connection) -> Iterator[LogEntry]:
    """Yield the lines of the log, oldest first."""
    rows = connection.execute(_ALL)
    for row in rows:
        yield _entry(row)


def line_hash(entry: LogEntry) -> str:
    """Return the SHA-256 over a line and the hash before it, as a JSON list in its fields' order.

    Its own ``hash`` is left out.
    """
    return hashlib.sha256(line_bytes(entry)).hexdigest()


def line_bytes(entry: LogEntry) -> bytes:
    """Return the bytes whose SHA-256 is a line's hash: what proofs of time are made for."""
    return _encode([getattr(entry, name) for name in _FIELDS[:-1]]).encode()


def _next(last: LogEntry | None, at: str, author: str, done: Done) -> LogEntry:
    number, previous = (last.number + 1, last.hash) if last else (1, START)
    line = LogEntry(number, at, author, done.action, done.subject, done.detail, previous, "")
    return replace(line, hash=line_hash(line))


def value_hash(value: Json) -> str:
    """Return the SHA-256 over any JSON value, written with sorted keys."""
    return hashlib.sha256(_encode(value).encode("ascii")).hexdigest()


def _entry(row: Row[tuple[object, ...]]) -> LogEntry:
    return LogEntry(**row._mapping)
