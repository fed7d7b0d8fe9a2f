"""Positions: what each party says on one matter, with every place where a report gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from recoupe.comparison.positions.parties import Party, called, folded
from recoupe.model import Position, Said, Span, Stance

Origins = Callable[[tuple[tuple[str, Span], ...]], int]
"""Counts the independent origins behind words: article ids with spans; 0 if all are withdrawn."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One thing that a party says once: its stance, its bounds where it is a number, its words."""

    party: Party
    stance: Stance
    said: tuple[Said, ...]
    low: int | None = None
    high: int | None = None


def positions(stands: Iterable[Stand], roots: Origins) -> tuple[Position, ...]:
    """Return one position for each party, stance and bounds, the earliest first.

    Words of parties without id are together only where they have one name in one report.
    """
    groups: dict[tuple[object, ...], list[Stand]] = {}
    for stand in stands:
        groups.setdefault(_key(stand), []).append(stand)
    made = [_position(group, roots) for group in groups.values()]
    return tuple(sorted(made, key=_order))


def _key(stand: Stand) -> tuple[object, ...]:
    party = stand.party
    who = (party.id,) if party.id else (None, stand.said[0].report, folded(party.name))
    return (*who, stand.stance, stand.low, stand.high)


def _position(group: list[Stand], roots: Origins) -> Position:
    words = sorted(
        {said for stand in group for said in stand.said},
        key=lambda said: (said.at or "9", said.report, said.span),
    )
    days = sorted(said.at for said in words if said.at is not None)
    first = group[0]
    return Position(
        party=called([stand.party for stand in group]),
        party_id=None if first.party.voice else first.party.id,
        stance=first.stance,
        low=first.low,
        high=first.high,
        said=tuple(words),
        reports=len({said.report for said in words}),
        independent_origins=roots(tuple((said.report, said.span) for said in words)),
        first_said=days[0] if days else None,
        last_said=days[-1] if days else None,
    )


def _order(position: Position) -> tuple[object, ...]:
    first = position.said[0]
    return (
        position.first_said or "9",
        position.party,
        position.stance,
        position.low or 0,
        position.high or 0,
        first.report,
        first.span,
    )
