"""A speaker: everything a person or body says, by date, and where it changed its stance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from recoupe.dossier.pages.history import ReviewLine, history, newest
from recoupe.dossier.pages.view import View
from recoupe.dossier.voices import HEDGED, SHAPES
from recoupe.dossier.wording import masked
from recoupe.model import Stance
from recoupe.store import Readable
from recoupe.store.answers import Held, Party, Side, Spoken

STATEMENTS: Final = 30
"""Statements that one page shows."""
TURNS: Final = 60
"""Positions on matters where a party has several, that one page shows."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Positions of one party on one matter, the earliest first: it said one thing, then another."""

    finding: str
    story: str
    story_title: str | None
    matter: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its shape, and the other positions of its speaker on the same matters."""

    spoken: Spoken
    shape: str
    matters: tuple[Held, ...]
    otherwise: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a speaker is asked for: all of it, or one stance, or one story."""

    stance: Stance | None = None
    story: str | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """What the page of a speaker shows; ``total`` counts the statements that were asked for.

    ``turns`` are the matters on which it changed, ``more_turns`` whether there are others.
    ``masked`` is what an export says in its place, were it protected and its role not known.
    """

    party: Party
    asked: Asked
    said: tuple[Said, ...]
    total: int
    limit: int
    turns: tuple[Turn, ...]
    more_turns: bool
    reviews: tuple[ReviewLine, ...]
    newest_review: str
    masked: str


@dataclass(frozen=True, slots=True)
class OutletPage:
    """What reports of an outlet say in their own voice, on matters that reports have in common."""

    name: str
    sides: tuple[Side, ...]
    total: int
    offset: int
    limit: int


def speaker_page(store: Readable, view: View, id_: str, asked: Asked | None = None) -> SpeakerPage:
    """Return the page of a party; of one that people joined to another, that other's.

    Raises :class:`StoreError` where there is no such party.
    """
    asked = asked or Asked()
    party = store.party(id_)
    page = store.said_by(
        party.id, stance=asked.stance, story=asked.story, limit=STATEMENTS, offset=asked.offset
    )
    turned = store.positions(party=party.id, turned=True, limit=TURNS)
    told = store.sides(turned.positions, each=1)
    reviews = tuple(store.reviews(party.id))
    return SpeakerPage(
        party=party,
        asked=asked,
        said=_said(store, party.id, page.statements),
        total=page.total,
        limit=STATEMENTS,
        turns=_turns(turned.positions, told),
        more_turns=turned.more,
        reviews=history(reviews, names={one.id: one.name or "" for one in party.joined}),
        newest_review=newest(reviews, party.id),
        masked=masked(party.kind, view.language),
    )


def outlet_page(store: Readable, view: View, name: str, *, offset: int = 0) -> OutletPage:  # noqa: ARG001 - every page is made of these
    """Return the page of what an outlet says in its own voice; empty where it says nothing."""
    page = store.own_voice(name, limit=STATEMENTS, offset=offset)
    told = store.sides(page.positions, each=1)
    return OutletPage(
        name, tuple(told[one.id] for one in page.positions), page.total, offset, STATEMENTS
    )


def _said(store: Readable, party: str, spoken: Sequence[Spoken]) -> tuple[Said, ...]:
    of = store.positions_of([one.id for one in spoken])
    findings = list(dict.fromkeys(held.finding for some in of.values() for held in some))
    page = store.positions(party=party, findings=findings, turned=True, limit=TURNS)
    return tuple(_one(each, of.get(each.id, ()), page.positions) for each in spoken)


def _one(spoken: Spoken, held: Sequence[Held], turned: Sequence[Held]) -> Said:
    own = {one.id for one in held}
    findings = {one.finding for one in held if any(one.id == other.id for other in turned)}
    otherwise = [one for one in turned if one.finding in findings and one.id not in own]
    hedged = spoken.hedged and spoken.stance in {"asserts", "confirms"}
    return Said(spoken, HEDGED if hedged else SHAPES[spoken.stance], tuple(held), tuple(otherwise))


def _turns(positions: Sequence[Held], told: Mapping[str, Side]) -> tuple[Turn, ...]:
    """Return the matters of positions that come matter by matter; one alone tells of no change."""
    found = []
    for finding, some in groupby(positions, key=lambda one: one.finding):
        sides = tuple(told[one.id] for one in some)
        first = sides[0].position
        if len(sides) > 1:
            found.append(Turn(finding, first.story, first.story_title, first.matter, sides))
    return tuple(found)
