"""Which statement of a newer reading is which of an older one; each belongs to one at most."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from recoupe.comparison.alignment import Alignment
from recoupe.comparison.segments import is_telling, longer_words
from recoupe.model import Span, Statement

SHARED_OF_SHORTER: Final = 0.3
"""Share of the shorter content, in code points, that two contents must have in common."""

MOST_NEIGHBOURS: Final = 20
"""Statements that may stand where one stood; where there are more, none is chosen."""

Scores = dict[tuple[int, int], float]
"""How much speaks for a pair, by the places of the two statements in their readings."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The statements of two readings, and how their texts line up."""

    before: Sequence[Statement]
    after: Sequence[Statement]
    alignment: Alignment


def pairs_of(sides: Sides) -> dict[int, int]:
    """Return which statement of the newer reading, by its place, each of the older one became.

    In this order: the same content at the place the alignment gives; the same content that stands
    in one statement of each reading; content that shares kept words; the same speaker, or kept
    words of the cue or the source, where the content stood. Turned about, the pairs are the same.
    """
    pairs: dict[int, int] = {}
    for scores in (_in_place, _same_words, _sharing, _where_it_stood):
        taken = set(pairs.values())
        open_before = [at for at in range(len(sides.before)) if at not in pairs]
        open_after = [at for at in range(len(sides.after)) if at not in taken]
        if open_before and open_after:
            pairs |= _best(scores(sides, open_before, open_after))
    return pairs


def said(statement: Statement) -> tuple[Span, ...]:
    """Return the spans that a statement is known by: its content, or its cue if it has none."""
    return statement.content or statement.cue or statement.source


def _best(scores: Scores) -> dict[int, int]:
    """Return pairs one to one, the best first; of equals the one that stands first."""
    before: dict[int, int] = {}
    after: set[int] = set()
    for one, two in sorted(scores, key=lambda pair: (-scores[pair], sum(pair), pair)):
        if one not in before and two not in after:
            before[one] = two
            after.add(two)
    return before


def _in_place(sides: Sides, before: Iterable[int], after: Iterable[int]) -> Scores:
    standing: defaultdict[tuple[tuple[int, int], ...], list[int]] = defaultdict(list)
    for two in after:
        standing[_places(said(sides.after[two]))].append(two)
    scores: Scores = {}
    for one in before:
        found = [sides.alignment.locate(span.start, span.end) for span in said(sides.before[one])]
        if all(place.kind in {"same", "moved"} for place in found):
            for two in standing[tuple((place.start or 0, place.end or 0) for place in found)]:
                scores[one, two] = 1.0 + _likeness(sides.before[one], sides.after[two])
    return scores


def _likeness(one: Statement, two: Statement) -> float:
    return float(_words(one.cue) == _words(two.cue)) + float(
        _words(one.source) == _words(two.source)
    )


def _same_words(sides: Sides, before: Iterable[int], after: Iterable[int]) -> Scores:
    old, new = _by_words(sides.before, before), _by_words(sides.after, after)
    scores: Scores = {}
    for words in old.keys() & new.keys():
        if len(old[words]) == len(new[words]) == 1:
            one, two = old[words][0], new[words][0]
            if is_telling(" ".join(words)) or _one_speaker(sides.before[one], sides.after[two]):
                scores[one, two] = 1.0
    return scores


def _by_words(
    statements: Sequence[Statement], places: Iterable[int]
) -> dict[tuple[str, ...], list[int]]:
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in places:
        found[_words(said(statements[at]))].append(at)
    return found


def _sharing(sides: Sides, before: Iterable[int], after: Iterable[int]) -> Scores:
    shared = _kept_in_common(
        sides,
        ((at, said(sides.before[at])) for at in before),
        ((at, said(sides.after[at])) for at in after),
    )
    return {
        (one, two): float(size)
        for (one, two), size in shared.items()
        if size
        >= SHARED_OF_SHORTER
        * min(_length(said(sides.before[one])), _length(said(sides.after[two])))
    }


def _where_it_stood(sides: Sides, before: Iterable[int], after: Iterable[int]) -> Scores:
    before, after = list(before), list(after)
    forth = _standing_in(sides.alignment, sides.before, sides.after, (before, after))
    turned = _standing_in(sides.alignment.reversed(), sides.after, sides.before, (after, before))
    near = {pair for pair in forth if (pair[1], pair[0]) in turned}
    tied = _kept_in_common(
        sides,
        ((at, _around(sides.before[at])) for at in before),
        ((at, _around(sides.after[at])) for at in after),
    )
    scores: Scores = {}
    for one, two in near:
        old, new = sides.before[one], sides.after[two]
        if _one_speaker(old, new) or (one, two) in tied:
            common = set(_long(old)) & set(_long(new))
            scores[one, two] = 1.0 + tied.get((one, two), 0) + len(common)
    return scores


def _around(statement: Statement) -> tuple[Span, ...]:
    return statement.cue + statement.source if statement.content else ()


def _long(statement: Statement) -> list[str]:
    return longer_words(" ".join(_words(said(statement))))


def _standing_in(
    alignment: Alignment,
    before: Sequence[Statement],
    after: Sequence[Statement],
    places: tuple[list[int], list[int]],
) -> set[tuple[int, int]]:
    """Return the pairs in which the second stands where the first stood, or beside nothing else."""
    spans = [(at, said(after[at])) for at in places[1]]
    lookup = _Lookup.of(spans)
    found: set[tuple[int, int]] = set()
    for one in places[0]:
        own = said(before[one])
        left, right = alignment.place(own[0].start, own[-1].end)
        there = {two for two, _ in lookup.meeting(left, right)}
        if len(there) <= MOST_NEIGHBOURS:
            found |= {(one, two) for two in there}
    return found


def _kept_in_common(
    sides: Sides,
    before: Iterable[tuple[int, tuple[Span, ...]]],
    after: Iterable[tuple[int, tuple[Span, ...]]],
) -> dict[tuple[int, int], int]:
    """Return how many code points of kept words the spans of two statements have in common."""
    lookup = _Lookup.of(after)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for one, spans in before:
        for span in spans:
            for left, right in sides.alignment.kept(span.start, span.end):
                for two, size in lookup.meeting(left, right):
                    shared[one, two] += size
    return {pair: size for pair, size in shared.items() if size > 1}


@dataclass(frozen=True, slots=True)
class _Lookup:
    """Spans of many statements, sorted; ``reach`` is the furthest end of all up to each."""

    spans: tuple[tuple[int, int, int], ...]
    reach: tuple[int, ...]

    @classmethod
    def of(cls, spans: Iterable[tuple[int, tuple[Span, ...]]]) -> _Lookup:
        found = sorted((span.start, span.end, at) for at, some in spans for span in some)
        return cls(tuple(found), tuple(accumulate((end for _, end, _ in found), max)))

    def meeting(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield whose spans meet ``[start, end)``, and in how many code points."""
        first = bisect_right(self.reach, start)
        last = bisect_left(self.spans, end, key=lambda span: span[0])
        for left, right, at in self.spans[first:last]:
            if right > start:
                yield at, min(right, end) - max(left, start)


def _one_speaker(one: Statement, two: Statement) -> bool:
    names = one.speaker_name, two.speaker_name
    if names[0] and names[1]:
        return names[0].casefold() == names[1].casefold()
    return bool(one.source) and _words(one.source) == _words(two.source)


def _places(spans: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)


def _words(spans: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(span.text for span in spans)


def _length(spans: tuple[Span, ...]) -> int:
    return sum(len(span) for span in spans)
