"""Links to groups: reports are joined while they are linked on average, the surest first."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

JOIN: Final = 0.4
"""Average weight of the links between two groups from which they are one; no link weighs 0."""

GUEST: Final = 0.7
"""Average weight of a report's links with another group from which it belongs to that, too.

A report alone has no guests: these would be as much about each other's incidents.
"""

APART: Final = 0.28
"""Average weight of links between two groups below which one report does not make them one."""

_FEWEST: Final = 5
_MOST: Final = 60
"""Reports of a group that may be two stories told together by a third report."""

Links = Mapping[str, Mapping[str, float]]
"""The weight of each pair that was compared, under both reports."""


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one incident: those at home in it, and guests that belong elsewhere, too."""

    home: tuple[str, ...]
    guests: tuple[str, ...] = ()


def components(reports: Iterable[str], links: Links) -> list[tuple[str, ...]]:
    """Return the reports that chains of links hold together, and all that these hold to them.

    No group ever reaches beyond: an average of :data:`JOIN` takes one link that weighs as much.
    """
    seen: set[str] = set()
    found: list[tuple[str, ...]] = []
    for report in sorted(reports):
        if report in seen:
            continue
        part, waiting = {report}, [report]
        while waiting:
            here = waiting.pop()
            new = {other for other, weight in links[here].items() if weight >= JOIN} - part
            part |= new
            waiting += new
        seen |= part
        found.append(tuple(sorted(part)))
    return found


def groups(part: tuple[str, ...], links: Links) -> tuple[tuple[str, ...], ...]:
    """Return the groups of one component, each and all in alphabetical order.

    Average-link clustering; of equal averages the alphabetically first goes first.
    """
    return tuple(
        sorted(
            group
            for whole in _Merging(part, links).run()
            for group in _without_bridge(whole, links)
        )
    )


def _without_bridge(whole: tuple[str, ...], links: Links) -> tuple[tuple[str, ...], ...]:
    """Return a group as it is, or in parts where one report alone held them together.

    Such a report tells of several incidents. It stays with the part that it is linked to most, and
    each part must have reports enough to be told from a stray one.
    """
    if not _FEWEST <= len(whole) <= _MOST:
        return (whole,)
    for bridge in whole:
        rest = tuple(report for report in whole if report != bridge)
        parts = _Merging(rest, links).run()
        if _are_two(parts, links):
            home = max(parts, key=lambda part: (_mean(bridge, part, links), part))
            kept = tuple(sorted((*home, bridge)))
            return tuple(
                group
                for part in parts
                for group in _without_bridge(kept if part is home else part, links)
            )
    return (whole,)


def _are_two(parts: tuple[tuple[str, ...], ...], links: Links) -> bool:
    """Whether there are two parts of two reports or more that hardly anything links."""
    whole = [part for part in parts if len(part) > 1]
    return any(
        sum(_mean(report, other, links) for report in one) < APART * len(one)
        for one, other in combinations(whole, 2)
    )


def _mean(report: str, group: tuple[str, ...], links: Links) -> float:
    return sum(links[report].get(other, 0.0) for other in group) / len(group)


class _Merging:
    """Groups named by their alphabetically first report, and the sums of links between them."""

    def __init__(self, part: tuple[str, ...], links: Links) -> None:
        inside = frozenset(part)
        self._members = {report: [report] for report in part}
        self._sums = {
            report: {
                other: weight for other, weight in sorted(links[report].items()) if other in inside
            }
            for report in part
        }
        self._heap: list[tuple[float, str, str, int, int]] = []

    def run(self) -> tuple[tuple[str, ...], ...]:
        for report, sums in self._sums.items():
            for other in sums:
                if report < other:
                    self._offer(report, other)
        while self._heap:
            _, one, other, size, other_size = heapq.heappop(self._heap)
            if self._size(one) == size and self._size(other) == other_size:
                self._merge(one, other)
        return tuple(sorted(tuple(sorted(group)) for group in self._members.values()))

    def _size(self, group: str) -> int:
        return len(self._members.get(group, ()))

    def _offer(self, one: str, other: str) -> None:
        one, other = min(one, other), max(one, other)
        size, other_size = self._size(one), self._size(other)
        mean = self._sums[one][other] / (size * other_size)
        if mean >= JOIN:
            heapq.heappush(self._heap, (-mean, one, other, size, other_size))

    def _merge(self, one: str, other: str) -> None:
        """Put ``other`` into ``one``, which is alphabetically first."""
        kept, gone = self._sums[one], self._sums.pop(other)
        for third, weight in gone.items():
            if third != one:
                kept[third] = self._sums[third][one] = kept.get(third, 0.0) + weight
                del self._sums[third][other]
        kept.pop(other, None)
        self._members[one] += self._members.pop(other)
        for third in kept:
            self._offer(one, third)


def guests(
    grouped: tuple[tuple[str, ...], ...], links: Links
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the reports that belong to a group besides their own, such as round-ups."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    home = {report: group for group in grouped for report in group}
    for group in grouped:
        near = {other for report in group for other in links[report] if other in home}
        near = near - set(group) if len(group) > 1 else set()
        found[group] = tuple(sorted(other for other in near if _mean(other, group, links) >= GUEST))
    return found
