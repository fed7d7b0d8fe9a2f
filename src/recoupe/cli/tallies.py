"""Counts of what became of reports: on a terminal as they grow, and in one line at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager


class Tally:
    """Counts by name, in the order in which the names were given.

    ``names`` are how to call one thing and how several ("new version", "new versions").
    """

    def __init__(self, names: Mapping[str, tuple[str, str]]) -> None:
        self._names = names
        self._counts = dict.fromkeys(names, 0)
        self._told: Callable[[int], None] = lambda _more: None
        self._note = ""

    def __getitem__(self, name: str) -> int:
        return self._counts[name]

    def __str__(self) -> str:
        return ", ".join(
            f"{count:,} {self._names[name][count != 1]}" for name, count in self._counts.items()
        )

    def count(self, name: str) -> None:
        """Count one more."""
        self._counts[name] += 1
        self._told(1)

    def note(self, note: str) -> None:
        """Show something behind the counts, until something else is."""
        if note != self._note:
            self._note = note
            self._told(0)

    @contextmanager
    def shown(self, *, total: int | None = None) -> Iterator[None]:
        """Show the counts on standard error while they grow, where that is a terminal.

        With a ``total``, how much is left is shown too.
        """
        if not sys.stderr.isatty():
            yield
            return
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        begins = SpinnerColumn() if total is None else BarColumn()
        columns = (begins, TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(str(self), total=total)
            self._told = lambda more: bar.update(
                task, advance=more, description=f"{self}{self._note}"
            )
            yield
