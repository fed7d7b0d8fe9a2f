"""Counts: the claims of a story that count the same people for the same thing, there and then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Final

from recoupe.comparison.figures.claims import Claim, tolls
from recoupe.comparison.figures.happenings import happenings
from recoupe.comparison.positions.parties import folded
from recoupe.model import FigureSubject, Place, Story

_BROAD: Final = frozenset({"country", "region"})
_AROUND: Final = timedelta(days=7)
"""How long before the first report an incident may have been that nobody dates."""
_LARGEST: Final = 25
"""How many times larger or smaller than the middle a number may be that counts the same."""


@dataclass(frozen=True, slots=True)
class Count:
    """The claims to be compared, and what sets them apart: ``None`` for the whole incident.

    ``happening`` is the type of another happening than the story's main one. ``parts`` are claims
    that are parts of one of them by the words of a report. ``reviewed`` are codes of why people's
    word makes it what it is.
    """

    what: FigureSubject
    scope: str
    place: str | None
    day: str | None
    happening: str | None
    claims: tuple[Claim, ...]
    parts: tuple[Claim, ...] = ()
    reviewed: tuple[str, ...] = ()


def counts(story: Story, found: Sequence[Claim]) -> tuple[Count, ...]:
    """Return the counts of a story, those of the whole incident first.

    Numbers of another place, another time, another happening, other people or of another order of
    magnitude are never together.
    """
    groups: dict[tuple[FigureSubject, str, str], list[Claim]] = {}
    other = happenings(found)
    for claim in tolls(found, other):
        key = claim.figure.what, claim.scope, other.get(claim.figure.id, "")
        groups.setdefault(key, []).append(claim)
    window = _window(story, found)
    made = [
        Count(what, scope, place, day, kind or None, tuple(claims), parts_of(claims, found))
        for (what, scope, kind), group in sorted(groups.items())
        for (place, day), claims in _apart(story, group, window)
    ]
    return tuple(sorted(made, key=main_first))


def main_first(count: Count) -> tuple[str, str, str]:
    """Return what counts are ordered by: those of the whole incident come first."""
    return count.happening or "", count.place or "", count.day or ""


def parts_of(claims: Iterable[Claim], found: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return those of ``found`` that are parts of one of ``claims``."""
    wholes = {claim.figure.id for claim in claims}
    return tuple(claim for claim in found if claim.figure.part_of in wholes)


def _apart(
    story: Story, group: Sequence[Claim], window: tuple[str, str] | None
) -> Iterator[tuple[tuple[str | None, str | None], list[Claim]]]:
    """Yield the claims of each place and time, those of larger things apart."""
    centre = story.place or _centre(group)
    keyed: dict[tuple[str | None, str | None], list[Claim]] = {}
    for claim in group:
        key = _place(claim.place, centre), _day(claim, window)
        keyed.setdefault(key, []).append(claim)
    for key, together in sorted(keyed.items(), key=lambda item: str(item[0])):
        claims = _counting(together)
        middle = max(median(claim.bounds.told for claim in claims), 1)
        same = [claim for claim in claims if _scale(claim.bounds.told, middle) <= _LARGEST]
        yield key, same


def _counting(claims: list[Claim]) -> list[Claim]:
    """Return claims without those of some person, where others count more than one."""
    if any(claim.bounds.told > 1 for claim in claims):
        return [claim for claim in claims if not claim.somebody]
    return claims


def _scale(number: int, middle: float) -> float:
    """Return how many times larger or smaller a number is than the middle one."""
    return max(number / middle, middle / max(number, 1))


def _centre(group: Iterable[Claim]) -> Place | None:
    """Return the place that most claims name; ties go to the first by letters."""
    named = {folded(claim.place.name): claim.place for claim in group if claim.place is not None}
    times = Counter(folded(claim.place.name) for claim in group if claim.place is not None)
    local = [name for name, place in named.items() if place.kind not in _BROAD]
    best = min(local, key=lambda name: (-times[name], name), default=None)
    return named[best] if best is not None else None


def _place(place: Place | None, centre: Place | None) -> str | None:
    """Return the name of another place than the incident's, ``None`` for the same one."""
    if place is None or centre is None or place.kind in _BROAD:
        return None
    same = folded(place.name) == folded(centre.name) or (
        place.geonames_id is not None and place.geonames_id == centre.geonames_id
    )
    return None if same else place.name


def _window(story: Story, found: Iterable[Claim]) -> tuple[str, str] | None:
    """Return the days in which what is counted may have been: up to the last report."""
    days = sorted(claim.at for claim in found if claim.at is not None)
    if not days:
        return None
    first = story.start or (date.fromisoformat(days[0]) - _AROUND).isoformat()
    return min(first[:10], days[0]), max(days[-1], (story.end or days[-1])[:10])


def _day(claim: Claim, window: tuple[str, str] | None) -> str | None:
    """Return the first day of a claim about another time than the incident's."""
    if claim.days is None or window is None:
        return None
    apart = claim.days[1] < window[0] or claim.days[0] > window[1]
    return claim.days[0] if apart else None
