"""Where the words of an older text stand in a newer one: by exact match, never by likeness.

Likeness only decides which sentences are lined up; words that are said to be kept are equal to the
letter. The same two texts line up in the same way whichever of them is called the older.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from recoupe.comparison.loose import Loose, loose
from recoupe.comparison.matching import MOST_LIKENESSES, Pair, Tied, alike, equal_words, tie
from recoupe.comparison.segments import (
    Segment,
    has_words,
    is_telling,
    sentences,
    tokens,
    trimmed,
)
from recoupe.errors import SpanError

LocatedKind = Literal["same", "moved", "changed", "gone"]

MOST_LIKENESSES_IN_ALL: Final = 20 * MOST_LIKENESSES
"""As many for a whole text, beside those of one go."""

MOST_LEFT: Final = 10_000_000
"""Code points of one stretch times those of another that are compared a second time."""

MOST_COUNTED: Final = 50_000_000
"""Code points searched, about 50 ms, to see whether kept words stand twice in their sentence."""


@dataclass(frozen=True, slots=True)
class Located:
    """What became of a stretch, and where it now stands (``None`` where it is gone).

    ``same``: the very words at the very offsets. ``moved``: the very words at other offsets.
    ``changed``: ``[start, end)`` holds the other words that stand in their place. ``gone``: no
    words stand there.
    """

    kind: LocatedKind
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """A stretch of equal words: where it begins in the older and the newer text, in code points."""

    before: int
    after: int
    length: int

    @property
    def shift(self) -> int:
        """How many code points further on it stands."""
        return self.after - self.before

    @property
    def before_end(self) -> int:
        """Where it ends in the older text."""
        return self.before + self.length

    @property
    def after_end(self) -> int:
        """Where it ends in the newer text."""
        return self.after + self.length


@dataclass(frozen=True, slots=True)
class Alignment:
    """An older and a newer text lined up, once.

    ``runs`` are the kept words that are in one order in both texts, ``moves`` those that stand in
    another order; both sorted by the older text, without overlap. ``marks`` are places of the two
    texts that belong together, rising in both: the edges of runs and of sentences lined up.
    ``loose`` are the words of both texts in neither runs nor moves; ``landed`` the moves by their
    place in the newer text. Made only by :func:`align`.
    """

    before: str
    after: str
    runs: tuple[Run, ...]
    moves: tuple[Run, ...]
    marks: tuple[Pair, ...]
    loose: tuple[Loose, Loose]
    landed: tuple[Pair, ...]

    def locate(self, start: int, end: int) -> Located:
        """Return what became of ``[start, end)`` of the older text.

        Words that several places could hold are never guessed: they are then ``changed`` or
        ``gone``. Raises :class:`SpanError` where the older text has no such stretch.
        """
        if not 0 <= start < end <= len(self.before):
            raise SpanError(f"no words at [{start}, {end}) in {len(self.before)} code points")
        first, last = trimmed(self.before, start, end)
        if first == last:  # nothing but space
            first, last = start, end
        now = self._kept_at(first, last)
        if now is not None:
            now -= first - start
            if self.after[max(now, 0) : now + end - start] == self.before[start:end]:
                return Located("same" if now == start else "moved", now, now + end - start)
        left, right = self.place(first, last)
        if has_words(self.after, start=left, end=right):
            return Located("changed", left, right)
        return Located("gone", None, None)

    def kept(self, start: int, end: int) -> tuple[Pair, ...]:
        """Return the stretches ``[start, end)`` of the newer text that hold kept words of it."""
        return tuple(
            (max(start, run.before) + run.shift, min(end, run.before_end) + run.shift)
            for runs in (self.runs, self.moves)
            for run in _meeting(runs, start, end)
        )

    def place(self, start: int, end: int) -> Pair:
        """Return what stands in the newer text where ``[start, end)`` stood; it may be empty.

        White space and moved words at the edges are not in it.
        """
        left, right = self._image(start, last=True), self._image(end, last=False)
        left, right = trimmed(self.after, left, right)
        while (move := self._landed_on(left)) is not None and left < right:
            left = trimmed(self.after, min(move[1], right), right)[0]
        while left < right and (move := self._landed_on(right - 1)) is not None:
            right = trimmed(self.after, left, max(move[0], left))[1]
        return left, max(left, right)

    def reversed(self) -> Alignment:
        """Return the alignment of the newer text with the older."""
        return _alignment(
            self.after,
            self.before,
            _turned(self.runs),
            moves=_turned(self.moves),
            marks=((after, before) for before, after in self.marks),
        )

    def _kept_at(self, start: int, end: int) -> int | None:
        """Return where the words ``[start, end)`` now begin, if they are kept in one place."""
        run = _holding(self.runs, start, end) or _holding(self.moves, start, end)
        if run is not None:
            return start + run.shift
        words = self.before[start:end]
        left, right = self.place(start, end)
        if self.after[left:right] == words and has_words(words):
            return left
        return self._only_place(words, start)

    def _image(self, at: int, *, last: bool) -> int:
        """Return the place that belongs to ``at``: the last there is, or the first."""
        within = _holding(self.runs, at - 1, at + 1)
        if within is not None:
            return at + within.shift
        if last:
            index = bisect_right(self.marks, at, key=_older) - 1
            return self.marks[index][1]
        return self.marks[bisect_left(self.marks, at, key=_older)][1]

    def _only_place(self, words: str, start: int) -> int | None:
        """Return where telling words stand that stand once among what is not lined up."""
        if not is_telling(words):
            return None
        here, there = (side.places(words) for side in self.loose)
        return there[0] if here == (start,) and len(there) == 1 else None

    def _landed_on(self, at: int) -> Pair | None:
        """Return the place of the move that holds ``at`` in the newer text."""
        index = bisect_right(self.landed, at, key=_older) - 1
        return self.landed[index] if index >= 0 and at < self.landed[index][1] else None


def align(before: str, after: str) -> Alignment:
    """Line up two texts.

    Sentences that stand once in both are found first, wherever they stand; then sentences that are
    alike, in order; then the words within those. What is too long to be compared stays apart.
    """
    if after < before:
        return align(after, before).reversed()
    if before == after:
        return _alignment(before, after, (Run(0, 0, len(before)),) if before else ())
    old, new = sentences(before), sentences(after)
    tied = tie(old, new)
    found: list[Run] = []
    elsewhere: list[Run] = []
    edges: list[Pair] = []
    for pairs, kept in ((tied.in_order, found), (tied.moved, elsewhere)):
        for i, j in pairs:
            kept.extend(_runs(before, after, [old[i]], [new[j]]))
    for here, there in _lined_up(old, new, tied):
        edges += [(here[0].start, there[0].start), (here[-1].end, there[-1].end)]
        found += _runs(before, after, here, there)
    for i, j in tied.in_order:
        if old[i].words != new[j].words:  # else the edges are those of a run
            edges += [(old[i].start, new[j].start), (old[i].end, new[j].end)]
    moves = _one_where_they_touch(before, after, elsewhere)
    runs = _one_where_they_touch(before, after, found)
    left = list(_left_between(before, after, runs, moves))
    if left:
        runs = _one_where_they_touch(before, after, [*runs, *left])
    return _alignment(before, after, runs, moves=moves, marks=edges)


def _alignment(
    before: str,
    after: str,
    runs: tuple[Run, ...],
    *,
    moves: tuple[Run, ...] = (),
    marks: Iterable[Pair] = (),
) -> Alignment:
    """Return the alignment with all that follows from its runs and moves."""
    all_marks = {(0, 0), (len(before), len(after))}
    all_marks |= {mark for mark in marks if _fits(runs, mark)}
    for run in runs:
        all_marks |= {(run.before, run.after), (run.before_end, run.after_end)}
    both = (*runs, *moves)
    return Alignment(
        before,
        after,
        runs,
        moves,
        tuple(sorted(all_marks)),
        (
            loose(before, ((run.before, run.before_end) for run in both)),
            loose(after, ((run.after, run.after_end) for run in both)),
        ),
        tuple(sorted((run.after, run.after_end) for run in moves)),
    )


def _lined_up(
    old: Sequence[Segment], new: Sequence[Segment], tied: Tied
) -> Iterator[tuple[Sequence[Segment], Sequence[Segment]]]:
    """Yield the sentences between those tied that are to be compared word by word."""
    gone_old, gone_new = {i for i, _ in tied.moved}, {j for _, j in tied.moved}
    looked_at = 0
    for one, two in pairwise([(-1, -1), *tied.in_order, (len(old), len(new))]):
        here = [old[at] for at in range(one[0] + 1, two[0]) if at not in gone_old]
        there = [new[at] for at in range(one[1] + 1, two[1]) if at not in gone_new]
        cells = len(here) * len(there)
        if cells == 1:
            yield here, there
        elif 1 < cells <= MOST_LIKENESSES and looked_at + cells <= MOST_LIKENESSES_IN_ALL:
            looked_at += cells
            yield from (([here[i]], [there[j]]) for i, j in alike(here, there))
        elif cells:
            yield here, there


def _runs(
    before: str, after: str, here: Sequence[Segment], there: Sequence[Segment]
) -> Iterator[Run]:
    """Yield the equal words of sentences, but none that stand twice in those of either text."""
    if len(here) == len(there) == 1 and here[0].words == there[0].words:
        yield Run(here[0].start, there[0].start, len(here[0].words))
        return
    runs = list(_equal(before, after, here, there))
    texts = before[here[0].start : here[-1].end], after[there[0].start : there[-1].end]
    is_short = len(runs) * sum(map(len, texts)) <= MOST_COUNTED
    for run in runs:
        words = before[run.before : run.before_end]
        if not (is_short and is_telling(words) and any(text.count(words) > 1 for text in texts)):
            yield run


def _equal(
    before: str, after: str, here: Sequence[Segment], there: Sequence[Segment]
) -> Iterator[Run]:
    """Yield the equal words of sentences, as long as the space between them is equal too."""
    old, new = tokens(before, here), tokens(after, there)
    for first, second, length in equal_words(old, new):
        begin = 0
        for at in range(1, length + 1):
            one, two = old[first + at - 1], new[second + at - 1]
            if (
                at < length
                and before[one.end : old[first + at].start]
                == (after[two.end : new[second + at].start])
            ):
                continue
            start = old[first + begin].start
            yield Run(start, new[second + begin].start, one.end - start)
            begin = at


def _one_where_they_touch(before: str, after: str, runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs in order; those between which is only equal white space are one."""
    joined: list[Run] = []
    last, end = Run(0, 0, 0), 0
    for run in sorted(runs):
        if joined and last.shift == run.shift:
            between = before[end : run.before]
            if not between.strip() and between == after[run.after - len(between) : run.after]:
                end = run.before_end
                continue
        if joined:
            joined[-1] = Run(last.before, last.after, end - last.before)
        joined.append(run)
        last, end = run, run.before_end
    if joined:
        joined[-1] = Run(last.before, last.after, end - last.before)
    return tuple(joined)


