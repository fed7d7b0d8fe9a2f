"""What a story's reports tell of: when, for the timeline, and where, for the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.comparison.lineage import Ancestry
from recoupe.dossier import wording
from recoupe.dossier.charts.places import MapChart, Placed, map_chart
from recoupe.dossier.charts.scales import day_of
from recoupe.dossier.charts.timeline import Dated, TimelineChart, timeline_chart
from recoupe.dossier.crosscheck import Wordings, counted
from recoupe.dossier.pages.matrix import Party, PartyKey, party_key
from recoupe.dossier.voices import NOBODY, SHAPES
from recoupe.model import PubStatus, ReportEntry
from recoupe.store.records import Happening, Stood, StoryFacts

LANES: Final = 5
"""Parties with a lane in the drawing."""
_BARS: Final = 24
"""Bars of what happened in the drawing: those that most reports tell of."""
_NAMES: Final = 3
_WORDS: Final = 4
"""Different words for one thing that are quoted."""


Address = Callable[[str, str | None, int, int], str]
"""Where a statement of an article is shown, or, where there is none, words of it."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a report, and where they are shown; how it was withdrawn, if it was."""

    words: str
    language: str
    place: str
    withdrawn: PubStatus | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timeline: something that happened (no party), or what a party said.

    ``when`` is the day or days in words, "" where none can be told; ``stated`` the report's own
    words for it; ``matter`` is what a party spoke of, ``finding`` where that is shown. ``flags``
    say that it is denied, hedged or said not to have happened.
    """

    when: str
    start: str
    stated: str
    party: Party | None
    shape: str
    told: str
    words: tuple[Quoted, ...]
    matter: str
    finding: str
    support: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """A place of what happened, or ``name`` "" for what has none; degrees are "" if unresolved."""

    name: str
    degrees: str
    precision: str
    words: tuple[Quoted, ...]
    support: str


@dataclass(frozen=True, slots=True)
class Telling:
    """What happenings are told with: a story's facts, its reports by id, words and places."""

    facts: StoryFacts
    entries: Mapping[str, ReportEntry]
    words: Wordings
    address: Address
    finding: Callable[[str], str]

    def of(self, stood: Stood) -> str:
        """Return where the first words of a position are shown."""
        return self.address(stood.article, stood.statement, stood.start, stood.end)

    def to(self, happening: Happening) -> str:
        """Return where the words for something that happened are shown."""
        return self.address(happening.report, None, happening.words.start, happening.words.end)


Told = Stood | Sequence[Happening]
"""What one line of the timeline tells of: a position, or what reports tell of one thing."""


def what_happened(facts: StoryFacts) -> tuple[Told, ...]:
    """Return the whole timeline: by day, and at the end what has none.

    What several reports tell of the same kind, day and place is one line.
    """
    events = _grouped(facts.happenings, lambda one: (one.type, _spot(one), one.start, one.end))
    told: list[Told] = [*events, *facts.stood]
    return tuple(sorted(told, key=lambda one: (not _start(one), _start(one))))


def lines(told: Sequence[Told], telling: Telling, parties: Sequence[Party]) -> tuple[Entry, ...]:
    """Return lines of the timeline in words."""
    of = {party.key: party for party in parties}
    support = _support(telling)
    return tuple(
        _of_position(one, telling, of)
        if isinstance(one, Stood)
        else _of_event(one, telling, support(one))
        for one in told
    )


def _start(told: Told) -> str:
    """Return the ISO 8601 day or moment by which a line is put in order, "" if it has none."""
    if isinstance(told, Stood):
        return told.first_said or ""
    return told[0].start or told[0].end or ""


def drawn(telling: Telling, parties: Sequence[Party]) -> TimelineChart | None:
    """Return the drawing of the timeline."""
    return timeline_chart(
        [*_events_drawn(telling), *_statements_drawn(telling, parties[:LANES])],
        [None, *(party.name for party in parties[:LANES])],
        telling.words.language,
    )


