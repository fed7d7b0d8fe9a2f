"""Tasks: what takes longer than an answer may, done one after the other beside the pages."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import count
from threading import Lock
from typing import Final, Literal

from recoupe.errors import RecoupeError, unforeseen

logger = logging.getLogger(__name__)

KEPT: Final = 50
"""Tasks that are remembered, the newest."""

State = Literal["waiting", "running", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one thing that a task did: a report's article, or why there is none."""

    what: str
    article: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done; ``what`` is what somebody asked for, in their words."""

    number: int
    kind: Literal["add", "check"]
    what: str
    state: State = "waiting"
    outcomes: tuple[Outcome, ...] = ()
    problem: str | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state in {"done", "failed"}


class Tasks:
    """The tasks of one application: one at a time, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._tasks: dict[int, Task] = {}
        self._numbers = count(1)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recoupe-task")

    def begin(
        self, kind: Literal["add", "check"], what: str, do: Callable[[], tuple[Outcome, ...]]
    ) -> Task:
        """Put a task at the end of the line; return it as it waits."""
        with self._lock:
            task = Task(next(self._numbers), kind, what)
            self._tasks[task.number] = task
            for old in sorted(self._tasks)[:-KEPT]:
                del self._tasks[old]
        self._pool.submit(self._run, task.number, do)
        return task

    def all(self) -> tuple[Task, ...]:
        """Return the tasks, the newest first."""
        with self._lock:
            return tuple(self._tasks[number] for number in sorted(self._tasks, reverse=True))

    def close(self) -> None:
        """Wait for the task that is running; those that wait are not begun."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, number: int, do: Callable[[], tuple[Outcome, ...]]) -> None:
        self._set(number, state="running")
        try:
            outcomes = do()
        except Exception as error:
            logger.debug("a task failed", exc_info=True)
            known = error if isinstance(error, RecoupeError) else unforeseen(error, "")
            self._set(number, state="failed", problem=str(known))
        else:
            self._set(number, state="done", outcomes=outcomes)

    def _set(self, number: int, **changed: object) -> None:
        with self._lock:
            if number in self._tasks:
                self._tasks[number] = replace(self._tasks[number], **changed)  # type: ignore[arg-type]
