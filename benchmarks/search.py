"""How long a search takes over many reports, on SQLite and PostgreSQL, and a plain scan beside it.

    python benchmarks/search.py CASE... [--reports N] [--repeat N]

Each CASE is a folder or the URL of an empty PostgreSQL database; one that holds no casefile yet is
filled with made-up reports first (100,000 take some ten minutes and 3 GB). Times are of the whole
search, from its words to its hits in their context, in milliseconds of the clock: the median and
the worst of some. ``cpu`` is the median of this process alone, which for SQLite is all there is,
whatever else the machine does. The scan is what a database does without an index of words: ``LIKE
'%word%'`` over the texts, the newest 20 of what it finds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from sqlalchemy import text

from recoupe.errors import CasefileMissingError
from recoupe.store import Casefile, new_casefile, open_casefile
from recoupe.store.search import Query

from search_case import Maker, fill, vocabulary  # isort: skip  # beside this file

RARE: Final = 15_000
"""The rank of a rare word: some twenty reports have it."""


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that something took each time: by the clock, and of this process."""

    clock: list[float]
    cpu: list[float]


def queries() -> Iterator[tuple[str, Query]]:
    """Yield what is looked for, each with a name."""
    rare = vocabulary()[0][RARE]
    often, seldom = (Maker().people[rank].split()[1] for rank in (0, 300))
    report: dict[str, Any] = {"look_for": "report"}
    march: dict[str, Any] = {"since": "2021-03-01", "until": "2021-03-31"}
    yield "everything", Query()
    yield "a rare word", Query(rare, **report)
    yield "a rare word in statements", Query(rare)
    yield "a word of half the reports", Query("said", **report)
    yield "a word of a quarter of them", Query("witness", **report)
    yield "the same in statements", Query("witness")
    yield "the same, oldest first", Query("witness", order="oldest", **report)
    yield "the same, best first", Query("witness", order="best", **report)
    yield "the same, page 50", Query("witness", offset=980)
    yield "two words", Query("harbour evening", **report)
    yield "a phrase of common words", Query('"the mayor of"', **report)
    yield "a phrase that is nowhere", Query('"mayor the of"', **report)
    yield "a word left out", Query("-witness")
    yield "the beginning of a word", Query("harb*", **report)
    yield "a speaker met often", Query(speaker=often)
    yield "a speaker met seldom", Query(speaker=seldom)
    yield "a speaker with words", Query("witness", speaker=often)
    yield "a stance", Query(stance="denies")
    yield "a stance with words", Query("evening", stance="denies")
    yield "a kind", Query(kind="direct")
    yield "a speaker and stance, in reports", Query(speaker=often, stance="denies", **report)
    yield "an outlet", Query(outlet="harbour", **report)
    yield "an outlet with words", Query("harbour", outlet="harbour", **report)
    yield "a country", Query(place="Ukraine")
    yield "a place with words", Query("harbour", place="Mariupol")
    yield "a month", Query(**march)
    yield "a month with words", Query("witness", **march, **report)
    yield "a figure", Query(look_for="figure", figure="killed", low=1000)
    yield "a figure with words", Query("evening", look_for="figure", figure="killed", low=1000)
    yield "a figure in statements", Query(figure="killed", low=100, high=200)
    yield "a language", Query(language="fr", **report)
    yield "events with words", Query("evening", look_for="event", place="France")
    yield "evidence with words", Query("evening", look_for="evidence")


def scans() -> Iterator[tuple[str, str]]:
    """Yield what a plain scan asks, each with a name."""
    find = "SELECT id FROM articles WHERE text LIKE '%{}%' ORDER BY published_day DESC LIMIT 20"
    yield "LIKE, a rare word", find.format(vocabulary()[0][RARE])
    yield "LIKE, a common word", find.format("witness")


def opened(case: str, reports: int) -> Casefile:
    """Return the casefile at ``case``, filled if it was not there."""
    try:
        return open_casefile(case)
    except CasefileMissingError:
        store = new_casefile(case, author="benchmark")
        fill(store, reports)
        return store


def timed(act: Callable[[], object], repeat: int) -> Times:
    """Return how long ``act`` takes, after once for nothing."""
    act()
    times = Times([], [])
    for _ in range(repeat):
        clock, cpu = time.perf_counter(), time.process_time()
        act()
        times.clock.append(time.perf_counter() - clock)
        times.cpu.append(time.process_time() - cpu)
    return times


def measure(store: Casefile, repeat: int) -> None:
    """Print one line for each query, with how much faster than the scan of a rare word it is."""
    scanned = {}
    for name, question in scans():
        with store.database.reading() as connection:
            scanned[name] = timed(lambda: connection.execute(text(question)).all(), 3)  # noqa: B023
    slowest = max(median(one.clock) for one in scanned.values())
    print(f"{'':34}{'median':>8}{'worst':>8}{'cpu':>8}{'scan':>8}  found")
    for name, one in scanned.items():
        print(f"{name:34}{line(one)}")
    for name, query in queries():
        times = timed(lambda: store.search(query), repeat)  # noqa: B023
        total = store.search(query).total
        ratio = f"{slowest / median(times.clock):7.0f}x"
        print(f"{name:34}{line(times)}{ratio}  {'many' if total is None else total}")


def line(times: Times) -> str:
    """Return times as columns, in milliseconds."""
    shown = (median(times.clock), max(times.clock), median(times.cpu))
    return "".join(f"{seconds * 1000:8.1f}" for seconds in shown)


def main() -> None:
    """Measure each casefile."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", nargs="+")
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=10)
    asked = parser.parse_args()
    for case in asked.case:
        with opened(case, asked.reports) as store:
            print(f"\n{store.place.split('?')[0]}")
            measure(store, asked.repeat)


if __name__ == "__main__":
    main()
