"""Words that stand in reports again and again are no lineage: site furniture, and stock phrases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from recoupe.comparison.lineage.origins import Side
from recoupe.comparison.lineage.stock import covered, series, spread_keys
from recoupe.comparison.lineage.wording import GRAM, Stretch, Wording, row_keys, wording

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


def without_furniture(sides: Sequence[Side]) -> list[Side]:
    """Return the reports without site furniture, and with stock phrases that tell nothing.

    Furniture are words at the edge of a report that five reports of one outlet or more hold, which
    otherwise say different things, and longer words that reports published far apart hold. Stock
    phrases are shorter ones of the latter kind.
    """
    cleared = list(sides)
    for at, stretches in furniture([report.wording for report in sides]).items():
        cleared[at] = replace(sides[at], wording=wording(sides[at].reading, stretches))
    rows = [row_keys(report.wording.words, GRAM) for report in cleared]
    keys = spread_keys(rows, [report.reading.article.published for report in cleared])
    if not len(keys):
        return cleared
    return [
        replace(report, wording=_dulled(report.wording, covered(row, keys, GRAM)))
        for report, row in zip(cleared, rows, strict=True)
    ]


def _dulled(made: Wording, stock: NDArray[np.bool_]) -> Wording:
    """Return the same words, those of stock phrases telling nothing."""
    if not stock.any():
        return made
    telling = bytes(
        tells and not dull for tells, dull in zip(made.telling, stock.tolist(), strict=True)
    )
    return replace(made, telling=telling)


def furniture(wordings: Sequence[Wording]) -> dict[int, list[Stretch]]:
    """Return the stretches that are site furniture, by the place of the report in ``wordings``."""
    import numpy as np

    rows = [row_keys(made.words, _ROW) for made in wordings]
    known = np.unique(np.asarray(list(_of_outlets(wordings, rows)), dtype=np.int64))
    spread = spread_keys(rows, [made.article.published for made in wordings])
    found: dict[int, list[Stretch]] = {}
    for at, row in enumerate(rows):
        words = [*_at_edges(covered(row, known, _ROW)), *series(covered(row, spread, _ROW))]
        if words:
            found[at] = sorted(map(wordings[at].stretch, words))
    return found


def _of_outlets(wordings: Sequence[Wording], rows: Sequence[NDArray[np.int64]]) -> Iterator[int]:
    """Yield the keys of words that many reports of one outlet hold at an edge."""
    by_outlet: defaultdict[str, list[NDArray[np.int64]]] = defaultdict(list)
    for made, row in zip(wordings, rows, strict=True):
        outlet = outlet_of(made)
        if outlet is not None:
            by_outlet[outlet].append(row)
    for members in by_outlet.values():
        if len(members) >= OFTEN:
            yield from _of_outlet(members)


def outlet_of(made: Wording) -> str | None:
    """Return the outlet of a report, else the host of its address."""
    article = made.article
    return article.outlet or (urlsplit(article.url).hostname if article.url else None)


def _of_outlet(rows: Sequence[NDArray[np.int64]]) -> Iterator[int]:
    import numpy as np

    keys, counts = np.unique(np.concatenate([np.unique(row) for row in rows]), return_counts=True)
    often = keys[counts >= OFTEN]
    for row in rows if len(often) else ():
        for words in _at_edges(covered(row, often, _ROW)):
            yield from row[words[0] : words[-1] - _ROW + 2].tolist()


def _at_edges(flags: NDArray[np.bool_]) -> list[range]:
    """Return the series of flagged words at an edge, if no large part of the report is flagged."""
    if flags.sum() >= _PART * len(flags):
        return []
    first, last = _EDGE * len(flags), (1 - _EDGE) * len(flags)
    return [words for words in series(flags) if words[0] < first or words[-1] > last]
