"""What each stage of a reading costs, in CPU milliseconds an article, in one process."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from unittest.mock import patch

from recoupe.article import to_article
from recoupe.flow import BATCH, ReadOptions, read_articles
from recoupe.model import Article, Capture, Failure
from recoupe.reading import reader
from recoupe.reading.parse import parse_all
from recoupe.reading.pipelines import annotator

P = ParamSpec("P")
R = TypeVar("R")

READERS: tuple[tuple[Any, str], ...] = (
    (reader.quotations, "read_quotations"),
    (reader.attributions, "read_attributions"),
    (reader.places, "read_places"),
    (reader, "read_cast"),
    (reader.speakers, "name_speakers"),
    (reader.times, "read_times"),
    (reader.figures, "read_figures"),
    (reader.events, "read_events"),
    (reader.evidence, "read_evidence"),
)


def stage_table(captures: Iterable[Capture], options: ReadOptions) -> dict[str, float]:
    """Return CPU milliseconds an article by stage, of articles of one language, after a warm-up.

    ``spaCy NAME`` are the components of the pipeline over the bare texts, ``parse`` is what the
    reading's own parse costs in all, and ``read NAME`` are the readers over it.
    """
    watch = Stopwatch()
    for _ in range(2):
        watch.spent.clear()
        articles = [watch.timing("article", to_article)(c, today=options.today) for c in captures]
        for batch in _batches(articles):
            _annotate(batch, watch)
            with watch.over("parse"):
                list(parse_all(batch, batch[0].language, mode=options.mode))
            with watch.before(READERS):
                _read(batch, options)
    return {stage: spent / len(articles) * 1000 for stage, spent in watch.spent.items()}


class Stopwatch:
    """Adds up CPU seconds by name."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    @contextmanager
    def over(self, name: str) -> Iterator[None]:
        """Add what the block costs to ``name``."""
        begin = time.process_time()
        yield
        self.spent[name] += time.process_time() - begin

    def timing(self, name: str, task: Callable[P, R]) -> Callable[P, R]:
        """Return ``task`` with what each call costs added to ``name``."""

        @wraps(task)
        def timed(*args: P.args, **options: P.kwargs) -> R:
            with self.over(name):
                return task(*args, **options)

        return timed

    @contextmanager
    def before(self, functions: Iterable[tuple[Any, str]]) -> Iterator[None]:
        """Stand before these functions of these modules."""
        with ExitStack() as stack:
            for owner, name in functions:
                timed = self.timing(f"read {name.split('_')[1]}", getattr(owner, name))
                stack.enter_context(patch.object(owner, name, timed))
            yield


def _batches(articles: list[Article]) -> Iterator[list[Article]]:
    for at in range(0, len(articles), BATCH):
        yield articles[at : at + BATCH]


def _annotate(batch: list[Article], watch: Stopwatch) -> None:
    pipeline = annotator(batch[0].language)
    with watch.over("spaCy tokenizer"):
        docs = [pipeline.nlp.make_doc(article.text) for article in batch]
    for name, step in pipeline.steps:
        with watch.over(f"spaCy {name}"):
            docs = step(docs)


def _read(batch: list[Article], options: ReadOptions) -> None:
    for result in read_articles(batch, options):
        if isinstance(result, Failure):
            raise SystemExit(result.message)
