"""How much memory reading takes as documents go through: it should not grow with their number.

    python benchmarks/memory.py [1000 10000 50000] [--workers 2] [--mode fast]

Reads short made-up reports, French and English by turns, through ``flow.read_captures`` with worker
processes, and drops the readings as they come. Each report has names and words that no other has,
as news does: what a pipeline remembers of words is part of what is measured. At each of the numbers
of documents it prints what all processes hold together, the sum of their peaks so far, and seconds.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from made_news import made_up
from made_pages import ALSO, SAID, WHAT, WHEN

from recoupe.engine import LocalEngine
from recoupe.flow import ReadOptions, read_captures
from recoupe.model import MODES, Capture, Declared, Failure, make_capture

FRENCH = (
    "{who} a déclaré lundi que le pont était fermé depuis l'aube.",
    "« Personne n'a été prévenu », a affirmé {who} à la presse.",
    "Selon {who}, au moins {n} bateaux ont été perdus dans la tempête.",
    "{who} a démenti que la route reste fermée pendant {n} jours.",
)
UNIQUE = 1_000_000
"""Words that can be made up; the number of a report and of its sentence picks one."""


def captures(number: int) -> Iterator[Capture]:
    for at in range(number):
        chance = random.Random(at)  # noqa: S311 - the same reports in every run
        french = at % 2 == 0
        sentence = _french if french else _english
        text = " ".join(sentence(chance, _name(at, turn)) for turn in range(4))
        yield make_capture(
            text.encode(),
            source=f"made-{at}",
            media_type="text/plain",
            captured_at=datetime(2030, 1, 1, tzinfo=UTC),
            declared=Declared(published="2029-12-31", language="fr" if french else "en"),
            charset="utf-8",
        )


def _name(at: int, turn: int) -> str:
    return f"{made_up(at % 997).title()} {made_up(UNIQUE + 4 * at + turn).title()}"


def _english(chance: random.Random, name: str) -> str:
    if chance.random() < 0.3:
        return chance.choice(ALSO)
    told = chance.choice(WHAT).format(n=chance.randrange(2, 90))
    return f"{name} {chance.choice(SAID)} {chance.choice(WHEN)} that {told}."


def _french(chance: random.Random, name: str) -> str:
    return chance.choice(FRENCH).format(who=name, n=chance.randrange(2, 90))


def memory() -> tuple[float, float]:
    """Return what all processes hold, and the sum of their peaks, in MB."""
    processes = [os.getpid(), *(child.pid for child in multiprocessing.active_children())]
    found = [_of_process(process) for process in processes if process is not None]
    return sum(now for now, _ in found), sum(most for _, most in found)


def _of_process(process: int) -> tuple[float, float]:
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    told = dict(line.split(":", 1) for line in lines)
    now, most = (float(told[key].split()[0]) / 1000 for key in ("VmRSS", "VmHWM"))
    return now, most


def main() -> None:
    parser = argparse.ArgumentParser(description="Memory as documents go through.")
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000, 50_000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--mode", choices=MODES, default="fast")
    asked = parser.parse_args()
    options = ReadOptions(today=date(2030, 1, 2), mode=asked.mode)
    begin = time.perf_counter()
    print("documents   MB now  MB, sum of peaks   seconds", flush=True)
    results = read_captures(captures(max(asked.sizes)), options, LocalEngine(asked.workers))
    for number, (_, read) in enumerate(results, 1):
        if isinstance(read, Failure):
            raise SystemExit(read.message)
        if number in asked.sizes:
            now, most = memory()
            seconds = time.perf_counter() - begin
            print(f"{number:9,} {now:8,.0f} {most:17,.0f} {seconds:9,.0f}", flush=True)


if __name__ == "__main__":
    main()
