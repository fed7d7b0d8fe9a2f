"""Turns at hosts: several programs of one user on one machine keep one pause at each host.

A turn is a time in a small file, one for some hosts together: there are never many files, and none
says where somebody looked. Where such a file cannot be had, each program keeps its own pause.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

logger = logging.getLogger(__name__)

_DIGITS: Final = 3
"""Of a hash, that name a file: 4,096 at most."""
_FARTHEST: Final = 600.0
"""Seconds from now beyond which no turn was ever given: a clock was put back."""
_TRIES: Final = 20
_SHORT: Final = 0.005
"""Seconds between two tries for a file, which nobody holds for longer than it takes to write it."""


class Turns:
    """Gives out turns, over files in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, origin: str, pause: float) -> float:
        """Take the next turn at a host; return the seconds until it comes.

        It comes ``pause`` seconds after the one that was taken last, by whomever.
        """
        if pause <= 0:
            return 0.0
        try:
            with _held(self._file(origin)) as file:
                now = time.time()
                last = _time(file.read(64))
                at = now if last is None or last > now + _FARTHEST else max(now, last + pause)
                file.seek(0)
                file.truncate()
                file.write(repr(at).encode())
                return at - now
        except BlockingIOError:  # somebody takes a turn right now
            return pause
        except (OSError, ImportError):
            logger.debug("no turn can be taken at a host with other programs", exc_info=True)
            return 0.0

    def _file(self, origin: str) -> Path:
        return self._folder / hashlib.sha256(origin.encode()).hexdigest()[:_DIGITS]


@contextmanager
def _held(path: Path) -> Iterator[IO[bytes]]:
    """Yield a file that nobody else holds; raise :class:`BlockingIOError` where somebody does."""
    import fcntl

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a+b") as file:
        for left in reversed(range(_TRIES)):
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not left:
                    raise
                time.sleep(_SHORT)
        file.seek(0)
        yield file


def _time(told: bytes) -> float | None:
    try:
        return float(told)
    except ValueError:
        return None
