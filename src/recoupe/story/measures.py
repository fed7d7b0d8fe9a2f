"""How two reports compare: a row of numbers, each with a meaning of its own."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from math import asin, cos, exp, inf, log1p, radians, sin, sqrt
from typing import Final, NamedTuple

from recoupe.story.features import Features, Spot, Toll
from recoupe.story.index import Vector, Weights

_LATER: Final = 3
"""Days within which an incident is reported for the first time."""

_WORDS_BY_NAMES: Final = 0.6
_TEXT_BY_NAMES: Final = 0.75
"""How alike two reports are in words, and overall, for each likeness in names.

It is so on average where both are in one language, and taken to be so where they are not.
"""

_NEAR_KM: Final = 25.0
_APART_KM: Final = 100.0
_EARTH_KM: Final = 6371.0088


class Measures(NamedTuple):
    """Two reports compared.

    The first five are cosines; those of words and overall are reckoned from that of names where
    the reports are in two languages. ``headline_in_text`` is the share of one headline's terms that
    the other's text has, by weight, the larger of both. ``shared_*`` are logarithms of the weights
    of all that both have, ``shared_days`` whether both speak of one day. ``back_to_day`` and
    ``back_to_month`` are 1 where the later report speaks of the time of the earlier one.
    ``other_people`` and ``other_days`` are 1 where both name some, and none that both do. ``near``
    is 1 at one place and falls by half in about 17 km; ``apart`` is 1 where all main places lie
    more than 100 km from the other's. ``gap`` is the logarithm of the days between publications, 0
    where one is ``undated``. ``toll_agrees`` and ``toll_differs`` compare the largest numbers of
    killed, else of injured. ``acts`` is the cosine of types of events, ``length`` the logarithm of
    the words of the shorter text.
    """

    names: float
    words: float
    numbers: float
    headline: float
    overall: float
    headline_in_text: float
    shared_names: float
    shared_numbers: float
    shared_headline: float
    shared_people: float
    shared_parties: float
    shared_places: float
    near: float
    apart: float
    shared_days: float
    back_to_day: float
    back_to_month: float
    other_people: float
    other_days: float
    gap: float
    undated: float
    toll_agrees: float
    toll_differs: float
    acts: float
    length: float


def measure(one: Vector, other: Vector) -> Measures:
    """Return how two reports compare; the same whichever is named first."""
    names, words, numbers = (
        _product(one.names, other.names),
        _product(one.words, other.words),
        _product(one.numbers, other.numbers),
    )
    gap, undated = _gap(one.features, other.features)
    back_to_day, back_to_month = _back(one.features, other.features)
    named = names / (one.norms.names * other.norms.names)
    worded = words / (one.norms.words * other.norms.words)
    overall = (names + words + numbers) / (one.norms.overall * other.norms.overall)
    if one.features.language != other.features.language:
        worded, overall = _WORDS_BY_NAMES * named, _TEXT_BY_NAMES * named
    near, apart = _nearness(one.main, other.main)
    agrees, differs = _tolls(one.features.tolls, other.features.tolls)
    return Measures(
        names=named,
        words=worded,
        numbers=numbers / (one.norms.numbers * other.norms.numbers),
        headline=_product(one.headline, other.headline)
        / (one.norms.headline * other.norms.headline),
        overall=overall,
        headline_in_text=max(_told(one, other), _told(other, one)),
        shared_names=_shared(one.names, other.names),
        shared_numbers=_shared(one.numbers, other.numbers),
        shared_headline=_shared(one.headline, other.headline),
        shared_people=_shared(one.people, other.people),
        shared_parties=_shared(one.parties, other.parties),
        shared_places=_shared(one.spots, other.spots),
        near=near,
        apart=apart,
        shared_days=float(not one.days.isdisjoint(other.days)),
        back_to_day=back_to_day,
        back_to_month=back_to_month,
        other_people=_strangers(one.people.keys(), other.people.keys()),
        other_days=_strangers(one.days, other.days),
        gap=gap,
        undated=undated,
        toll_agrees=agrees,
        toll_differs=differs,
        acts=_acts(one.features, other.features),
        length=log1p(min(len(one.words), len(other.words))),
    )


def _product(one: Weights, other: Weights) -> float:
    return sum([one[term] * other[term] for term in sorted(one.keys() & other.keys())])


def _shared(one: Weights, other: Weights) -> float:
    return log1p(sum([min(one[term], other[term]) for term in sorted(one.keys() & other.keys())]))


def _strangers(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """Return 1 where both have some and share none."""
    return float(bool(one and other) and one.isdisjoint(other))


def _told(headline: Vector, text: Vector) -> float:
    whole = sum(headline.headline.values())
    if not whole:
        return 0.0
    told = (
        weight
        for term, weight in headline.headline.items()
        if term in text.names or term in text.words
    )
    return sum(told) / whole


def _gap(one: Features, other: Features) -> tuple[float, float]:
    if one.published is None or other.published is None:
        return 0.0, 1.0
    return log1p(abs(one.published - other.published)), 0.0


def _back(one: Features, other: Features) -> tuple[float, float]:
    """Return whether the later report speaks of the day, or the month, of the earlier one."""
    if one.published is None or other.published is None:
        return 0.0, 0.0
    earlier, later = sorted((one, other), key=lambda features: features.published or 0)
    day = earlier.published or 0
    if (later.published or 0) - day <= _LATER:
        return 0.0, 0.0
    on_day = any(0 <= day - told <= _LATER for told, _ in later.days)
    in_month = any(first <= day <= last + _LATER for first, last in later.months)
    return float(on_day), float(in_month)


def _nearness(one: Iterable[Spot], other: Iterable[Spot]) -> tuple[float, float]:
    pairs = [(a, b) for a in one for b in other]
    distance = min((kilometres(a, b) for a, b in pairs), default=None)
    if distance is None:
        return 0.0, 0.0
    return exp(-distance / _NEAR_KM), float(distance > _APART_KM)


def kilometres(one: Spot, other: Spot) -> float:
    """Return the great-circle distance between two places."""
    if one.id == other.id:
        return 0.0
    north, east = radians(other.lat - one.lat) / 2, radians(other.lon - one.lon) / 2
    along = cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(sin(north) ** 2 + along)))


def _tolls(one: Iterable[Toll], other: Iterable[Toll]) -> tuple[float, float]:
    """Return whether the largest number of killed (else injured) fits together, and whether not."""
    for what in ("killed", "injured"):
        here, there = _largest(one, what), _largest(other, what)
        if here and there:
            fits = here[0] <= there[1] and there[0] <= here[1]
            return float(fits), float(not fits)
    return 0.0, 0.0


def _largest(tolls: Iterable[Toll], what: str) -> tuple[float, float] | None:
    bounds = [
        (toll.low or 0.0, inf if toll.high is None else toll.high)
        for toll in tolls
        if toll.what == what
    ]
    return max(bounds, default=None)


def _acts(one: Features, other: Features) -> float:
    here, there = dict(one.events), dict(other.events)
    product = sum(n * there.get(kind, 0) for kind, n in here.items())
    lengths = sqrt(sum(n * n for n in here.values())) * sqrt(sum(n * n for n in there.values()))
    return product / lengths if lengths else 0.0
