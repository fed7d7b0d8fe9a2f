"""Denials that reach further: a happening told in one sentence and denied in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.model import Event
from recoupe.reading.events.sightings import Sighting


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the sighting it was made from."""

    event: Event
    sighting: Sighting


def denied(told: Sequence[Told]) -> tuple[Event, ...]:
    """Return the events, each with the statements that deny the same happening elsewhere.

    It is the same where the same words of the table name it (an assault is not a bombardment) and
    neither its place nor its target differs.
    """
    denials = [one for one in told if one.event.denied_by or _gainsaid(one.event)]
    return tuple(_with(one, denials) for one in told)


def _gainsaid(event: Event) -> bool:
    """Whether somebody's statement holds that it did not happen."""
    return event.negated and bool(event.according_to)


def _with(one: Told, denials: list[Told]) -> Event:
    if one.event.negated:
        return one.event
    by = dict.fromkeys(one.event.denied_by)
    for other in denials:
        if _same_matter(one, other):
            by.update(dict.fromkeys(other.event.denied_by or other.event.according_to))
    said = set(one.event.according_to)
    return replace(one.event, denied_by=tuple(name for name in by if name not in said))


def _same_matter(one: Told, other: Told) -> bool:
    mine, yours = one.event, other.event
    if one.sighting.rule is not other.sighting.rule:
        return False
    if mine.place is not None and yours.place is not None and mine.place != yours.place:
        return False
    return not (mine.targets and yours.targets and not set(mine.targets) & set(yours.targets))
