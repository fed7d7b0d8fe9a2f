"""Events: from the triggers of every sentence to one record for each happening."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from recoupe.model import Entity, Event, Figure, Place, Reader, Statement, Time, content_id
from recoupe.reading.events.acts import told as told_as
from recoupe.reading.events.arguments import arguments, parties
from recoupe.reading.events.circumstances import (
    Nearby,
    how_many,
    nearby,
    to_come,
    when,
    where,
)
from recoupe.reading.events.denials import Told, denied
from recoupe.reading.events.mentions import gathered
from recoupe.reading.events.reality import denier, hedged, negated, past
from recoupe.reading.events.sayings import sayings
from recoupe.reading.events.scene import Scene
from recoupe.reading.events.sightings import Sighting, in_order, joined
from recoupe.reading.events.triggers import Trigger, triggers
from recoupe.reading.parse import Parse
from recoupe.reading.places import localities

READER: Final = Reader(reader="events", name="rules", version="2")


def read_events(  # noqa: PLR0917 - one argument for each kind of record an event refers to
    parse: Parse,
    statements: tuple[Statement, ...],
    entities: tuple[Entity, ...],
    places: tuple[Place, ...],
    times: tuple[Time, ...],
    figures: tuple[Figure, ...],
) -> tuple[Event, ...]:
    """Return the happenings that the article tells, each once with all that names it, in order.

    What is only feared, planned, asked for, conditional or to come is no event; what is denied is
    one, and says so. The other records are those read in the same parse; an event refers to them
    by id, and leaves what the text does not say ``None`` or empty.
    """
    scene = Scene(parse, entities, places)
    told: list[Told] = []
    locating = localities(parse, places, statements)
    for sentence, found in triggers(scene):
        near = nearby(sentence, locating, times, figures)
        happened = [hit for one in found if (hit := told_as(one, scene)) is not None]
        sightings = [_sighting(hit, near, scene) for hit in happened]
        told += (
            Told(_event(sighting, parse, statements), sighting)
            for sighting in joined(one for one in sightings if _counts(one, near, scene))
        )
    return denied(gathered(told, scene, times, figures), statements, places)


def _counts(sighting: Sighting, near: Nearby, scene: Scene) -> bool:
    """Whether it has a named party where it must, and is not dated after its publication.

    A verb in the past is more to be trusted than a date that may belong to something else, and so
    is a saying: the date is that of what is asked for or promised.
    """
    if sighting.rule.words.named and not (sighting.actors or sighting.targets):
        return False
    if sighting.rule.words.act or past(sighting.root, scene.lexicon):
        return True
    return not to_come(sighting.time, near, scene.parse.article.published)


def _sighting(hit: Trigger, near: Nearby, scene: Scene) -> Sighting:
    span = scene.parse.span(scene.parse.stretch(hit.first, hit.last + 1))
    parts = arguments(hit, scene)
    time = when(hit.root, near, scene)
    if hit.rule.words.act and to_come(time, near, scene.parse.article.published):
        time = None
    actors = parties(parts.actors, hit, scene)
    targets = tuple(t for t in parties(parts.targets, hit, scene) if t not in actors)
    return Sighting(
        rule=hit.rule,
        span=span,
        root=hit.root,
        actors=actors,
        targets=targets,
        place=where(hit.root, near, scene, parts.actors),
        time=time,
        figures=how_many(hit.root, near, scene),
        hedged=hedged(hit.root, scene.lexicon),
        negated=negated(hit.root, scene.lexicon) and not hit.rule.words.negative,
        disputed=denier(hit.root, scene.lexicon, act=hit.rule.words.act) is not None,
    )


def _event(sighting: Sighting, parse: Parse, statements: Iterable[Statement]) -> Event:
    said = sayings(sighting.span, statements, negated=sighting.negated)
    rule = sighting.rule
    return Event(
        id=content_id("event", parse.article.id, f"{sighting.span.start}-{sighting.span.end}"),
        trigger=sighting.span,
        type=rule.type,
        subtype=rule.words.subtype,
        plover=rule.words.plover,
        actors=sighting.actors,
        targets=sighting.targets,
        place=sighting.place,
        time=sighting.time,
        figures=sighting.figures,
        according_to=said.according_to,
        denied_by=said.denied_by,
        hedged=sighting.hedged or said.doubted,
        negated=sighting.negated or (sighting.disputed and not said.told),
        mentions=in_order(sighting.span, *sighting.others),
    )
