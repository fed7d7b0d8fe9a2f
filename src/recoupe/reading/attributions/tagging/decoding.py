"""From probabilities of tags to runs of words: the best sequence in which no run begins inside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

import numpy as np

from recoupe.reading.attributions.tagging.words import Run

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]

OUTSIDE: Final = 0
CUE, CUE_INSIDE, BARE = 1, 2, 3
"""Tags of the cue layer; ``BARE`` is the first word of a content that has no cue."""
CONTENT, CONTENT_INSIDE, SOURCE, SOURCE_INSIDE = 1, 2, 3, 4
"""Tags of the role layer."""

CUE_TAGS: Final = {CUE_INSIDE: CUE}
ROLE_TAGS: Final = {CONTENT_INSIDE: CONTENT, SOURCE_INSIDE: SOURCE}

_NEVER: Final = -1e9


def best_tags(scores: Floats, insides: Mapping[int, int]) -> NDArray[np.int64]:
    """Return the most probable tags of sequences of words in which no run begins inside.

    ``scores`` are log probabilities, sequences by words by tags; ``insides`` gives for each inside
    tag the tag that must open its run. There is at least one word; the answer is sequences by
    words.
    """
    found: NDArray[np.int64] = scores.argmax(axis=2)
    before = np.pad(found[:, :-1], ((0, 0), (1, 0)), constant_values=OUTSIDE)
    wrong = np.zeros(found.shape, bool)
    for inside, opening in insides.items():
        wrong |= (found == inside) & (before != inside) & (before != opening)
    broken = wrong.any(axis=1)
    if broken.any():  # each word's best tag by itself is the best answer, if it is allowed
        found[broken] = _best_path(scores[broken], insides)
    return found


def _best_path(scores: Floats, insides: Mapping[int, int]) -> NDArray[np.int64]:
    """Return the most probable tags by the Viterbi algorithm."""
    count, length, tags = scores.shape
    moves = np.zeros((tags, tags))
    for inside, opening in insides.items():
        moves[[tag not in {inside, opening} for tag in range(tags)], inside] = _NEVER
    best = scores[:, 0].copy()
    best[:, list(insides)] = _NEVER
    back = np.zeros((length, count, tags), np.int64)
    for at in range(1, length):
        paths = best[:, :, None] + moves
        back[at] = paths.argmax(axis=1)
        best = paths.max(axis=1) + scores[:, at]
    found = np.empty((count, length), np.int64)
    found[:, -1] = best.argmax(axis=1)
    every = np.arange(count)
    for at in range(length - 1, 0, -1):
        found[:, at - 1] = back[at, every, found[:, at]]
    return found


def runs_of(tags: Iterable[int], opening: int, inside: int, first: int = 0) -> tuple[Run, ...]:
    """Return the runs of words that ``opening`` begins, counted from word ``first``."""
    found: list[Run] = []
    start: int | None = None
    for at, tag in enumerate([*tags, OUTSIDE]):
        if start is not None and tag != inside:
            found.append((start + first, at + first))
            start = None
        if tag == opening:
            start = at
    return tuple(found)
