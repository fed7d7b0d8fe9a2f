"""Features: one for each happening, each count of people, and each place that is only named.

Their properties are flat, and the same for all of them: QGIS does not unpack objects within
objects, and a table needs its columns in every row. What is not known is null.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from recoupe.comparison.lineage import Ancestry
from recoupe.export.geojson.gathered import Count, Named, Told, Words, best, counts, named_only
from recoupe.export.geojson.geometry import position
from recoupe.export.recorders.happenings import Happening, joined, spot, toll
from recoupe.export.recorders.notes import each_says
from recoupe.export.recorders.sightings import Days, Sighting, Source
from recoupe.languages.export import ExportWords
from recoupe.model import Finding, Place, Span, Story, content_id

Properties = dict[str, Any]
Said = Mapping[str, Sequence[tuple[Span, int, str]]]
"""Words that bear out findings, by article: their finding's place among all, and its id."""

PROPERTIES: Final = (
    "layer", "name", "event_type", "event_subtype", "plover", "counted_as", "counted", "low",
    "high", "date_start", "date_end", "date_precision", "actors", "targets", "stance", "said_by",
    "denied_by", "positions", "hedged", "reports", "independent_origins", "withdrawn_reports",
    "words", "start", "end",
    "sentence", "report_title", "outlet", "url", "published", "report_id", "all_words", "all_at",
    "all_titles", "all_outlets", "all_urls", "all_report_ids", "story_id", "story_title",
    "finding_ids", "place", "place_kind", "country", "precision_m", "coarse", "placed",
    "place_confidence", "geonames_id", "reviewed", "masked", "place_masked", "recoupe_id",
)  # fmt: skip
"""Every feature has these, in this order."""
_BETWEEN: Final = " ¦ "
_BAR: Final = "¦"
_NEAR_M: Final = 25_000
"""Metres from which on a point stands for an area: ACLED's own bound of a town's surroundings."""
_WIDE: Final = frozenset({"country", "region"})
_UNTOLD: Final = frozenset({None, "Other"})
"""Sub-event types that name nothing."""
_SPANS_OF_DAYS: Final = ((0, "day"), (7, "week"), (31, "month"), (366, "year"))


@dataclass(frozen=True, slots=True)
class Around:
    """What the properties of a feature are made with, beside what it is about.

    ``addresses`` are those of reports by article id, ``coarse`` the ids of places that stand for
    protected ones, ``findings`` those of each story, by its id.
    """

    ancestry: Ancestry
    addresses: Mapping[str, str | None]
    coarse: frozenset[str]
    findings: Mapping[str, Sequence[Finding]]
    words: ExportWords


def features(told: Told, around: Around) -> Iterator[dict[str, Any]]:
    """Yield the features of a story: happenings, then numbers of people, then other places."""
    findings = around.findings.get(told.story.id, ())
    said = _said(findings)
    taken: list[Place | None] = []
    for happening in joined(told.story, told.sightings, around.ancestry, findings):
        taken.append(happening.place)
        yield _feature(happening.place, _event(happening, said, around), around)
    for count in counts(told.figures, findings):
        taken.append(best(one.place for one in count.figures))
        yield _feature(taken[-1], _figure(told.story, count, around), around)
    for named in named_only(told, taken):
        place = best(one.place for one in named)
        yield _feature(place, _place(told.story, named, around), around)


def _feature(place: Place | None, found: Properties, around: Around) -> dict[str, Any]:
    where = position(place)
    found.update(_placed(place, where is not None))
    found["place_masked"] = place is not None and place.id in around.coarse
    return {
        "type": "Feature",
        "id": found["recoupe_id"],
        "geometry": {"type": "Point", "coordinates": list(where)} if where is not None else None,
        "properties": {name: found.get(name) for name in PROPERTIES},
    }


