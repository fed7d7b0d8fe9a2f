"""A worker that is a process on this machine."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Final

from recoupe.engine.attempts import Step, answered, asked
from recoupe.engine.crew import LostError
from recoupe.engine.deadline import hung_in, may_end
from recoupe.engine.protocol import ItemT, ResultT
from recoupe.model import Failure

THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""What numeric libraries read the number of their threads from."""

_SECONDS_TO_LEAVE: Final = 5.0
_NOTE_BYTES: Final = 60_000

# "spawn" because a fork of a process that runs threads (BLAS, Rich) can deadlock.
_SPAWN: Final = multiprocessing.get_context("spawn")


class ProcessWorker:
    """A process that does one thing after another; it ends with this one, however this one does."""

    def __init__(self, deadline: float | None) -> None:
        self._ours, theirs = _SPAWN.Pipe()
        self._note, write_note = _SPAWN.Pipe(duplex=False)
        self._process = _SPAWN.Process(
            target=_serve, args=(theirs, write_note, deadline), daemon=True, name="recoupe-worker"
        )
        with _one_thread_each():
            self._process.start()
        theirs.close()
        write_note.close()

    def ready(self) -> None:
        """Wait until the process listens; raises :class:`LostError` where it ends before."""
        self._answer()

    def run(self, step: Step[ItemT, ResultT], item: ItemT) -> ResultT | Failure:
        """Return what becomes of the item; raises :class:`LostError` if the process ends."""
        return asked(step, item, self._ask, _dumps)

    def leave(self) -> None:
        """Let the process end, which has nothing to do."""
        self._ours.close()
        self._process.join(_SECONDS_TO_LEAVE)
        self._process.kill()
        self._gone()

    def stop(self) -> None:
        """Kill the process."""
        self._process.kill()

    def _ask(self, packed: bytes) -> bytes:
        with suppress(OSError):  # it ended: that is told by its answer
            self._ours.send_bytes(packed)
        return self._answer()

    def _answer(self) -> bytes:
        try:
            return self._ours.recv_bytes()
        except (EOFError, OSError):
            raise self._gone() from None

    def _gone(self) -> LostError:
        """Return how the process ended, once it has; nothing of it is left afterwards."""
        self._ours.close()
        self._process.join()
        code = self._process.exitcode or 0
        hung = hung_in(os.read(self._note.fileno(), _NOTE_BYTES).decode(errors="replace"))
        self._note.close()
        return LostError(_named(code), hung)


def _named(code: int) -> str:
    """Say how a process ended: a negative code is the number of a signal."""
    if code >= 0:
        return f"exit status {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"


def _serve(ours: Connection, note: Connection, deadline: float | None) -> None:
    """Answer until there is nobody to ask; what a process of a :class:`ProcessWorker` does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asked for the work ends it
    os.set_blocking(note.fileno(), False)  # a long note must not keep it from ending
    may_end(note.fileno())
    with suppress(EOFError, OSError):
        ours.send_bytes(b"")
        while True:
            ours.send_bytes(answered(ours.recv_bytes(), deadline, _dumps))


def _dumps(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Let the libraries of a worker started meanwhile use one thread, unless the user set more.

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
