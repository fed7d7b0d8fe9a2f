"""Which contents of a story can be alike at all, so that never all pairs are compared.

A large story has thousands of sayings. Those that share no rare word cannot be alike; the index
here leaves out such pairs, and never one that is alike enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from recoupe.comparison.matters.terms import Content

if TYPE_CHECKING:
    from recoupe.comparison.contradiction.encoder import Vector

_SLACK: Final = 1e-6
"""What sums of the same numbers in another order may differ by."""
_ROWS: Final = 1_024
"""Vectors that are multiplied with all others at once, so that memory stays small."""


class Near:
    """Contents by their weightiest terms: those that share none of these are less alike than least.

    The weighted cosine of two contents is at least ``least`` only where the squares of the weights
    of what they share come to ``least`` squared of either's sum. So of each content the lightest
    terms, up to that part of its sum, can be left out (prefix filtering, Bayardo et al. 2007).
    """

    def __init__(self, weights: Mapping[str, float], least: float) -> None:
        self._weights = weights
        self._left_out = least * least * (1 - _SLACK)
        self._holders: dict[str, list[int]] = {}

    def put(self, number: int, content: Content) -> None:
        """Let a content be found under ``number``, which several contents may have."""
        for term in self._telling(content):
            self._holders.setdefault(term, []).append(number)

    def of(self, content: Content) -> set[int]:
        """Return the numbers of all contents that may be alike enough."""
        return {number for term in self._telling(content) for number in self._holders.get(term, ())}

    def _telling(self, content: Content) -> Iterator[str]:
        """Yield the weightiest terms, as many as two that are alike must share one of."""
        weights = {term: self._weights.get(term, 0.0) ** 2 for term in content.terms}
        left = sum(weights.values())
        least = self._left_out * left
        for term in sorted(weights, key=lambda term: (-weights[term], term)):
            if left < least or not weights[term]:
                return
            yield term
            left -= weights[term]


def foreign_pairs(
    one: Sequence[Content],
    other: Sequence[Content],
    vectors: Mapping[str, Vector],
    least: float,
) -> dict[int, set[int]]:
    """Return which of ``other`` are as near in meaning as ``least`` to each of ``one``.

    They are named by their places. Only contents of two languages are compared, and those without
    a vector are near to nothing.
    """
    found: dict[int, set[int]] = {}
    for language in sorted({content.saying.language for content in one}):
        here = [(at, one[at]) for at in range(len(one)) if one[at].saying.language == language]
        there = [
            (at, other[at]) for at in range(len(other)) if other[at].saying.language != language
        ]
        for first, second in _close(here, there, vectors, least - _SLACK):
            found.setdefault(first, set()).add(second)
    return found


def _close(
    here: Iterable[tuple[int, Content]],
    there: Iterable[tuple[int, Content]],
    vectors: Mapping[str, Vector],
    least: float,
) -> Iterator[tuple[int, int]]:
    import numpy as np

    rows = [(at, vectors[c.saying.text]) for at, c in here if c.saying.text in vectors]
    columns = [(at, vectors[c.saying.text]) for at, c in there if c.saying.text in vectors]
    if not rows or not columns:
        return
    against = np.stack([vector for _, vector in columns])
    for start in range(0, len(rows), _ROWS):
        block = rows[start : start + _ROWS]
        likeness = np.stack([vector for _, vector in block]) @ against.T
        for row, column in np.argwhere(likeness >= least).tolist():
            yield block[row][0], columns[column][0]
