"""Words that an outlet puts on its pages again and again: no lineage, whoever else prints them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from recoupe.comparison.lineage.wording import Stretch, Wording, row_keys

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OFTEN: Final = 5
"""Reports of one outlet that hold the same words before these may be furniture."""
_PART: Final = 0.25
"""The share of a report from which words held often are rather a text that it took over."""
_ROW: Final = 8
_EDGE: Final = 0.2
"""The part at either end of a report in which furniture stands."""


def furniture(wordings: Sequence[Wording]) -> dict[int, list[Stretch]]:
    """Return the stretches that are site furniture, by the place of the report in ``wordings``.

    They are words at the edge of a report, that five reports of one outlet or more hold which
    otherwise say different things.
    """
    import numpy as np

    rows = [row_keys(wording.words, _ROW) for wording in wordings]
    by_outlet: defaultdict[str, list[int]] = defaultdict(list)
    for at, wording in enumerate(wordings):
        outlet = outlet_of(wording)
        if outlet is not None:
            by_outlet[outlet].append(at)
    known = [
        key
        for members in by_outlet.values()
        if len(members) >= OFTEN
        for key in _of_outlet([rows[at] for at in members])
    ]
    if not known:
        return {}
    often = np.unique(np.asarray(known, dtype=np.int64))
    held = ((at, _held(row, often, len(wordings[at]))) for at, row in enumerate(rows))
    return {
        at: [wordings[at].stretch(words) for words in _at_edges(flags)]
        for at, flags in held
        if _at_edges(flags)
    }


def outlet_of(wording: Wording) -> str | None:
    """Return the outlet of a report, else the host of its address."""
    article = wording.article
    return article.outlet or (urlsplit(article.url).hostname if article.url else None)


def _of_outlet(rows: Sequence[NDArray[np.int64]]) -> Iterator[int]:
    """Yield keys of words that many reports of an outlet hold at an edge."""
    import numpy as np

    keys, counts = np.unique(np.concatenate([np.unique(row) for row in rows]), return_counts=True)
    often = keys[counts >= OFTEN]
    for row in rows if len(often) else ():
        for words in _at_edges(_held(row, often, len(row) + _ROW - 1)):
            yield from row[words[0] : words[-1] - _ROW + 2].tolist()


def _held(row: NDArray[np.int64], often: NDArray[np.int64], words: int) -> NDArray[np.bool_]:
    """Return which words of a report stand in a row that is held often."""
    import numpy as np

    flags = np.zeros(words, dtype=bool)
    for hit in np.flatnonzero(np.isin(row, often)).tolist():
        flags[hit : hit + _ROW] = True
    return flags


def _series(flags: NDArray[np.bool_]) -> Iterator[range]:
    first = None
    for at, flag in enumerate([*flags.tolist(), False]):
        if flag and first is None:
            first = at
        elif not flag and first is not None:
            yield range(first, at)
            first = None


def _at_edges(flags: NDArray[np.bool_]) -> list[range]:
    """Return the series of flagged words at an edge, if no large part of the report is flagged."""
    if flags.sum() >= _PART * len(flags):
        return []
    first, last = _EDGE * len(flags), (1 - _EDGE) * len(flags)
    return [words for words in _series(flags) if words[0] < first or words[-1] > last]
