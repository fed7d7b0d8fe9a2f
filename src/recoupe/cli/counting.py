"""How far something is that takes long, on standard error where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def counting(first: str) -> Iterator[Callable[[str, int], None]]:
    """Yield what is told the name and number of what was done; ``first`` is shown before that."""
    if not sys.stderr.isatty():
        yield lambda _what, _number: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(first, total=None)
        yield lambda what, number: bar.update(task, description=f"{number:,} {what}")


@contextmanager
def up_to_all() -> Iterator[Callable[[str, int, int], None]]:
    """Yield what is told what is being done, how many of it are done, and how many there are.

    It shows nothing until it is first told: before that, something else may be counted.
    """
    if not sys.stderr.isatty():
        yield lambda _what, _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("")
    with ExitStack() as shown:

        def advance(what: str, done: int, every: int) -> None:
            if not bar.live.is_started:
                shown.enter_context(bar)
            said = f"{done:,} of {every:,} {what}"
            bar.update(task, completed=done, total=every, description=said)

        yield advance
