"""All readers over one shared parse, in the order in which each needs the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice

from recoupe.model import Article, Entity, Mode, Place, Reading, Statement
from recoupe.reading import (
    attributions,
    events,
    evidence,
    figures,
    places,
    quotations,
    speakers,
    times,
)
from recoupe.reading.coreference import read_cast
from recoupe.reading.known import link_known, open_list
from recoupe.reading.parse import BATCH, Parse, parse_all
from recoupe.reading.pipelines import words_kept
from recoupe.reading.provenance import readers_of


def read_all(
    articles: Iterable[Article],
    language: str,
    *,
    counting: str,
    mode: Mode = "accurate",
    known: tuple[str, ...] = (),
    gazetteers: tuple[str, ...] = (),
) -> Iterator[Reading]:
    """Read articles of one language, in order, in batches through one spaCy pipeline."""
    read = partial(read_parse, counting=counting, mode=mode, known=known, gazetteers=gazetteers)
    stream = iter(articles)
    while batch := list(islice(stream, BATCH)):
        yield from _read_batch(batch, language, mode, read)


def _read_batch(
    articles: list[Article], language: str, mode: Mode, read: Callable[[Parse], Reading]
) -> list[Reading]:
    readings = []
    with words_kept(language):
        for parsed in parse_all(articles, language, mode=mode):
            readings.append(read(parsed))
            parsed.part()
    return readings


def read_parse(
    parse: Parse,
    *,
    counting: str,
    mode: Mode = "accurate",
    known: tuple[str, ...] = (),
    gazetteers: tuple[str, ...] = (),
) -> Reading:
    """Return everything read in one parsed article.

    ``counting`` names the profile by which vague quantities become bounds; ``mode`` is the one
    the article was parsed for; ``known`` are the files of lists of known people and bodies,
    ``gazetteers`` the folders of imported gazetteers.
    """
    quoted = quotations.read_quotations(parse)
    drafts = attributions.read_attributions(parse, quoted, mode)
    found_places = places.read_places(parse, gazetteers)
    entities, statements = speakers.name_speakers(parse, read_cast(parse), drafts, found_places)
    entities, statements = _with_known(parse, entities, statements, known, found_places)
    found_times = times.read_times(parse)
    found_figures = figures.read_figures(
        parse, statements, found_times, found_places, counting=counting
    )
    found_events = events.read_events(
        parse, statements, entities, found_places, found_times, found_figures
    )
    return Reading(
        article=parse.article,
        statements=statements,
        entities=entities,
        places=found_places,
        times=found_times,
        figures=found_figures,
        events=found_events,
        evidence=evidence.read_evidence(parse, entities),
        readers=readers_of(
            parse.article.language, mode, counting=counting, known=known, gazetteers=gazetteers
        ),
    )


def _with_known(
    parse: Parse,
    entities: tuple[Entity, ...],
    statements: tuple[Statement, ...],
    known: tuple[str, ...],
    found: tuple[Place, ...],
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """Return entities and statements as the lists of known people and bodies tell who they are."""
    if not known:
        return entities, statements
    published = parse.article.published
    day = date.fromisoformat(published[:10]) if published is not None else None
    lists = [open_list(path) for path in known]
    return link_known(entities, statements, lists, published=day, places=found)
