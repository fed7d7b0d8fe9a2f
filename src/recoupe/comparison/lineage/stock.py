"""Words that many reports hold which were published far apart: stock phrases and site furniture.

A text that is copied is copied within days or weeks. What stands in reports of different years ("is
asked to call police") is how such reports are written, or what the page puts around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from recoupe.comparison.lineage.directions import day_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.integer[Any]]

HOLDERS: Final = 5
"""Dated reports that hold the same words before these may be stock."""
WINDOW: Final = 90
"""Days within which copies of one text are published."""
PART: Final = 0.25
"""The share of a report from which words held often are rather a text that it took over."""
EDGE: Final = 0.2
"""The part at either end of a report in which furniture stands."""
BURST: Final = 0.6
"""The share of holders within one window from which the words are one text."""


def spread_keys(
    rows: Sequence[Keys], published: Sequence[str | None], holders: int = HOLDERS
) -> Keys:
    """Return the keys, sorted, whose holders were published far apart; a row is of one report.

    They have ``holders`` at least. Reports without a date say nothing.
    """
    import numpy as np

    dated = [
        (np.unique(row), day)
        for row, day in zip(rows, map(day_of, published), strict=True)
        if day is not None
    ]
    if len(dated) < holders:
        return np.zeros(0, dtype=np.int64)
    keys = np.concatenate([row for row, _ in dated])
    days = np.concatenate([np.full(len(row), day, dtype=np.int64) for row, day in dated])
    order = np.lexsort((days, keys))
    return _far_apart(keys[order], days[order], holders)


def _far_apart(keys: Keys, days: NDArray[np.int64], holders: int) -> Keys:
    """Return the keys no window holds most days of; both are sorted by key, then by day."""
    import numpy as np

    if not len(keys):
        return keys
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(keys)])))
    found: list[Keys] = [np.zeros(0, dtype=keys.dtype)]
    for size in np.unique(sizes[sizes >= holders]).tolist():
        firsts = starts[sizes == size]
        held = days[firsts[:, None] + np.arange(size)]
        most = int(np.ceil(BURST * size))
        lengths = held[:, most - 1 :] - held[:, : size - most + 1]
        found.append(keys[firsts[(lengths > WINDOW).all(axis=1)]])
    return np.sort(np.concatenate(found))


def covered(row: Keys, keys: Keys, length: int) -> NDArray[np.bool_]:
    """Return which words stand in a row of ``length`` words whose key is in the sorted ``keys``."""
    import numpy as np

    flags = np.zeros(len(row) + length - 1 if len(row) else 0, dtype=bool)
    if len(keys):
        nearest = keys[np.minimum(np.searchsorted(keys, row), len(keys) - 1)]
        for hit in np.flatnonzero(nearest == row).tolist():
            flags[hit : hit + length] = True
    return flags


def series(flags: NDArray[np.bool_]) -> Iterator[range]:
    """Yield each series of words that are flagged."""
    first = None
    for at, flag in enumerate([*flags.tolist(), False]):
        if flag and first is None:
            first = at
        elif not flag and first is not None:
            yield range(first, at)
            first = None


def at_edges(flags: NDArray[np.bool_]) -> list[range]:
    """Return the series of flagged words at an edge, if no large part of the report is flagged."""
    if flags.sum() >= PART * len(flags):
        return []
    first, last = EDGE * len(flags), (1 - EDGE) * len(flags)
    return [words for words in series(flags) if words[0] < first or words[-1] > last]