def _left_between(
    before: str, after: str, runs: Sequence[Run], moves: Sequence[Run]
) -> Iterator[Run]:
    """Yield equal words between runs: those of sentences that were cut in another place."""
    rest = _alignment(before, after, tuple(runs), moves=tuple(moves)).loose
    for one, two in pairwise([Run(0, 0, 0), *runs, Run(len(before), len(after), 0)]):
        here = rest[0].within(one.before_end, two.before)
        there = rest[1].within(one.after_end, two.after)
        sizes = [sum(len(part.words) for part in side) for side in (here, there)]
        if 0 < sizes[0] * sizes[1] <= MOST_LEFT:
            yield from _runs(before, after, here, there)


def _fits(runs: Sequence[Run], mark: Pair) -> bool:
    """Whether the runs before a mark end before it, and those behind it begin behind it."""
    index = bisect_left(runs, mark[0], key=_start)
    before, behind = runs[max(index - 1, 0) : index], runs[index : index + 1]
    return all(run.before_end <= mark[0] and run.after_end <= mark[1] for run in before) and all(
        mark[1] <= run.after for run in behind
    )


def _turned(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(sorted(Run(run.after, run.before, run.length) for run in runs))


def _holding(runs: Sequence[Run], start: int, end: int) -> Run | None:
    index = bisect_right(runs, start, key=_start) - 1
    if index >= 0 and end <= runs[index].before_end:
        return runs[index]
    return None


def _meeting(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    index = max(bisect_right(runs, start, key=_start) - 1, 0)
    for run in runs[index : bisect_left(runs, end, key=_start)]:
        if start < run.before_end:
            yield run


def _start(run: Run) -> int:
    return run.before


def _older(mark: Pair) -> int:
    return mark[0]
