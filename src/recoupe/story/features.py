"""What of a report is compared with others: a small record made once from its reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from recoupe.model import Entity, Place, Reading, Time
from recoupe.story.terms import headline_terms, terms

_FEWEST_WORDS: Final = 2
"""Words of a person's name from which it names one person, and not everybody of that surname."""

_A_DAY: Final = 2
"""Days that a time spans less than, where it tells of one day, be it a night."""

_A_MONTH: Final = 31
"""Days that a time spans less than, where it tells at least of a week or a month."""

Counts = tuple[tuple[str, int], ...]

Named = tuple[tuple[str, str], ...]
"""Keys or terms with the words that the report has for them, in alphabetical order."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map that a report names: ``mentions`` times, first as its ``rank``-th place.

    ``id`` is that of GeoNames, ``lat`` and ``lon`` are WGS 84 degrees, ``place`` is how the report
    first names it. ``broad`` ones, countries and regions, hold many incidents.
    """

    id: int
    lat: float
    lon: float
    broad: bool
    mentions: int
    rank: int
    place: Place


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people that a report gives: inclusive bounds, ``None`` where one is open."""

    what: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Features:
    """What one report is grouped by; all in an order that depends on nothing but the report.

    ``report`` is the article's id. ``published`` and ``days``, the days that the text speaks of,
    are ordinals (1 is 0001-01-01); ``days`` go with how often each is spoken of, ``months`` are
    weeks and months that it speaks of, first and last day. ``names``,
    ``words`` and ``numbers`` are terms with their counts: the folded words written with a capital,
    stems of all others, and digits. ``headline`` are the terms of the headline. ``people`` are keys
    of persons with a full name, ``parties`` those of other entities, ``spelt`` how it
    writes its names, ``events`` types of events.
    """

    report: str
    language: str
    title: str | None
    published: int | None
    days: tuple[tuple[int, int], ...]
    months: tuple[tuple[int, int], ...]
    names: Counts
    words: Counts
    numbers: Counts
    headline: tuple[str, ...]
    people: Named
    parties: Named
    spelt: Named
    spots: tuple[Spot, ...]
    tolls: tuple[Toll, ...]
    events: Counts


def features(reading: Reading) -> Features:
    """Return what the report of ``reading`` is grouped by."""
    article = reading.article
    found, told = terms(article), list(_told(reading.times))
    return Features(
        report=article.id,
        language=article.language,
        title=article.title,
        published=_day(article.published),
        days=tuple(sorted(Counter(first for first, last in told if last - first < _A_DAY).items())),
        months=tuple(sorted({span for span in told if _A_DAY <= span[1] - span[0] < _A_MONTH})),
        names=_counts(found.names),
        words=_counts(found.words),
        numbers=_counts(found.numbers),
        headline=tuple(sorted(headline_terms(article, found.names))),
        people=_named(reading.entities, people=True),
        parties=_named(reading.entities, people=False),
        spelt=tuple(sorted(found.spelt.items())),
        spots=tuple(_spots(reading.places)),
        tolls=_tolls(reading),
        events=_counts(Counter(event.type for event in reading.events if not event.negated)),
    )


def _counts(counted: Counter[str]) -> Counts:
    return tuple(sorted(counted.items()))


def _day(published: str | None) -> int | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:  # a year or a month alone is no day
        return None


def _told(times: Iterable[Time]) -> Iterator[tuple[int, int]]:
    """Yield the first and last day of every time that the text speaks of."""
    for time in times:
        first, last = _day(time.start), _day(time.end)
        if first is not None and last is not None and time.type in {"DATE", "TIME"}:
            yield first, last


def _named(entities: Iterable[Entity], *, people: bool) -> Named:
    found: dict[str, str] = {}
    for entity in entities:
        whole = entity.key is not None and (not people or _is_full(entity.key))
        if entity.key is not None and whole and (entity.kind == "person") == people:
            found.setdefault(entity.key, entity.name)
    return tuple(sorted(found.items()))


def _is_full(key: str) -> bool:
    return key.count(" ") + 1 >= _FEWEST_WORDS


def _spots(places: Iterable[Place]) -> Iterator[Spot]:
    """Yield the places that are on the map, in the order in which the text first names them."""
    groups: dict[int, list[Place]] = {}
    for place in places:
        if place.geonames_id is not None and place.lat is not None and place.lon is not None:
            groups.setdefault(place.geonames_id, []).append(place)
    for rank, (number, named) in enumerate(groups.items()):
        first = named[0]
        assert first.lat is not None and first.lon is not None  # noqa: S101, PT018
        broad = first.kind in {"country", "region"}
        yield Spot(number, first.lat, first.lon, broad, len(named), rank, first)


def _tolls(reading: Reading) -> tuple[Toll, ...]:
    tolls = {
        Toll(figure.what, figure.low, figure.high)
        for figure in reading.figures
        if figure.what != "other"
    }
    return tuple(sorted(tolls, key=lambda toll: (toll.what, toll.low or 0, toll.high or 0)))
