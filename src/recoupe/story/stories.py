"""Reports to stories: add them in any order, a few or all at once, and the stories are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from recoupe.model import Story
from recoupe.story.features import Features
from recoupe.story.grouping import JOIN, Group, components, groups, guests
from recoupe.story.index import Index, Vector
from recoupe.story.linking import probability
from recoupe.story.measures import measure
from recoupe.story.telling import story

Pair = tuple[str, str]

_TOGETHER: Final = 1e6
_APART: Final = -1e9
"""Weights of what a person said: more than all links of a group can sum up to."""


class Stories:
    """The stories of the reports added so far.

    ``must_link`` and ``cannot_link`` are pairs of article ids that a person holds to be of one
    story, or of two; they outrank every link.
    """

    def __init__(self, *, must_link: Iterable[Pair] = (), cannot_link: Iterable[Pair] = ()) -> None:
        self._index = Index()
        self._links: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._parts: dict[str, tuple[str, ...]] = {}
        self._told: dict[tuple[str, ...], tuple[Story, ...]] = {}
        self._said: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for weight, pairs in ((_TOGETHER, must_link), (_APART, cannot_link)):
            for one, other in pairs:
                self._said[one][other] = self._said[other][one] = weight

    def add(self, features: Features) -> None:
        """Add a report; one that was added before changes nothing."""
        self._index.add(features)

    def stories(self) -> tuple[Story, ...]:
        """Return the stories, the earliest first; only what the new reports touch is done anew."""
        self._settle()
        found = [item for part in self._told.values() for item in part]
        return tuple(sorted(found, key=lambda item: (item.start or "", item.id)))

    def _settle(self) -> None:
        """Compare the reports whose terms changed, and group anew whatever that touches."""
        stale = self._index.refreshed()
        if not stale:
            return
        touched = stale | self._compare(stale)
        for report in list(touched):
            touched |= set(self._parts.get(report, ()))
        for report in touched:
            self._told.pop(self._parts.get(report, ()), None)
        for part in components(touched, self._links):
            self._parts.update(dict.fromkeys(part, part))
            self._told[part] = tuple(self._tell(part))

    def _compare(self, stale: frozenset[str]) -> set[str]:
        """Weigh the links of ``stale`` reports anew; return those that were or are linked."""
        touched: set[str] = set()
        for report in stale:
            former = self._links[report]
            touched |= {other for other, weight in former.items() if weight >= JOIN}
            for other in former:
                del self._links[other][report]
            self._links[report] = {}
        for report in sorted(stale):
            for other, weight in self._weighed(report):
                self._links[report][other] = self._links[other][report] = weight
                if weight >= JOIN:
                    touched.add(other)
        return touched

    def _weighed(self, report: str) -> Iterator[tuple[str, float]]:
        said = {
            other: weight for other, weight in self._said[report].items() if other in self._index
        }
        yield from said.items()
        for other in self._index.candidates(report):
            if other not in said and other not in self._links[report]:
                yield other, self._weight(report, other)

    def _weight(self, report: str, other: str) -> float:
        one, two = sorted((report, other))
        return probability(measure(self._index.vector(one), self._index.vector(two)))

    def _tell(self, part: tuple[str, ...]) -> Iterator[Story]:
        grouped = groups(part, self._links)
        visiting = guests(grouped, self._links)
        vectors: Mapping[str, Vector] = {report: self._index.vector(report) for report in part}
        for group in grouped:
            yield story(Group(group, visiting[group]), vectors, self._links)


def group(
    reports: Iterable[Features],
    *,
    must_link: Iterable[Pair] = (),
    cannot_link: Iterable[Pair] = (),
) -> tuple[Story, ...]:
    """Return the stories of ``reports``, the earliest first, whatever their order."""
    all_of_them = Stories(must_link=must_link, cannot_link=cannot_link)
    for features in reports:
        all_of_them.add(features)
    return all_of_them.stories()
