"""Words that stand in reports again and again are no lineage: site furniture, and stock phrases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from recoupe.comparison.lineage.corpus import NOTHING, OFTEN, ROW, Stock, short
from recoupe.comparison.lineage.origins import Side
from recoupe.comparison.lineage.parts import joined
from recoupe.comparison.lineage.stock import at_edges, covered, series, spread_keys
from recoupe.comparison.lineage.wording import GRAM, Stretch, Wording, row_keys, wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def without_furniture(sides: Sequence[Side], stock: Stock = NOTHING) -> list[Side]:
    """Return the reports without site furniture, and with stock phrases that tell nothing.

    Furniture are words at the edge of a report that five reports of one outlet or more hold, which
    otherwise say different things, and longer words that reports published far apart hold. Stock
    phrases are shorter ones of the latter kind. ``stock`` is what the whole corpus has of both.
    """
    cleared = list(sides)
    for at, stretches in furniture(sides, stock).items():
        cleared[at] = replace(sides[at], wording=wording(sides[at].reading, stretches))
    rows = [row_keys(report.wording.words, GRAM) for report in cleared]
    keys = spread_keys(rows, [report.reading.article.published for report in cleared])
    everywhere = _keys(stock.phrases)
    if not len(keys) and not len(everywhere):
        return cleared
    return [
        replace(
            report,
            wording=_dulled(
                report.wording,
                covered(row, keys, GRAM) | covered(short(row), everywhere, GRAM),
            ),
        )
        for report, row in zip(cleared, rows, strict=True)
    ]


def _keys(keys: Sequence[int]) -> NDArray[np.uint32]:
    import numpy as np

    return np.asarray(keys, dtype=np.uint32)


def _dulled(made: Wording, stock: NDArray[np.bool_]) -> Wording:
    """Return the same words, those of stock phrases telling nothing."""
    if not stock.any():
        return made
    telling = bytes(
        tells and not dull for tells, dull in zip(made.telling, stock.tolist(), strict=True)
    )
    return replace(made, telling=telling)


def furniture(sides: Sequence[Side], stock: Stock = NOTHING) -> dict[int, list[Stretch]]:
    """Return the stretches that are site furniture, by the place of the report in ``sides``."""
    import numpy as np

    wordings = [report.wording for report in sides]
    rows = [row_keys(made.words, ROW) for made in wordings]
    known = np.unique(np.asarray(list(_of_outlets(wordings, rows)), dtype=np.int64))
    spread = spread_keys(rows, [made.article.published for made in wordings])
    edges, everywhere = _keys(stock.furniture), _keys(stock.rows)
    found: dict[int, list[Stretch]] = {}
    for at, row in enumerate(rows):
        lasting = series(covered(short(row), everywhere, ROW))
        words = [
            *at_edges(covered(row, known, ROW) | covered(short(row), edges, ROW)),
            *series(covered(row, spread, ROW)),
            *(words for words in lasting if not _says_something(sides[at], words)),
        ]
        if words:
            found[at] = joined(map(wordings[at].stretch, words))
    return found


def _says_something(report: Side, words: range) -> bool:
    """Whether words count people, or somebody says them: that is text, however often it is told."""
    start, end = report.wording.stretch(words)
    told = [
        *(figure.span for figure in report.reading.figures),
        *(
            span
            for statement in report.reading.statements
            if statement.speaker_name
            for span in statement.content
        ),
    ]
    return any(span.start < end and start < span.end for span in told)


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
        for words in at_edges(covered(row, often, ROW)):
            yield from row[words[0] : words[-1] - ROW + 2].tolist()
