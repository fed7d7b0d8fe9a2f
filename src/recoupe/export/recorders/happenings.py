"""Happenings of a story: events of its reports that are one, with the numbers found for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from recoupe.comparison.lineage import Ancestry
from recoupe.export.masking.names import key_of
from recoupe.export.material import Material
from recoupe.export.recorders.sightings import Days, Sighting, Source, sightings
from recoupe.model import CrossCheck, Finding, Place, Position, Span, Story, content_id

LETHAL: Final = frozenset(
    {"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots", "Protests"}
)
"""Types of event in which people are killed."""


@dataclass(frozen=True, slots=True)
class Toll:
    """Numbers of one finding, of dead mostly, as parties give them.

    ``low`` is the lowest that anybody gives, ``high`` the highest, ``None`` where nobody gives any
    or one leaves that end open. Where the finding tells numbers from magnitudes ("dozens"), the
    latter do not count. ``agreed`` is the one number that all give, exactly.
    """

    finding: str
    low: int | None
    high: int | None
    agreed: int | None
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, as the reports of a story tell it: same type, day and place.

    ``origins`` counts the independent origins behind ``seen``, which has one sighting or more;
    withdrawn reports are none.
    """

    id: str
    story: Story
    type: str
    subtype: str | None
    place: Place | None
    region: str | None
    days: Days | None
    seen: tuple[Sighting, ...]
    origins: int
    killed: Toll | None = None
    civilians: Toll | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The reports that tell of it, by date of publication."""
        found = {one.source.report: one.source for one in self.seen}
        return tuple(sorted(found.values(), key=lambda one: (one.published or "9", one.report)))


def happenings(material: Material) -> Iterator[Happening]:
    """Yield the happenings of each story, the stories as they come, the earliest first.

    A guest of a story, which is about another incident in the first place, tells nothing here.
    """
    check = material.check
    of = stories_of(check)
    found: defaultdict[str, list[Sighting]] = defaultdict(list)
    for exported in material.reports():
        for sighting in sightings(exported):
            for story in of.get(sighting.source.report, ()):
                found[story.id].append(sighting)
    ancestry = ancestry_of(check)
    for story in check.stories:
        yield from joined(story, found[story.id], ancestry, check.findings)


def stories_of(check: CrossCheck) -> dict[str, list[Story]]:
    """Return the stories that each report tells of, by article id; it may be none."""
    found: defaultdict[str, list[Story]] = defaultdict(list)
    for story in check.stories:
        for report in story.reports:
            if report not in story.guests:
                found[report].append(story)
    return dict(found)


def ancestry_of(check: CrossCheck) -> Ancestry:
    """Return where words of the reports come from."""
    outlets = {one.id: one.outlet for one in check.reports if one.outlet}
    withdrawn = frozenset(one.id for one in check.reports if one.withdrawn is not None)
    return Ancestry(check.lineage, outlets, withdrawn=withdrawn)


def joined(
    story: Story, found: Iterable[Sighting], ancestry: Ancestry, findings: Iterable[Finding]
) -> Iterator[Happening]:
    """Yield the happenings that the sightings of a story come to, the earliest first."""
    made = [_made(story, group, ancestry) for group in together(found)]
    ordered = sorted(made, key=lambda one: (one.days or ("9", "9"), one.type, one.id))
    yield from _with_tolls(ordered, findings)


def together(found: Iterable[Sighting]) -> list[list[Sighting]]:
    """Return sightings of one happening together: of one type, one day and one place.

    One that lacks its day or place, or knows no more of it than the country, joins the only
    happening of its type that fits; where none or several do, those that lack the same are
    together.
    """
    groups: list[list[Sighting]] = []
    for sighting in sorted(found, key=lambda one: (_lacks(one), one.event)):
        same = [group for group in groups if _key(group[0]) == _key(sighting)]
        fits = [group for group in groups if _fits(sighting, group[0])]
        if same:
            same[0].append(sighting)
        elif len(fits) == 1 and _lacks(sighting):
            fits[0].append(sighting)
        else:
            groups.append([sighting])
    return groups


def _lacks(one: Sighting) -> int:
    """Return how much of day and place is not known: what is known best comes first."""
    place = 2 if one.place is None else int(one.place.kind == "country")
    return place + 2 * (one.days is None)


def _key(one: Sighting) -> tuple[object, ...]:
    return one.type, one.days, spot(one.place)


def spot(place: Place | None) -> object:
    """Return what two places of reports share if they are one place."""
    if place is None:
        return None
    return place.geonames_id if place.geonames_id is not None else key_of(place.name)


def _fits(one: Sighting, other: Sighting) -> bool:
    days = one.days is None or other.days is None or one.days == other.days
    return one.type == other.type and days and _may_be_one(one.place, other.place)


def _may_be_one(one: Place | None, other: Place | None) -> bool:
    """Whether two places can be one: one of them is not known, or is the other's country."""
    if one is None or other is None or spot(one) == spot(other):
        return True
    country = "country" in {one.kind, other.kind} and one.country is not None
    return country and one.country == other.country


