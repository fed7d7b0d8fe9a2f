"""Reports to stories: add them in any order, a few or all at once, and the stories are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from recoupe.model import Review, Story
from recoupe.story.features import Features
from recoupe.story.grouping import JOIN, Group, components, groups, guests
from recoupe.story.index import Index, Vector
from recoupe.story.linking import probability
from recoupe.story.measures import measure
from recoupe.story.reviewed import NOTHING, Said, said_of_stories
from recoupe.story.telling import story

Pair = tuple[str, str]
Weights = Mapping[str, float]

_TOGETHER: Final = 1e6
_APART: Final = -1e9
"""Weights of what a person said: more than all links of a group can sum up to."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Reports as they were grouped: what :class:`Stories` can go on from.

    ``links`` are the weights of the pairs that were compared, each under its alphabetically first
    report. ``said`` is what people had said then.
    """

    features: tuple[Features, ...]
    links: Mapping[str, Weights]
    said: Said
    stories: tuple[Story, ...]


class Stories:
    """The stories of the reports that are there; what people said of pairs outranks every link."""

    def __init__(self, said: Said = NOTHING) -> None:
        self._index = Index()
        self._links: dict[str, dict[str, float]] = {}
        self._said: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._shown: dict[str, Weights] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._told: dict[tuple[str, ...], tuple[Story, ...]] = {}
        self._touched: set[str] = set()
        self._altered: set[str] = set()
        self.said = NOTHING
        self.say(said)

    @classmethod
    def resumed(cls, grouped: Grouped) -> Stories:
        """Return stories that go on from reports as they were grouped; nothing is compared anew."""
        stories = cls(grouped.said)
        stories._index.load(grouped.features)
        stories._take(grouped)
        return stories

    def put(self, features: Features) -> None:
        """Add a report, or let it be another; one that is there as it is changes nothing."""
        self._links.setdefault(features.report, {})
        self._index.put(features)

    def remove(self, report: str) -> None:
        """Take out a report; raise :class:`KeyError` if it is not there."""
        self._index.remove(report)
        self._touched |= self._unlink(report)
        part = self._parts.pop(report, ())
        self._told.pop(part, None)
        self._touched.update(part)
        self._altered.add(report)
        del self._links[report]

    def say(self, said: Said) -> None:
        """Let ``said`` be what people said, in the place of what they had said before."""
        changed = (self.said.together ^ said.together) | (self.said.apart ^ said.apart)
        self._touched.update(report for pair in changed for report in pair)
        self.said = said
        self._said.clear()
        for weight, pairs in ((_TOGETHER, said.together), (_APART, said.apart)):
            for one, other in pairs:
                self._said[one][other] = self._said[other][one] = weight

    def __contains__(self, report: object) -> bool:
        return report in self._links

    def stories(self) -> tuple[Story, ...]:
        """Return the stories, the earliest first; only what changed is done anew."""
        self._settle()
        found = [item for part in self._told.values() for item in part]
        return tuple(sorted(found, key=lambda item: (item.start or "", item.id)))

    def altered(self) -> frozenset[str]:
        """Return the reports whose links were made or altered since this was last asked.

        Those that were taken out are among them.
        """
        self._settle()
        found = frozenset(self._altered)
        self._altered.clear()
        return found

    def links(self, report: str) -> Weights:
        """Return the links of a report that :attr:`Grouped.links` has under it, to later ones."""
        return {other: weight for other, weight in self._links[report].items() if report < other}

    def features(self, report: str) -> Features:
        """Return what a report is grouped by; raise :class:`KeyError` if it is not there."""
        return self._index.features(report)

    def _take(self, grouped: Grouped) -> None:
        self._links = {features.report: {} for features in grouped.features}
        for one, weights in grouped.links.items():
            for other, weight in weights.items():
                self._links[one][other] = self._links[other][one] = weight
        self._show()
        self._touched.clear()
        home = {
            report: item
            for item in grouped.stories
            for report in item.reports
            if report not in item.guests
        }
        for part in components(self._index, self._shown):
            told = {home[report].id: home[report] for report in part if report in home}
            self._parts.update(dict.fromkeys(part, part))
            self._told[part] = tuple(told.values())
            if not home.keys() >= set(part):
                self._touched.update(part)

    def _settle(self) -> None:
        """Compare the reports whose terms changed, and group anew whatever that touches."""
        stale = self._index.refreshed()
        touched = self._touched | stale | self._compare(stale)
        touched.update(other for report in stale for other in self._said.get(report, ()))
        if not touched:
            return
        self._show()
        for report in list(touched):
            touched.update(self._parts.get(report, ()))
        for report in touched:
            self._told.pop(self._parts.get(report, ()), None)
        self._touched.clear()
        for part in components((one for one in touched if one in self._index), self._shown):
            self._parts.update(dict.fromkeys(part, part))
            self._told[part] = tuple(self._tell(part))

    def _compare(self, stale: frozenset[str]) -> set[str]:
        """Weigh the links of ``stale`` reports anew; return those that were or are linked."""
        touched: set[str] = set()
        for report in stale:
            touched |= self._unlink(report)
        for report in sorted(stale):
            for other in self._index.candidates(report):
                if other not in self._links[report]:
                    weight = self._weight(report, other)
                    self._links[report][other] = self._links[other][report] = weight
                    self._altered.add(other)
                    if weight >= JOIN:
                        touched.add(other)
        self._altered |= stale
        return touched

    def _unlink(self, report: str) -> set[str]:
        """Take away the links of a report; return those that it was held together with."""
        former = self._links[report]
        for other in former:
            del self._links[other][report]
        self._altered.update(former)
        self._links[report] = {}
        return {other for other, weight in former.items() if weight >= JOIN}

    def _show(self) -> None:
        """Put what people said above the links."""
        self._shown = dict(self._links)
        for report, said in self._said.items():
            if report in self._index:
                there = {other: weight for other, weight in said.items() if other in self._index}
                self._shown[report] = {**self._links[report], **there}

    def _weight(self, report: str, other: str) -> float:
        one, two = sorted((report, other))
        return probability(measure(self._index.vector(one), self._index.vector(two)))

    def _tell(self, part: tuple[str, ...]) -> Iterator[Story]:
        grouped = groups(part, self._shown)
        visiting = guests(grouped, self._shown)
        vectors: Mapping[str, Vector] = {report: self._index.vector(report) for report in part}
        for group in grouped:
            yield story(Group(group, visiting[group]), vectors, self._shown)


def group(reports: Iterable[Features], said: Said = NOTHING) -> tuple[Story, ...]:
    """Return the stories of ``reports``, the earliest first, whatever their order."""
    all_of_them = Stories(said)
    for features in reports:
        all_of_them.put(features)
    return all_of_them.stories()


def as_said(
    stories: Stories, reviews: Iterable[Review], articles: Mapping[str, str]
) -> tuple[Story, ...]:
    """Return the stories as reviews in force, oldest first, join and part them.

    ``articles`` go from ids of reports and articles to the article that is grouped.
    """

    def regroup(said: Said) -> tuple[Story, ...]:
        stories.say(said)
        return stories.stories()

    return regroup(said_of_stories(regroup, reviews, articles))
