"""Resolving the names of one report together: each is a landmark for the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from recoupe.reading.gazetteer import Spot, fold
from recoupe.reading.parse import Parse
from recoupe.reading.places.candidates import Candidate
from recoupe.reading.places.clues import Report, contained, kind_told
from recoupe.reading.places.lexicon import PlaceLexicon
from recoupe.reading.places.named import Named
from recoupe.reading.places.resolve import Setting, best, setting_of

_LANDMARK: Final = 0.75
_LANDMARKS: Final = 50
"""How many places of a report help to resolve the others: a list of a thousand towns has no more
to tell."""
_LOCAL: Final = frozenset({"city", "capital", "admin2"})

Likely = tuple[Candidate, float]


def resolve_names(
    parse: Parse, found: Sequence[Likely], words: PlaceLexicon, report: Report
) -> list[Named]:
    """Return the names with their places: those of a first pass are landmarks for the second."""
    setting = setting_of((c for c, _ in found), _peoples(parse, words), words.home)
    first = _pass(parse, found, setting, words, report)
    landmarks = dict.fromkeys(
        item.spot
        for item in first
        if item.spot is not None and item.spot.kind in _LOCAL and item.sure >= _LANDMARK
    )
    return _pass(
        parse, found, replace(setting, anchors=tuple(landmarks)[:_LANDMARKS]), words, report
    )


def _pass(
    parse: Parse,
    found: Sequence[Likely],
    setting: Setting,
    words: PlaceLexicon,
    report: Report,
) -> list[Named]:
    """Resolve each name by itself, then let the surest mention of a name tell all of them."""
    told: dict[str, tuple[Spot, float]] = {}
    tried: set[tuple[str, str | None, str | None]] = set()
    for candidate, _ in found:
        outer = contained(parse.words, candidate, report, words)
        noun = kind_told(parse.words, candidate, words)
        question = candidate.key, noun, outer.key if outer else None
        if question in tried:
            continue
        tried.add(question)
        choice = best(candidate.spots, setting, outer=outer, noun=noun)
        if choice is not None and choice[1] > told.get(candidate.key, (None, 0.0))[1]:
            told[candidate.key] = choice
    return [
        Named(candidate, sure * told[candidate.key][1], told[candidate.key][0])
        if candidate.spots
        else Named(candidate, sure, None)
        for candidate, sure in found
    ]


def _peoples(parse: Parse, words: PlaceLexicon) -> Counter[str]:
    """Count the peoples that the report names, by country."""
    counted: Counter[str] = Counter()
    for sentence in parse.sentences:
        for token in sentence.words:
            code = words.demonyms.get(fold(token.text)) if len(token) > 3 else None
            if code is not None:
                counted[code] += 1
    return counted