def _made(story: Story, group: Sequence[Sighting], ancestry: Ancestry) -> Happening:
    places = [one.place for one in group if one.place is not None]
    resolved = [one for one in places if one.lat is not None]
    subtypes = sorted(one.subtype for one in group if one.subtype is not None)
    words: tuple[tuple[str, Span], ...] = tuple((one.source.report, one.trigger) for one in group)
    reports = {one.source.report for one in group if not one.source.withdrawn}
    return Happening(
        id=content_id("happening", story.id, *sorted(one.event for one in group)),
        story=story,
        type=group[0].type,
        subtype=max(subtypes, key=subtypes.count, default=None),
        place=next(iter([*resolved, *places]), None),
        region=next((one.region for one in group if one.region), None),
        days=next((one.days for one in group if one.days), None),
        seen=tuple(sorted(group, key=lambda one: (one.source.published or "9", one.event))),
        origins=min(len(ancestry.roots(words)), len(reports)),
    )


def _with_tolls(found: Sequence[Happening], findings: Iterable[Finding]) -> Iterator[Happening]:
    """Yield happenings with the findings of how many were killed in them.

    A finding is of one happening alone, so that nobody is counted twice: the one in which people
    can be killed to which most of its words tie their numbers. One that is tied to none is of the
    one that most reports tell of, if there is one.
    """
    lethal = [one for one in found if one.type in LETHAL]
    mine: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if found and finding.story == found[0].story.id and finding.about.what == "killed":
            ties = {one.id: (_ties(finding, one), len(one.sources)) for one in lethal}
            if (home := _most(ties)) is not None:
                mine[home].append(finding)
    for one in found:
        yield replace(
            one,
            killed=toll([each for each in mine[one.id] if each.about.counted is None]),
            civilians=toll([each for each in mine[one.id] if each.about.counted == "civilians"]),
        )


def _most(ties: Mapping[str, tuple[int, int]]) -> str | None:
    """Return the happening with the most ties, then reports; ``None`` where that is not one."""
    ordered = sorted(ties, key=lambda one: (ties[one], one), reverse=True)
    if not ordered:
        return None
    first = ordered[0]
    tied = ties[first][0] > 0
    alone = len(ordered) == 1 or ties[ordered[1]] < ties[first]
    return first if tied or alone else None


def _ties(finding: Finding, happening: Happening) -> int:
    numbers = {(one.source.report, *place) for one in happening.seen for place in one.figures}
    return sum(
        (said.report, said.span.start, said.span.end) in numbers
        for position in finding.positions
        for said in position.said
    )


def toll(findings: Iterable[Finding]) -> Toll | None:
    """Return the numbers of the finding that most reports stand behind; ``None``: there is none."""
    told = [(one, _counting(one)) for one in findings]
    told = [(one, positions) for one, positions in told if positions]
    if not told:
        return None
    finding, positions = max(told, key=lambda one: (_reports(one[1]), one[0].id))
    lows = [one.low for one in positions if one.low is not None]
    highs = [one.high for one in positions if one.high is not None]
    exact = {one.low for one in positions if one.low == one.high}
    one_number = len(exact) == 1 and all(one.low == one.high for one in positions)
    ends = any(one.high is None for one in positions)
    return Toll(
        finding=finding.id,
        low=_number(finding, "lowest", min(lows, default=None)),
        high=None if ends else _number(finding, "highest", max(highs, default=None)),
        agreed=next(iter(exact)) if one_number else None,
        positions=positions,
    )


def _number(finding: Finding, code: str, otherwise: int | None) -> int | None:
    """Return the number that a reason of a finding tells."""
    for reason in finding.reasons:
        value = dict(reason.values).get("number")
        if reason.code == code and isinstance(value, int):
            return value
    return otherwise


def _counting(finding: Finding) -> tuple[Position, ...]:
    return tuple(one for one in finding.positions if one.low is not None or one.high is not None)


def _reports(positions: Iterable[Position]) -> int:
    return len({said.report for one in positions for said in one.said})
