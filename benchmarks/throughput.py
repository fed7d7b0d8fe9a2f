"""How many articles a second Recoupe reads, in how much memory, and where the time goes.

    python benchmarks/throughput.py [--from html] [--mode fast] [--workers 2] [--articles 160]
        [--language fr] [--stages]

Reads news articles of 350 to 700 words of the gold data, French and English by turns, as
``recoupe read --workers`` does: the same flow, engine and batches. Each worker is timed from the
end of its first batches, when models and tables are loaded, to the end of its last; rates of the
workers add up. Memory is the sum of the peaks of all processes. The same texts then go through
``spacy.pipe`` alone, with the same pipelines as installed, in the same way: ratios hold on any
machine, seconds on this one, and CPU seconds also on one that is shared. ``--from html`` reads the
same articles out of pages that are as heavy as those of news sites (``made_pages.py``).
``--stages`` adds what each stage of the reading costs, in one process.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import re
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from importlib.util import find_spec
from itertools import cycle, islice
from typing import TYPE_CHECKING

from made_pages import page_around

from recoupe.engine import LocalEngine
from recoupe.evaluation import gold_folder
from recoupe.flow import BATCH, ReadOptions, read_batch
from recoupe.languages import pack
from recoupe.model import MODES, Capture, Declared, Failure, make_capture

if TYPE_CHECKING:
    from spacy.language import Language

WORDS = range(350, 701)
WARMING = 2
"""Batches of a worker that are not timed."""

FILES = {
    "en": ("attribution/polnear_dev.jsonl", "attribution/polnear_train.jsonl"),
    "fr": ("attribution/fr_dev.jsonl", "press/gilets_jaunes_dev.jsonl"),
}

PARAGRAPH = 60
"""Words of a paragraph of a page, after which it ends with its sentence."""
TITLE = 18
"""Words of the longest line that is taken for a title."""


@dataclass(frozen=True, slots=True)
class Lap:
    """One batch as its worker saw it: seconds of the common clock and of its processor, bytes."""

    worker: int
    end: float
    cpu: float
    articles: int
    peak: int


@dataclass(frozen=True, slots=True)
class Rate:
    """What a run came to: articles a second, CPU seconds an article, bytes of all processes."""

    a_second: float
    cpu: float
    peak: int


def articles(language: str, count: int) -> list[Capture]:
    """Return the first ``count`` articles of the right length in the files of a language."""
    return list(islice(_articles(language), count))


def _articles(language: str) -> Iterator[Capture]:
    for name in FILES[language]:
        with (gold_folder() / name).open(encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                if len(record["text"].split()) in WORDS:
                    yield _capture(record, language)


def _capture(record: dict[str, str], language: str) -> Capture:
    return make_capture(
        record["text"].encode(),
        source=record["id"],
        media_type="text/plain",
        captured_at=datetime(2000, 1, 1, tzinfo=UTC),
        declared=Declared(
            input_id=record["id"],
            published=record.get("published") or record.get("date"),
            language=language,
        ),
        charset="utf-8",
    )


def in_pages(captures: list[Capture]) -> list[Capture]:
    """Return the captures of pages around the words of captures of text; nothing is declared."""
    return [in_page(number, capture) for number, capture in enumerate(captures)]


def in_page(number: int, capture: Capture) -> Capture:
    lines = list(filter(str.strip, capture.content.decode().splitlines()))
    titled = len(lines) > 1 and len(lines[0].split()) <= TITLE
    title = lines.pop(0) if titled else " ".join(lines[0].split()[: TITLE // 2])
    told = [part for line in lines for part in paragraphs(line)]
    return make_capture(
        page_around(number, title, told, str(capture.declared.language)).encode(),
        source=f"https://news.example/{number}",
        media_type="text/html",
        captured_at=datetime(2030, 1, 1, tzinfo=UTC),
        declared=Declared(url=f"https://news.example/{number}"),
        charset="utf-8",
    )


def paragraphs(line: str) -> Iterator[str]:
    """Yield a line cut at the ends of sentences, as sites cut it, whatever the gold text has."""
    kept: list[str] = []
    for sentence in re.split(r"(?<=[.!?»”]) (?=[A-ZÉÀ«“])", line):
        kept += sentence.split()
        if len(kept) >= PARAGRAPH:
            yield " ".join(kept)
            kept.clear()
    if kept:
        yield " ".join(kept)


def read(batch: tuple[Capture, ...], options: ReadOptions) -> object:
    results = read_batch(batch, options)
    for _, result in results:
        if isinstance(result, Failure):
            raise RuntimeError(result.message)
    return results


def pipe_alone(batch: tuple[Capture, ...], _: ReadOptions) -> object:
    texts: dict[str, list[str]] = defaultdict(list)
    for capture in batch:
        texts[str(capture.declared.language)].append(capture.content.decode())
    for language, some in texts.items():
        for _ in stock(language).pipe(some, batch_size=BATCH):
            pass
    return None


@cache
def stock(language: str) -> Language:
    """Return the pipeline as its package loads it, with none of what Recoupe does about speed."""
    names = pack(language).about.pipelines
    return importlib.import_module(next(filter(find_spec, names))).load()


def timed(batch: tuple[Capture, ...], step: Callable[..., object], options: ReadOptions) -> Lap:
    """Run one batch: the step that the engine hands to its workers."""
    begin = time.process_time()
    step(batch, options)
    return Lap(
        worker=os.getpid(),
        end=time.perf_counter(),
        cpu=time.process_time() - begin,
        articles=len(batch),
        peak=peak_memory(),
    )


def peak_memory() -> int:
    """Return the largest resident set that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def rate(
    captures: list[Capture], step: Callable[..., object], options: ReadOptions, workers: int
) -> Rate:
    batches = [tuple(captures[at : at + BATCH]) for at in range(0, len(captures), BATCH)]
    warming = islice(cycle(batches), WARMING * workers)
    laps: dict[int, list[Lap]] = defaultdict(list)
    for lap in LocalEngine(workers).each(
        partial(timed, step=step, options=options), [*warming, *batches]
    ):
        if isinstance(lap, Failure):
            raise SystemExit(lap.message)
        laps[lap.worker].append(lap)
    kept = [(some[WARMING - 1], some[WARMING:]) for some in laps.values() if len(some) > WARMING]
    counted = [lap for _, some in kept for lap in some]
    if not counted:
        raise SystemExit("too few articles: no worker got any after its first batches")
    return Rate(
        a_second=sum(
            sum(lap.articles for lap in some) / (some[-1].end - start.end) for start, some in kept
        ),
        cpu=sum(lap.cpu for lap in counted) / sum(lap.articles for lap in counted),
        peak=sum(max(lap.peak for lap in some) for some in laps.values())
        + (peak_memory() if os.getpid() not in laps else 0),
    )


