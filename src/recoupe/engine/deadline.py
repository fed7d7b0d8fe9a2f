"""Ends a worker process that hangs, even where C code never lets another thread run.

A step that works through parts of its own watches each of them::

    for batch in batches:
        with watched(deadline):
            read(batch)

The process ends where one part takes longer; the engine then finds a dead worker.
"""

from __future__ import annotations

import faulthandler
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from recoupe.settings import number_set

SETTING: Final = "RECOUPE_DEADLINE"
USUAL: Final = 600.0
"""Seconds that one item may take; a batch of reports takes two or three."""

_CALL: Final = re.compile(r'File "(?P<path>[^"]*)", line (?P<line>\d+) in (?P<function>\S+)')
_armed: list[float] = []
"""The deadlines that hold, the innermost last."""
_note: list[int] = []
"""Where it is written what hung; empty in a process that may not be ended."""


def usual_deadline() -> float | None:
    """Return the seconds that one item may take, as the environment sets them; 0 means no end.

    Raises :class:`UsageError` for a setting that is not a positive number.
    """
    return number_set(SETTING, USUAL) or None


def may_end(note: int) -> None:
    """Let hangs end this process from now on; what hung is then written to the file ``note``.

    Engines call it in their workers, with a descriptor that stays open. Elsewhere, :func:`watched`
    does nothing: a program that runs steps in its own process is never ended.
    """
    _note[:] = [note]


def hung_in(note: str) -> str:
    """Return where a process hung, by its note: ``match (re/__init__.py, line 166)``; else ``""``.

    The main thread comes last in it, and of each thread the call that hangs comes first.
    """
    main = note.rpartition("Thread 0x")[2]
    found = _CALL.search(main)
    if not found:
        return "C code" if main else ""
    path = "/".join(found["path"].split("/")[-2:])
    return f"{found['function']} ({path}, line {found['line']})"


@contextmanager
def watched(seconds: float | None) -> Iterator[None]:
    """End this worker process if what is done meanwhile takes more than ``seconds``.

    Of nested deadlines only the innermost holds; when it is over, the one around it begins anew.
    So a step that watches its parts may take as long as they are many. Only for the main thread.
    """
    if seconds is None or not _note:
        yield
        return
    _armed.append(seconds)
    _arm()
    try:
        yield
    finally:
        _armed.pop()
        _arm()


def _arm() -> None:
    if _armed:
        # a process has one such timer: to arm it again replaces it
        faulthandler.dump_traceback_later(_armed[-1], exit=True, file=_note[0])
    else:
        faulthandler.cancel_dump_traceback_later()
