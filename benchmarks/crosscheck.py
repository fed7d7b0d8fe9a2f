"""How cross-checking grows: python benchmarks/crosscheck.py [1000 3000 10000] [--workers 2].

Made-up news (``made_news.py``) is filed in a new casefile, each size in a process of its own; then
``check_case`` checks it from the stored readings, as ``recoupe check CASE`` does. Printed are the
seconds it takes, CPU seconds by stage over all processes, the sum of the peaks of memory of all
processes, and with which power of the number of reports seconds grow. ``--spool`` lays readings
aside without a casefile, as ``recoupe check FILES`` does; ``--one`` makes one story of all reports.
``--peer`` also does what is often done instead of grouping and lineage, in one process: TF-IDF, ten
days and connected components, and rapidfuzz's ratio of all pairs within these, from 60 on a copy.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cache, partial
from math import log
from pathlib import Path
from random import Random
from typing import Any

from made_news import news, story
from rapidfuzz import fuzz, process

from recoupe.comparison import checking
from recoupe.comparison import findings as found_by
from recoupe.engine import LocalEngine
from recoupe.engine.spool import Spool
from recoupe.evaluation.gold_records import GoldReport
from recoupe.evaluation.story_peer import peer
from recoupe.filing import checking as filed
from recoupe.filing import regrouping
from recoupe.flow import check_readings
from recoupe.model import CrossCheck, Declared, Failure, Reading, make_capture
from recoupe.store import new_casefile
from recoupe.store.snapshot import Snapshot
from recoupe.story import features as features_of
from recoupe.story.stories import Stories

MAIN = ("loading", "features", "grouping")
STEP = ("lineage", "matters", "figures", "positions and origins", "the rest of stories")
CAPTURED = datetime(2040, 1, 1, tzinfo=UTC)
MB = 1024 * 1024

Clock = Counter[str]


def main() -> None:
    given = _arguments()
    if given.alone:
        print(json.dumps(_alone(given.sizes[0], given)))
        return
    before: dict[str, Any] | None = None
    for size in given.sizes:
        command = [sys.executable, __file__, "--alone", *_passed(sys.argv[1:], given.sizes)]
        done = subprocess.run([*command, str(size)], check=True, stdout=subprocess.PIPE)
        told = json.loads(done.stdout)
        print(_line(told), flush=True)
        for name, seconds in told["cpu"].items():
            print(f"    {name:22}{seconds:9.1f} s CPU", flush=True)
        if before is not None:
            print(_growth(before, told), flush=True)
        before = told


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 3_000, 10_000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--spool", action="store_true")
    parser.add_argument("--one", action="store_true")
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _passed(arguments: Iterable[str], sizes: Iterable[int]) -> list[str]:
    left = {str(size) for size in sizes}
    return [argument for argument in arguments if argument not in left]


def _line(told: dict[str, Any]) -> str:
    return (
        f"{told['reports']:6} reports {told['stories']:6} stories {told['derivations']:7} "
        f"derivations {told['findings']:7} findings {told['failures']} failures: "
        f"{told['seconds']:7.1f} s, {told['reports'] / told['seconds']:6.1f} reports/s, "
        f"{told['peak'] / MB:6.0f} MB"
    )


def _growth(before: dict[str, Any], told: dict[str, Any]) -> str:
    times = log(told["reports"] / before["reports"])
    return f"    grows with the power {log(told['seconds'] / before['seconds']) / times:.2f}"


def _alone(size: int, given: argparse.Namespace) -> dict[str, Any]:
    made = story(Random(0), 0, size, span=60) if given.one else news(size)  # noqa: S311
    engine = Timed(LocalEngine(given.workers))
    _watched(engine.clock)
    with tempfile.TemporaryDirectory() as folder:
        run = _spooled if given.spool else _filed
        start, came, failures = run(Path(folder) / "case", made, engine)
        seconds = time.perf_counter() - start
    told = {
        "reports": len(came.reports),
        "stories": len(came.stories),
        "derivations": len(came.lineage),
        "findings": len(came.findings),
        "failures": failures,
        "seconds": seconds,
        "peak": _peak() + sum(engine.peaks.values()),
        "cpu": engine.told(),
    }
    if given.peer:
        remade = story(Random(0), 0, size, span=60) if given.one else news(size)  # noqa: S311
        told["cpu"] |= _peers(list(remade))
    return told


def _peers(made: list[Reading]) -> dict[str, float]:
    """Return CPU seconds of what is often done for grouping and for copies."""
    reports = [
        GoldReport(
            "made", r.article.id, r.article.text, r.article.language, str(r.article.published)[:10]
        )
        for r in made
    ]
    start = time.process_time()
    grouped = peer([(report, None) for report in reports])
    between = time.process_time()
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for report in reports:
        texts[grouped[report.id]].append(report.text)
    copies = sum(
        int((process.cdist(some, some, scorer=fuzz.ratio, score_cutoff=60) > 0).sum())
        for some in texts.values()
    )
    end = time.process_time()
    name = f"peer: copies {(copies - len(made)) // 2}"
    return {f"peer: groups {len(texts)}": between - start, name: end - between}


Run = tuple[float, CrossCheck, int]


def _spooled(_: Path, made: Iterable[Reading], engine: Timed) -> Run:
    with Spool[Reading]() as spool:
        for reading in made:
            spool.put(reading.article.id, reading)
        start = engine.start()
        came, failures = check_readings((spool[one] for one in spool), engine)
    return start, came, len(failures)


def _filed(case: Path, made: Iterable[Reading], engine: Timed) -> Run:
    with new_casefile(str(case), author="benchmark") as casefile:
        for reading in made:
            article = reading.article
            capture = make_capture(
                article.text.encode(),
                source=article.input,
                media_type="text/plain",
                captured_at=CAPTURED,
                declared=Declared(input_id=article.input_id),
            )
            casefile.add_report(capture, reading, author="benchmark")
        start = engine.start()
        done = filed.check_case(casefile, engine)
    return start, done.found, len(done.failures)


class Timed:
    """An engine that also notes how long each stage of each step took, and the peaks of memory."""

    def __init__(self, inner: LocalEngine) -> None:
        self.inner = inner
        self.clock: Clock = Counter()
        self.peaks: dict[int, int] = {}
        self._cpu = 0.0

    def start(self) -> float:
        """Forget what was noted, and return the time."""
        self.clock.clear()
        self._cpu = time.process_time()
        return time.perf_counter()

    def told(self) -> dict[str, float]:
        """Return CPU seconds by stage: first of the workers and named ones, then all others."""
        main = time.process_time() - self._cpu
        named = sum(self.clock[name] for name in MAIN)
        worked = {name: self.clock[name] for name in (*MAIN, *STEP)}
        return {**worked, "the rest of this process": main - named}

    def each(self, step: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        """Yield what the step makes of each item, in order."""
        for result in self.inner.each(partial(_timed, step), items):
            if isinstance(result, Failure):
                yield result
                continue
            came, clock, process, peak = result
            self.clock.update(clock)
            if process != os.getpid():
                self.peaks[process] = peak
            yield came


def _timed(
    step: Callable[[object], object], item: object
) -> tuple[object, dict[str, float], int, int]:
    """Run a step; return also its CPU seconds by stage, the process, and its peak in bytes."""
    clock = _in_worker()
    clock.clear()
    start = time.process_time()
    came = step(item)
    whole = time.process_time() - start
    clock["the rest of stories"] = whole - sum(clock.values())
    return came, dict(clock), os.getpid(), _peak()


@cache
def _in_worker() -> Clock:
    clock: Clock = Counter()
    for name, module, function in (
        ("lineage", checking, "lineage"),
        ("matters", found_by, "matters"),
        ("figures", found_by, "claims"),
        ("figures", found_by, "with_totals"),
        ("figures", found_by, "counts"),
        ("positions and origins", found_by, "positions"),
    ):
        setattr(module, function, _clocked(clock, name, getattr(module, function)))
    return clock


def _watched(clock: Clock) -> None:
    """Let what this process does itself be timed."""
    regrouping.features = features_of.features = _clocked(clock, "features", features_of.features)
    for name, of, function in (
        ("loading", Snapshot, "reading"),
        ("loading", Spool, "__getitem__"),
        ("grouping", Stories, "put"),
        ("grouping", Stories, "_settle"),
    ):
        setattr(of, function, _clocked(clock, name, getattr(of, function)))


def _clocked(clock: Clock, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*args: object, **named: object) -> object:
        start = time.process_time()
        try:
            return function(*args, **named)
        finally:
            clock[name] += time.process_time() - start

    return timed


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
