"""How grouping grows: python benchmarks/stories.py [--news] [1000 3000 10000].

Made-up reports: a vocabulary with Zipf's frequencies, incidents of one to eight reports with names,
a town and a day of their own. Prints CPU seconds and the peak of memory for all at once, and CPU
milliseconds for each of 5 reports added later, one by one.

``--news`` makes whole readings instead (``made_news.py``), each size in a process of its own, and
prints what their features cost and what their grouping: candidates, links and stories.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from bisect import bisect
from datetime import UTC, datetime
from itertools import accumulate

from made_news import news

from recoupe.model import Place, make_article, make_capture
from recoupe.model.article import Block
from recoupe.model.capture import Declared
from recoupe.story.features import Features, Spot, Toll, features
from recoupe.story.stories import Stories

WORDS, NAMES, TOWNS = 20_000, 30_000, 3_000
LENGTH, LATER = 250, 5
WHEN = datetime(2000, 1, 1, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description="How grouping grows.")
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 3_000, 10_000])
    parser.add_argument("--news", action="store_true", help="whole readings, as reports have them")
    asked = parser.parse_args()
    if not asked.news:
        for number in asked.sizes:
            added_later(number)
    elif len(asked.sizes) == 1:
        of_news(asked.sizes[0])
    else:
        for number in asked.sizes:
            subprocess.run([sys.executable, __file__, "--news", str(number)], check=True)


def added_later(number: int) -> None:
    reports = made(number + LATER)
    stories = Stories()
    start = time.process_time()
    for report in reports[:number]:
        stories.put(report)
    found = len(stories.stories())
    whole = time.process_time() - start
    start = time.process_time()
    for report in reports[number:]:
        stories.put(report)
        stories.stories()
    each = (time.process_time() - start) / LATER * 1000
    print(
        f"{number:6} reports {found:6} stories {whole:7.1f} s  {each:6.0f} ms each later "
        f"{peak():6.0f} MB",
        flush=True,
    )


def of_news(number: int) -> None:
    stories = Stories()
    told = grouped = 0.0
    for reading in news(number):
        start = time.process_time()
        report = features(reading)
        middle = time.process_time()
        stories.put(report)
        grouped += time.process_time() - middle
        told += middle - start
    start = time.process_time()
    found = len(stories.stories())
    grouped += time.process_time() - start
    print(
        f"{number:7} reports {found:6} stories  features {told:7.1f} s  grouping {grouped:7.1f} s, "
        f"{grouped / number * 1000:5.1f} ms each  {peak():6.0f} MB",
        flush=True,
    )


def peak() -> float:
    """Return the largest memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def made(number: int) -> list[Features]:
    """Return made-up reports in a random order; the same for every run."""
    chance = random.Random(number)  # noqa: S311
    words = list(accumulate(1 / (rank + 3) for rank in range(WORDS)))
    found: list[Features] = []
    while len(found) < number:
        day = 738_000 + chance.randrange(max(30, number // 10))
        town = chance.randrange(TOWNS)
        names = [f"name{chance.randrange(NAMES)}" for _ in range(6)] + [f"town{town}"]
        topic = [drawn(chance, words) for _ in range(40)]
        size = chance.choice((1, 1, 1, 2, 2, 3, 5, 8))
        found += [report(chance, names, (day, town), topic, words) for _ in range(size)]
    chance.shuffle(found)
    return found[:number]


def drawn(chance: random.Random, words: list[float]) -> str:
    return f"w{bisect(words, chance.random() * words[-1])}"


def report(
    chance: random.Random,
    names: list[str],
    when_where: tuple[int, int],
    topic: list[str],
    words: list[float],
) -> Features:
    day, town = when_where
    told = [drawn(chance, words) for _ in range(LENGTH)] + chance.sample(topic, 20)
    here = chance.sample(names, 4) + [f"name{chance.randrange(NAMES)}" for _ in range(15)]
    text = f"{' '.join(told)} {chance.random()}"
    capture = make_capture(
        text.encode(),
        source="made",
        media_type="text/plain",
        captured_at=WHEN,
        declared=Declared(),
    )
    article = make_article(capture, text, (Block("paragraph", 0, len(text)),), language="en")
    place = Place(
        "place",
        article.span(0, 1),
        f"town{town}",
        "city",
        town / 40,
        town % 40 + 0.5,
        3000,
        "XX",
        town,
        None,
        1.0,
    )
    counts = {word: told.count(word) for word in told}
    return Features(
        report=article.id,
        language="en",
        title=" ".join(told[:8]),
        published=day + chance.randrange(4),
        days=((day, 1),),
        months=(),
        names=tuple(sorted((name, 1) for name in set(here))),
        words=tuple(sorted(counts.items())),
        numbers=(),
        headline=tuple(sorted({*topic[:4], *told[:3]})),
        people=tuple(sorted((f"person:{name}", name) for name in names[:2])),
        parties=(),
        spelt=tuple(sorted((name, name) for name in set(here))),
        spots=(Spot(town, place.lat or 0.0, place.lon or 0.0, False, 1, 0, place),),
        tolls=(Toll("killed", 1, 1),),
        events=(("Battles", 1),),
    )


if __name__ == "__main__":
    main()
