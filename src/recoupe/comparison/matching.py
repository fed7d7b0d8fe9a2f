"""Which sentences and words of a text are those of another: in order, or moved elsewhere.

Sentences that stand once in both texts are tied first, so that a word that stands several times
follows its sentence; then sentences that are alike; then the words within those. Nothing here is
quadratic in the length of a text: what is too much to compare is left apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from recoupe.comparison.segments import Segment, longer_words

Pair = tuple[int, int]
"""The place of a thing in the older list, and in the newer."""

Block = tuple[int, int, int]
"""The places where two equal stretches begin in two lists, and their common length."""

MOST_CELLS: Final = 25_000_000
"""Words of one stretch times words of another that are compared: about 10 ms at most."""

SHINGLE: Final = 8
"""Words in a row that tie two stretches which are too long to be compared word by word."""

WEIGHTY: Final = 24
"""Code points from which equal words among others are no chance."""

ALIKE_OF_SHORTER: Final = 0.6
ALIKE_OF_BOTH: Final = 0.4
"""Shares of longer words, in order, from which one sentence may come from another."""

ADJACENT: Final = 0.5
"""What it is worth, in words, that the neighbours of two sentences belong together too."""


MOST_LIKENESSES: Final = 10_000
"""Sentences of one side times sentences of the other whose likeness is looked at in one go: about
1 microsecond each."""

CLEAR_OF_SHORTER: Final = 0.8
CLEAR_OF_BOTH: Final = 0.6
CLEAR_WORDS: Final = 3
"""Shares and number of longer words from which it is clear, wherever they stand."""

MOST_WORDS: Final = 200
"""Longer words of a sentence that are looked at for its likeness."""

LETTERS: Final = 6
"""Code points of a longer word, about: likeness is weighed against equal sentences."""


@dataclass(frozen=True, slots=True)
class Tied:
    """Places of equal or clearly like things: in one order in both lists, or moved, each once."""

    in_order: tuple[Pair, ...]
    moved: tuple[Pair, ...]


def tie(before: Sequence[Segment], after: Sequence[Segment]) -> Tied:
    """Tie the segments that are equal or clearly alike, wherever they stand, each to one other.

    First those that stand once on either side, then those of which each is by far most like the
    other, then equal neighbours. The heaviest choice that is in one order is ``in_order``.
    """
    old = [segment.words for segment in before]
    new = [segment.words for segment in after]
    weights = {pair: len(old[pair[0]]) for pair in _once_in_both(old, new)}
    weights |= _clearly_alike(before, after, weights)
    pairs = sorted(weights)
    kept = set(heaviest_rising(pairs, [weights[pair] for pair in pairs]))
    in_order, moved = dict(kept), dict(pair for pair in pairs if pair not in kept)
    taken = {*in_order, *moved}, {*in_order.values(), *moved.values()}
    for ties in (in_order, moved):
        for step in (1, -1):
            _spread(ties, taken, (old, new), step)
    return Tied(tuple(sorted(in_order.items())), tuple(sorted(moved.items())))


def _clearly_alike(
    before: Sequence[Segment], after: Sequence[Segment], tied: Collection[Pair]
) -> dict[Pair, int]:
    """Return pairs among what is not tied of which each is most like the other, and weights."""
    taken = {i for i, _ in tied}, {j for _, j in tied}
    old = [at for at in range(len(before)) if at not in taken[0]]
    new = [at for at in range(len(after)) if at not in taken[1]]
    if not 0 < len(old) * len(new) <= MOST_LIKENESSES:
        return {}
    shares = CLEAR_OF_SHORTER, CLEAR_OF_BOTH
    rows = _worths([before[at] for at in old], [after[at] for at in new], shares)
    columns = list(zip(*rows, strict=True))
    found: dict[Pair, int] = {}
    for i, row in enumerate(rows):
        best = max(row)
        j = row.index(best)
        if (
            best >= CLEAR_WORDS
            and row.count(best) == 1 == columns[j].count(best)
            and (best == max(columns[j]))
        ):
            found[old[i], new[j]] = int(best * LETTERS)
    return found


def heaviest_rising(pairs: Sequence[Pair], weights: Sequence[int]) -> list[Pair]:
    """Return the pairs of greatest weight that rise on both sides; ``pairs`` rise on the first."""
    if all(one[1] < two[1] for one, two in pairwise(pairs)):
        return list(pairs)
    size = max(second for _, second in pairs) + 1
    tree = [(0, -1)] * (size + 1)  # Fenwick's: the best chain that ends before a place
    came_from: list[int] = []
    for index, ((_, second), weight) in enumerate(zip(pairs, weights, strict=True)):
        best, at = (0, -1), second
        while at > 0:
            best, at = max(best, tree[at]), at & (at - 1)
        came_from.append(best[1])
        at = second + 1
        while at <= size:
            tree[at] = max(tree[at], (best[0] + weight, index))
            at += at & -at
    chain = max(tree)[1]
    found: list[Pair] = []
    while chain >= 0:
        found.append(pairs[chain])
        chain = came_from[chain]
    return found[::-1]


def alike(before: Sequence[Segment], after: Sequence[Segment]) -> tuple[Pair, ...]:
    """Return which segments come from which, in one order on both sides, by their longer words.

    Takes time for every segment of one side times every segment of the other.
    """
    worth = _worths(before, after, (ALIKE_OF_SHORTER, ALIKE_OF_BOTH))
    columns = len(after) + 1
    total = [[0.0] * columns for _ in range(len(before) + 1)]
    tied = [[-1.0] * columns for _ in range(len(before) + 1)]
    for i, row in enumerate(worth, 1):
        for j, value in enumerate(row, 1):
            if value:
                tied[i][j] = value + max(total[i - 1][j - 1], tied[i - 1][j - 1] + ADJACENT)
            total[i][j] = max(total[i - 1][j], total[i][j - 1], tied[i][j])
    return tuple(_way_back(total, tied))[::-1]


def equal_words(before: Sequence[Segment], after: Sequence[Segment]) -> list[Block]:
    """Return the stretches of equal words, in one order on both sides, without chance ones."""
    numbers: dict[str, int] = {}
    old = [numbers.setdefault(word.words, len(numbers)) for word in before]
    new = [numbers.setdefault(word.words, len(numbers)) for word in after]
    return _without_chance(_common(old, new), before, after)


def _once_in_both(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    often_old, often_new = Counter(old), Counter(new)
    place = {key: at for at, key in enumerate(new) if often_new[key] == 1}
    return [(at, place[key]) for at, key in enumerate(old) if often_old[key] == 1 and key in place]


def _spread(
    ties: dict[int, int],
    taken: tuple[set[int], set[int]],
    words: tuple[list[str], list[str]],
    step: int,
) -> None:
    """Tie the equal neighbours of what is tied, and theirs."""
    for one, two in sorted(ties.items(), reverse=step < 0):
        i, j = one + step, two + step
        while (
            0 <= i < len(words[0])
            and 0 <= j < len(words[1])
            and i not in taken[0]
            and j not in taken[1]
            and words[0][i] == words[1][j]
        ):
            ties[i] = j
            taken[0].add(i)
            taken[1].add(j)
            i, j = i + step, j + step


def _worths(
    before: Sequence[Segment], after: Sequence[Segment], shares: tuple[float, float]
) -> list[list[float]]:
    """Return how many longer words any two segments share; 0 where they are not alike."""
    from rapidfuzz.distance import LCSseq

    numbers: dict[str, int] = {}
    old, new = [
        [
            [
                numbers.setdefault(word, len(numbers))
                for word in longer_words(segment.words)[:MOST_WORDS]
            ]
            for segment in side
        ]
        for side in (before, after)
    ]
    sets = [set(words) for words in new]
    rows: list[list[float]] = []
    for words, segment in zip(old, before, strict=True):
        own = set(words)
        row = [
            len(words) + 1.0
            if segment.words == other.words
            else 0.0
            if len(own & known) < 2
            else _worth(LCSseq.similarity(words, theirs), (len(words), len(theirs)), shares)
            for other, theirs, known in zip(after, new, sets, strict=True)
        ]
        rows.append(row)
    return rows


def _worth(shared: int, lengths: Pair, shares: tuple[float, float]) -> float:
    is_alike = shared >= 2 and (
        shared >= shares[0] * min(lengths) or 2 * shared >= shares[1] * sum(lengths)
    )
    return float(shared) if is_alike else 0.0


def _way_back(total: list[list[float]], tied: list[list[float]]) -> Iterator[Pair]:
    i, j, must = len(total) - 1, len(total[0]) - 1, False
    while i and j:
        if not must and total[i][j] == total[i - 1][j]:
            i -= 1
        elif not must and total[i][j] == total[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            yield i, j
            must = tied[i][j] > 0 and tied[i][j] + ADJACENT >= total[i][j]


def _common(old: list[int], new: list[int]) -> list[Block]:
    """Return equal stretches in one order: the most there are, or those that are easily found."""
    first = _common_start(old, new)
    last = _common_start(old[first:][::-1], new[first:][::-1])
    inner_old, inner_new = old[first : len(old) - last], new[first : len(new) - last]
    if len(inner_old) * len(inner_new) <= MOST_CELLS:
        inner = _longest_common(inner_old, inner_new)
    else:
        inner = _by_shingles(inner_old, inner_new)
    blocks = [
        (0, 0, first),
        *((i + first, j + first, length) for i, j, length in inner),
        (len(old) - last, len(new) - last, last),
    ]
    return _merged([block for block in blocks if block[2]])


def _common_start(old: Sequence[int], new: Sequence[int]) -> int:
    for at, (one, two) in enumerate(zip(old, new, strict=False)):
        if one != two:
            return at
    return min(len(old), len(new))


def _longest_common(old: Sequence[int], new: Sequence[int]) -> list[Block]:
    if not old or not new:
        return []
    from rapidfuzz.distance import Indel

    return [
        (step.src_start, step.dest_start, step.src_end - step.src_start)
        for step in Indel.opcodes(old, new)
        if step.tag == "equal"
    ]


def _by_shingles(old: list[int], new: list[int]) -> list[Block]:
    """Tie words in a row that stand once on both sides; compare what is left between them."""
    rows = [
        [tuple(side[at : at + SHINGLE]) for at in range(len(side) - SHINGLE + 1)]
        for side in (old, new)
    ]
    pairs = _once_in_both(*rows)
    blocks: list[Block] = []
    end_old = end_new = 0
    for i, j in heaviest_rising(pairs, [1] * len(pairs)):
        if i >= end_old and j >= end_new:
            blocks += _between(old, new, (end_old, i), (end_new, j))
            blocks.append((i, j, SHINGLE))
        elif i - end_old == j - end_new:  # it goes on with the stretch before
            blocks.append((end_old, end_new, i + SHINGLE - end_old))
        else:
            continue
        end_old, end_new = i + SHINGLE, j + SHINGLE
    return blocks + _between(old, new, (end_old, len(old)), (end_new, len(new)))


def _between(old: list[int], new: list[int], here: Pair, there: Pair) -> list[Block]:
    gap_old, gap_new = old[slice(*here)], new[slice(*there)]
    if len(gap_old) * len(gap_new) > MOST_CELLS:
        return []
    inner = _longest_common(gap_old, gap_new)
    return [(i + here[0], j + there[0], length) for i, j, length in inner]


def _merged(blocks: list[Block]) -> list[Block]:
    merged: list[Block] = []
    for i, j, length in blocks:
        if merged and merged[-1][0] + merged[-1][2] == i and merged[-1][1] + merged[-1][2] == j:
            merged[-1] = (merged[-1][0], merged[-1][1], merged[-1][2] + length)
        else:
            merged.append((i, j, length))
    return merged


def _without_chance(
    blocks: list[Block], before: Sequence[Segment], after: Sequence[Segment]
) -> list[Block]:
    """Leave out the few words that two wordings share by chance between words that differ."""
    while True:
        kept: list[Block] = []
        end_old, end_new = 0, 0
        for at, block in enumerate(blocks):
            i, j, length = block
            following = blocks[at + 1] if at + 1 < len(blocks) else (len(before), len(after), 0)
            size = before[i + length - 1].end - before[i].start
            changed_before = max(_size(before, end_old, i), _size(after, end_new, j))
            changed_after = max(
                _size(before, i + length, following[0]), _size(after, j + length, following[1])
            )
            if size >= WEIGHTY or size > min(changed_before, changed_after):
                kept.append(block)
                end_old, end_new = i + length, j + length
        if len(kept) == len(blocks):
            return kept
        blocks = kept


def _size(words: Sequence[Segment], start: int, end: int) -> int:
    return words[end - 1].end - words[start].start if start < end else 0
