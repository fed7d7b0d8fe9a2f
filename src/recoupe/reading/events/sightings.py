"""A sighting: one trigger told as a happening, before the sightings of one happening are joined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from recoupe.model import Span
from recoupe.reading.clauses import clause, under
from recoupe.reading.events.acled import PROTESTS, RIOTS, VIOLENT
from recoupe.reading.events.lexicon import Rule
from recoupe.reading.tokens import Token

NEIGHBOURS: Final = 12
"""Sightings of the same sentence before one that may be of the same happening."""

RALLIES: Final = frozenset({PROTESTS, RIOTS})
"""Event types of crowds, of which one is often told as part of the other."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one trigger tells, with ids of entities, places, times and figures.

    ``disputed`` says that it is only named as what somebody denies. ``others`` are the triggers of
    sightings that were found to be of the same happening.
    """

    rule: Rule
    span: Span
    root: Token
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    time: str | None
    figures: tuple[str, ...]
    hedged: bool
    negated: bool
    disputed: bool = False
    others: tuple[Span, ...] = ()


def in_order(*spans: Span) -> tuple[Span, ...]:
    """Return spans in the order of the text, each once."""
    return tuple(sorted(set(spans), key=lambda span: (span.start, span.end)))


def joined(sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """Return the sightings of one sentence with those of one happening made one.

    Two are one where the parse puts them in one clause and they are of one sub-event type, or both
    of a crowd, or both violent (the more specific stays); where one only says how the other ended
    ("killed in an air strike"); and anywhere in the sentence where they are of one sub-event type
    and nothing they say differs.
    """
    kept: list[Sighting] = []
    for sighting in sightings:
        for index in range(max(0, len(kept) - NEIGHBOURS), len(kept)):
            if _same(kept[index], sighting):
                kept[index] = _merge(kept[index], sighting)
                break
        else:
            kept.append(sighting)
    return tuple(kept)


def _same(one: Sighting, other: Sighting) -> bool:
    if one.negated != other.negated:
        return False
    mine, yours = one.rule.words, other.rule.words
    alike = (mine.subtype, mine.plover, mine.act) == (yours.subtype, yours.plover, yours.act)
    if alike and not _differ(one, other):
        return True
    if mine.act or yours.act:
        return False
    if not (_near(one.root, other.root) and not _apart(one, other)):
        return False
    if one.rule.words.outcome or other.rule.words.outcome:
        return one.rule.type in VIOLENT or other.rule.type in VIOLENT
    violent = one.rule.type in VIOLENT and other.rule.type in VIOLENT
    rallied = one.rule.type in RALLIES and other.rule.type in RALLIES
    within = clause(one.root) == clause(other.root)
    return within and (alike or ((violent or rallied) and _hangs(one.root, other.root)))


def _differ(one: Sighting, other: Sighting) -> bool:
    """Whether what the two say of parties, place or time cannot be of one happening."""
    return _apart(one, other) or any(
        mine and yours and not set(mine) & set(yours)
        for mine, yours in ((one.actors, other.actors), (one.targets, other.targets))
    )


def _apart(one: Sighting, other: Sighting) -> bool:
    return any(
        mine is not None and yours is not None and mine != yours
        for mine, yours in ((one.place, other.place), (one.time, other.time))
    )


def _near(one: Token, other: Token) -> bool:
    mine, yours = clause(one), clause(other)
    return mine == yours or clause(mine.head) == yours or clause(yours.head) == mine


def _hangs(one: Token, other: Token) -> bool:
    """Whether one is among the words that complete the other."""
    return under(one, other) or under(other, one)


def _merge(one: Sighting, other: Sighting) -> Sighting:
    """Return the sighting that says what happened, with what the other adds."""
    first, second = sorted((one, other), key=_informative)
    return replace(
        first,
        actors=first.actors or second.actors,
        targets=first.targets or tuple(t for t in second.targets if t not in first.actors),
        place=first.place if first.place is not None else second.place,
        time=first.time if first.time is not None else second.time,
        figures=tuple(dict.fromkeys((*first.figures, *second.figures))),
        hedged=first.hedged or second.hedged,
        others=(*first.others, *second.others, second.span),
    )


def _informative(sighting: Sighting) -> tuple[bool, int, int]:
    rule = sighting.rule
    return rule.words.outcome, rule.rank, sighting.span.start
