"""Reading the places of one article: recognise their names, resolve them, tell what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from recoupe.model import Place, PlaceKind, Reader, content_id
from recoupe.reading.gazetteer import SpotKind
from recoupe.reading.parse import Parse
from recoupe.reading.places.candidates import Candidate, find_candidates
from recoupe.reading.places.clues import clues, is_district, look_over
from recoupe.reading.places.lexicon import PlaceLexicon, place_lexicon
from recoupe.reading.places.metonymy import is_government
from recoupe.reading.places.named import Named
from recoupe.reading.places.recognise import probability
from recoupe.reading.places.resolving import resolve_names
from recoupe.reading.places.sites import find_sites
from recoupe.reading.places.towns import placed_sites, repeated_sites

READER: Final = Reader(reader="places", name="rules", version="1")

_LEAST: Final = 0.4
"""Probability from which a name is read as a place. F1 on the development data is flat between 0.4
and 0.5, and a place that is missed costs a person more than one to strike out."""
_DOUBTFUL: Final = 0.2
_CLEAR: Final = 0.6
_KINDS: Final[dict[SpotKind, PlaceKind]] = {
    "country": "country",
    "continent": "region",
    "area": "region",
    "admin1": "region",
    "admin2": "region",
    "land": "region",
    "capital": "city",
    "city": "city",
    "water": "other",
    "site": "facility",
}


def read_places(parse: Parse, gazetteers: tuple[str, ...] = ()) -> tuple[Place, ...]:
    """Return every named place of the article in order, without overlap.

    ``gazetteers`` are the folders of imported gazetteers; a place that a person listed wins.

    A place that is not in the gazetteer has no coordinates, unless it is a site ("l'usine X") of
    a town that is; nor has a capital that stands for its government. ``precision_m`` covers the
    whole of the place meant: a site is known no better than its town.
    """
    words = place_lexicon(parse.pack, gazetteers)
    sites = list(find_sites(parse, words))
    sites = sorted((*sites, *repeated_sites(parse, sites, words)), key=lambda site: site.first)
    named = _named(parse, words, sites)
    found = sorted((*named, *placed_sites(sites, named)), key=lambda item: item.candidate.start)
    ids = {item.candidate: _id(parse, item.candidate) for item in found}
    holders = _holders(found)
    return tuple(_place(parse, item, ids, holders) for item in found)


def _named(parse: Parse, words: PlaceLexicon, sites: Sequence[Candidate]) -> list[Named]:
    """Return the names outside sites that are likely enough, resolved."""
    taken = frozenset(at for site in sites for at in range(site.first, site.last))
    candidates = list(find_candidates(parse, words, taken))
    report = look_over(parse, candidates, words, sites)
    likely = _likely(
        [(each, probability(clues(parse, each, words, report))) for each in candidates]
    )
    return [
        replace(item, government=True)
        if item.spot and is_government(parse, item.candidate, item.spot, words)
        else item
        for item in resolve_names(parse, likely, words, report)
    ]


def _likely(judged: Sequence[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """Return the candidates that are likely, and doubtful ones whose name is likely elsewhere."""
    best: dict[str, float] = {}
    for candidate, sure in judged:
        best[candidate.key] = max(sure, best.get(candidate.key, 0.0))
    return [
        (candidate, max(sure, _LEAST))
        for candidate, sure in judged
        if sure >= _LEAST or (sure >= _DOUBTFUL and best[candidate.key] >= _CLEAR)
    ]


def _id(parse: Parse, candidate: Candidate) -> str:
    return content_id("place", parse.article.id, candidate.start, candidate.end)


def _holders(found: Sequence[Named]) -> dict[str, Candidate]:
    """Return the first mention of every country (by code) and first division (by its code)."""
    holders: dict[str, Candidate] = {}
    for item in found:
        if item.spot is not None and item.spot.kind == "country" and item.spot.country:
            holders.setdefault(item.spot.country, item.candidate)
        elif item.spot is not None and item.spot.kind == "admin1":
            holders.setdefault(item.spot.division, item.candidate)
    return holders


def _within(item: Named, holders: dict[str, Candidate]) -> Candidate | None:
    """Return the smallest place of the report that contains this one."""
    spot = item.spot
    if item.town is not None or spot is None or spot.kind == "country":
        return item.town
    if spot.kind != "admin1" and spot.division in holders:
        return holders[spot.division]
    return holders.get(spot.country or "")


def _place(
    parse: Parse, item: Named, ids: dict[Candidate, str], holders: dict[str, Candidate]
) -> Place:
    candidate, spot = item.candidate, item.spot
    within = _within(item, holders)
    span = parse.article.span(candidate.start, candidate.end)
    placed = None if item.government else spot
    return Place(
        id=ids[candidate],
        span=span,
        name=_name(parse, item),
        kind=_kind(parse, item),
        lat=placed.lat if placed else None,
        lon=placed.lon if placed else None,
        precision_m=placed.radius if placed else None,
        country=spot.country if spot else None,
        geonames_id=placed.geonames_id if placed and not item.town else None,
        within=ids[within] if within is not None else None,
        confidence=round(item.sure, 2),
    )


def _kind(parse: Parse, item: Named) -> PlaceKind:
    """Return what a place is, by the noun beside it or else by the gazetteer."""
    if item.candidate.label == "site":
        return "facility"
    if item.government:
        return "other"
    known = _KINDS[item.spot.kind] if item.spot is not None else "other"
    told = known in {"city", "other"} and item.town is None
    words = place_lexicon(parse.pack)
    return "district" if told and is_district(parse.words, item.candidate, words) else known


def _name(parse: Parse, item: Named) -> str:
    """Return the gazetteer's name, a country's in the report's language, or the words there are."""
    spot = item.spot
    if spot is None or item.town is not None:
        return parse.article.text[item.candidate.start : item.candidate.end]
    if spot.kind == "country" and spot.country:
        return _countries(parse.article.language).get(spot.country, spot.name)
    return spot.name


@cache
def _countries(language: str) -> dict[str, str]:
    from babel import Locale

    return dict(Locale.parse(language).territories)
