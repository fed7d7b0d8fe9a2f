"""The flow of Recoupe, the first page to read.

    capture ─► article ─► reading ─► story ─► comparison ─► dossier, export
     bytes      text      spans     groups    findings      pages, files

Each arrow is one function from frozen records to frozen records. Only ``capture`` touches the
network, only ``store`` a database, only ``dossier`` speaks HTTP. One bad report never stops a run:
it becomes a :class:`~recoupe.model.Failure` in the place where its reading would stand.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice
from typing import Final, TypeVar

from recoupe.article import to_article
from recoupe.engine import Engine
from recoupe.errors import RecoupeError, unforeseen
from recoupe.model import (
    Article,
    Capture,
    CrossCheck,
    Failure,
    Mode,
    Reading,
    Review,
    Story,
    failure,
)

logger = logging.getLogger(__name__)

BATCH: Final = 16
"""Reports read together: enough for spaCy to batch, few enough to keep memory flat."""

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")
Batch = tuple[Capture | Failure, ...]
Result = tuple[Capture | None, Reading | Failure]
"""A reading with the capture it was made from; a failure has the capture if it got that far."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    ``today`` bounds publication dates, ``counting`` names a recorder's profile, and ``mode`` says
    how much care each report gets. ``known`` are the files of lists of known people and bodies,
    ``gazetteers`` the folders of imported gazetteers.
    """

    today: date
    counting: str = "recoupe"
    mode: Mode = "accurate"
    known: tuple[str, ...] = ()
    gazetteers: tuple[str, ...] = ()


def read_captures(
    captures: Iterable[Capture | Failure], options: ReadOptions, engine: Engine
) -> Iterator[Result]:
    """Capture to reading: yield one result for each capture, in order, whatever the engine.

    A batch that the engine lost (a worker that died) is read again, one report at a time, so that
    only the report that kills its worker fails.
    """
    step = partial(read_batch, options=options)
    for item, result in over_batches(step, _batches(captures, BATCH), engine):
        yield _lost(item, result) if isinstance(result, Failure) else result


def over_batches(
    step: Callable[[tuple[ItemT, ...]], tuple[ResultT, ...]],
    batches: Iterable[tuple[ItemT, ...]],
    engine: Engine,
) -> Iterator[tuple[ItemT, ResultT | Failure]]:
    """Yield each item of each batch with what ``step`` made of it, in order.

    A batch that the engine lost is tried again one item at a time; an item lost for good comes with
    the failure.
    """
    handed: deque[tuple[ItemT, ...]] = deque()
    for results in engine.each(step, _noted(batches, handed)):
        batch = handed.popleft()
        if not isinstance(results, Failure):
            yield from zip(batch, results, strict=True)
        elif len(batch) == 1:
            yield batch[0], results
        else:
            singly = ((item,) for item in batch)
            for item, result in zip(batch, engine.each(step, singly), strict=True):
                yield item, result if isinstance(result, Failure) else result[0]


def _noted(batches: Iterable[ItemT], handed: deque[ItemT]) -> Iterator[ItemT]:
    for batch in batches:
        handed.append(batch)
        yield batch


def _lost(item: Capture | Failure, record: Failure) -> Result:
    """Return the failure of one report that an engine lost, under the report's own name."""
    if isinstance(item, Failure):
        return None, item
    return item, replace(record, input=item.input, input_id=item.declared.input_id)


def check_readings(
    readings: Sequence[Reading],
    engine: Engine,
    *,
    parties: Mapping[str, str] | None = None,
    said: Sequence[Review] = (),
    articles: Mapping[str, str] | None = None,
) -> tuple[CrossCheck, tuple[Failure, ...]]:
    """Group readings into stories, compare each; return the cross-check, and what failed.

    ``parties`` go from ids of entities to parties across reports, as people joined and parted
    them; without it names tell. ``said`` are reviews, of which those of stories count; ``articles``
    go from ids of reports to those of the articles in ``readings``. The order of ``readings``
    changes nothing but that of the reports.
    """
    from recoupe.comparison.checking import Checked, StoryReadings, check_story, cross_check
    from recoupe.story.features import features
    from recoupe.story.reviewed import Said, said_of_stories
    from recoupe.story.stories import group

    by_id = {reading.article.id: reading for reading in readings}
    told = [features(reading) for reading in by_id.values()]

    def regroup(pairs: Said) -> tuple[Story, ...]:
        return group(told, must_link=pairs.together, cannot_link=pairs.apart)

    known = {**{report: report for report in by_id}, **(articles or {})}
    stories = regroup(said_of_stories(regroup, said, known))
    items = [
        StoryReadings(story, tuple(by_id[report] for report in story.reports), parties)
        for story in stories
    ]
    checked: list[Checked] = []
    failures: list[Failure] = []
    for story, result in zip(stories, engine.each(check_story, items), strict=True):
        if isinstance(result, Failure):
            failures.append(replace(result, input=story.title or story.id))
            checked.append(Checked(story, (), ()))
        else:
            checked.append(result)
    return cross_check(tuple(by_id.values()), checked), tuple(failures)


def read_batch(captures: Batch, options: ReadOptions) -> tuple[Result, ...]:
    """Return one result for each capture, in order: the step that an engine runs."""
    made = [_article(capture, options) for capture in captures]
    articles = [item for item in made if isinstance(item, Article)]
    readings = iter(read_articles(articles, options))
    results = [next(readings) if isinstance(item, Article) else item for item in made]
    kept = [capture if isinstance(capture, Capture) else None for capture in captures]
    return tuple(zip(kept, results, strict=True))


def read_articles(articles: Sequence[Article], options: ReadOptions) -> Iterator[Reading | Failure]:
    """Article to reading: yield one result for each article, in order, batched by language."""
    results: dict[int, Reading | Failure] = {}
    for language in sorted({article.language for article in articles}):
        places = [at for at, article in enumerate(articles) if article.language == language]
        batch = [articles[at] for at in places]
        results.update(zip(places, _read_language(batch, language, options), strict=True))
    for at in range(len(articles)):
        yield results[at]


def _read_language(
    articles: list[Article], language: str, options: ReadOptions
) -> list[Reading | Failure]:
    from recoupe.reading.reader import read_all

    try:
        read = read_all(
            articles,
            language,
            counting=options.counting,
            mode=options.mode,
            known=options.known,
            gazetteers=options.gazetteers,
        )
        return list(read)
    except Exception as error:
        if len(articles) > 1:  # find the one that fails, and read the others
            logger.debug("a batch failed; reading its reports one by one", exc_info=True)
            return [_read_language([article], language, options)[0] for article in articles]
        logger.debug("a report could not be read", exc_info=True)
        return [_failed(error, articles[0].input, articles[0].input_id)]


def _article(capture: Capture | Failure, options: ReadOptions) -> Article | Failure:
    if isinstance(capture, Failure):
        return capture
    try:
        return to_article(capture, today=options.today)
    except Exception as error:
        logger.debug("no article could be made", exc_info=True)
        return _failed(error, capture.input, capture.declared.input_id)


def _failed(error: Exception, source: str, input_id: str | None) -> Failure:
    known = error if isinstance(error, RecoupeError) else unforeseen(error, source)
    return failure(known, source, input_id)


def _batches(items: Iterable[Capture | Failure], size: int) -> Iterator[Batch]:
    stream = iter(items)
    while batch := tuple(islice(stream, size)):
        yield batch
