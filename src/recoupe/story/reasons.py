"""Why two reports are held to be of one incident, as codes with values (worded in the packs).

``shared_people``, ``shared_parties``: ``names``. ``shared_place``: ``place``. ``published_near``:
``days`` between. ``shared_days``: the first ``day`` that both speak of. ``same_toll``.
``shared_wording``: ``percent`` of likeness, and the names (``words``) that bind most.
``same_headline``: ``percent``. Against: ``places_apart``, ``other_toll``. ``reviewed``: a person
said so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import expm1
from typing import Final

from recoupe.model import Reason
from recoupe.story.index import Vector
from recoupe.story.measures import Measures

_FEW: Final = 3
"""Names and words that one reason quotes."""

_ALIKE: Final = 0.1
"""Likeness from which wording, or a headline, is a reason."""

REVIEWED: Final = Reason("reviewed")


def reasons(one: Vector, other: Vector, measures: Measures) -> tuple[Reason, ...]:
    """Return what two reports share, and what speaks against their being of one incident."""
    return (
        *_parties(one, other),
        *_circumstances(one, other, measures),
        *_words(one, other, measures),
    )


def _parties(one: Vector, other: Vector) -> Iterator[Reason]:
    named = dict(one.features.people) | dict(one.features.parties)
    for code, here, there in (
        ("shared_people", one.people, other.people),
        ("shared_parties", one.parties, other.parties),
    ):
        shared = sorted(here.keys() & there.keys(), key=lambda key: (-here[key], key))
        if shared:
            names = (named[key] for key in shared[:_FEW])
            yield Reason(code, (("names", ", ".join(names)),))


def _circumstances(one: Vector, other: Vector, measures: Measures) -> Iterator[Reason]:
    shared = sorted(
        one.spots.keys() & other.spots.keys(), key=lambda number: (-one.spots[number], number)
    )
    if shared:
        named = {f"{spot.id}": spot.place.name for spot in one.features.spots}
        yield Reason("shared_place", (("place", named[shared[0]]),))
    elif measures.apart:
        yield Reason("places_apart")
    if not measures.undated:
        yield Reason("published_near", (("days", round(expm1(measures.gap))),))
    days = sorted({day for day, _ in one.features.days} & {day for day, _ in other.features.days})
    if days:
        yield Reason("shared_days", (("day", date.fromordinal(days[0]).isoformat()),))
    if measures.toll_agrees:
        yield Reason("same_toll")
    if measures.toll_differs:
        yield Reason("other_toll")


def _words(one: Vector, other: Vector, measures: Measures) -> Iterator[Reason]:
    if measures.overall >= _ALIKE:
        shared = sorted(
            one.names.keys() & other.names.keys(), key=lambda name: (-one.names[name], name)
        )
        spelt = dict(one.features.spelt)
        words = ", ".join(spelt[name] for name in shared[:_FEW])
        values = (("percent", round(100 * measures.overall)), ("words", words))
        yield Reason("shared_wording", values)
    if measures.headline >= _ALIKE:
        yield Reason("same_headline", (("percent", round(100 * measures.headline)),))
