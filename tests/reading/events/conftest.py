"""Events of a few words, with parties and statements made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Article, Entity, Event, Span, Stance, Statement, content_id
from recoupe.reading.events import read_events
from recoupe.reading.figures import read_figures
from recoupe.reading.parse import Parse
from recoupe.reading.places import read_places
from recoupe.reading.times import read_times


def span_of(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return article.span(start, start + len(words))


def entity(article: Article, name: str) -> Entity:
    """Return an entity with one mention; its id is its name, so that tests can be read."""
    span = span_of(article, name)
    return Entity(name, "organisation", name, (), (), None, (span,), ())


def statement(
    article: Article, words: str, speaker: str | None = None, stance: Stance = "asserts"
) -> Statement:
    """Return a statement whose content is ``words``."""
    span = span_of(article, words)
    name = content_id("statement", article.id, span.start)
    return Statement(
        name, (span,), (), (), speaker, speaker, "indirect", stance, False, None, (), 1.0
    )


@pytest.fixture(scope="session")
def told(parse_of: Callable[..., Parse]) -> Callable[..., tuple[Event, ...]]:
    """``told(text, language, names=(), said=())``: the events, places and times read for real.

    ``said`` are ``(words, speaker, stance)`` of statements.
    """

    def read(
        text: str,
        language: str,
        names: tuple[str, ...] = (),
        said: tuple[tuple[str, str | None, Stance], ...] = (),
    ) -> tuple[Event, ...]:
        parse = parse_of(text, language)
        article = parse.article
        statements = tuple(statement(article, *entry) for entry in said)
        entities = tuple(entity(article, name) for name in names)
        places, times = read_places(parse), read_times(parse)
        figures = read_figures(parse, statements, times, places, counting="recoupe")
        return read_events(parse, statements, entities, places, times, figures)

    return read