def main() -> None:
    asked = arguments()
    options = ReadOptions(today=date(2026, 1, 1), mode=asked.mode)
    languages = [asked.language] if asked.language else sorted(FILES)
    each = [articles(language, asked.articles // len(languages)) for language in languages]
    texts = [capture for turn in zip(*each, strict=False) for capture in turn]
    captures = in_pages(texts) if asked.source == "html" else texts
    words = sum(len(capture.content.decode().split()) for capture in texts)
    size = sum(len(capture.content) for capture in captures) // len(captures)
    print(
        f"{len(captures)} articles of {words // len(captures)} words, "
        f"from {asked.source} of {size:,} bytes, mode {asked.mode}"
    )
    whole = rate(captures, read, options, asked.workers)
    alone = rate(texts, pipe_alone, options, asked.workers)
    print(f"{asked.workers} workers    articles/s  CPU ms each  peak MB in all")
    for name, run in (("recoupe", whole), ("spaCy alone", alone)):
        print(f"{name:12} {run.a_second:9.1f} {run.cpu * 1000:12.1f} {run.peak / 1e6:15,.0f}")
    print(f"ratio of CPU {whole.cpu / alone.cpu:9.2f}")
    if asked.stages:
        made = map(in_pages, each) if asked.source == "html" else each
        show_stages(dict(zip(languages, made, strict=True)), options)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Articles a second, memory and stages.")
    parser.add_argument("--from", dest="source", choices=("text", "html"), default="text")
    parser.add_argument("--mode", choices=MODES, default=MODES[0])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--articles", type=int, default=256, help="of all languages together")
    parser.add_argument("--language", choices=sorted(FILES), help="only this one")
    parser.add_argument("--stages", action="store_true", help="what each stage costs, too")
    return parser.parse_args()


def show_stages(captures: dict[str, list[Capture]], options: ReadOptions) -> None:
    from stages import stage_table  # it loads spaCy, which the first process does without

    step = partial(stage_table, options=options)
    tables = {}
    for language, some in captures.items():  # one after another, each in a process of its own
        [table] = LocalEngine(2).each(step, [some])
        if isinstance(table, Failure):
            raise SystemExit(table.message)
        tables[language] = table
    print("\nCPU ms an article " + "".join(f"{language:>8}" for language in tables))
    for stage in dict.fromkeys(stage for table in tables.values() for stage in table):
        costs = (table.get(stage) for table in tables.values())
        cells = ("" if cost is None else f"{cost:.1f}" for cost in costs)
        print(f"{stage:18}" + "".join(f"{cell:>8}" for cell in cells))


if __name__ == "__main__":
    main()
