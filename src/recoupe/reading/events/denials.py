"""Denials that reach further: a happening told in one sentence and denied in another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from recoupe.model import Event, Place, Statement
from recoupe.reading.events.sightings import Sighting, in_order

STEM: Final = 4
"""Letters that two words share at least from the start to be of one family ("shell")."""

ENDING: Final = 2
"""Letters by which words of one family may end differently ("attaque", "attaquer")."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the sighting it was made from."""

    event: Event
    sighting: Sighting


@dataclass(frozen=True, slots=True)
class Matters:
    """Tells whether two events of one article are of one happening; ``places`` are by their ids."""

    places: dict[str, Place]

    def same(self, one: Told, other: Told) -> bool:
        """Whether kind and words agree, and neither place, time nor target differs."""
        mine, yours = one.event, other.event
        if one.sighting.rule is not other.sighting.rule or not _akin(one.sighting, other.sighting):
            return False
        if mine.time is not None and yours.time is not None and mine.time != yours.time:
            return False
        if self.apart(mine.place, yours.place):
            return False
        return not (mine.targets and yours.targets and not set(mine.targets) & set(yours.targets))

    def apart(self, one: str | None, other: str | None) -> bool:
        """Whether two places are known, and neither is the other, in it or around it."""
        here, there = self.places.get(one or ""), self.places.get(other or "")
        if here is None or there is None or here == there:
            return False
        if {here.id, here.within} & {there.id, there.within} - {None}:
            return here.kind == there.kind == "facility" and not _namesakes(here, there)
        if "country" in {here.kind, there.kind}:
            return here.country != there.country
        if here.kind == there.kind == "facility":
            return not _namesakes(here, there)
        return (here.lat, here.lon) != (there.lat, there.lon)


def _namesakes(here: Place, there: Place) -> bool:
    """Whether two names of sites share a name: "the Karlin plant" and "Karlin"."""
    return bool(_names(here) & _names(there))


def _names(place: Place) -> set[str]:
    words = place.span.text.replace("’", " ").replace("'", " ").split()
    return {word.casefold() for word in words if word[0].isupper()}


def denied(
    told: Sequence[Told], statements: Iterable[Statement], places: Iterable[Place]
) -> tuple[Event, ...]:
    """Return the events, each with the statements that deny the same happening elsewhere.

    What is only there to be denied is no event of its own where the article tells the happening,
    or denies it, before or behind: it is one denial the more, and one mention.

    It is the same where one group of the table and one family of words name it (an assault is not
    a bombardment) and neither its place, its time nor its target differs. Nobody denies what they
    say themselves.
    """
    speakers = {statement.id: statement.speaker for statement in statements}
    known = {place.id: place for place in places}
    matters = Matters(known)
    denials = [one for one in told if one.event.denied_by]
    again = [one for one in told if _repeats(one, told, matters)]
    kept = [one for one in told if not any(one is other for other in again)]
    for one in again:
        at = next((at for at, other in enumerate(kept) if matters.same(one, other)), None)
        if at is not None:
            kept[at] = _mentioned(kept[at], one)
    return tuple(_with(one, denials, speakers, matters) for one in kept)


def _mentioned(one: Told, again: Told) -> Told:
    """Return an event with the words that name it where it is only denied."""
    mentions = in_order(*one.event.mentions, *again.event.mentions)
    return replace(one, event=replace(one.event, mentions=mentions))


def _repeats(one: Told, told: Sequence[Told], matters: Matters) -> bool:
    """Whether an event is only denied, and told elsewhere or denied earlier."""
    if not _only_denied(one):
        return False
    place = told.index(one)
    return any(
        other is not one
        and (at < place or not _only_denied(other))
        and matters.same(one, other)
        and (not other.event.negated or one.event.negated)
        for at, other in enumerate(told)
    )


def _only_denied(one: Told) -> bool:
    event = one.event
    return not event.according_to and (event.negated or bool(event.denied_by))


def _with(
    one: Told, denials: list[Told], speakers: dict[str, str | None], matters: Matters
) -> Event:
    if one.event.negated and not one.event.denied_by:
        return one.event
    by = dict.fromkeys(one.event.denied_by)
    saying = {speakers[name] for name in one.event.according_to} - {None}
    for other in denials:
        if matters.same(one, other):
            by.update(
                (name, None) for name in other.event.denied_by if speakers[name] not in saying
            )
    said = set(one.event.according_to)
    return replace(one.event, denied_by=tuple(name for name in by if name not in said))


def _akin(one: Sighting, other: Sighting) -> bool:
    """Whether a word of one trigger is of the family of a word of the other."""
    return any(_family(mine, yours) for mine in _words(one) for yours in _words(other))


def _family(one: str, other: str) -> bool:
    shared = max(STEM, min(len(one), len(other)) - ENDING)
    return one[:shared] == other[:shared]


def _words(sighting: Sighting) -> list[str]:
    text = sighting.span.text.lower().replace("’", " ").replace("'", " ")
    return [word for word in text.split() if len(word) >= STEM]
