"""Reading the places of one article: recognise their names, resolve them, tell what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from recoupe.model import Place, PlaceKind, Reader, content_id
from recoupe.reading.gazetteer import Spot, SpotKind, fold
from recoupe.reading.parse import Parse
from recoupe.reading.places.candidates import Candidate, find_candidates
from recoupe.reading.places.clues import Report, clues, contained, look_over, noun_beside
from recoupe.reading.places.lexicon import PlaceLexicon, place_lexicon
from recoupe.reading.places.recognise import probability
from recoupe.reading.places.resolve import Setting, best, setting_of

READER: Final = Reader(reader="places", name="rules", version="1")

_LEAST: Final = 0.4
"""Probability from which a name is read as a place: the best F1 on the development data lies flat
between 0.35 and 0.5, and a place missed costs a reader more than one to strike out."""
_ANCHOR: Final = 0.75
_KINDS: Final[dict[SpotKind, PlaceKind]] = {
    "country": "country",
    "continent": "region",
    "area": "region",
    "admin1": "region",
    "admin2": "region",
    "capital": "city",
    "city": "city",
    "water": "other",
    "land": "other",
}


@dataclass(frozen=True, slots=True)
class _Named:
    """A recognised name with the place it means, if it is known."""

    candidate: Candidate
    sure: float
    spot: Spot | None


def read_places(parse: Parse) -> tuple[Place, ...]:
    """Return every named place of the article in order, without overlap.

    A place that the gazetteer does not hold, or a government called by its capital, has no
    coordinates.
    """
    words = place_lexicon(parse.pack)
    candidates = list(find_candidates(parse, words))
    report = look_over(parse, candidates)
    found = [
        (candidate, sure)
        for candidate in candidates
        if (sure := probability(clues(parse, candidate, words, report))) >= _LEAST
    ]
    named = _resolved(parse, found, words, report)
    return tuple(_place(parse, item) for item in named)


def _resolved(
    parse: Parse, found: Sequence[tuple[Candidate, float]], words: PlaceLexicon, report: Report
) -> list[_Named]:
    """Resolve every name twice: the places of the first pass are landmarks for the second."""
    setting = setting_of((c for c, _ in found), _peoples(parse, words), words.home)
    first = _pass(parse, found, setting, words, report)
    landmarks = {item.spot for item in first if item.spot is not None and item.sure >= _ANCHOR}
    anchors = tuple(spot for spot in landmarks if spot.kind in {"city", "capital", "admin2"})
    return _pass(parse, found, replace(setting, anchors=anchors), words, report)


def _pass(
    parse: Parse,
    found: Sequence[tuple[Candidate, float]],
    setting: Setting,
    words: PlaceLexicon,
    report: Report,
) -> list[_Named]:
    """Resolve each name by itself, then let a name that is told once tell it everywhere."""
    told: dict[str, tuple[Spot, float]] = {}
    results: list[tuple[Candidate, float, tuple[Spot, float] | None]] = []
    for candidate, sure in found:
        outer = contained(parse.doc, candidate, report)
        noun = noun_beside(parse.doc, candidate, words)
        others = replace(
            setting, anchors=tuple(a for a in setting.anchors if a not in candidate.spots)
        )
        choice = best(candidate.spots, others, outer=outer, noun=noun)
        results.append((candidate, sure, choice))
        if choice is not None and choice[1] > told.get(candidate.key, (None, 0.0))[1]:
            told[candidate.key] = choice
    return [
        _Named(candidate, sure * told[candidate.key][1], told[candidate.key][0])
        if choice is not None
        else _Named(candidate, sure, None)
        for candidate, sure, choice in results
    ]


def _peoples(parse: Parse, words: PlaceLexicon) -> Counter[str]:
    """Count the peoples that the report names, by country."""
    counted: Counter[str] = Counter()
    for sentence in parse.sentences:
        for token in sentence.tokens:
            code = words.demonyms.get(fold(token.text)) if len(token) > 3 else None
            if code is not None:
                counted[code] += 1
    return counted


def _place(parse: Parse, item: _Named) -> Place:
    span = parse.article.span(item.candidate.start, item.candidate.end)
    spot = item.spot
    return Place(
        id=content_id("place", parse.article.id, span.start, span.end),
        span=span,
        name=spot.name if spot else span.text,
        kind=_KINDS[spot.kind] if spot else "other",
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        precision_m=spot.radius if spot else None,
        country=spot.country if spot else None,
        geonames_id=spot.geonames_id if spot else None,
        within=None,
        confidence=round(item.sure, 2),
    )
