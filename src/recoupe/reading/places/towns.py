"""Towns of sites: a works or a street is put where the report says its town is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from recoupe.reading.gazetteer import fold
from recoupe.reading.parse import Parse
from recoupe.reading.places.candidates import Candidate, starts_name
from recoupe.reading.places.lexicon import PlaceLexicon
from recoupe.reading.places.named import Named
from recoupe.reading.tokens import text_of

_TOWNS: Final = frozenset({"city", "capital"})
_BESIDE: Final = 4
_MOST: Final = 0.6
_SURE: Final = {"beside": 0.8, "sentence": 0.6, "before": 0.5, "report": 0.4, "unknown": 0.5}


def repeated_sites(
    parse: Parse, sites: Sequence[Candidate], words: PlaceLexicon
) -> Iterator[Candidate]:
    """Yield the mentions of sites by their own name alone ("Azovstal" after "l'usine Azovstal").

    A name that the gazetteer also holds, or that is short, is not taken up again.
    """
    taken = {at for site in sites for at in range(site.first, site.last)}
    keys = {site.key for site in sites if len(site.key) > 4 and not words.spots_of(site.key)}
    longest = max((key.count(" ") + 1 for key in keys), default=0)
    for sentence in parse.sentences:
        for first in range(sentence.tokens.start, sentence.tokens.end):
            if first in taken or not longest or not starts_name(parse.words[first]):
                continue
            for last in range(min(first + longest, sentence.tokens.end), first, -1):
                text = text_of(parse.words[first:last])
                if fold(text) in keys and taken.isdisjoint(range(first, last)):
                    taken.update(range(first, last))
                    start, key = parse.words[first].idx, fold(text)
                    end = start + len(text) - text.endswith(".")
                    yield Candidate(first, last, start, end, key, (), "site", True, sentence)
                    break


def placed_sites(sites: Sequence[Candidate], named: Sequence[Named]) -> list[Named]:
    """Return the sites with the town of each; mentions of one site share the surest."""
    towns = [item for item in named if item.spot is not None and item.spot.kind in _TOWNS]
    main = _main(towns)
    first: dict[str, Named] = {}
    for site in sites:
        item = _placed(site, towns, main)
        known = first.get(site.key)
        if known is None or (item.spot is not None and item.sure > known.sure):
            first[site.key] = item
    return [replace(first[site.key], candidate=site) for site in sites]


def _main(towns: Sequence[Named]) -> list[Named]:
    """Return the mentions of the one town that most mentions of towns in the report are of."""
    counted = Counter(town.spot for town in towns)
    for spot, count in counted.most_common(1):
        if count >= _MOST * len(towns):
            return [town for town in towns if town.spot == spot]
    return []


def _placed(site: Candidate, towns: Sequence[Named], main: list[Named]) -> Named:
    if site.spots:
        return Named(site, _SURE["beside"], site.spots[0])
    for how, found in (
        ("beside", [t for t in towns if 0 <= t.candidate.first - site.last < _BESIDE]),
        ("sentence", _in_sentence(site, towns)),
        ("before", _before(site, towns)),
        ("report", main),
    ):
        if found:
            town = min(found, key=lambda t: abs(t.candidate.first - site.first))
            return Named(site, _SURE[how] * town.sure, town.spot, town.candidate)
    return Named(site, _SURE["unknown"], None)


def _in_sentence(site: Candidate, towns: Sequence[Named]) -> list[Named]:
    start = site.sentence.tokens.start
    return [town for town in towns if town.candidate.sentence.tokens.start == start]


def _before(site: Candidate, towns: Sequence[Named]) -> list[Named]:
    """Return the towns named shortly before, in the same block."""
    block = site.sentence.block
    return [
        town
        for town in towns
        if town.candidate.first < site.first and town.candidate.sentence.block == block
    ]
