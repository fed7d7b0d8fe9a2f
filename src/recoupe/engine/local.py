"""The engine of a laptop: this process, or a few processes on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from recoupe.engine.attempts import attempt
from recoupe.engine.crew import Crew
from recoupe.engine.deadline import usual_deadline
from recoupe.engine.processes import ProcessWorker
from recoupe.engine.protocol import ItemT, ResultT, Verbs
from recoupe.model import Failure

Yielded = TypeVar("Yielded")


class LocalEngine(Verbs):
    """Runs steps in this process (``workers`` 1), or in ``workers`` processes of their own.

    With ``apart``, one worker is a process of its own as well. Each item may take ``deadline``
    seconds there (as the environment says where none is given; 0 for no end). In this process
    there is no deadline, and what kills the process ends the run. Processes are started by the
    first item and end with the last: steps within steps use the same ones.
    """

    def __init__(
        self, workers: int = 1, *, deadline: float | None = None, apart: bool = False
    ) -> None:
        if workers < 1:
            raise ValueError("workers must be at least 1")
        self.workers = workers
        self._apart = apart or workers > 1
        self._deadline = usual_deadline() if deadline is None else deadline or None
        self._crew: Crew | None = None
        self._running = 0

    def each(
        self, step: Callable[[ItemT], ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """Yield ``step(item)`` for each item, in order; see :class:`~recoupe.engine.Engine`."""
        if not self._apart:
            return (attempt(step, item) for item in items)
        return self._with_crew(lambda crew: crew.each(step, items))

    def as_done(
        self, step: Callable[[ItemT], ResultT], items: Iterable[ItemT]
    ) -> Iterator[tuple[ItemT, ResultT | Failure]]:
        """Yield each item with ``step(item)`` as it is done."""
        if not self._apart:
            return ((item, attempt(step, item)) for item in items)
        return self._with_crew(lambda crew: crew.as_done(step, items))

    def close(self) -> None:
        """End the processes, if there are any left."""
        crew, self._crew = self._crew, None
        if crew is not None:
            crew.dismiss()

    def _with_crew(self, run: Callable[[Crew], Iterator[Yielded]]) -> Iterator[Yielded]:
        """Yield what a crew does, which is kept as long as anything is run with it."""
        if self._crew is None:
            start = partial(ProcessWorker, self._deadline)
            self._crew = Crew(start, self.workers, self._deadline)
        crew = self._crew
        self._running += 1
        try:
            yield from run(crew)
        finally:
            self._running -= 1
            if not self._running:
                self.close()
