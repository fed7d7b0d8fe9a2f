"""What the reports of a whole corpus hold again and again: what one story alone cannot know.

A story has a handful of reports of some days, so it cannot tell an outlet's lines under every
article, or a phrase of every season, from words that were copied. Here the rows of words of all
reports are counted once, and each story is told those that two of its own reports hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from recoupe.comparison.lineage.stock import HOLDERS, at_edges, covered, spread_keys
from recoupe.comparison.lineage.wording import GRAM, folded_words, row_keys

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.uint32]

ROW: Final = 8
"""Words in a row that make furniture."""
OFTEN: Final = 5
"""Reports of one outlet that hold the same words before these may be furniture."""
STOCK: Final = 0.01
"""The share of all reports that hold a phrase of stock; rarer ones are of some incident."""
_AT_ONCE: Final = 4_000_000
"""Keys that are counted at once, some 100 MB: those of a larger corpus are counted in parts."""
_SPREADING: Final = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Stock:
    """Keys of words in a row that are no copies of each other, each list sorted.

    ``phrases`` are of three words, and ``rows`` of eight, in reports published far apart;
    ``furniture`` are of eight words at an edge of several reports of one outlet.
    """

    phrases: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    furniture: tuple[int, ...] = ()


NOTHING: Final = Stock()
"""Nothing is known but the reports at hand."""


@dataclass(frozen=True, slots=True)
class Known:
    """The stock of every report of a corpus, by its id."""

    phrases: Mapping[str, Keys]
    rows: Mapping[str, Keys]
    furniture: Mapping[str, Keys]

    def of(self, reports: Iterable[str]) -> Stock:
        """Return what two of these reports or more have of it: what one holds links nothing."""
        members = list(reports)
        return Stock(*(_held_twice(part, members) for part in self._parts()))

    def _parts(self) -> tuple[Mapping[str, Keys], ...]:
        return self.phrases, self.rows, self.furniture


NONE_KNOWN: Final = Known({}, {}, {})
"""The stock of no corpus."""


class Corpus:
    """The rows of words of all reports, about 4 KB of each; their order makes no difference."""

    def __init__(self) -> None:
        self._phrases: dict[str, Keys] = {}
        self._rows: dict[str, Keys] = {}
        self._published: dict[str, str | None] = {}
        self._outlets: dict[str, str | None] = {}

    def put(self, report: str, text: str, *, published: str | None, outlet: str | None) -> None:
        """Add a report, or let it be another; ``published`` is an ISO 8601 day or time."""
        import numpy as np

        words = folded_words(text)
        self._phrases[report] = np.unique(short(row_keys(words, GRAM)))
        self._rows[report] = short(row_keys(words, ROW))
        self._published[report] = published
        self._outlets[report] = outlet

    def known(self) -> Known:
        """Return what the reports hold again and again, by report."""
        import numpy as np

        reports = sorted(self._rows)
        often = max(HOLDERS, ceil(STOCK * len(reports)))
        unique = {report: np.unique(self._rows[report]) for report in reports}
        return Known(
            _shared(self._phrases, self._spread(self._phrases, reports, often)),
            _shared(unique, self._spread(unique, reports, HOLDERS)),
            dict(self._furniture(unique)),
        )

    def _spread(self, rows: dict[str, Keys], reports: Sequence[str], holders: int) -> Keys:
        """Return the keys whose holders were published far apart, sorted."""
        import numpy as np

        published = [self._published[report] for report in reports]
        parts = 1 + sum(len(rows[report]) for report in reports) // _AT_ONCE
        found = [
            spread_keys(
                [rows[one][rows[one] % parts == part] for one in reports], published, holders
            )
            for part in range(parts)
        ]
        return np.sort(np.concatenate(found).astype(np.uint32))

    def _furniture(self, unique: dict[str, Keys]) -> Iterator[tuple[str, Keys]]:
        """Yield the keys at an edge of each report that several of its outlet hold."""
        import numpy as np

        by_outlet: defaultdict[str, list[str]] = defaultdict(list)
        for report, outlet in self._outlets.items():
            if outlet is not None:
                by_outlet[outlet].append(report)
        for members in by_outlet.values():
            if len(members) < OFTEN:
                continue
            held = np.concatenate([unique[report] for report in members])
            keys, times = np.unique(held, return_counts=True)
            often = keys[times >= OFTEN]
            for report in members if len(often) else ():
                row = self._rows[report]
                flagged = at_edges(covered(row, often, ROW))
                at_edge = [row[words[0] : words[-1] - ROW + 2] for words in flagged]
                if at_edge:
                    yield report, np.unique(np.concatenate(at_edge))


def short(keys: NDArray[np.int64]) -> Keys:
    """Return keys of 32 bits in the place of those of 63.

    Of a million rows of stock, one row in 4,000 is taken for one that it is not.
    """
    import numpy as np

    mixed: NDArray[np.uint64] = keys.astype(np.uint64) * np.uint64(_SPREADING)
    return (mixed >> np.uint64(32)).astype(np.uint32)


def _shared(rows: dict[str, Keys], known: Keys) -> dict[str, Keys]:
    import numpy as np

    return {
        report: np.intersect1d(keys, known, assume_unique=True) for report, keys in rows.items()
    }


def _held_twice(known: Mapping[str, Keys], reports: Iterable[str]) -> tuple[int, ...]:
    import numpy as np

    rows = [known[report] for report in reports if report in known]
    if len(rows) < 2:
        return ()
    keys, times = np.unique(np.concatenate(rows), return_counts=True)
    return tuple(keys[times > 1].tolist())
