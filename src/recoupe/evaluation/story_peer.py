"""The peer that stories are compared with: what is often done, without any reading.

TF-IDF cosines over all words (logarithmic counts), reports within ten days of each other linked
from 0.2 on, and whatever hangs together is one story. The threshold is the one that serves it best
on the dated corpus; undated reports are linked from 0.3 on, best for those.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from math import log, sqrt
from typing import Final

from recoupe.evaluation.gold_records import GoldReport
from recoupe.model import Reading
from recoupe.words import stems

_DAYS: Final = 10
_DATED: Final = 0.2
_UNDATED: Final = 0.3


def peer(reports: Sequence[tuple[GoldReport, Reading | None]]) -> Mapping[str, str]:
    """Return the group of each report."""
    texts = {report.id: stems(report.text, report.language).split() for report, _ in reports}
    days = {
        report.id: date.fromisoformat(report.published).toordinal() if report.published else None
        for report, _ in reports
    }
    vectors = _vectors(texts)
    leaders = {name: name for name in texts}

    def leader(name: str) -> str:
        while leaders[name] != name:
            name = leaders[name]
        return name

    for one, other, cosine in _cosines(vectors):
        first, second = days[one], days[other]
        if first is None or second is None:
            linked = cosine > _UNDATED
        else:
            linked = cosine > _DATED and abs(first - second) <= _DAYS
        if linked:
            low, high = sorted((leader(one), leader(other)))
            leaders[high] = low
    return {name: leader(name) for name in texts}


def _vectors(texts: Mapping[str, Sequence[str]]) -> dict[str, dict[str, float]]:
    frequency = Counter(word for words in texts.values() for word in set(words))
    number = len(texts)
    found: dict[str, dict[str, float]] = {}
    for name, words in texts.items():
        weights = {w: (1 + log(n)) * log(number / frequency[w]) for w, n in Counter(words).items()}
        length = sqrt(sum(value * value for value in weights.values())) or 1.0
        found[name] = {word: value / length for word, value in weights.items()}
    return found


def _cosines(vectors: Mapping[str, Mapping[str, float]]) -> list[tuple[str, str, float]]:
    """Return each pair of reports that shares a word, with its cosine."""
    import numpy as np

    names = sorted(vectors)
    column = {word: at for at, word in enumerate(sorted({w for v in vectors.values() for w in v}))}
    postings: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for row, name in enumerate(names):
        for word, value in vectors[name].items():
            postings[column[word]].append((row, value))
    found: list[tuple[str, str, float]] = []
    held = {at: np.array(rows).T for at, rows in postings.items()}
    for row, name in enumerate(names):
        sums = np.zeros(len(names))
        for word, value in vectors[name].items():
            rows, values = held[column[word]]
            sums[rows.astype(int)] += value * values
        near = np.flatnonzero(sums > _DATED)
        found += [(name, names[at], float(sums[at])) for at in near.tolist() if at > row]
    return found
