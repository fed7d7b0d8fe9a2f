"""Again what readers made that this program has other ones for: from the text that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, islice
from typing import Literal

from recoupe.engine import Engine
from recoupe.flow import BATCH, ReadOptions, over_batches, read_articles
from recoupe.model import Article, Failure, Mode, Reader, Reading
from recoupe.reading.provenance import manner_of, readers_of
from recoupe.store import Store

Outcome = Literal["altered", "same"]


@dataclass(frozen=True, slots=True)
class Outdated:
    """An article to read again, and how: in what mode, with whose rule of counting."""

    article: str
    mode: Mode
    counting: str


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one article: whether anything of its reading is another, or a failure."""

    article: str
    result: Outcome | Failure


@dataclass(frozen=True, slots=True)
class Again:
    """An article with how to read it: what an engine's step takes several of."""

    article: Article
    options: ReadOptions


def outdated(
    store: Store, options: ReadOptions, *, mode: Mode | None = None, everything: bool = False
) -> tuple[Outdated, ...]:
    """Return the articles to read again, in the order of adding.

    They are those whose readers are others than this program's, and those of reports that somebody
    corrected since: another date makes another "Wednesday". Each is to be read in the mode and with
    the counting that it was read with, or in ``mode``; the lists and gazetteers are those of
    ``options``. With ``everything`` no article is left out.
    """

    @cache
    def now(language: str, mode: Mode, counting: str) -> tuple[Reader, ...]:
        return readers_of(
            language, mode, counting=counting, known=options.known, gazetteers=options.gazetteers
        )

    found = []
    for one in store.readers():
        was, counting = manner_of(one.readers)
        wanted = mode or was
        if everything or one.corrected or one.readers != now(one.language, wanted, counting):
            found.append(Outdated(one.article, wanted, counting))
    return tuple(found)


def reread(
    articles: Sequence[Outdated],
    store: Store,
    options: ReadOptions,
    engine: Engine,
    *,
    author: str,
) -> Iterator[Reread]:
    """Yield what became of each article, in order, when its new reading is kept.

    Texts are those that are kept, never extracted again; reviews stay in force. Each reading is
    replaced in a transaction of its own, so that a run broken off anywhere goes on: what was
    replaced is not outdated any more. Raises :class:`StoreError` where nothing can be kept.
    """
    for again, result in over_batches(read_again, _batches(articles, store, options), engine):
        if isinstance(result, Failure):
            yield Reread(again.article.id, result)
        else:
            altered = store.replace_reading(result, author=author)
            yield Reread(again.article.id, "altered" if altered else "same")


def read_again(batch: tuple[Again, ...]) -> tuple[Reading | Failure, ...]:
    """Return one result for each article, in order: the step that an engine runs."""
    results: list[Reading | Failure] = []
    for options, alike in groupby(batch, key=lambda one: one.options):
        results += read_articles([one.article for one in alike], options)
    return tuple(results)


def _batches(
    articles: Iterable[Outdated], store: Store, options: ReadOptions
) -> Iterator[tuple[Again, ...]]:
    stream = iter(articles)
    while batch := tuple(islice(stream, BATCH)):
        yield tuple(
            Again(
                store.article(one.article),
                replace(options, mode=one.mode, counting=one.counting),
            )
            for one in batch
        )
