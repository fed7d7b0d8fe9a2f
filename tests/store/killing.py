"""Processes of the tests: started quickly, all at one moment, and ended at any."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from typing import Any, Final

from recoupe.errors import CasefileMissingError
from recoupe.model import Capture, Draft, Reading
from recoupe.store import Casefile, new_casefile, open_casefile
from tests.store.building import reading_of, report

SECONDS: Final = 120
"""How long a process may take before it counts as one that waits for ever."""
ME: Final = "me"
ADDRESSES: Final = 12
REVIEWED: Final = 6
"""How many of the reports are reviewed and read again."""


def processes() -> ForkServerContext:
    """Return what starts processes that have this module, and with it the store, already."""
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


# What is done until somebody ends it


@cache
def given(number: int) -> tuple[Capture, Reading]:
    """Return the report that is added in this turn: later ones are new versions of the first."""
    version, address = divmod(number, ADDRESSES)
    return report(f"https://paper.example/{address}", killed=10 + version, hours=version)


def add(casefile: Casefile, number: int) -> None:
    """Add a report."""
    casefile.add_report(*given(number), author=ME)


def review(casefile: Casefile, number: int) -> None:
    """Review a record of one of the first reports; the reason says which review it is."""
    of = given(number % REVIEWED)[1]
    drafts = (
        Draft("correct", "figure", of.figures[0].id, ME, f"{number}", {"high": 20 + number}),
        Draft("confirm", "statement", of.statements[0].id, ME, f"{number}"),
        Draft("note", "place", of.places[0].id, ME, f"{number}"),
    )
    casefile.add_review(drafts[number // REVIEWED % 3])


def read_again(casefile: Casefile, number: int) -> None:
    """Put another reading in the place of the one that is kept."""
    turn, address = divmod(number, REVIEWED)
    article = given(address)[1].article
    newer = "2" if turn % 2 == 0 else "1"
    casefile.replace_reading(reading_of(article, "Anna Berzina", "Port-Clair", newer), author=ME)


Step = Callable[[str, str, int, Connection], None]
TASKS: Final[Mapping[str, Callable[[Casefile, int], None]]] = {
    "adding": add,
    "reviewing": review,
    "reading again": read_again,
}


def do(case: str, kind: str, first: int, acknowledged: Connection) -> None:
    """Do one task after the other, for ever, and acknowledge each as soon as it is done."""
    with open_casefile(case) as casefile:
        number = first
        while True:
            TASKS[kind](casefile, number)
            acknowledged.send(number)
            number += 1


def make(case: str, _kind: str, first: int, acknowledged: Connection) -> None:
    """Make a casefile, and say so."""
    with suppress(CasefileMissingError):
        new_casefile(case, author=ME).close()
    acknowledged.send(first)


def killed(step: Step, task: tuple[str, str, int], tasks: int, after: float) -> list[int]:
    """Run ``step`` in a process; kill it ``after`` seconds from its acknowledging some ``tasks``.

    Return the numbers of the tasks that it acknowledged. ``task`` are the casefile, the kind and
    the number of the first.
    """
    context = processes()
    reader, writer = context.Pipe(duplex=False)
    child = context.Process(target=step, args=(*task, writer))
    child.start()
    writer.close()
    acknowledged = []
    for _ in range(tasks):
        assert reader.poll(SECONDS)
        acknowledged.append(reader.recv())
    child.join(after)
    child.kill()
    child.join()
    with suppress(EOFError):  # it may have been killed half-way through a message
        while True:
            acknowledged.append(reader.recv())
    return acknowledged