def spots(facts: StoryFacts) -> tuple[Sequence[Happening], ...]:
    """Return what happened by place, that first which most reports tell of.

    What has no place, or one that is not resolved, is among them.
    """
    groups = _grouped(facts.happenings, _spot)
    return tuple(sorted(groups, key=lambda group: (group[0].place is None, -_reports(group))))


def where(groups: Sequence[Sequence[Happening]], telling: Telling) -> tuple[Where, ...]:
    """Return places in words."""
    support = _support(telling)
    return tuple(_where(group, telling, support(group)) for group in groups)


def map_of(telling: Telling, tiles: str | None) -> MapChart | None:
    """Return the map of all places that are resolved."""
    placed = [
        Placed(
            name=_name(group),
            lat=first.lat,
            lon=first.lon,
            precision_m=first.precision_m,
            label=_label(group, counted("reports", _reports(group), telling.words), telling),
            place=telling.to(first),
            count=_reports(group),
        )
        for group in _grouped(telling.facts.happenings, _spot)
        for first in group[:1]
        if first.place is not None and first.lat is not None and first.lon is not None
    ]
    return map_chart(placed, tiles)


def _grouped(
    happenings: Iterable[Happening], key: Callable[[Happening], Hashable]
) -> list[list[Happening]]:
    groups: defaultdict[Hashable, list[Happening]] = defaultdict(list)
    for one in happenings:
        groups[key(one)].append(one)
    return list(groups.values())


def _spot(one: Happening) -> Hashable:
    """Return what tells a place from others: where it is, or while that is not known its name."""
    if one.lat is None or one.lon is None:
        return one.place
    return one.lat, one.lon, one.precision_m


def _name(group: Iterable[Happening]) -> str:
    """Return the names that reports give a place, in whatever language."""
    names = dict.fromkeys(wording.plain_line(one.place) for one in group if one.place)
    return " / ".join(list(names)[:_NAMES])


def _reports(group: Iterable[Happening]) -> int:
    return len({one.report for one in group})


def _support(telling: Telling) -> Callable[[Sequence[Happening]], str]:
    """Return what says how many reports, and how many independent origins, tell of something."""
    outlets = {one.id: one.outlet for one in telling.entries.values() if one.outlet}
    gone = {one.id for one in telling.entries.values() if one.withdrawn is not None}
    ancestry = Ancestry(telling.facts.lineage, outlets, withdrawn=gone)

    def told(group: Sequence[Happening]) -> str:
        reports = _reports(group)
        stand = len({one.report for one in group} - gone)
        roots = len(ancestry.roots((one.report, one.words) for one in group))
        return ", ".join(
            (
                counted("reports", reports, telling.words),
                counted("origins", min(roots, stand), telling.words),
            )
        )

    return told


def _of_event(group: Sequence[Happening], telling: Telling, support: str) -> Entry:
    first = group[0]
    labels = wording.words(telling.words.language).labels
    story = wording.dossier_words(telling.words.language).story
    flags = (
        (labels.negated, all(one.negated for one in group)),
        (labels.hedged, all(one.hedged for one in group)),
        (story.denied, any(one.denied for one in group)),
    )
    return Entry(
        when=_when(first, telling.words.language),
        start=_start(group),
        stated=" / ".join(dict.fromkeys(one.time for one in group if one.time)),
        party=None,
        shape="",
        told=_name(group),
        words=_quoted(group, telling),
        matter="",
        finding="",
        support=support,
        flags=tuple(flag for flag, holds in flags if holds),
    )


def _of_position(one: Stood, telling: Telling, of: Mapping[PartyKey, Party]) -> Entry:
    language = telling.words.language
    first, last = (wording.day(day, language) for day in (one.first_said, one.last_said))
    number = wording.bounds_of(one.low, one.high, language)
    stance = wording.words(language).stances[one.stance]
    words = wording.plain_line(one.words)
    place = telling.of(one)
    entry = telling.entries[one.article]
    return Entry(
        when=f"{first} – {last}" if last != first else first,
        start=one.first_said or "",
        stated="",
        party=of.get(party_key(one.party_id, one.party)),
        shape=SHAPES[one.stance],
        told=" ".join(part for part in (stance, number) if part),
        words=(Quoted(words, entry.language, place, entry.withdrawn),),
        matter=wording.plain_line(one.matter),
        finding=telling.finding(one.finding),
        support=support_of(one, telling.words),
        flags=(),
    )


