"""Localities: the words of a report that say where something happens.

A name of a place may as well say who speaks or acts ("Moscow denies it", "the governor of
Kharkiv"), and a site named once is named again by its noun alone ("l'usine", "the plant").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.model import Place, Span, Statement
from recoupe.reading.parse import Parse
from recoupe.reading.places.lexicon import PlaceLexicon, place_lexicon
from recoupe.reading.places.sites import is_noun_again
from recoupe.reading.tokens import Token

_SUBJECT: Final = "nsubj"
_OWNED: Final = frozenset({"poss", "compound", "nmod", "nmod:poss", "amod"})
_ACTING: Final = frozenset({"country", "region", "city", "other"})


@dataclass(frozen=True, slots=True)
class Locality:
    """Words that locate something, and the place that they mean."""

    span: Span
    place: Place


def localities(
    parse: Parse, places: Sequence[Place], statements: Iterable[Statement]
) -> tuple[Locality, ...]:
    """Return what locates something in the article, in order.

    Left out are governments, names inside the source of a statement or inside what somebody is
    ("the coordinator for Ukraine"), and names that are the subject of a deed. Added are common
    nouns that can only mean a site named before.
    """
    words = place_lexicon(parse.pack)
    sources = sorted(
        (source for statement in statements for source in statement.source),
        key=lambda span: span.start,
    )
    starts = [source.start for source in sources]
    named = (
        Locality(place.span, place)
        for place in places
        if not (
            is_government(place)
            or _overlaps(place.span, sources, starts)
            or _is_party(parse, place, words)
        )
    )
    found = (*named, *_sites_again(parse, places, words))
    return tuple(sorted(found, key=lambda locality: locality.span.start))


def is_government(place: Place) -> bool:
    """Whether a place is a seat of power that stands for its government, and is no point."""
    return place.kind == "other" and place.lat is None and place.country is not None


def _overlaps(span: Span, sources: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, span.start)
    near = sources[max(0, at - 3) : at + 1]
    return any(source.overlaps(span) for source in near)


def _is_party(parse: Parse, place: Place, words: PlaceLexicon) -> bool:
    """Whether a name says who acts, or whose office or body somebody is."""
    tokens = parse.tokens(place.span.start, place.span.end)
    if not len(tokens) or place.kind not in _ACTING:
        return False
    head = tokens.root
    if head.dep_ == _SUBJECT:
        return head.head.pos_ == "VERB" and head.head.lemma_.lower() not in words.undergoing
    owner = _owner(head, words)
    return owner is not None and owner.lower_ in words.people


def _owner(head: Token, words: PlaceLexicon) -> Token | None:
    """Return the noun that a name belongs to by a genitive or as its first word, if any."""
    above: Token = head.head
    if above.pos_ == "ADP" and head.dep_ == "pobj":
        return above.head if above.lower_ in words.genitives else None
    if head.dep_ not in _OWNED:
        return None
    cases = [child.lower_ for child in head.children if child.dep_ == "case"]
    tied = all(case in words.genitives or case.startswith("'") for case in cases)
    return above if tied else None


def _sites_again(parse: Parse, places: Sequence[Place], words: PlaceLexicon) -> Iterator[Locality]:
    """Yield definite nouns of sites, each with the last site of such a noun before it.

    The first site behind it will do where none comes before, as under a headline that says "the
    plant" of what the text names.
    """
    known: dict[str, list[Place]] = {}
    for place in places:
        noun = _noun_of(place, words)
        if noun is not None:
            known.setdefault(noun, []).append(place)
    if not known:
        return
    sites = [place for found in known.values() for place in found]
    named = {t.i for site in sites for t in parse.words_in(site.span.start, site.span.end)}
    for sentence in parse.sentences:
        for token in sentence.words:
            found = known.get(words.same_sites.get(token.lower_, token.lower_))
            if found is None or token.i in named or not is_noun_again(token, words):
                continue
            before = bisect_right(found, token.idx, key=lambda place: place.span.start)
            yield Locality(parse.span(token), found[max(0, before - 1)])


def _noun_of(place: Place, words: PlaceLexicon) -> str | None:
    """Return the noun of a site, one for all that may name the same site again."""
    if place.kind != "facility":
        return None
    for word in place.span.text.lower().split():
        if words.nouns.get(word) == "facility":
            return words.same_sites.get(word, word)
    return None
