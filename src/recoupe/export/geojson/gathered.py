"""What reports tell of places, gathered story by story in one pass over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from recoupe.export.masking.names import key_of
from recoupe.export.material import ExportedReport, Material
from recoupe.export.recorders.happenings import spot, stories_of
from recoupe.export.recorders.sightings import (
    Days,
    Sighting,
    Source,
    days_of,
    sentence,
    sightings,
    source_of,
)
from recoupe.model import Figure, Finding, Place, Span, Story

ALONE: Final = Story("", None, (), None, None, None, ())
"""Stands for the story of a report that is in none, for nobody compared it yet."""

Words = tuple[str, Span]
"""Words of a report: its article id, and where they stand."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of people of one report, with its place, its days, and who gives it."""

    source: Source
    figure: Figure
    place: Place | None
    days: Days | None
    speaker: str | None
    denied: bool
    sentence: str
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A toponym of one report."""

    source: Source
    place: Place
    reviewed: bool


@dataclass(slots=True)
class Told:
    """What the reports of one story tell."""

    story: Story
    sightings: list[Sighting] = field(default_factory=list)
    figures: list[Counted] = field(default_factory=list)
    places: list[Named] = field(default_factory=list)


@dataclass(slots=True)
class Gathered:
    """What all reports tell; ``addresses`` are theirs, by article id.

    ``coarse`` are the ids of places that stand for protected ones.
    """

    told: list[Told] = field(default_factory=list)
    addresses: dict[str, str | None] = field(default_factory=dict)
    coarse: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Count:
    """Numbers of several reports that are one: those of a finding, or the same without one."""

    figures: tuple[Counted, ...]
    finding: Finding | None = None


def gathered(material: Material) -> Gathered:
    """Return what the reports tell, stories as they come, then reports that are in none."""
    found = Gathered()
    of = stories_of(material.check)
    by_story = {story.id: Told(story) for story in material.check.stories}
    alone: dict[str, Told] = {}
    in_stories: set[str] = set()
    for report in material.reports():
        article = report.reading.article
        found.addresses[article.id] = article.url
        found.coarse |= report.coarse
        homes = [by_story[story.id] for story in of.get(article.id, ())]
        if homes:
            in_stories.add(report.report)
        else:
            homes = [Told(ALONE)]
            alone[report.report] = homes[0]  # of several versions the last
        for told in homes:
            _add(told, report)
    others = (told for report, told in alone.items() if report not in in_stories)
    found.told = [*by_story.values(), *others]
    return found


def counts(figures: Iterable[Counted], findings: Iterable[Finding]) -> Iterator[Count]:
    """Yield the figures of a story together: those of one finding first, then those of none.

    Of the latter those are one that count the same, as many, at one place and time.
    """
    left = {(one.source.report, one.figure.span): one for one in figures}
    for finding in findings:
        said = [
            (each.report, each.span)
            for position in finding.positions
            if (position.low, position.high) != (None, None)
            for each in position.said
        ]
        if mine := [left.pop(words) for words in dict.fromkeys(said) if words in left]:
            yield Count(_ordered(mine), finding)
    alike: defaultdict[object, list[Counted]] = defaultdict(list)
    for one in left.values():
        alike[_key(one)].append(one)
    yield from (Count(_ordered(same)) for same in alike.values())


def named_only(told: Told, taken: Iterable[Place | None]) -> Iterator[tuple[Named, ...]]:
    """Yield the places of a story at which nothing that is ``taken`` stands, each with all words.

    A toponym that could not be resolved is told by its name.
    """
    spots = {spot(place) for place in taken}
    found: defaultdict[object, list[Named]] = defaultdict(list)
    for one in told.places:
        if (where := spot(one.place)) not in spots:
            found[where].append(one)
    for group in found.values():
        yield tuple(sorted(group, key=lambda one: one.source.published or "9"))


def best(places: Iterable[Place | None]) -> Place | None:
    """Return the first place that is resolved, else the first there is."""
    known = [one for one in places if one is not None]
    return next((one for one in known if one.lat is not None), known[0] if known else None)


def _ordered(figures: Sequence[Counted]) -> tuple[Counted, ...]:
    return tuple(sorted(figures, key=lambda one: (one.source.published or "9", one.figure.id)))


def _key(one: Counted) -> object:
    figure = one.figure
    return (
        figure.what, key_of(figure.counted or ""), figure.low, figure.high,
        figure.approximate, spot(one.place), one.days, one.denied,
    )  # fmt: skip


def _add(told: Told, report: ExportedReport) -> None:
    seen = list(sightings(report, negated=True))
    told.sightings += seen
    told.figures += _figures(report)
    source = source_of(report)
    told.places += [
        Named(source, place, _is_reviewed(report, place.id)) for place in report.reading.places
    ]


def _figures(report: ExportedReport) -> Iterator[Counted]:
    reading = report.reading
    source = source_of(report)
    places: Mapping[str | None, Place] = {one.id: one for one in reading.places}
    times = {one.id: one for one in reading.times}
    statements = {one.id: one for one in reading.statements}
    for figure in reading.figures:
        said = statements.get(figure.according_to or "")
        yield Counted(
            source=source,
            figure=figure,
            place=places.get(figure.place),
            days=days_of(times.get(figure.time or "")),
            speaker=said.speaker_name if said is not None else None,
            denied=said is not None and said.stance == "denies",
            sentence=sentence(reading.article.text, figure.span),
            reviewed=_is_reviewed(report, figure.id),
        )


def _is_reviewed(report: ExportedReport, record: str) -> bool:
    mark = report.marks.get(record)
    return mark is not None and mark.standing is not None
