"""Mentions: a happening told in several sentences is one event, and each telling one mention.

Two tellings are of one happening where nothing they say differs and something speaks for it: the
later one is told as known ("the strike", "cette attaque"), or both say the same spot or the same
target. Sayings are not joined: who demands a thing twice has made two statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from recoupe.model import Event, Figure, Place, Time
from recoupe.reading.clauses import has
from recoupe.reading.events.acled import VIOLENT
from recoupe.reading.events.denials import Matters, Told
from recoupe.reading.events.scene import Scene
from recoupe.reading.events.sightings import in_order

REACH: Final = 30
"""Events before one that may be the same happening."""

VAGUE: Final = frozenset({"country", "region"})
"""Kinds of place that are too large to tell that two happenings are one."""


def gathered(
    told: Sequence[Told], scene: Scene, times: Iterable[Time], figures: Iterable[Figure]
) -> list[Told]:
    """Return the events with those of one happening made one, which keeps the first trigger."""
    same = _Same(scene, times, figures)
    kept: list[Told] = []
    for one in told:
        for index in range(len(kept) - 1, max(-1, len(kept) - 1 - REACH), -1):
            if same.happening(kept[index], one):
                kept[index] = _merged(kept[index], one)
                break
        else:
            kept.append(one)
    return kept


class _Same:
    """Tells whether a later telling is of a happening told before."""

    def __init__(self, scene: Scene, times: Iterable[Time], figures: Iterable[Figure]) -> None:
        self._words = scene.lexicon
        self._places = {place.id: place for place in scene.places}
        self._matters = Matters(self._places)
        self._times = {time.id: time for time in times}
        self._figures = {figure.id: figure for figure in figures}

    def happening(self, one: Told, later: Told) -> bool:
        if not self._alike(one, later) or self._differ(one.event, later.event):
            return False
        if self._known(one, later):
            return True
        if self._new(later) or one.event.type != later.event.type:
            return False
        targets = set(one.event.targets) & set(later.event.targets)
        return bool(targets) or self._same_spot(one.event.place, later.event.place)

    def _alike(self, one: Told, later: Told) -> bool:
        mine, yours = one.sighting.rule, later.sighting.rule
        if mine.words.act or yours.words.act or one.event.negated != later.event.negated:
            return False
        if (mine.words.subtype, mine.words.plover) == (yours.words.subtype, yours.words.plover):
            return True
        generic = later.sighting.root.lemma_.lower() in self._words.among("generic")
        return generic and mine.type in VIOLENT and yours.type in VIOLENT

    def _differ(self, one: Event, later: Event) -> bool:
        """Whether parties, place, time or figures cannot be of one happening."""
        for mine, yours in ((one.actors, later.actors), (one.targets, later.targets)):
            if mine and yours and not set(mine) & set(yours):
                return True
        if self._matters.apart(one.place, later.place):
            return True
        return self._other_time(one.time, later.time) or self._other_toll(one, later)

    def _other_time(self, one: str | None, later: str | None) -> bool:
        mine, yours = self._times.get(one or ""), self._times.get(later or "")
        if mine is None or yours is None or mine.value is None or yours.value is None:
            return mine is not None and yours is not None and mine.span.text != yours.span.text
        return not (mine.value.startswith(yours.value) or yours.value.startswith(mine.value))

    def _other_toll(self, one: Event, later: Event) -> bool:
        for mine in map(self._figures.get, one.figures):
            for yours in map(self._figures.get, later.figures):
                if mine is not None and yours is not None and mine.what == yours.what:
                    return (mine.low, mine.high) != (yours.low, yours.high)
        return False

    def _known(self, one: Told, later: Told) -> bool:
        """Whether the later telling is a noun told as known, of as many as the earlier one."""
        noun, before = later.sighting.root, one.sighting.root
        definite = any(c.lower_ in self._words.among("definites") for c in noun.children)
        if noun.pos_ != "NOUN" or not definite or self._new(later):
            return False
        many = has(before, "Number", "Plur") if before.pos_ == "NOUN" else False
        return has(noun, "Number", "Plur") == many

    def _new(self, later: Told) -> bool:
        """Whether a telling says that it is of another happening ("a second strike")."""
        new = self._words.among("anew")
        return any(c.lower_ in new or c.lemma_ in new for c in later.sighting.root.children)

    def _same_spot(self, one: str | None, later: str | None) -> bool:
        here, there = self._places.get(one or ""), self._places.get(later or "")
        if here is None or there is None or here.kind in VAGUE:
            return False
        return _spot(here) == _spot(there)


def _spot(place: Place) -> tuple[object, ...]:
    return place.name, place.kind, place.lat, place.lon


def _merged(one: Told, later: Told) -> Told:
    """Return the earlier telling with what the later one adds, and the finer type of the two."""
    first, second = one.event, later.event
    finer = min(one.sighting.rule, later.sighting.rule, key=lambda rule: rule.rank)
    by = tuple(dict.fromkeys((*first.according_to, *second.according_to)))
    event = replace(
        first,
        type=finer.type,
        subtype=finer.words.subtype,
        plover=finer.words.plover,
        actors=first.actors or tuple(t for t in second.actors if t not in first.targets),
        targets=first.targets or tuple(t for t in second.targets if t not in first.actors),
        place=first.place if first.place is not None else second.place,
        time=first.time if first.time is not None else second.time,
        figures=tuple(dict.fromkeys((*first.figures, *second.figures))),
        according_to=by,
        denied_by=tuple(
            dict.fromkeys(s for s in (*first.denied_by, *second.denied_by) if s not in by)
        ),
        hedged=first.hedged and second.hedged,
        mentions=in_order(*first.mentions, *second.mentions),
    )
    return replace(one, event=event)
