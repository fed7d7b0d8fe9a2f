"""Reading the figures of one article in order; a number alone leans on those before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.languages.numbers import counting_profile
from recoupe.model import (
    Figure,
    FigureSubject,
    Place,
    Reader,
    Statement,
    Time,
    content_id,
)
from recoupe.reading.figures.alone import counts_people, tolled
from recoupe.reading.figures.candidates import Candidate, candidates
from recoupe.reading.figures.counting import countings
from recoupe.reading.figures.lexicon import FigureLexicon, figure_lexicon
from recoupe.reading.figures.parts import Before, is_part, wholes
from recoupe.reading.figures.revisions import revisions
from recoupe.reading.figures.standing import (
    Around,
    inherits_hedge,
    is_hedged,
    nearest_place,
    nearest_time,
    vouched_by,
)
from recoupe.reading.figures.subjects import role_of, subject_of
from recoupe.reading.parse import Parse
from recoupe.reading.places import localities

READER = Reader(reader="figures", name="rules", version="2")


def read_figures(
    parse: Parse,
    statements: Sequence[Statement],
    times: Sequence[Time],
    places: Sequence[Place],
    *,
    counting: str,
) -> tuple[Figure, ...]:
    """Return every number of people of the article in order, without overlap.

    ``counting`` names the profile by which vague quantities become bounds. Raises
    :class:`~recoupe.errors.UsageError` where there is no such profile.
    """
    lexicon = figure_lexicon(parse.pack)
    around = Around(statements, times, localities(parse, places, statements))
    found: list[Figure] = []
    said: list[Before] = []
    before: Before | None = None
    for candidate in candidates(parse, lexicon, counting_profile(counting), times):
        what = _what(candidate, lexicon, before)
        if what == "other" and candidate.definite:
            what = _said_before(candidate, found)
        if what is not None:
            part = before is not None and is_part(candidate, before, lexicon)
            before = Before(candidate, what, part)
            said.append(before)
            found.append(_figure(parse, candidate, what, around))
    return _related(found, said, lexicon)


def _related(
    found: Sequence[Figure], said: Sequence[Before], lexicon: FigureLexicon
) -> tuple[Figure, ...]:
    """Return figures that point to the whole and the earlier count that each has, if any."""
    parts = wholes(said, lexicon)
    revised = revisions(said, parts, lexicon.cues)
    counted = countings(said, parts, revised, lexicon.cues)
    return tuple(
        replace(
            figure,
            part_of=found[parts[at]].id if at in parts else None,
            revises=found[revised[at]].id if at in revised else None,
            counting=counted.get(at),
        )
        for at, figure in enumerate(found)
    )


def _what(
    candidate: Candidate, lexicon: FigureLexicon, before: Before | None
) -> FigureSubject | None:
    """Return what a candidate is a number of, ``None`` where it is no number of people."""
    what = subject_of(candidate, lexicon)
    if candidate.indefinite:
        what = what or _of_whole(candidate, lexicon, before)
        wanted = lexicon.words.casualties if candidate.quantity.vague else lexicon.words.singles
        return what if what in wanted else None
    if not candidate.bare:
        return (
            what
            or _of_whole(candidate, lexicon, before)
            or tolled(candidate, lexicon, before)
            or role_of(candidate, lexicon)
            or "other"
        )
    return counts_people(candidate, what, lexicon, before)


def _said_before(candidate: Candidate, found: Sequence[Figure]) -> FigureSubject:
    """Return what happened to the same number of people before, or else "other"."""
    bounds = (candidate.quantity.low, candidate.quantity.high)
    same = (figure.what for figure in reversed(found) if (figure.low, figure.high) == bounds)
    return next((what for what in same if what != "other"), "other")


def _of_whole(
    candidate: Candidate, lexicon: FigureLexicon, before: Before | None
) -> FigureSubject | None:
    """Return what is said of the number that this one is a part of, or coordinated with."""
    if before is None:
        return None
    joined = candidate.head.dep_ == "conj" and candidate.head.head == before.candidate.head
    return before.what if joined or is_part(candidate, before, lexicon) else None


def _figure(parse: Parse, candidate: Candidate, what: FigureSubject, around: Around) -> Figure:
    lexicon = figure_lexicon(parse.pack)
    span = parse.article.span(candidate.start, candidate.end)
    statement = vouched_by(span, around.statements, parse)
    hedged = is_hedged(candidate.head, lexicon) or (
        statement is not None and inherits_hedge(parse, statement, lexicon)
    )
    return Figure(
        id=content_id("figure", parse.article.id, span.start, span.end),
        span=span,
        low=candidate.quantity.low,
        high=candidate.quantity.high,
        approximate=candidate.quantity.approximate,
        what=what,
        counted=_counted(candidate, lexicon),
        according_to=statement.id if statement is not None else None,
        hedged=hedged,
        time=nearest_time(candidate.head, span, around.times),
        place=nearest_place(candidate.head, span, around.places),
    )


def _counted(candidate: Candidate, lexicon: FigureLexicon) -> str | None:
    """Return the noun counted as it is written, ``None`` where it says no more than people."""
    noun = candidate.noun
    if noun is None or {noun.lemma_.lower(), noun.lower_} & set(lexicon.words.generic):
        return None
    phrase = noun.nbor(-1) if noun.i and noun.pos_ == "ADJ" and noun.dep_ == "amod" else None
    return f"{phrase.text} {noun.text}" if phrase is not None else str(noun.text)
