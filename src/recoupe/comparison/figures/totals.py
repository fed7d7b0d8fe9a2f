"""Totals: what a report comes to that counts only some people, or tells of a death uncounted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from recoupe.comparison.figures.bounds import Bounds
from recoupe.comparison.figures.claims import Claim
from recoupe.comparison.positions.parties import Party, day_of
from recoupe.comparison.positions.sayings import compiled
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.model import Article, Figure, FigureSubject, Reading, Span, content_id
from recoupe.reading.figures.summary import toll

_HARM: Final[tuple[FigureSubject, ...]] = ("killed", "injured")
_APART: Final = frozenset({"fighters", "soldiers", "bodies", "seen"})
"""Scopes whose numbers are no total: some recorders count them apart, others not at all."""
_HEADLINE: Final = 120
"""Code points of a headline that is not marked as one."""


def totals(reading: Reading, claims: Sequence[Claim], voice: Party) -> Iterator[Claim]:
    """Yield what a report comes to in people where it gives no number of people itself.

    It is the toll that its numbers of men, children and others come to, by whom the first of them
    is. Where there is none, but the headline tells of a death, at least one person died.
    """
    for what in _HARM:
        told = [claim for claim in claims if claim.figure.what == what]
        if any(claim.scope == "people" for claim in told):
            continue
        persons = [claim for claim in told if claim.scope not in _APART]
        if persons:
            yield from _added(reading.article, persons, what)
        elif what == "killed" and all(figure.what != what for figure in reading.figures):
            yield from _uncounted(reading, voice)


def _added(article: Article, claims: Sequence[Claim], what: FigureSubject) -> Iterator[Claim]:
    found = toll(article, [claim.figure for claim in claims], what)
    if found is None or (found.low is None and found.high is None):
        return
    first = claims[0]
    figure = replace(
        first.figure,
        id=content_id("figure", first.figure.id, "total"),
        low=found.low,
        high=found.high,
        counted=None,
        part_of=None,
        revises=None,
    )
    bounds = Bounds(found.low, found.high, figure.approximate)
    yield replace(first, figure=figure, scope="people", bounds=bounds)


def _uncounted(reading: Reading, voice: Party) -> Iterator[Claim]:
    article = reading.article
    words = pack(article.language).table("findings", FindingWords)
    span = _headline(article)
    found = compiled(words.deaths).search(span.text.lower()) if span is not None else None
    if span is None or found is None:
        return
    death = article.span(span.start + found.start(), span.start + found.end())
    figure = Figure(
        id=content_id("figure", article.id, death.start, death.end, "death"),
        span=death,
        low=1,
        high=None,
        approximate=False,
        what="killed",
        counted=None,
        according_to=None,
        hedged=False,
        time=None,
        place=None,
    )
    yield Claim(
        report=article.id,
        language=article.language,
        figure=figure,
        party=voice,
        statement=None,
        scope="people",
        bounds=Bounds(1, None),
        exact=True,
        place=None,
        days=None,
        at=day_of(reading),
    )


def _headline(article: Article) -> Span | None:
    """Return the headline, or else the first line; its lower case must have the same length."""
    marked = [block for block in article.blocks if block.kind == "headline"]
    first = len(article.text.split("\n", 1)[0][:_HEADLINE])
    start, end = (marked[0].start, marked[0].end) if marked else (0, first)
    span = article.trimmed(start, end) if end else None
    if span is None or len(span.text.lower()) != len(span.text):
        return None
    return span


def with_totals(
    readings: Iterable[tuple[Reading, Party]], claims: Sequence[Claim]
) -> tuple[Claim, ...]:
    """Return all claims of a story, those that totals add behind those of their report."""
    found: list[Claim] = []
    for reading, voice in readings:
        own = [claim for claim in claims if claim.report == reading.article.id]
        found += [*own, *totals(reading, own, voice)]
    return tuple(found)
