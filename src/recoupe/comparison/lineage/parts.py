"""From shared words to passages: cut where a number differs, widened to the edges of sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from recoupe.comparison.lineage.tiling import Match
from recoupe.comparison.lineage.wording import Stretch, Wording

PartKind = Literal["verbatim", "rewrite", "quoted"]

_VERBATIM: Final = 0.95
"""The share of equal words from which a passage is the very words."""
_EDGE: Final = 6
"""Words at the edge of a sentence that were put in other words at most."""
LEAST: Final = 4
"""Equal words of the shortest part of a report that was taken over as a whole."""
ALONE: Final = 7
"""Equal words of the shortest part that two reports have in common beside little else."""
_SAYING: Final = 2


@dataclass(frozen=True, slots=True)
class Part:
    """Words ``here`` and ``there`` that derive from each other or from one source.

    No number stands in a part that is not the same on both sides.
    """

    here: range
    there: range
    kind: PartKind

    def turned(self) -> Part:
        """Return the part seen from the other report."""
        return Part(self.there, self.here, self.kind)


def parts(
    one: Wording, other: Wording, matches: Iterable[Match], *, least: int = LEAST
) -> tuple[Part, ...]:
    """Return the parts of shared passages, in their order.

    A part has at least ``least`` equal words, and says something: names and dates alone are none.
    """
    return tuple(
        _part(one, other, pairs)
        for match in matches
        for pairs in _cut(one, other, match.pairs)
        if len(pairs) >= least and sum(map(one.says, (i for i, _ in pairs))) >= _SAYING
    )


def positions(wording: Wording, stretches: Iterable[range]) -> set[int]:
    """Return the numbers of the words in any of ``stretches``."""
    return {at for words in stretches for at in words if at < len(wording)}


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return stretches of a text as few as possible: those that meet are one."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _cut(
    one: Wording, other: Wording, pairs: tuple[tuple[int, int], ...]
) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the equal words of a passage between numbers that differ."""
    first = 0
    for at in range(1, len(pairs)):
        (i, j), (k, m) = pairs[at - 1], pairs[at]
        if any(one.figures[i + 1 : k]) or any(other.figures[j + 1 : m]):
            yield pairs[first:at]
            first = at
    yield pairs[first:]


def _part(one: Wording, other: Wording, pairs: tuple[tuple[int, int], ...]) -> Part:
    (i, j), (k, m) = pairs[0], pairs[-1]
    left = _to_edge(one, i, -1), _to_edge(other, j, -1)
    right = _to_edge(one, k, 1), _to_edge(other, m, 1)
    if None not in left:
        i, j = left[0] or 0, left[1] or 0
    if None not in right:
        k, m = right[0] or 0, right[1] or 0
    here, there = range(i, k + 1), range(j, m + 1)
    quoted = sum(one.quoted[a] or other.quoted[b] for a, b in pairs)
    if 2 * quoted > len(pairs):
        return Part(here, there, "quoted")
    density = len(pairs) / max(len(here), len(there))
    return Part(here, there, "verbatim" if density >= _VERBATIM else "rewrite")


def _to_edge(wording: Wording, at: int, step: int) -> int | None:
    """Return the first or last word of a sentence; ``None`` where it is far, or a figure between.

    Where the passage ends at the edge already it is ``at`` itself.
    """
    reached = at
    for _ in range(_EDGE + 1):
        following = reached + step
        if not 0 <= following < len(wording):
            return reached
        if wording.sentence[following] != wording.sentence[at]:
            return reached
        if wording.figures[following] or wording.quoted[following] != wording.quoted[at]:
            return None
        reached = following
    return None
