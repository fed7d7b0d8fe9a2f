"""The engine of a cluster: actors of Ray, which load their models once.

Needs ``recoupe[ray]``; Ray is imported only when an engine is made.
"""

from __future__ import annotations

import logging
import os
import re
import socket
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any, Final

from recoupe.engine.actors import ActorWorker
from recoupe.engine.attempts import Step
from recoupe.engine.crew import Crew
from recoupe.engine.deadline import usual_deadline
from recoupe.engine.protocol import ItemT, ResultT, Verbs
from recoupe.errors import EngineError
from recoupe.model import Failure

OBJECT_STORE: Final = 500_000_000
"""Bytes for items and results under way in a Ray of our own; what is more goes to the disk."""

_QUIET: Final = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nobody is told how Ray is used
    "RAY_DEDUP_LOGS_SKIP_REGEX": ".*",  # standard output is for readings
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # else it warns of the next version
}
_HEAD: Final = re.compile(r"\[?([^/]+?)\]?:(\d+)")
_HEAD_SECONDS: Final = 10.0


class RayEngine(Verbs):
    """Runs steps in actors: on a Ray of its own on this machine, or on the cluster at ``address``.

    There are ``workers`` of them, each with one processor; where none are named, as many as there
    are processors. They are kept until the engine is closed, with what they loaded. An item may
    take ``deadline`` seconds (as the environment says where none is given; 0 for no end). A Ray
    that this process is connected to already is used, and left running.

    Ray is begun, or connected to, when the first item is to be done. :class:`EngineError` is raised
    where Ray is not installed, and later where it cannot be reached.
    """

    def __init__(
        self,
        address: str | None = None,
        workers: int | None = None,
        *,
        deadline: float | None = None,
    ) -> None:
        if workers is not None and workers < 1:
            raise ValueError("workers must be at least 1")
        self._address = address
        self._workers = workers
        self._deadline = usual_deadline() if deadline is None else deadline or None
        self._crew: Crew | None = None
        self._ours = False
        with _environment(_QUIET):
            self._ray = _installed()

    def each(
        self, step: Step[ItemT, ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """Yield ``step(item)`` for each item, in order; see :class:`~recoupe.engine.Engine`."""
        yield from self._at_work().each(step, items)

    def as_done(
        self, step: Step[ItemT, ResultT], items: Iterable[ItemT]
    ) -> Iterator[tuple[ItemT, ResultT | Failure]]:
        """Yield each item with ``step(item)`` as it is done."""
        yield from self._at_work().as_done(step, items)

    def close(self) -> None:
        """End the actors, and Ray if this engine began it; its next item would begin it again."""
        crew, self._crew = self._crew, None
        if crew is not None:
            crew.dismiss()
            if self._ours:
                self._ray.shutdown()

    def _at_work(self) -> Crew:
        """Return the crew, which the first item begins."""
        if self._crew is None:
            self._crew = self._begun()
        return self._crew

    def _begun(self) -> Crew:
        self._ours = not self._ray.is_initialized()
        if self._ours:
            with _environment(_QUIET):
                _begin(self._ray, self._address, self._workers)
        workers = self._workers or max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        return Crew(partial(ActorWorker, self._ray, self._deadline), workers, self._deadline)


def _installed() -> Any:  # noqa: ANN401 - a module that need not be there
    try:
        import ray
    except ImportError as error:
        raise EngineError(
            "Ray is not installed",
            where="--engine ray",
            remedy="install it with: pip install 'recoupe[ray]'",
        ) from error
    return ray


def _begin(ray: Any, address: str | None, workers: int | None) -> None:  # noqa: ANN401 - a module
    """Connect to a cluster, or begin a Ray on this machine."""
    given: dict[str, object] = {"address": address}
    if address is None:
        given = {
            "address": "local",
            "num_cpus": workers,
            "include_dashboard": False,
            "object_store_memory": OBJECT_STORE,
        }
    try:
        if address is not None:
            _knock(address)
        ray.init(**given, log_to_driver=False, logging_level=logging.ERROR)
    except Exception as error:  # Ray raises errors of a dozen kinds here
        raise EngineError(
            f"Ray cannot be reached: {' '.join(str(error).split())}",
            where=f"--address {address}" if address else "--engine ray",
            remedy="name the head of a cluster that has the same versions of Python and of Ray, "
            "such as: --address head.example:6379",
        ) from error


def _knock(address: str) -> None:
    """Raise :class:`OSError` where nobody listens: Ray itself would try for many minutes."""
    if found := _HEAD.fullmatch(address):
        socket.create_connection((found[1], int(found[2])), _HEAD_SECONDS).close()


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Set variables for what is started meanwhile."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
