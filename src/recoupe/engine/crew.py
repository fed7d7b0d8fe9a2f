"""Workers that may die: items are handed out a few at a time, and what a death loses is retried.

Each worker has a thread of this process, which waits for its results. So a death is known to be of
the one item that the worker had, and costs the others nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import count, islice
from queue import Empty, PriorityQueue, SimpleQueue
from threading import Lock, Thread
from typing import Any, Final, Protocol

from recoupe.engine.attempts import Step
from recoupe.engine.deadline import SETTING
from recoupe.engine.protocol import ItemT, ResultT, failed, named
from recoupe.errors import DeadlineError, EngineError, WorkerLostError
from recoupe.model import Failure

logger = logging.getLogger(__name__)

LOOKAHEAD: Final = 2
"""Items taken ahead of the one awaited, for each worker: enough to keep all busy, few enough that a
corpus is never held in memory."""

TRIES: Final = 3
"""How often an item is tried that its worker dies of."""
HANGS: Final = 2
"""How often an item is tried that its worker hangs on: each time costs a whole deadline."""
STARTS: Final = 3
"""How many workers in a row may die before they are ready."""


class LostError(Exception):
    """A worker is gone: ``why``, and where it ``hung`` if that is why."""

    def __init__(self, why: str, hung: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.hung = hung


class Worker(Protocol):
    """One worker; another thread may stop it at any time, and all it does then raises."""

    def ready(self) -> None:
        """Wait until it can work; raises :class:`LostError` or :class:`EngineError`."""
        ...

    def run(self, step: Step[ItemT, ResultT], item: ItemT) -> ResultT | Failure:
        """Return what becomes of an item; raises :class:`LostError` if the worker is gone."""
        ...

    def leave(self) -> None:
        """Let a worker end that has nothing to do."""
        ...

    def stop(self) -> None:
        """End the worker at once, whatever it does."""
        ...


@dataclass(order=True, slots=True)
class _Job:
    number: int
    step: Callable[[Any], Any] = field(compare=False)
    item: Any = field(compare=False)
    lost: list[LostError] = field(default_factory=list, compare=False)
    done: Future[Any] = field(default_factory=Future, compare=False)
    dropped: bool = field(default=False, compare=False)


class _First:
    """Jobs that are waited for in the order in which they were given."""

    def __init__(self) -> None:
        self.jobs: dict[int, _Job] = {}

    def add(self, job: _Job) -> None:
        self.jobs[job.number] = job

    def next(self) -> tuple[Any, Any]:
        """Wait for a job; return its item and its result, and forget it."""
        return self._ended(next(iter(self.jobs.values())))

    def _ended(self, job: _Job) -> tuple[Any, Any]:
        result = job.done.result()
        del self.jobs[job.number]
        return job.item, result


class _Done(_First):
    """Jobs that are waited for in the order in which they are done."""

    def __init__(self) -> None:
        super().__init__()
        self._done: SimpleQueue[_Job] = SimpleQueue()

    def add(self, job: _Job) -> None:
        super().add(job)
        job.done.add_done_callback(lambda _: self._done.put(job))

    def next(self) -> tuple[Any, Any]:
        return self._ended(self._done.get())


def _nothing(_: object) -> None:
    pass


_END: Final = _Job(-1, _nothing, None)


class Crew:
    """Up to ``size`` workers, started as there is work and kept until they are dismissed.

    ``start`` returns a new worker without waiting for it.
    """

    def __init__(self, start: Callable[[], Worker], size: int, deadline: float | None) -> None:
        self.size = size
        self._start = start
        self._deadline = deadline
        self._numbers = count()
        self._jobs: PriorityQueue[_Job] = PriorityQueue()
        self._lock = Lock()
        self._threads: list[Thread] = []
        self._serving = 0
        self._at_work: set[Worker] = set()
        self._dismissed = False
        self._broken: Exception | None = None

    def each(
        self, step: Step[ItemT, ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """Yield what becomes of each item, in order; raises :class:`EngineError` without workers.

        May be asked for again while it runs: the same workers do both.
        """
        for _, result in self._over(step, items, _First()):
            yield result

    def as_done(
        self, step: Step[ItemT, ResultT], items: Iterable[ItemT]
    ) -> Iterator[tuple[ItemT, ResultT | Failure]]:
        """Yield each item with what becomes of it as it is done; else as :meth:`each`."""
        return self._over(step, items, _Done())

    def _over(
        self, step: Step[ItemT, ResultT], items: Iterable[ItemT], waiting: _First | _Done
    ) -> Iterator[tuple[ItemT, ResultT | Failure]]:
        stream = iter(items)
        try:
            for item in islice(stream, self.size * LOOKAHEAD):
                waiting.add(self._given(step, item))
            while waiting.jobs:
                yield waiting.next()
                for item in islice(stream, 1):
                    waiting.add(self._given(step, item))
        finally:
            for job in waiting.jobs.values():
                job.dropped = True

    def dismiss(self) -> None:
        """End all workers, at once where they have something to do."""
        with self._lock:
            self._dismissed = True
            for worker in self._at_work:
                worker.stop()
            for _ in self._threads:
                self._jobs.put(_END)
        for thread in self._threads:
            thread.join()

    def _given(self, step: Step[ItemT, ResultT], item: ItemT) -> _Job:
        job = _Job(next(self._numbers), step, item)
        with self._lock:
            if self._dismissed:
                raise EngineError("the engine is closed", remedy="make a new one")
            if self._broken is not None:
                raise self._broken
            self._jobs.put(job)
            if self._serving < self.size:
                self._serving += 1
                thread = Thread(target=self._serve, daemon=True, name="recoupe-worker")
                self._threads.append(thread)
                thread.start()
        return job

    def _serve(self) -> None:
        """Keep one worker at work until the crew is dismissed, or no worker can be had."""
        while True:
            try:
                worker = self._ready()
            except Exception as error:
                self._give_up(error)
                return
            if worker is None or self._served(worker):
                return

    def _ready(self) -> Worker | None:
        """Return a worker that is ready, or ``None`` where none is wanted any more."""
        for left in reversed(range(STARTS)):
            with self._lock:
                if self._dismissed:
                    return None
                worker = self._start()
                self._at_work.add(worker)
            try:
                worker.ready()
            except LostError as error:
                if not left and not self._dismissed:
                    raise EngineError(
                        f"a worker process ended before it could work: {error.why}",
                        remedy="see what it wrote above; a script that reads with several workers "
                        "must begin its work under: if __name__ == '__main__'",
                    ) from error
            else:
                return worker
            finally:
                self._at_work_no_more(worker)
        return None

    def _at_work_no_more(self, worker: Worker) -> None:
        with self._lock:
            self._at_work.discard(worker)

    def _served(self, worker: Worker) -> bool:
        """Do jobs with a worker until it dies; return whether no other is wanted."""
        while True:
            job = self._jobs.get()
            if job is _END:
                worker.leave()
                return True
            if job.dropped:
                continue
            with self._lock:
                if self._dismissed:
                    self._jobs.put(job)
                    continue
                self._at_work.add(worker)
            try:
                job.done.set_result(worker.run(job.step, job.item))
            except LostError as error:
                self._lost(job, error)
                return self._dismissed
            except Exception as error:
                job.done.set_exception(error)
            finally:
                self._at_work_no_more(worker)

    def _lost(self, job: _Job, error: LostError) -> None:
        logger.debug("a worker was lost: %s", error.why)
        job.lost.append(error)
        if len(job.lost) < TRIES and sum(bool(one.hung) for one in job.lost) < HANGS:
            self._jobs.put(job)
        else:
            job.done.set_result(failed(job.item, _told(job, self._deadline)))

    def _give_up(self, error: Exception) -> None:
        """Go on with the workers that are left; without any, fail all that wait."""
        with self._lock:
            self._serving -= 1
            if self._serving:
                logger.warning("one worker less: %s", error)
                return
            self._broken = error
            while True:
                try:
                    job = self._jobs.get_nowait()
                except Empty:
                    return
                if job is not _END:
                    job.done.set_exception(error)


def _told(job: _Job, deadline: float | None) -> WorkerLostError:
    """Return the error for an item of which workers were lost."""
    times, last = len(job.lost), job.lost[-1]
    if last.hung and deadline is not None:
        return DeadlineError(
            f"took more than {deadline:g} seconds, {times} times; it hung in {last.hung}",
            where=named(job.item),
            remedy=f"if it only needs longer, raise the limit with {SETTING}; else report it",
        )
    return WorkerLostError(
        f"the process that worked on it ended {times} times: {last.why}",
        where=named(job.item),
        remedy="try it alone: there may be too little memory for several at once; else report it",
    )
