"""Readings of made-up reports, told by their words: who says what, and which numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.model import (
    Entity,
    EntityKind,
    Event,
    Evidence,
    Figure,
    FigureCounting,
    FigureSubject,
    Place,
    Reading,
    Span,
    Stance,
    Statement,
    Story,
    content_id,
)
from tests.conftest import make_test_article


@dataclass(frozen=True)
class Who:
    """A party by its name; ``role`` are words of the report, ``of`` the name of its body."""

    name: str
    kind: EntityKind = "organisation"
    role: str = ""
    of: str = ""
    key: bool = True


@dataclass(frozen=True)
class Says:
    """A statement by the words of its content; ``within`` is the place of the one around it."""

    words: str
    who: Who | None
    stance: Stance = "asserts"
    source: str = ""
    hedged: bool = False
    within: int | None = None


@dataclass(frozen=True)
class Counts:
    """A figure by its words; ``by`` is the place of the statement that gives it."""

    words: str
    low: int | None
    high: int | None
    what: FigureSubject = "killed"
    counted: str | None = None
    by: int | None = None
    place: str = ""
    approximate: bool = False
    part_of: int | None = None
    revises: int | None = None
    counting: FigureCounting | None = None


@dataclass(frozen=True)
class Happens:
    """An event by its trigger; ``figures`` are the places of figures."""

    words: str
    subtype: str
    figures: tuple[int, ...] = ()
    denied_by: tuple[int, ...] = ()


@dataclass(frozen=True)
class Report:
    """One made-up report."""

    text: str
    says: Sequence[Says] = ()
    counts: Sequence[Counts] = ()
    happens: Sequence[Happens] = ()
    outlet: str | None = "The Fanal"
    day: str | None = "2031-03-04"
    language: str = "en"
    shown: Sequence[str] = ()


def told(report: Report) -> Reading:
    """Return the reading of a made-up report."""
    article = replace(
        make_test_article(report.text, report.language, report.day), outlet=report.outlet
    )

    def words(text: str) -> Span:
        at = article.text.index(text)
        return article.span(at, at + len(text))

    def entity_id(name: str) -> str:
        return content_id("entity", article.id, name)

    parties = {say.who.name: say.who for say in report.says if say.who is not None}
    bodies = {who.of: Who(who.of) for who in parties.values() if who.of}
    entities = tuple(
        Entity(
            entity_id(who.name),
            who.kind,
            who.name,
            (),
            (words(who.role),) if who.role else (),
            entity_id(who.of) if who.of else None,
            (),
            (),
            f"body:{who.name.lower()}" if who.key else None,
        )
        for who in {**bodies, **parties}.values()
    )
    ids = [content_id("statement", article.id, number) for number in range(len(report.says))]
    statements = tuple(
        Statement(
            ids[number],
            (words(say.words),),
            (),
            (words(say.source),) if say.source else (),
            entity_id(say.who.name) if say.who else None,
            say.who.name if say.who else None,
            "indirect",
            say.stance,
            say.hedged,
            ids[say.within] if say.within is not None else None,
            (),
            1.0,
        )
        for number, say in enumerate(report.says)
    )
    numbers = [content_id("figure", article.id, number) for number in range(len(report.counts))]
    places = tuple(place(count.place, words(count.place)) for count in report.counts if count.place)
    figures = tuple(
        Figure(
            numbers[number],
            words(count.words),
            count.low,
            count.high,
            count.approximate,
            count.what,
            count.counted,
            ids[count.by] if count.by is not None else None,
            False,
            None,
            f"p-{count.place}" if count.place else None,
            numbers[count.part_of] if count.part_of is not None else None,
            numbers[count.revises] if count.revises is not None else None,
            count.counting,
        )
        for number, count in enumerate(report.counts)
    )
    events = tuple(
        Event(
            content_id("event", article.id, number),
            words(event.words),
            "Explosions/Remote violence",
            event.subtype,
            "ASSAULT",
            (),
            (),
            None,
            None,
            tuple(numbers[at] for at in event.figures),
            (),
            tuple(ids[at] for at in event.denied_by),
            False,
            False,
        )
        for number, event in enumerate(report.happens)
    )
    evidence = tuple(
        Evidence(name, words(name), "video", None, None, None, None, None) for name in report.shown
    )
    return Reading(article, statements, entities, places, (), figures, events, evidence, ())


def place(name: str, span: Span) -> Place:
    """Return a town that is nowhere on the map."""
    return Place(f"p-{name}", span, name, "city", None, None, None, None, None, None, 1.0)


def story(readings: Sequence[Reading]) -> Story:
    """Return the story of all ``readings``."""
    reports = tuple(sorted(reading.article.id for reading in readings))
    return Story("story-1", None, reports, None, None, None, ())
