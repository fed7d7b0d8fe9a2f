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
from typing import TYPE_CHECKING, Final, TypeVar

from recoupe.article import to_article
from recoupe.engine import Engine
from recoupe.engine.spool import Spool
from recoupe.errors import RecoupeError, unforeseen
from recoupe.model import (
    Article,
    Capture,
    CrossCheck,
    Failure,
    Mode,
    Reading,
    ReportEntry,
    Review,
    Story,
    WarcRecord,
    failure,
)

if TYPE_CHECKING:
    from recoupe.comparison.checking import Checked, Shared

logger = logging.getLogger(__name__)

BATCH: Final = 16
"""Reports read together: enough for spaCy to batch, few enough to keep memory flat."""

PASSED: Final = frozenset({"no_article", "empty_input", "unknown_language"})
"""What is wrong with pages that are no reports for us; a web archive holds thousands of them."""

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")
Batch = tuple[Capture | Failure, ...]
Result = tuple[Capture | None, Reading | Failure]
"""A reading with the capture it was made from; a failure has the capture if it got that far."""
Progress = Callable[[str, int, int], None]
"""Told what is being done, how many of it are, and how many there are."""


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
    kept: deque[tuple[WarcRecord, ...]] = deque()
    light = _without_records(captures, kept)
    for item, result in over_batches(step, _batches(light, BATCH), engine):
        found = _lost(item, result) if isinstance(result, Failure) else result
        yield _with_records(found, kept.popleft())


def _without_records(
    items: Iterable[Capture | Failure], kept: deque[tuple[WarcRecord, ...]]
) -> Iterator[Capture | Failure]:
    """Yield items without the records of their web archives, which no reader needs."""
    for item in items:
        kept.append(item.records)
        yield replace(item, records=()) if item.records else item


def _with_records(result: Result, records: tuple[WarcRecord, ...]) -> Result:
    """Return a result with the records that its capture had, or the failure in its place."""
    capture, read = result
    if capture is not None:
        return replace(capture, records=records), read
    return None, replace(read, records=records) if isinstance(read, Failure) else read


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
    readings: Iterable[Reading],
    engine: Engine,
    *,
    shared: Shared | None = None,
    said: Sequence[Review] = (),
    articles: Mapping[str, str] | None = None,
    progress: Progress = lambda _what, _done, _all: None,
) -> tuple[CrossCheck, tuple[Failure, ...]]:
    """Group readings into stories, compare each; return the cross-check, and what failed.

    Readings are laid aside on the disk as they come, so that only those of a few stories are held.
    ``shared`` is what people said of parties, copies and matters; without it, names tell parties.
    ``said`` are reviews, of which those of stories count; ``articles`` go from ids of reports to
    those of the articles in ``readings``. The order of ``readings`` changes nothing but that of the
    reports. ``progress`` is told how many stories are checked.
    """
    from recoupe.comparison.checking import Shared, cross_check, entry, taken_back
    from recoupe.comparison.lineage.corpus import Corpus
    from recoupe.story.features import features
    from recoupe.story.stories import Stories, as_said

    entries: dict[str, ReportEntry] = {}
    grouped, corpus = Stories(), Corpus()
    checked: list[Checked] = []
    failures: list[Failure] = []
    noted: list[Article] = []
    with Spool[Reading]() as spool:
        for reading in readings:
            spool.put(reading.article.id, reading)
            entries[reading.article.id] = entry(reading.article)
            noted.append(replace(reading.article, text="", blocks=(), links=()))
            grouped.put(features(reading))
            told = reading.article
            corpus.put(told.id, told.text, published=told.published, outlet=told.outlet)
        known = {**{report: report for report in entries}, **(articles or {})}
        stories = as_said(grouped, said, known)
        gone = taken_back(noted)
        entries = {id_: replace(one, withdrawn=gone.get(id_)) for id_, one in entries.items()}
        with_all = replace(shared or Shared(), known=corpus.known(), withdrawn=frozenset(gone))
        for one, failed in check_stories(stories, spool.__getitem__, with_all, engine):
            checked.append(one)
            failures += [failed] if failed else []
            progress("stories checked", len(checked), len(stories))
    return cross_check(entries.values(), checked), tuple(failures)


def check_stories(
    stories: Iterable[Story], load: Callable[[str], Reading], shared: Shared, engine: Engine
) -> Iterator[tuple[Checked, Failure | None]]:
    """Yield what each story comes to, in order; one that fails comes to nothing, with the failure.

    ``load`` returns the reading of a report by its id; it is asked story by story, for no more
    stories than the engine runs at once.
    """
    from recoupe.comparison.checking import Checked, check_story

    handed: deque[Story] = deque()
    items = (shared.of(story, map(load, story.reports)) for story in _noted(stories, handed))
    for result in engine.each(check_story, items):
        story = handed.popleft()
        if isinstance(result, Failure):
            yield Checked(story, (), ()), replace(result, input=story.title or story.id)
        else:
            yield replace(result, story=story), None


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
        failed = _failed(error, capture.input, capture.declared.input_id)
        return replace(failed, passed=capture.of_archive and failed.kind in PASSED)


def _failed(error: Exception, source: str, input_id: str | None) -> Failure:
    known = error if isinstance(error, RecoupeError) else unforeseen(error, source)
    return failure(known, source, input_id)


def _batches(items: Iterable[Capture | Failure], size: int) -> Iterator[Batch]:
    stream = iter(items)
    while batch := tuple(islice(stream, size)):
        yield batch
