"""How grouping grows: python benchmarks/stories.py [1000 3000 10000].

Made-up reports: a vocabulary with Zipf's frequencies, incidents of one to eight reports with names,
a town and a day of their own. Prints CPU seconds and the peak of memory for all at once, and CPU
milliseconds for each of 5 reports added later, one by one.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from bisect import bisect
from datetime import UTC, datetime
from itertools import accumulate

from recoupe.model import Place, make_article, make_capture
from recoupe.model.article import Block
from recoupe.model.capture import Declared
from recoupe.story.features import Features, Spot, Toll
from recoupe.story.stories import Stories

WORDS, NAMES, TOWNS = 20_000, 30_000, 3_000
LENGTH, LATER = 250, 5
WHEN = datetime(2000, 1, 1, tzinfo=UTC)


def main() -> None:
    for number in [int(size) for size in sys.argv[1:]] or [1_000, 3_000, 10_000]:
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
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{number:6} reports {found:6} stories {whole:7.1f} s  {each:6.0f} ms each later "
            f"{peak:6.0f} MB",
            flush=True,
        )


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
