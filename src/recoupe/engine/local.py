"""The engine of a laptop: this process, or a few processes on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from recoupe.engine.attempts import attempt
from recoupe.engine.crew import Crew
from recoupe.engine.deadline import usual_deadline
from recoupe.engine.processes import ProcessWorker
from recoupe.engine.protocol import ItemT, ResultT, Verbs
from recoupe.model import Failure


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
        return self._in_processes(step, items)

    def close(self) -> None:
        """End the processes, if there are any left."""
        crew, self._crew = self._crew, None
        if crew is not None:
            crew.dismiss()

    def _in_processes(
        self, step: Callable[[ItemT], ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        if self._crew is None:
            start = partial(ProcessWorker, self._deadline)
            self._crew = Crew(start, self.workers, self._deadline)
        crew = self._crew
        self._running += 1
        try:
            yield from crew.each(step, items)
        finally:
            self._running -= 1
            if not self._running:
                self.close()
