"""Readings of a few statements, made without any reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from recoupe.model import Article, Reading, Span, Statement, content_id


@dataclass(frozen=True)
class Told:
    """A statement by its words; cue and source are those that stand nearest to the content."""

    content: str | tuple[str, ...]
    cue: str = ""
    source: str = ""
    speaker: str | None = None
    nth: int = 1


def occurrences(article: Article, words: str) -> list[Span]:
    found = []
    at = article.text.find(words)
    while at >= 0:
        found.append(article.span(at, at + len(words)))
        at = article.text.find(words, at + 1)
    return found


def nearest(article: Article, words: str, to: Span) -> tuple[Span, ...]:
    if not words:
        return ()
    return (
        min(
            occurrences(article, words),
            key=lambda span: max(to.start - span.end, span.start - to.end),
        ),
    )


def statement(article: Article, told: Told) -> Statement:
    parts = (told.content,) if isinstance(told.content, str) else told.content
    content = tuple(occurrences(article, part)[told.nth - 1] for part in parts)
    return made(
        content,
        nearest(article, told.cue, content[0]),
        nearest(article, told.source, content[0]),
        told.speaker,
    )


def made(
    content: tuple[Span, ...],
    cue: tuple[Span, ...] = (),
    source: tuple[Span, ...] = (),
    speaker: str | None = None,
) -> Statement:
    return Statement(
        id=content_id("statement", content, cue, source, speaker),
        content=content,
        cue=cue,
        source=source,
        speaker=speaker and content_id("entity", speaker),
        speaker_name=speaker,
        kind="indirect",
        stance="asserts",
        hedged=False,
        within=None,
        via=(),
        confidence=1.0,
    )


def reading(article: Article, statements: tuple[Statement, ...]) -> Reading:
    return Reading(article, statements, (), (), (), (), (), (), ())


@pytest.fixture(scope="session")
def reading_of(article_of: Callable[..., Article]) -> Callable[..., Reading]:
    """``reading_of(text, *told, language="fr")``."""

    def build(text: str, *told: Told, language: str = "fr") -> Reading:
        article = article_of(text, language)
        return reading(article, tuple(statement(article, one) for one in told))

    return build