def _event(happening: Happening, said: Said, around: Around) -> Properties:
    seen, words, killed = happening.seen, around.words, happening.killed
    plovers = sorted(one.plover for one in seen if one.plover)
    what = happening.type if happening.subtype in _UNTOLD else happening.subtype
    tolls = (one.finding for one in (killed, happening.civilians) if one is not None)
    return {
        "layer": "event",
        "name": _called(str(what), happening.place),
        "event_type": happening.type,
        "event_subtype": happening.subtype,
        "plover": max(plovers, key=plovers.count, default=None),
        "counted_as": "killed" if killed is not None else None,
        "low": killed.low if killed is not None else None,
        "high": killed.high if killed is not None else None,
        "positions": _row(each_says(killed.positions, words)) if killed is not None else None,
        **_when(happening.days),
        "actors": _row(name for one in seen for name in one.actors),
        "targets": _row(name for one in seen for name in one.targets),
        "stance": _stance(
            any(_is_asserted(one) for one in seen),
            any(one.negated or one.disowned for one in seen),
        ),
        "said_by": _row(name for one in seen for name in _sayers(one, words)),
        "denied_by": _row(name for one in seen for name in _deniers(one, words)),
        "hedged": any(one.hedged for one in seen),
        "independent_origins": happening.origins,
        "finding_ids": _row([*tolls, *_findings(seen, said)]),
        **_words([(one.source, one.trigger) for one in seen], seen[0].sentence, around),
        **_of(happening.story, happening.id),
        "reviewed": any(one.reviewed for one in seen),
    }


def _is_asserted(one: Sighting) -> bool:
    """Whether anybody says that it happened: a statement, or the report in its own voice."""
    return not one.negated and (one.vouched or not one.disowned)


def _sayers(one: Sighting, words: ExportWords) -> tuple[str, ...]:
    own = not one.negated and not one.vouched and not one.disowned
    return (words.own_voice,) if own else one.speakers


def _deniers(one: Sighting, words: ExportWords) -> tuple[str, ...]:
    return (words.own_voice,) if one.negated and not one.disowned else one.deniers


def _said(findings: Iterable[Finding]) -> Said:
    found: defaultdict[str, list[tuple[Span, int, str]]] = defaultdict(list)
    for number, finding in enumerate(findings):
        for held in finding.positions:
            for each in held.said:
                found[each.report].append((each.span, number, finding.id))
    return found


def _findings(seen: Iterable[Sighting], said: Said) -> list[str]:
    """Return the findings whose words name a happening, in their order."""
    found = {
        (number, id_)
        for one in seen
        for span, number, id_ in said.get(one.source.report, ())
        if any(span.overlaps(mention) for mention in one.mentions)
    }
    return [id_ for _, id_ in sorted(found)]


def _figure(story: Story, count: Count, around: Around) -> Properties:
    figures, finding, words = count.figures, count.finding, around.words
    first = figures[0].figure
    found = toll([finding]) if finding is not None else None
    low, high = (found.low, found.high) if found is not None else (first.low, first.high)
    what = finding.about.what if finding is not None else None
    counted = finding.about.counted if finding is not None else first.counted
    denied = any(one.denied for one in figures)
    asserted = any(not one.denied for one in figures)
    ids = (finding.id,) if finding is not None else (one.figure.id for one in figures)
    place = best(one.place for one in figures)
    subject = what or first.what
    told = first.span.text if subject == "other" else f"{subject}: {_range(low, high) or '?'}"
    return {
        "layer": "figure",
        "name": _called(told, place),
        "counted_as": subject,
        "counted": counted,
        "low": low,
        "high": high,
        "positions": _row(each_says(found.positions, words)) if found is not None else None,
        **_when(next((one.days for one in figures if one.days), None)),
        "stance": _stance(asserted, denied),
        "said_by": _row(one.speaker or words.own_voice for one in figures if not one.denied),
        "denied_by": _row(one.speaker for one in figures if one.denied),
        "hedged": any(one.figure.hedged for one in figures),
        "independent_origins": _origins([(one.source, one.figure.span) for one in figures], around),
        "finding_ids": finding.id if finding is not None else None,
        **_words([(one.source, one.figure.span) for one in figures], figures[0].sentence, around),
        **_of(story, content_id("count", story.id, *sorted(ids))),
        "reviewed": any(one.reviewed for one in figures)
        or (finding is not None and finding.standing is not None),
    }


