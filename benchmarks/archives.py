"""What it costs to take the articles out of a web archive, beside trafilatura on the same pages.

    python benchmarks/archives.py [--pages 1000] [--profile]

A WARC of made-up pages of 137 KB is read from its first byte to its last, as ``recoupe add`` does
it: captures with their records, then articles. The same pages, decoded already, then go through
trafilatura with metadata, by turns of 10, so that whatever else the machine does falls on both.
It searches as it does by itself, without what ``article/searches.py`` does about that.
Only seconds of the processor are counted. Memory is the largest that the process had, by quarters.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Final

import trafilatura
from made_pages import archive
from trafilatura import xpaths

from recoupe.article import to_article
from recoupe.capture import capture_inputs
from recoupe.capture.archives import Accounts
from recoupe.errors import ReportError
from recoupe.model import Capture, Declared

TODAY: Final = date(2030, 1, 1)
TURN: Final = 10
SEARCHES: Final = [one for one in vars(xpaths).values() if isinstance(one, list)]
BASELINE: Final[Any] = import_module("trafilatura.baseline")
OWN: Final = [list(one) for one in SEARCHES], BASELINE.BASIC_CLEAN_XPATH
"""trafilatura's searches before ours stood in their place."""
WARMING: Final = 20


def captures(path: Path, accounts: Accounts) -> Iterator[Capture]:
    found = capture_inputs([str(path)], declared=Declared(), allow_private=False, accounts=accounts)
    for one in found:
        if not isinstance(one, Capture):
            raise SystemExit(one.message)
        yield one


def ours(captured: list[Capture]) -> int:
    """Make the articles of captures; return how many pages held none."""
    none = 0
    for one in captured:
        try:
            to_article(one, today=TODAY)
        except ReportError:
            none += 1
    return none


def theirs(pages: list[str]) -> None:
    with stock():
        for html in pages:
            trafilatura.bare_extraction(
                html, with_metadata=True, include_comments=False, include_tables=False
            )


@contextmanager
def stock() -> Iterator[None]:
    """Let trafilatura search as it does by itself meanwhile."""
    ours = [list(one) for one in SEARCHES], BASELINE.BASIC_CLEAN_XPATH
    put(*OWN)
    yield
    put(*ours)


def put(searches: list[list[Any]], baseline: object) -> None:
    for one, own in zip(SEARCHES, searches, strict=True):
        one[:] = own
    BASELINE.BASIC_CLEAN_XPATH = baseline


def memory() -> float:
    """Return the largest memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def measure(path: Path, pages: int) -> None:
    accounts = Accounts()
    stream = captures(path, accounts)
    spent = {"capture": 0.0, "article": 0.0, "trafilatura": 0.0}
    counted = none = size = 0
    told: list[float] = []
    warm = list(islice(stream, WARMING))
    ours(warm)
    theirs([one.content.decode() for one in warm])
    while True:
        begin = time.process_time()
        captured = list(islice(stream, TURN))
        middle = time.process_time()
        none += ours(captured)
        end = time.process_time()
        if not captured:
            break
        decoded = [one.content.decode() for one in captured]
        size += sum(len(one.content) for one in captured)
        start = time.process_time()
        theirs(decoded)
        spent["trafilatura"] += time.process_time() - start
        spent["capture"] += middle - begin
        spent["article"] += end - middle
        counted += len(captured)
        if counted * 4 // pages > len(told):
            told.append(memory())
    [account] = accounts.of.values()
    print(f"{counted} pages of {size // counted:,} bytes, {none} without an article, ", end="")
    print(f"{account.records} records")
    for name, seconds in spent.items():
        print(f"{name:12} {1000 * seconds / counted:8.2f} CPU ms a page")
    print(f"ratio        {(spent['capture'] + spent['article']) / spent['trafilatura']:8.3f}")
    print("memory, MB  ", *(f"{one:.0f}" for one in told))


def profile(path: Path) -> None:
    captured = list(captures(path, Accounts()))
    ours(captured[:WARMING])
    with cProfile.Profile() as watched:
        ours(captured)
    pstats.Stats(watched).sort_stats("cumulative").print_stats(60)


def main() -> None:
    parser = argparse.ArgumentParser(description="Capture and article stages over a web archive.")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--profile", action="store_true", help="where the article stage's time is")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.warc.gz"
        archive(path, asked.pages)
        if asked.profile:
            profile(path)
        else:
            measure(path, asked.pages)


if __name__ == "__main__":
    main()
