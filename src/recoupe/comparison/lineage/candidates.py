"""Which reports may share words: those that hold the same rare three words in a row.

Short words are left out first, so that light rewording ("dans la ville", "de la ville") keeps the
keys. No two reports are compared for this: keys are sorted, and those that stand together belong
together. A key of many reports links each of them with a few others, so that the number of pairs
grows with the number of reports, and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from recoupe.comparison.lineage.wording import GRAM, Wording, row_keys

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST: Final = 2
"""Keys that two reports have in common before they are compared."""
MOST: Final = 40
"""Reports with which one report is compared, at most: those with most keys in common."""
FEW: Final = 12
"""Reports up to which all that hold one key are paired."""
NEXT: Final = 4
"""Reports behind each one that it is paired with where a key has more holders, and the first."""

Pair = tuple[int, int]


def candidate_pairs(wordings: Sequence[Wording]) -> list[Pair]:
    """Return pairs of places in ``wordings`` to be compared, the lower first, sorted.

    What is paired depends on the order of ``wordings``, which should be that of publication.
    """
    import numpy as np

    codes = _codes(wordings)
    if not len(codes):
        return []
    pairs, counts = np.unique(codes, return_counts=True)
    shared = counts >= LEAST
    return _closest(pairs[shared], counts[shared], len(wordings))


def _closest(pairs: NDArray[np.int64], counts: NDArray[np.int64], number: int) -> list[Pair]:
    """Return the pairs that are among the closest of either of their two reports."""
    import numpy as np

    order = np.lexsort((pairs, -counts))
    met: defaultdict[int, int] = defaultdict(int)
    kept: list[Pair] = []
    for code in pairs[order].tolist():
        one, other = divmod(code, number)
        if met[one] < MOST or met[other] < MOST:
            met[one] += 1
            met[other] += 1
            kept.append((one, other))
    return sorted(kept)


def _codes(wordings: Sequence[Wording]) -> NDArray[np.int64]:
    """Return a number for each pair of reports, once for each key that links them."""
    import numpy as np

    number = len(wordings)
    keys, holders = _keys(wordings)
    if not len(keys):
        return np.zeros(0, dtype=np.int64)
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(keys)])))
    parts = []
    for size in np.unique(sizes[sizes > 1]).tolist():
        firsts = starts[sizes == size]
        members = holders[firsts[:, None] + np.arange(size)]
        parts += [members[:, i] * number + members[:, j] for i, j in _linked(size)]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def _linked(size: int) -> Iterator[Pair]:
    """Yield which of ``size`` holders of one key are paired, by their places in order."""
    for j in range(1, size):
        for i in range(j):
            if size <= FEW or i == 0 or j - i <= NEXT:
                yield i, j


def _keys(wordings: Sequence[Wording]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return every key of every report once, and who holds it."""
    import numpy as np

    sets = [report_keys(wording) for wording in wordings]
    holders = [np.full(len(keys), at, dtype=np.int64) for at, keys in enumerate(sets)]
    if not sets:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    return np.concatenate(sets), np.concatenate(holders)


def report_keys(wording: Wording) -> NDArray[np.int64]:
    """Return the keys of a report, sorted, each once: three telling words in a row."""
    import numpy as np

    told = [word for word, tells in zip(wording.words, wording.telling, strict=True) if tells]
    return np.unique(row_keys(told, GRAM))
