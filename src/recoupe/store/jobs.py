"""Jobs of adding, which can be broken off anywhere and go on; and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.engine import Row

from recoupe.errors import StoreError
from recoupe.model import Failure, content_id
from recoupe.store import chain
from recoupe.store.addresses import object_of, source_of, typed_source
from recoupe.store.records import FailureRecord, Job, JobProgress
from recoupe.store.schema import captures, failures, jobs

COUNTS: Final = ("added", "known", "failed")
_FILE: Final = "file:///"

_COUNT: Final = {
    what: update(jobs)
    .where(jobs.c.id == bindparam("job"))
    .values({what: jobs.c[what] + bindparam("more")})
    for what in COUNTS
}
_SETTLE: Final = (
    update(failures)
    .where(failures.c.id.in_(bindparam("which", expanding=True)), failures.c.settled_at.is_(None))
    .values(settled_at=bindparam("at"))
)


def begin(
    connection: Connection, inputs: Sequence[str], options: Mapping[str, str], author: str
) -> Job:
    """Return the unfinished job of these inputs and options, or a new one.

    A job that goes on meets its inputs from the start again: what it found known and what failed is
    counted anew, what it added stays counted.
    """
    sources = [typed_source(one) for one in inputs]
    for row in connection.execute(select(jobs).where(jobs.c.finished_at.is_(None))):
        if row.inputs == sources and row.options == dict(options):
            again = update(jobs).where(jobs.c.id == row.id).values(known=0, failed=0)
            return _job(connection.execute(again.returning(jobs)).one())
    now = chain.now()
    id_ = content_id("job", author, now, *sources)
    values = {"id": id_, "inputs": sources, "options": dict(options), "author": author}
    connection.execute(insert(jobs).values(**values, started_at=now, **dict.fromkeys(COUNTS, 0)))
    return Job(id_, tuple(sources), dict(options), author, now, None, JobProgress(0, 0, 0))


def count(connection: Connection, job: str | None, what: str, more: int = 1) -> None:
    """Count reports of a job: added, known or failed."""
    if job is not None:
        connection.execute(_COUNT[what], {"job": job, "more": more})


def end(connection: Connection, job: str) -> JobProgress:
    """Note that a job came to its end; return what it did."""
    values = update(jobs).where(jobs.c.id == job).values(finished_at=chain.now())
    if (row := connection.execute(values.returning(jobs)).first()) is None:
        raise StoreError("no such job is kept", where=job, remedy="see recoupe status CASE")
    return _job(row).progress


def all_jobs(connection: Connection) -> tuple[Job, ...]:
    """Return the jobs, newest first."""
    rows = connection.execute(select(jobs).order_by(jobs.c.number.desc()))
    return tuple(_job(row) for row in rows)


def unfinished(connection: Connection) -> tuple[Job, ...]:
    """Return the jobs that did not come to their end, newest first."""
    return tuple(job for job in all_jobs(connection) if job.finished_at is None)


def add_failure(
    connection: Connection, failure: Failure, capture: str | None, job: str | None
) -> chain.Done:
    """Keep the record of an input that could not be read; count it again if it is kept.

    One place in one file or at one address has one record, however its path was typed. Without new
    bytes it keeps those of an earlier attempt, and without a job that of the attempt.
    """
    now = chain.now()
    id_ = _failure_id(failure.input)
    there = connection.execute(select(failures).where(failures.c.id == id_)).first()
    open_ = there if there is not None and there.settled_at is None else None
    said = {
        "id": id_,
        "source": source_of(failure.input),
        "input": failure.input,
        "input_id": failure.input_id,
        "kind": failure.kind,
        "message": failure.message,
        "retryable": failure.retryable,
        "attempts": open_.attempts + 1 if open_ else 1,
        "first_at": open_.first_at if open_ else now,
        "last_at": now,
        "capture": capture or (open_.capture if open_ else None),
        "job": job or (open_.job if open_ else None),
    }
    if there is None:
        connection.execute(insert(failures).values(**said, settled_at=None))
    else:
        here = update(failures).where(failures.c.id == id_)
        connection.execute(here.values(**said, settled_at=None))
    detail = {"input": failure.input, "kind": failure.kind, "row": chain.value_hash(said)}
    return chain.Done("failure", id_, detail)


def settle(connection: Connection, inputs: Iterable[str]) -> None:
    """Note that inputs were read: what failed there, in their file or their folders is settled."""
    which = sorted({_failure_id(place) for one in inputs for place in _places(one)})
    if which:
        connection.execute(_SETTLE, {"which": which, "at": chain.now()})


def _places(source: str) -> tuple[str, ...]:
    """Return an input with everything that it is a part of: its file, the folders above."""
    whole = source_of(source)
    above = PurePosixPath(whole.removeprefix("file://")).parents if whole.startswith(_FILE) else ()
    return (source, whole, *(f"file://{folder}" for folder in above))


def open_failures(connection: Connection) -> tuple[FailureRecord, ...]:
    """Return the inputs that could not be read and still are not, oldest first."""
    wanted = (
        select(failures, captures.c.sha256)
        .outerjoin(captures, captures.c.id == failures.c.capture)
        .where(failures.c.settled_at.is_(None))
        .order_by(failures.c.number)
    )
    return tuple(_failure(row) for row in connection.execute(wanted))


def _failure_id(source: str) -> str:
    return content_id("failure", source_of(source), object_of(source))


def _failure(row: Row[Any]) -> FailureRecord:
    return FailureRecord(
        failure=Failure(row.input, row.input_id, row.kind, row.message, row.retryable),
        source=row.source,
        sha256=row.sha256,
        job=row.job,
        attempts=row.attempts,
        first_at=row.first_at,
        last_at=row.last_at,
    )


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
