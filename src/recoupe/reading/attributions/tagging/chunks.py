"""Cutting an article into pieces that the network reads at once: whole blocks, else sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from recoupe.reading.attributions.tagging.words import Run, Words

LONGEST: Final = 240
"""Pieces of words in a chunk: half of what the encoder takes, as attention grows with its square;
99 % of PolNeAR's contents end within 65 words of their cue."""


def chunks_of(words: Words, sizes: Sequence[int], longest: int = LONGEST) -> tuple[Run, ...]:
    """Return runs of words that cover the article, of at most ``longest`` pieces.

    ``sizes`` are the words' numbers of pieces. Only a word of more pieces than that makes a chunk
    of its own that is longer.
    """
    sums = (0, *accumulate(sizes))
    joined: list[Run] = []
    for run in _units(words, sums, longest):
        if joined and sums[run[1]] - sums[joined[-1][0]] <= longest:
            joined[-1] = (joined[-1][0], run[1])
        else:
            joined.append(run)
    return tuple(joined)


def _units(words: Words, sums: Sequence[int], longest: int) -> Iterator[Run]:
    """Yield blocks, and the parts of blocks that are too long, cut where a sentence begins."""
    for first, last in _blocks(words):
        start = cut = first
        for at in range(first, last):
            if words.opening[at]:
                cut = at
            if sums[at + 1] - sums[start] > longest and at > start:
                end = cut if cut > start else at
                yield start, end
                start = cut = end
        yield start, last


def _blocks(words: Words) -> Iterator[Run]:
    first = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or words.blocks[at] != words.blocks[first]:
            yield first, at
            first = at
