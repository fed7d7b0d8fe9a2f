"""A worker that is an actor of Ray, on whichever node has a processor free for it."""

from __future__ import annotations

import logging
import os
import re
import tempfile
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from recoupe.engine.attempts import Step, answered, asked
from recoupe.engine.crew import LostError
from recoupe.engine.deadline import hung_in, may_end
from recoupe.engine.protocol import ItemT, ResultT
from recoupe.errors import EngineError
from recoupe.model import Failure
from recoupe.version import __version__

logger = logging.getLogger(__name__)

_NOTE_BYTES: Final = 60_000
_NOTE_SECONDS: Final = 20.0
_WAITING_SECONDS: Final = 60.0
_WHY: Final = re.compile(r"The actor is dead because (?:it was )?(.*?)\.")


class ActorWorker:
    """An actor, as the one who gives it items sees it."""

    def __init__(self, ray: Any, deadline: float | None) -> None:  # noqa: ANN401 - a module
        self._ray = ray
        name = f"recoupe-{uuid4().hex}"
        actor = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(_Actor)
        self._actor = actor.remote(name, deadline)
        self._node = self._note = ""

    def ready(self) -> None:
        """Wait until a node has a processor for it and it runs; it then has our own version.

        Raises :class:`EngineError` where it cannot run, :class:`LostError` where it ended.
        """
        about = self._actor.about.remote()
        if not self._ray.wait([about], timeout=_WAITING_SECONDS)[0]:
            logger.warning("waiting for Ray to have a processor free for one more worker")
        try:
            version, self._node, self._note = self._ray.get(about)
        except self._ray.exceptions.RayActorError as error:
            if error.actor_init_failed:
                raise _unlike(str(error).splitlines()[-1]) from error
            raise self._gone(error) from error
        except self._ray.exceptions.RayError as error:
            raise _unlike(str(error).splitlines()[-1]) from error
        if version != __version__:
            raise _unlike(f"Recoupe is {version} there, and {__version__} here")

    def run(self, step: Step[ItemT, ResultT], item: ItemT) -> ResultT | Failure:
        """Return what becomes of the item; raises :class:`LostError` if the actor is gone."""
        return asked(step, item, self._ask, self._ray.cloudpickle.dumps)

    def leave(self) -> None:
        """Let the actor go, which has nothing to do."""
        try:
            self._ray.get(self._actor.leave.remote(), timeout=_NOTE_SECONDS)
        except (self._ray.exceptions.RayError, TimeoutError):
            logger.debug("an actor did not leave by itself", exc_info=True)
        self.stop()

    def stop(self) -> None:
        """Kill the actor."""
        self._ray.kill(self._actor)

    def _ask(self, packed: bytes) -> bytes:
        try:
            answer: bytes = self._ray.get(self._actor.answered.remote(packed))
        except self._ray.exceptions.RayError as error:
            raise self._gone(error) from error
        return answer

    def _gone(self, error: Exception) -> LostError:
        """Return why an actor cannot go on; it is gone for good afterwards."""
        self.stop()
        text = str(error)
        found = _WHY.search(text)
        why = found[1] if found else type(error).__name__
        if why == "its worker process has died":
            why = "it crashed, or was killed"
        if "memory" in text and "low" in text:
            why = "its node has too little memory"
        return LostError(why, hung_in(self._read_note()))

    def _read_note(self) -> str:
        """Return what hung in it, from its node; nothing where that cannot be told."""
        ray = self._ray
        if not self._node or not _is_alive(ray, self._node):
            return ""
        from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

        there = NodeAffinitySchedulingStrategy(self._node, soft=False)
        read = ray.remote(num_cpus=0, max_retries=0, scheduling_strategy=there)(_taken)
        try:
            note: str = ray.get(read.remote(self._note), timeout=_NOTE_SECONDS)
        except (ray.exceptions.RayError, TimeoutError):
            logger.debug("no note could be had of an actor", exc_info=True)
            return ""
        return note


class _Actor:
    """What is in a worker's process."""

    def __init__(self, name: str, deadline: float | None) -> None:
        self._deadline = deadline
        self._note = Path(tempfile.gettempdir(), name)
        may_end(os.open(self._note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))

    def about(self) -> tuple[str, str, str]:
        """Return Recoupe's version here, the node, and the path of the note."""
        import ray

        return __version__, ray.get_runtime_context().get_node_id(), str(self._note)

    def answered(self, packed: bytes) -> bytes:
        """Return what becomes of a packed step and item, packed."""
        from ray import cloudpickle

        return answered(packed, self._deadline, cloudpickle.dumps)

    def leave(self) -> None:
        """Leave nothing behind."""
        self._note.unlink(missing_ok=True)


def _taken(note: str) -> str:
    """Return what the note of an actor that is gone says, and remove it."""
    path = Path(note)
    text = path.read_bytes()[:_NOTE_BYTES].decode(errors="replace")
    path.unlink()
    return text


def _is_alive(ray: Any, node: str) -> bool:  # noqa: ANN401 - a module
    return any(one["NodeID"] == node and one["Alive"] for one in ray.nodes())


def _unlike(what: str) -> EngineError:
    return EngineError(
        f"a worker cannot run: {what}",
        where="--engine ray",
        remedy="install the same versions of Python, of Recoupe and of Ray on every node",
    )
