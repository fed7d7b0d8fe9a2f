"""The engine of a laptop: this process, or a pool of processes on this machine."""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import Final

from recoupe.engine.protocol import ItemT, KeyT, ResultT, failed
from recoupe.model import Failure

logger = logging.getLogger(__name__)

LOOKAHEAD: Final = 2
"""Items handed out ahead of the one awaited, for each worker: enough to keep all busy, few enough
that a corpus is never held in memory."""

THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""What numeric libraries read the number of their threads from."""


class LocalEngine:
    """Runs steps in this process (``workers`` 1) or in ``workers`` processes."""

    def __init__(self, workers: int = 1) -> None:
        if workers < 1:
            raise ValueError("workers must be at least 1")
        self.workers = workers

    def each(
        self, step: Callable[[ItemT], ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """Yield ``step(item)`` for each item, in order; an item that raises yields a failure."""
        if self.workers == 1:
            return (_attempt(step, item) for item in items)
        return _pooled(step, iter(items), self.workers)

    def group(
        self, key: Callable[[ItemT], KeyT], items: Iterable[ItemT]
    ) -> Iterator[tuple[KeyT, tuple[ItemT, ...]]]:
        """Yield the items that share a key together, keys in the order they first appear."""
        groups: dict[KeyT, list[ItemT]] = {}
        for item in items:
            groups.setdefault(key(item), []).append(item)
        for value, members in groups.items():
            yield value, tuple(members)

    def collect(self, items: Iterable[ItemT]) -> tuple[ItemT, ...]:
        """Return the items, in order."""
        return tuple(items)


def _attempt(step: Callable[[ItemT], ResultT], item: ItemT) -> ResultT | Failure:
    try:
        return step(item)
    except Exception as error:  # one bad item must never stop a run
        logger.debug("a step failed", exc_info=True)
        return failed(item, error)


def _executor(workers: int) -> ProcessPoolExecutor:
    # "spawn" because a fork of a process that runs threads (BLAS, Rich) can deadlock.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Let the libraries of workers started meanwhile use one thread, unless the user said how many.

    Else each worker starts one for every core: they wait for each other, and twice as many
    processors' seconds go into the same work. Workers inherit the variables: to set them in the
    worker is too late where the user's own script imports numpy, since a worker imports that first.
    """
    ours = [variable for variable in THREADS if variable not in os.environ]
    os.environ.update(dict.fromkeys(ours, "1"))
    try:
        yield
    finally:
        for variable in ours:
            os.environ.pop(variable, None)


def _pooled(
    step: Callable[[ItemT], ResultT], items: Iterator[ItemT], workers: int
) -> Iterator[ResultT | Failure]:
    with _one_thread_each():
        yield from _in_processes(step, items, workers)


def _in_processes(
    step: Callable[[ItemT], ResultT], items: Iterator[ItemT], workers: int
) -> Iterator[ResultT | Failure]:
    executor = _executor(workers)
    waiting: deque[tuple[ItemT, Future[ResultT | Failure]]] = deque()
    try:
        for item in islice(items, workers * LOOKAHEAD):
            waiting.append((item, _submitted(executor, step, item)))
        while waiting:
            try:
                result = waiting[0][1].result()
                waiting.popleft()
            except BrokenProcessPool:
                executor.shutdown(wait=False, cancel_futures=True)
                result = _alone(step, waiting.popleft()[0])
                executor = _executor(workers)
                waiting = deque((item, _submitted(executor, step, item)) for item, _ in waiting)
            yield result
            for item in islice(items, 1):
                waiting.append((item, _submitted(executor, step, item)))
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _submitted(
    executor: ProcessPoolExecutor, step: Callable[[ItemT], ResultT], item: ItemT
) -> Future[ResultT | Failure]:
    """Hand an item to the pool; to one that broke since, so that it is told when awaited.

    A worker can die between the result that was awaited and the next item: nothing may be lost.
    """
    try:
        return executor.submit(_attempt, step, item)
    except BrokenProcessPool as error:
        broken: Future[ResultT | Failure] = Future()
        broken.set_exception(error)
        return broken


def _alone(step: Callable[[ItemT], ResultT], item: ItemT) -> ResultT | Failure:
    """Try one item in a process of its own: a worker died, and this item may be why."""
    with _executor(1) as executor:
        try:
            return executor.submit(_attempt, step, item).result()
        except BrokenProcessPool as error:
            return failed(item, error)