def support_of(one: Stood, words: Wordings) -> str:
    """Return how many reports have a position, and of how many independent origins they are."""
    reports = counted("reports", one.reports, words)
    return f"{reports}, {counted('origins', one.independent_origins, words)}"


def _when(one: Happening, language: str) -> str:
    """Return the days of something in words, with "since" or "until" where an end is open."""
    story = wording.dossier_words(language).story
    first, last = wording.day(one.start, language), wording.day(one.end, language)
    if first and not last:
        return story.since.format(day=first)
    if last and not first:
        return story.until.format(day=last)
    return first if first == last else f"{first} – {last}"


def _quoted(group: Sequence[Happening], telling: Telling) -> tuple[Quoted, ...]:
    """Return the different words for one thing, each where it first stands."""
    found: dict[str, Quoted] = {}
    for one in group:
        words = wording.plain_line(one.words.text)
        if words.casefold() not in found:
            entry = telling.entries[one.report]
            shown = Quoted(words, entry.language, telling.to(one), entry.withdrawn)
            found[words.casefold()] = shown
        if len(found) == _WORDS:
            break
    return tuple(found.values())


def _where(group: Sequence[Happening], telling: Telling, support: str) -> Where:
    first = group[0]
    known = first.lat is not None and first.lon is not None
    return Where(
        name=_name(group),
        degrees=wording.degrees_of(first.lat, first.lon, first.precision_m) if known else "",
        precision=wording.distance(first.precision_m, telling.words.language) if known else "",
        words=_quoted(group, telling),
        support=support,
    )


def _label(group: Sequence[Happening], support: str, telling: Telling) -> str:
    precision = wording.distance(group[0].precision_m, telling.words.language)
    story = wording.dossier_words(telling.words.language).story
    within = story.within.format(distance=precision) if precision else ""
    return ", ".join(part for part in (_name(group), within, support) if part)


def _events_drawn(telling: Telling) -> list[Dated]:
    """Return bars for the days that most reports tell of."""
    groups = _grouped(telling.facts.happenings, lambda one: (one.start, one.end))
    ranked = sorted(groups, key=_reports, reverse=True)[:_BARS]
    made = []
    for group in ranked:
        first = group[0]
        words = ", ".join(dict.fromkeys(wording.plain_line(one.words.text) for one in group[:4]))
        reports = counted("reports", _reports(group), telling.words)
        when = _when(first, telling.words.language)
        made.append(
            Dated(
                lane=None,
                style="",
                start=first.start,
                end=first.end,
                label=f"{when}: {words} ({reports})",
                place=telling.to(first),
                count=_reports(group),
            )
        )
    return made


def _statements_drawn(telling: Telling, parties: Sequence[Party]) -> list[Dated]:
    """Return a mark for each party and day, with the stance that it took most often."""
    of = {party.key: party for party in parties}
    groups: defaultdict[tuple[Party, str], list[Stood]] = defaultdict(list)
    for one in telling.facts.stood:
        party = of.get(party_key(one.party_id, one.party))
        if party is not None and day_of(one.first_said) is not None:
            groups[party, (one.first_said or "")[:10]].append(one)
    return [_mark(party, day, group, telling) for (party, day), group in groups.items()]


def _mark(party: Party, day: str, group: Sequence[Stood], telling: Telling) -> Dated:
    language = telling.words.language
    first = group[0]
    stances = [one.stance for one in group]
    usual = max(dict.fromkeys(stances), key=stances.count)
    told = "; ".join(wording.plain_line(one.matter)[:80] for one in group[:3])
    return Dated(
        lane=party.name,
        style=party.style or NOBODY,
        start=day,
        end=day,
        label=f"{party.name}, {wording.day(day, language)}: {told}"
        + (f" (+ {len(group) - 3})" if len(group) > 3 else ""),
        place=telling.of(first),
        count=len(group),
        shape=SHAPES[usual],
    )
