"""How far a run of the pipeline is, and what it came to, in words."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from recoupe.cli.archives import account_words

if TYPE_CHECKING:
    from recoupe.capture.archives.account import Held
    from recoupe.pipeline.running import Progress, Summary

_SIZES = ("bytes", "KB", "MB", "GB", "TB")


@contextmanager
def progress() -> Iterator[Callable[[Progress], None]]:
    """Yield what is told how far a run is; it is shown where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _progress: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Shown

    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    with Shown(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("looking where records begin", total=None)
        begun: float | None = None

        def moved(told: Progress) -> None:
            nonlocal begun
            begun = begun or time.monotonic()
            words = progress_words(told, time.monotonic() - begun)
            bar.update(task, total=told.of_bytes, completed=told.bytes, description=words)

        yield moved


def progress_words(told: Progress, seconds: float) -> str:
    """Return how far a run is that reads since so many seconds."""
    rate = told.readings / seconds if seconds else 0.0
    return f"{told.slices:,} of {told.of_slices:,} slices, {rate:.1f} reports a second"


def summary_lines(found: Summary, to: str) -> Iterator[str]:
    """Yield what a run came to: first what failed as a whole, then all in numbers."""
    from recoupe.capture.archives import Account

    for failed in found.failed:
        yield failed.message
    tally = found.tally
    held = cast("Counter[Held]", Counter(tally.held))
    account = Account(held=held, passed=Counter(tally.passed))
    archives = counted(found.archives, "archive", "archives")
    yield f"{archives}, {size_words(tally.bytes)}: {account_words([account])}"
    failures = counted(tally.failures + len(found.failed), "failure", "failures")
    before = f", {counted(found.before, 'slice', 'slices')} of which were there" * (
        found.before > 0
    )
    yield (
        f"{counted(tally.readings, 'reading', 'readings')} and {failures} in "
        f"{counted(found.slices, 'slice', 'slices')}{before}, in {to}"
    )
    if found.made:
        rate = found.made / found.seconds if found.seconds else 0.0
        yield f"{found.made:,} read now in {found.seconds:,.0f} s, {rate:.1f} a second"


def size_words(size: int) -> str:
    """Return a number of bytes in the unit that fits it."""
    value, unit = float(size), 0
    while value >= 1000 and unit < len(_SIZES) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.3g} {_SIZES[unit]}"


def counted(count: int, one: str, several: str) -> str:
    """Return a number with the word for one of them, or for several."""
    return f"{count:,} {one if count == 1 else several}"
