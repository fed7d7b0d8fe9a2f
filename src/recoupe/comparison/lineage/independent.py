"""How many independent origins stand behind whole reports, by where most of each is from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Final

from recoupe.comparison.lineage.wording import fold

_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Taken:
    """That a report has a share of its words (0 to 1) from another, or from a named origin."""

    report: str
    source: str | None
    origin: str | None
    share: float


def independent(
    reports: Iterable[str],
    taken: Iterable[Taken],
    outlets: Mapping[str, str | None],
    withdrawn: Set[str] = frozenset(),
) -> int:
    """Return how many origins reports are of.

    A report with half of its words or more from another is of one origin with it, or else with all
    that have theirs from the same origin outside; so are all reports of one outlet. Those that are
    ``withdrawn``, and those with half of their words or more from one of these, are of none.
    """
    half = [one for one in taken if one.share >= _HALF]
    told = set(reports) - withdrawn - {one.report for one in half if one.source in withdrawn}
    leader = {one: one for one in told}

    def find(one: str) -> str:
        leader.setdefault(one, one)
        while leader[one] != one:
            leader[one] = one = leader[leader[one]]
        return one

    for report in sorted(told):
        if outlet := outlets.get(report):
            leader[find(report)] = find(f"outlet {fold(outlet)}")
    for one in half:
        if one.report not in told:
            continue
        if one.source in told:
            leader[find(one.report)] = find(one.source)
        elif one.source is None and one.origin:
            leader[find(one.report)] = find(f"origin {fold(one.origin)}")
    return len({find(one) for one in told})
