"""Reports made up for tests: features from a few words, as a reading would give them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from recoupe.model import Article, Capture, Declared, Place, Span, make_article, make_capture
from recoupe.model.article import Block
from recoupe.story.features import Features, Spot, Toll
from recoupe.story.terms import headline_terms, terms
from tests.conftest import WHEN

TOWNS = {
    "Harrow": (1, 45.0, 5.0),
    "Lindale": (2, 45.1, 5.1),
    "Vexmont": (3, 48.0, 2.0),
    "Ostrow": (4, 52.0, 21.0),
}


def article(text: str, *, title: str | None = None, language: str = "en") -> Article:
    capture: Capture = make_capture(
        text.encode(),
        source="test",
        media_type="text/plain",
        captured_at=WHEN,
        declared=Declared(input_id=title),
    )
    blocks = (Block("paragraph", 0, len(text)),)
    return make_article(capture, text, blocks, title=title, language=language)


def spot(town: str, span: Span, *, rank: int = 0) -> Spot:
    number, lat, lon = TOWNS[town]
    place = Place(f"place-{town}", span, town, "city", lat, lon, 3000, "XX", number, None, 0.9)
    return Spot(number, lat, lon, False, 1, rank, place)


def report(
    title: str,
    text: str,
    day: str | None = None,
    *,
    town: str | None = None,
    people: tuple[str, ...] = (),
    killed: int | None = None,
    told: tuple[str, ...] = (),
    language: str = "en",
) -> Features:
    """Return the features of a report; ``told`` are the days that it speaks of."""
    made = article(f"{text} ", title=title, language=language)
    found = terms(made)
    return Features(
        report=made.id,
        language=language,
        title=title,
        published=date.fromisoformat(day).toordinal() if day else None,
        days=tuple(sorted(Counter(date.fromisoformat(d).toordinal() for d in told).items())),
        months=(),
        names=tuple(sorted(found.names.items())),
        words=tuple(sorted(found.words.items())),
        numbers=tuple(sorted(found.numbers.items())),
        headline=tuple(sorted(headline_terms(made, found.names))),
        people=tuple(sorted((f"person:{name.lower()}", name) for name in people)),
        parties=(),
        spelt=tuple(sorted(found.spelt.items())),
        spots=(spot(town, made.span(0, 1)),) if town else (),
        tolls=(Toll("killed", killed, killed),) if killed is not None else (),
        events=(("Violence against civilians", 1),),
    )
