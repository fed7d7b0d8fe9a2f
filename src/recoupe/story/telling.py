"""A group of reports told as a story: its title, days, place and links with their reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from recoupe.model import Place, Story, StoryLink
from recoupe.model.ids import content_id
from recoupe.story.features import Features
from recoupe.story.grouping import Group, Links
from recoupe.story.index import Vector
from recoupe.story.measures import measure
from recoupe.story.reasons import REVIEWED, reasons

_LINKS: Final = 3
"""Links told of each report: the surest ones."""

_AGO: Final = 7
"""Days before the first report within which a day that it speaks of is the incident's."""


def story(group: Group, vectors: Mapping[str, Vector], links: Links) -> Story:
    """Return the story of ``group``; its id is that of its earliest report.

    ``vectors`` and ``links`` hold all reports of the group, its guests among them.
    """
    home = sorted(group.home, key=lambda report: _order(vectors[report].features))
    members = sorted(
        (*group.home, *group.guests), key=lambda report: _order(vectors[report].features)
    )
    told = [vectors[report].features for report in home]
    start, end = _days(told)
    return Story(
        id=content_id("story", home[0]),
        title=_title(home, vectors, links),
        reports=tuple(members),
        start=start,
        end=end,
        place=_place(told),
        links=tuple(_links(members, vectors, links)),
        guests=group.guests,
    )


def _order(features: Features) -> tuple[int, str]:
    """Order by publication; reports without a date come last."""
    return features.published or date.max.toordinal(), features.report


def _title(home: Sequence[str], vectors: Mapping[str, Vector], links: Links) -> str | None:
    """Return the headline of the report most like all others, the earliest of those alike."""
    titled = [report for report in home if vectors[report].features.title]
    best = max(
        titled,
        key=lambda report: sum(links[report].get(other, 0.0) for other in home),
        default=None,
    )
    return vectors[best].features.title if best is not None else None


def _days(told: Sequence[Features]) -> tuple[str | None, str | None]:
    """Return the first and the last day of the incident.

    It is the day near the first report that most reports speak of, and else the first day of
    publication.
    """
    dated = [features for features in told if features.published is not None]
    if not dated:
        days = Counter(day for features in told for day, _ in features.days)
        first = max(days, key=lambda day: (days[day], -day), default=None)
        shown = date.fromordinal(first).isoformat() if first is not None else None
        return shown, shown
    published = dated[0].published or 0
    near = Counter(
        day for features in dated for day, _ in features.days if 0 <= published - day <= _AGO
    )
    first = max(near, key=lambda day: (near[day], day), default=published)
    return date.fromordinal(first).isoformat(), date.fromordinal(first).isoformat()


def _place(told: Sequence[Features]) -> Place | None:
    """Return the place narrower than a region that most reports name, early on."""
    named: Counter[int] = Counter()
    places: dict[int, Place] = {}
    for features in told:
        for spot in features.spots:
            if not spot.broad:
                named[spot.id] += 1
                places.setdefault(spot.id, spot.place)
    order = {number: at for at, number in enumerate(places)}
    best = max(named, key=lambda number: (named[number], -order[number]), default=None)
    return places[best] if best is not None else None


def _links(
    members: Sequence[str], vectors: Mapping[str, Vector], links: Links
) -> Iterator[StoryLink]:
    """Yield the surest links of each report within the story, each pair once, in order."""
    inside = set(members)
    kept: set[tuple[str, str]] = set()
    for report in members:
        near = sorted(
            ((weight, other) for other, weight in links[report].items() if other in inside),
            key=lambda item: (-item[0], item[1]),
        )
        kept |= {
            (min(report, other), max(report, other))
            for weight, other in near[:_LINKS]
            if weight > 0
        }
    for one, other in sorted(kept):
        weight = links[one][other]
        why = reasons(vectors[one], vectors[other], measure(vectors[one], vectors[other]))
        said = (REVIEWED,) if weight > 1 else ()
        yield StoryLink(one, other, min(1.0, weight), (*said, *why))
