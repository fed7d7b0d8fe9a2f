"""How far something is that takes long, on standard error where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


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
