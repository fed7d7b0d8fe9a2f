"""What two texts do not share, as one string that is quickly searched for exact words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from recoupe.comparison.segments import Segment, stands_alone

MOST_HITS: Final = 100
"""After so many places that hold the letters but cut a word, the search is given up."""

_EDGE: Final = "\0"


@dataclass(frozen=True, slots=True)
class Loose:
    """The stretches of ``text`` that are lined up with nothing.

    ``joined`` are their words one after another, ``begins`` where each begins in it, and
    ``starts`` where each begins in ``text``.
    """

    text: str
    joined: str
    begins: tuple[int, ...]
    starts: tuple[int, ...]

    def places(self, words: str) -> tuple[int, ...]:
        """Return the places in ``text`` where whole words stand loose: none, one, or two of more.

        Two stand also for what was given up.
        """
        found: list[int] = []
        at = -1
        for _ in range(MOST_HITS):
            at = self.joined.find(words, at + 1)
            if at < 0:
                return tuple(found)
            index = bisect_right(self.begins, at) - 1
            place = self.starts[index] + at - self.begins[index]
            end = place + len(words)
            if self.text.startswith(words, place) and stands_alone(self.text, place, end):
                found.append(place)
                if len(found) == 2:
                    break
        else:
            return (0, 0)
        return tuple(found)

    def within(self, start: int, end: int) -> tuple[Segment, ...]:
        """Return the loose stretches between two that are taken, in order."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        found: list[Segment] = []
        for index in range(first, last):
            until = self.begins[index + 1] - 1 if index + 1 < len(self.begins) else None
            words = self.joined[self.begins[index] : until]
            if words.strip():
                found.append(Segment(self.starts[index], self.starts[index] + len(words), words))
        return tuple(found)


def loose(text: str, taken: Iterable[tuple[int, int]]) -> Loose:
    """Return what of ``text`` is in none of the ``taken`` stretches, which do not overlap."""
    stretches: list[tuple[int, int]] = []
    at = 0
    for start, end in [*sorted(taken), (len(text), len(text))]:
        if at < start:
            stretches.append((at, start))
        at = end
    begins: list[int] = []
    length = 0
    for start, end in stretches:
        begins.append(length)
        length += end - start + len(_EDGE)
    joined = _EDGE.join(text[start:end] for start, end in stretches)
    return Loose(text, joined, tuple(begins), tuple(start for start, _ in stretches))
