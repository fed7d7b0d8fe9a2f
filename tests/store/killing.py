"""Processes of the tests: started quickly, at one moment, and ended at any."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.context import ForkServerContext
from typing import Any, Final

SECONDS: Final = 120
"""How long a process may take before it counts as one that waits for ever."""


def processes() -> ForkServerContext:
    """Return what starts processes that have the store imported already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def together(step: Callable[..., Any], *each: tuple[Any, ...]) -> list[Any]:
    """Run ``step`` in a process for each tuple of arguments, all beginning at one moment.

    Return what came of each, in order. Fails where one raises, or does not come to its end.
    """
    context = processes()
    begin = context.Barrier(len(each))
    with context.Pool(len(each), initializer=_meet, initargs=(begin,)) as pool:
        waiting = [pool.apply_async(step, arguments) for arguments in each]
        return [one.get(SECONDS) for one in waiting]


def _meet(begin: Any) -> None:
    begin.wait(SECONDS)
