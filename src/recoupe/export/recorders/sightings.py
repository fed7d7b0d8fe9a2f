"""Events of reports, small: what of each is needed to join those that are one happening."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from recoupe.export.material import ExportedReport
from recoupe.model import Event, Place, Reading, Span, Time

_EARLIEST: Final = "1900"
"""Years before it are numbers misread."""
_LONGEST: Final = 300
"""Code points of the longest sentence that is quoted."""
_ENDS: Final = re.compile(r"(?<![A-ZÀ-Þ])[.!?…]+[»”\"']*(?=\s|$)|\n")

Days = tuple[str, str]
"""The first and the last day, both ISO 8601."""


@dataclass(frozen=True, slots=True)
class Source:
    """The report that an event stands in, as recorders cite it; whether it was withdrawn."""

    report: str
    outlet: str | None
    title: str | None
    published: str | None
    whole: bool
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """One event of one report.

    ``sentence`` is the one that the trigger stands in. ``region`` is the name of the region that
    the report puts the place in, ``actors`` and ``targets`` are names, ``figures`` where its
    numbers stand, ``mentions`` all the words that name it. ``speakers`` say that it happened,
    ``deniers`` that it did not; ``vouched`` and ``disowned`` say whether any statement does, be its
    speaker named or not. Where ``negated``, the report itself says that it did not happen.
    """

    source: Source
    event: str
    type: str
    subtype: str | None
    plover: str | None
    trigger: Span
    sentence: str
    place: Place | None
    region: str | None
    days: Days | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    figures: frozenset[tuple[int, int]]
    speakers: tuple[str, ...]
    deniers: tuple[str, ...]
    hedged: bool
    reviewed: bool
    negated: bool = False
    mentions: tuple[Span, ...] = ()
    vouched: bool = False
    disowned: bool = False


def source_of(report: ExportedReport) -> Source:
    """Return what a report is cited by."""
    article = report.reading.article
    return Source(
        article.id,
        article.outlet,
        article.title,
        article.published,
        report.whole,
        withdrawn=article.withdrawn is not None,
    )


def sightings(report: ExportedReport, *, negated: bool = False) -> Iterator[Sighting]:
    """Yield the events of a report, those that its own words say did not happen if ``negated``."""
    reading = report.reading
    article = reading.article
    source = source_of(report)
    names = {one.id: one.name for one in reading.entities}
    speakers = {one.id: one.speaker_name for one in reading.statements}
    for event in reading.events:
        if event.negated and not negated:
            continue
        place = next((one for one in reading.places if one.id == event.place), None)
        time = next((one for one in reading.times if one.id == event.time), None)
        mark = report.marks.get(event.id)
        yield Sighting(
            source=source,
            event=event.id,
            type=event.type,
            subtype=event.subtype,
            plover=event.plover,
            trigger=event.trigger,
            sentence=sentence(article.text, event.trigger),
            place=place,
            region=_region(reading, place),
            days=days_of(time),
            actors=tuple(names[one] for one in event.actors if one in names),
            targets=tuple(names[one] for one in event.targets if one in names),
            figures=_figures(reading, event),
            speakers=_named(speakers, event.according_to),
            deniers=_named(speakers, event.denied_by),
            hedged=event.hedged,
            reviewed=mark is not None and mark.standing is not None,
            negated=event.negated,
            mentions=event.mentions,
            vouched=bool(event.according_to),
            disowned=bool(event.denied_by),
        )


def sentence(text: str, span: Span) -> str:
    """Return the sentence around words, on one line; cut off where it is very long."""
    before = [end.end() for end in _ENDS.finditer(text, 0, span.start)]
    after = _ENDS.search(text, span.end)
    start = max([*before[-1:], span.start - _LONGEST, 0])
    end = min(after.end() if after is not None else len(text), span.end + _LONGEST)
    return " ".join(text[start:end].split())


def days_of(time: Time | None) -> Days | None:
    """Return the days that a time spans, ``None`` where they are not known or cannot be meant."""
    if time is None or time.start is None or time.end is None or time.start < _EARLIEST:
        return None
    return time.start[:10], time.end[:10]


def _region(reading: Reading, place: Place | None) -> str | None:
    seen: set[str] = set()
    while place is not None and place.id not in seen:
        if place.kind == "region":
            return place.name
        seen.add(place.id)
        place = next((one for one in reading.places if one.id == place.within), None)
    return None


def _figures(reading: Reading, event: Event) -> frozenset[tuple[int, int]]:
    wanted = set(event.figures)
    return frozenset((one.span.start, one.span.end) for one in reading.figures if one.id in wanted)


def _named(speakers: dict[str, str | None], ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in ids if (name := speakers.get(one))))
