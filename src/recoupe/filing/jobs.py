"""A job of adding: inputs with what was asked for, which goes on where it was broken off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from recoupe.capture import Network, capture_inputs
from recoupe.capture.archives import Accounts
from recoupe.engine import Engine
from recoupe.errors import MissingInputError
from recoupe.filing.adding import Filed
from recoupe.filing.archived import file_inputs
from recoupe.filing.asked import Asked, asked_of
from recoupe.filing.media import media_over
from recoupe.model import Failure, failure
from recoupe.store import Store
from recoupe.store.addresses import STANDARD_INPUT, input_of
from recoupe.store.records import Job


def begin_job(store: Store, inputs: Sequence[str], asked: Asked, *, author: str) -> Job:
    """Return the unfinished job of the same inputs, asked for in the same way, or a new one."""
    return store.begin_job(inputs, asked.to_options(), author=author)


def inputs_of(job: Job) -> tuple[str, ...]:
    """Return the inputs of a job as they can be given in any folder, without standard input.

    What stood on standard input is nowhere to be found again.
    """
    return tuple(input_of(source) for source in job.inputs if source != STANDARD_INPUT)


def run_job(
    job: Job,
    inputs: Sequence[str],
    store: Store,
    engine: Engine,
    *,
    author: str,
    today: date,
    accounts: Accounts | None = None,
) -> Iterator[Filed]:
    """Yield what became of each report in the inputs of a job, as :func:`file_inputs` does.

    The job is at its end when the last came, unless ``inputs`` leave out some of its own. What web
    archives hold beside reports is counted in ``accounts``; what of it their reports show is kept.
    """
    asked = asked_of(job.options)
    accounts = accounts or Accounts()
    network = Network(allow_private=asked.allow_private)
    captures = capture_inputs(
        inputs,
        declared=asked.declared,
        allow_private=asked.allow_private,
        accounts=accounts,
        network=network,
    )
    yield from file_inputs(
        captures,
        store,
        asked.reading(today),
        engine,
        author=author,
        job=job.id,
        accounts=accounts,
        media=media_over(network) if asked.with_media else None,
        beside=True,
    )
    if len(inputs) == len(job.inputs):
        store.end_job(job.id)


def resume_job(
    job: Job,
    store: Store,
    engine: Engine,
    *,
    author: str,
    today: date,
    accounts: Accounts | None = None,
) -> Iterator[Filed]:
    """Yield what became of each report in the inputs of a job that was broken off.

    Standard input, which is gone, is a failure that is not kept, and the job stays open.
    """
    job = store.begin_job(job.inputs, job.options, author=author)
    inputs = inputs_of(job)
    yield from run_job(job, inputs, store, engine, author=author, today=today, accounts=accounts)
    if STANDARD_INPUT in job.inputs:
        yield Filed(STANDARD_INPUT, input_gone())


def input_gone() -> Failure:
    """Return the failure of standard input, from which nothing can be read again."""
    error = MissingInputError(
        "what was read from it is gone", where="standard input", remedy="pipe it in again"
    )
    return failure(error, STANDARD_INPUT)
