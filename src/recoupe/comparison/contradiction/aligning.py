"""Which word of a passage answers which of another: by stem, by spelling, by meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

import numpy as np
from numpy.typing import NDArray

from recoupe.comparison.contradiction.sketch import Sketch, Word

Vectors = Mapping[str, NDArray[np.float32]]
"""Vectors of length 1 of words in lower case, as a sentence encoder has them."""

_PREFIX: Final = 4
"""Letters that two spellings of one word share at least at their beginning."""
_ALIKE: Final = 0.62
"""The share of the longer spelling that this beginning must be."""
_SPELLED: Final = 0.9
"""What a match by spelling is worth, where one by stem is worth 1."""
_NEAR: Final = 0.55
"""The cosine from which two words are held to be near in meaning."""

_SAME_NAME: Final = 0.8
"""The same for names: two towns are near in meaning, and are two towns."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Word ``one`` of a passage answers word ``other`` of another, with a weight up to 1."""

    one: int
    other: int
    weight: float


def aligned(one: Sketch, other: Sketch, vectors: Vectors | None = None) -> tuple[Pair, ...]:
    """Return for each telling word of ``one`` its best answer in ``other``, if there is any.

    Of two answers with its stem, it is the one that is denied as it is, or as it is not.
    """
    there = [(at, other.words[at]) for at in other.telling]
    by_stem: dict[tuple[str, bool], int] = {}
    for at, word in there:
        by_stem.setdefault((word.stem, word.negated), at)
    found: list[Pair] = []
    for at in one.telling:
        word = one.words[at]
        same = by_stem.get((word.stem, word.negated), by_stem.get((word.stem, not word.negated)))
        pair = Pair(at, same, 1.0) if same is not None else _nearest(at, word, there, vectors)
        if pair:
            found.append(pair)
    return tuple(found)


def unanswered(one: Sketch, other: Sketch) -> tuple[str, ...]:
    """Return the telling words of ``one``, in lower case, whose stems ``other`` has not."""
    stems = {other.words[at].stem for at in other.telling}
    return tuple(one.words[at].form for at in one.telling if one.words[at].stem not in stems)


def _nearest(
    at: int, word: Word, there: Sequence[tuple[int, Word]], vectors: Vectors | None
) -> Pair | None:
    best = max(((_spelled(word, other), -to) for to, other in there), default=(0.0, 0))
    if best[0] > 0:
        return Pair(at, -best[1], _SPELLED * best[0])
    return _meant(at, word, there, vectors) if vectors else None


def _spelled(word: Word, other: Word) -> float:
    """Return how much of the longer of two spellings is their common beginning, 0 if too little."""
    if word.plain[:_PREFIX] != other.plain[:_PREFIX] or len(word.plain) < _PREFIX:
        return 0.0
    letters = zip(word.plain, other.plain, strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))
    share = common / max(len(word.plain), len(other.plain))
    return share if share >= _ALIKE else 0.0


def _meant(at: int, word: Word, there: Sequence[tuple[int, Word]], vectors: Vectors) -> Pair | None:
    own = vectors.get(word.form)
    known = [(to, vectors[other.form]) for to, other in there if other.form in vectors]
    if own is None or not known:
        return None
    near = np.stack([vector for _, vector in known]) @ own
    best = int(near.argmax())
    least = _SAME_NAME if word.kind == "name" else _NEAR
    return Pair(at, known[best][0], float(near[best])) if near[best] >= least else None
