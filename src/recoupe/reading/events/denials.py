"""Denials that reach further: a happening told in one sentence and denied in another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from recoupe.model import Event, Statement
from recoupe.reading.events.sightings import Sighting

STEM: Final = 4
"""Letters that two words share at least from the start to be of one family ("shell")."""

ENDING: Final = 2
"""Letters by which words of one family may end differently ("attaque", "attaquer")."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the sighting it was made from."""

    event: Event
    sighting: Sighting


def denied(told: Sequence[Told], statements: Iterable[Statement]) -> tuple[Event, ...]:
    """Return the events, each with the statements that deny the same happening elsewhere.

    It is the same where one group of the table and one family of words name it (an assault is not
    a bombardment) and neither its place, its time nor its target differs. Nobody denies what they
    say themselves.
    """
    speakers = {statement.id: statement.speaker for statement in statements}
    denials = [one for one in told if one.event.denied_by]
    return tuple(_with(one, denials, speakers) for one in told)


def _with(one: Told, denials: list[Told], speakers: dict[str, str | None]) -> Event:
    if one.event.negated:
        return one.event
    by = dict.fromkeys(one.event.denied_by)
    saying = {speakers[name] for name in one.event.according_to} - {None}
    for other in denials:
        if _same_matter(one, other):
            by.update(
                (name, None) for name in other.event.denied_by if speakers[name] not in saying
            )
    said = set(one.event.according_to)
    return replace(one.event, denied_by=tuple(name for name in by if name not in said))


def _same_matter(one: Told, other: Told) -> bool:
    mine, yours = one.event, other.event
    if one.sighting.rule is not other.sighting.rule or not _akin(one.sighting, other.sighting):
        return False
    for here, there in ((mine.place, yours.place), (mine.time, yours.time)):
        if here is not None and there is not None and here != there:
            return False
    return not (mine.targets and yours.targets and not set(mine.targets) & set(yours.targets))


def _akin(one: Sighting, other: Sighting) -> bool:
    """Whether a word of one trigger is of the family of a word of the other."""
    return any(_family(mine, yours) for mine in _words(one) for yours in _words(other))


def _family(one: str, other: str) -> bool:
    shared = max(STEM, min(len(one), len(other)) - ENDING)
    return one[:shared] == other[:shared]


def _words(sighting: Sighting) -> list[str]:
    text = sighting.span.text.lower().replace("’", " ").replace("'", " ")
    return [word for word in text.split() if len(word) >= STEM]