def _place(story: Story, named: Sequence[Named], around: Around) -> Properties:
    place = best(one.place for one in named)
    told = [(one.source, one.place.span) for one in named]
    reports = sorted({one.source.report for one in named})
    return {
        "layer": "place",
        "name": place.name if place is not None else None,
        "independent_origins": _origins(told, around),
        **_words(told, None, around),
        **_of(story, content_id("named", story.id or reports[0], spot(place))),
        "reviewed": any(one.reviewed for one in named),
    }


def _placed(place: Place | None, known: bool) -> Properties:
    """Return what is told of a place; ``placed`` says whether there is a point."""
    if place is None:
        return {"placed": False}
    return {
        "place": place.name,
        "place_kind": place.kind,
        "country": place.country,
        "placed": known,
        "precision_m": place.precision_m if known else None,
        "coarse": (place.kind in _WIDE or (place.precision_m or 0) > _NEAR_M) if known else None,
        "place_confidence": round(place.confidence, 2),
        "geonames_id": place.geonames_id,
    }


def _when(days: Days | None) -> Properties:
    if days is None:
        return {}
    first, last = days
    apart = (date.fromisoformat(last) - date.fromisoformat(first)).days
    precision = next((name for most, name in _SPANS_OF_DAYS if apart <= most), "longer")
    return {"date_start": first, "date_end": last, "date_precision": precision}


def _words(told: Sequence[tuple[Source, Span]], sentence: str | None, around: Around) -> Properties:
    """Return the words of the earliest report, then of all; no offsets in masked ones."""
    source, span = told[0]
    return {
        "reports": len({one.report for one, _ in told}),
        "withdrawn_reports": len({one.report for one, _ in told if one.withdrawn}),
        "words": span.text,
        "start": span.start if source.whole else None,
        "end": span.end if source.whole else None,
        "sentence": sentence,
        "report_title": source.title,
        "outlet": source.outlet,
        "url": around.addresses.get(source.report),
        "published": source.published,
        "report_id": source.report,
        "all_words": _list(span.text for _, span in told),
        "all_at": _list(f"{span.start}:{span.end}" if one.whole else "" for one, span in told),
        "all_titles": _list(one.title for one, _ in told),
        "all_outlets": _list(one.outlet for one, _ in told),
        "all_urls": _list(around.addresses.get(one.report) for one, _ in told),
        "all_report_ids": _list(one.report for one, _ in told),
        "masked": any(not one.whole for one, _ in told),
    }


def _of(story: Story, id_: str) -> Properties:
    return {"recoupe_id": id_, "story_id": story.id or None, "story_title": story.title}


def _origins(told: Sequence[tuple[Source, Span]], around: Around) -> int:
    places: list[Words] = [(source.report, span) for source, span in told]
    reports = {source.report for source, _ in told if not source.withdrawn}
    return min(len(around.ancestry.roots(places)), len(reports))


def _stance(asserted: bool, denied: bool) -> str:
    if asserted and denied:
        return "asserted and denied"
    return "denied" if denied else "asserted"


def _called(what: str, place: Place | None) -> str:
    return f"{what}, {place.name}" if place is not None else what


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return "" if low is None else str(low)
    if high is None:
        return f"≥ {low}"
    return f"≤ {high}" if low is None else f"{low}–{high}"


def _row(values: Iterable[str | None]) -> str | None:
    """Return different values as one text, null where there are none."""
    return _list(dict.fromkeys(one for one in values if one)) or None


def _list(values: Iterable[str | None]) -> str:
    """Return values as one text; an unknown one leaves its place empty."""
    return _BETWEEN.join((value or "").replace(_BAR, _BAR * 2) for value in values)
