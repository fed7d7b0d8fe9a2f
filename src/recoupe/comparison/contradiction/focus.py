"""Which sentences of two passages answer each other; the others are left out of sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from recoupe.comparison.contradiction.aligning import Pair, Vectors, aligned
from recoupe.comparison.contradiction.sketch import Sketch

_ADDS: Final = 0.25
"""The share of the other passage that a further sentence must answer to be kept."""


def focused(one: Sketch, other: Sketch, vectors: Vectors | None) -> tuple[Sketch, Sketch]:
    """Return both passages with only the sentences that answer the other.

    Each keeps the sentence that answers most of the other's words, and every further one that
    answers a quarter of them which none kept before did.
    """
    near = _answering(one, aligned(other, one, vectors), len(other.telling))
    return near, _answering(other, aligned(near, other, vectors), len(near.telling))


def _answering(sketch: Sketch, pairs: Sequence[Pair], asked: int) -> Sketch:
    if not sketch.words or sketch.words[-1].sentence == 0:
        return sketch
    weights: Counter[int] = Counter()
    for pair in pairs:
        weights[sketch.words[pair.other].sentence] += round(100 * pair.weight)
    if not weights:
        return sketch
    first, *others = sorted(weights, key=lambda sentence: (-weights[sentence], sentence))
    further = {at for at in others if weights[at] >= 100 * _ADDS * asked}
    return sketch.within({first, *further})
