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

    They are words at the edge of a report that five reports of its outlet or more hold, which
    otherwise say different things.
    """
    by_outlet: defaultdict[str, list[int]] = defaultdict(list)
    for at, wording in enumerate(wordings):
        outlet = outlet_of(wording)
        if outlet is not None:
            by_outlet[outlet].append(at)
    found: dict[int, list[Stretch]] = {}
    for members in by_outlet.values():
        if len(members) >= OFTEN:
            found |= dict(_of_outlet(wordings, members))
    return found


def outlet_of(wording: Wording) -> str | None:
    """Return the outlet of a report, else the host of its address."""
    article = wording.article
    return article.outlet or (urlsplit(article.url).hostname if article.url else None)


def _of_outlet(
    wordings: Sequence[Wording], members: Sequence[int]
) -> Iterator[tuple[int, list[Stretch]]]:
    import numpy as np

    rows = {at: row_keys(wordings[at].words, _ROW) for at in members}
    keys, counts = np.unique(
        np.concatenate([np.unique(row) for row in rows.values()]), return_counts=True
    )
    often = keys[counts >= OFTEN]
    if not len(often):
        return
    for at in members:
        flags = _held(rows[at], often, len(wordings[at]))
        if 0 < flags.sum() < _PART * len(flags):
            stretches = [
                wordings[at].stretch(words) for words in _series(flags) if _at_edge(words, flags)
            ]
            if stretches:
                yield at, stretches


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


def _at_edge(words: range, flags: NDArray[np.bool_]) -> bool:
    return words[0] < _EDGE * len(flags) or words[-1] > (1 - _EDGE) * len(flags)
