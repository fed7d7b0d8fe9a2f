"""Jobs of adding, which can be broken off anywhere and go on; and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.engine import Row

from recoupe.model import Failure, content_id
from recoupe.store import chain
from recoupe.store.addresses import source_of
from recoupe.store.records import FailureRecord, Job, JobProgress
from recoupe.store.schema import captures, failures, jobs

COUNTS: Final = ("added", "known", "failed")


_COUNT: Final = {
    what: update(jobs).where(jobs.c.id == bindparam("job")).values({what: jobs.c[what] + 1})
    for what in COUNTS
}
_SETTLE: Final = (
    update(failures)
    .where(failures.c.id == bindparam("which"), failures.c.settled_at.is_(None))
    .values(settled_at=bindparam("at"))
)


def begin(
    connection: Connection, inputs: Sequence[str], options: Mapping[str, str], author: str
) -> Job:
    """Return the unfinished job of these inputs and options, or a new one.

    The inputs of a job that goes on are counted from the start: what is known is known.
    """
    sources = [source_of(one) for one in inputs]
    for row in connection.execute(select(jobs).where(jobs.c.finished_at.is_(None))):
        if row.inputs == sources and row.options == dict(options):
            again = dict.fromkeys(COUNTS, 0)
            connection.execute(update(jobs).where(jobs.c.id == row.id).values(**again))
            return _job(row)
    now = chain.now()
    id_ = content_id("job", author, now, *sources)
    values = {"id": id_, "inputs": sources, "options": dict(options), "author": author}
    connection.execute(insert(jobs).values(**values, started_at=now, **dict.fromkeys(COUNTS, 0)))
    return Job(id_, tuple(sources), dict(options), author, now, None, JobProgress(0, 0, 0))


def count(connection: Connection, job: str | None, what: str) -> None:
    """Count one report of a job: added, known or failed."""
    if job is not None:
        connection.execute(_COUNT[what], {"job": job})


def end(connection: Connection, job: str) -> JobProgress:
    """Note that a job came to its end; return what it did."""
    values = update(jobs).where(jobs.c.id == job).values(finished_at=chain.now())
    row = connection.execute(values.returning(jobs)).one()
    return _job(row).progress


def all_jobs(connection: Connection) -> tuple[Job, ...]:
    """Return the jobs, newest first."""
    rows = connection.execute(select(jobs).order_by(jobs.c.number.desc()))
    return tuple(_job(row) for row in rows)


def unfinished(connection: Connection) -> tuple[Job, ...]:
    """Return the jobs that did not come to their end, newest first."""
    return tuple(job for job in all_jobs(connection) if job.finished_at is None)


def add_failure(connection: Connection, failure: Failure, capture: str | None) -> list[chain.Done]:
    """Keep the record of an input that could not be read; count it again if it is kept."""
    now = chain.now()
    id_ = _failure_id(failure.input, failure.input_id)
    there = select(failures.c.attempts).where(failures.c.id == id_)
    attempts = connection.execute(there).scalar()
    said = {
        "kind": failure.kind,
        "message": failure.message,
        "retryable": failure.retryable,
        "attempts": (attempts or 0) + 1,
        "last_at": now,
        "settled_at": None,
        "capture": capture,
    }
    if attempts is None:
        first = {"id": id_, "input": failure.input, "input_id": failure.input_id}
        place = {"source": source_of(failure.input), "first_at": now}
        connection.execute(insert(failures).values(**first, **place, **said))
    else:
        connection.execute(update(failures).where(failures.c.id == id_).values(**said))
    return [chain.Done("failure", id_, {"input": failure.input, "kind": failure.kind})]


def settle(connection: Connection, source: str, input_id: str | None) -> None:
    """Note that an input which could not be read was read."""
    connection.execute(_SETTLE, {"which": _failure_id(source, input_id), "at": chain.now()})


def open_failures(connection: Connection) -> tuple[FailureRecord, ...]:
    """Return the inputs that could not be read and still are not, oldest first."""
    wanted = (
        select(failures, captures.c.sha256)
        .outerjoin(captures, captures.c.id == failures.c.capture)
        .where(failures.c.settled_at.is_(None))
        .order_by(failures.c.number)
    )
    return tuple(_failure(row) for row in connection.execute(wanted))


def _failure_id(source: str, input_id: str | None) -> str:
    return content_id("failure", source_of(source), source, input_id)


def _failure(row: Row[Any]) -> FailureRecord:
    failure = Failure(row.input, row.input_id, row.kind, row.message, row.retryable)
    return FailureRecord(failure, row.source, row.sha256, row.attempts, row.first_at, row.last_at)


def _job(row: Row[Any]) -> Job:
    progress = JobProgress(row.added, row.known, row.failed)
    return Job(
        row.id,
        tuple(row.inputs),
        row.options,
        row.author,
        row.started_at,
        row.finished_at,
        progress,
    )
