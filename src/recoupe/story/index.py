"""The reports at hand by what they contain: weighted terms, and which reports may belong together.

Nothing here depends on the order in which reports were added, only on which they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf, log, sqrt
from typing import Final

from recoupe.story.features import Counts, Features, Spot
from recoupe.story.rarity import EVERYDAY, FREQUENT, level, level_of_all, rareness, weight

LEAST_SHARED: Final = 0.04
"""Share of two reports' rare terms, as a cosine, from which the two are compared."""

_MAIN: Final = 3
"""Places of a report, those named most, by which it is told how far two reports are apart."""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Norms:
    """Lengths of the parts of a vector, 1 where a part is empty; ``overall`` of the whole text."""

    names: float
    words: float
    numbers: float
    headline: float
    overall: float


@dataclass(frozen=True, slots=True)
class Vector:
    """What a report contains, weighted by how often it says it and how rare that is.

    ``spots`` are places narrower than a region, ``main`` those named most. ``keys`` are the terms
    by which it finds others.
    """

    features: Features
    names: Weights
    words: Weights
    numbers: Weights
    headline: Weights
    people: Weights
    parties: Weights
    spots: Weights
    keys: Weights
    norms: Norms
    days: frozenset[int]
    main: tuple[Spot, ...]


class Index:
    """Reports by their terms; those whose weights changed since last asked are ``stale``.

    A report is weighed when it is first asked for.
    """

    def __init__(self) -> None:
        self._features: dict[str, Features] = {}
        self._holders: defaultdict[str, list[str]] = defaultdict(list)
        self._levels: dict[str, int] = {}
        self._all = level_of_all(0)
        self._vectors: dict[str, Vector] = {}
        self._stale: set[str] = set()

    def __contains__(self, report: str) -> bool:
        return report in self._features

    def __len__(self) -> int:
        return len(self._features)

    def __iter__(self) -> Iterator[str]:
        return iter(self._features)

    def features(self, report: str) -> Features:
        """Return what a report is grouped by; raise :class:`KeyError` if it is not there."""
        return self._features[report]

    def load(self, reports: Iterable[Features]) -> None:
        """Take these reports as they were, into an index that has none; no weight changes by it."""
        self._features = {features.report: features for features in reports}
        for features in self._features.values():
            for term in _terms(features):
                self._holders[term].append(features.report)
        self._levels = {term: level(len(held)) for term, held in self._holders.items()}
        self._all = level_of_all(len(self._features))

    def put(self, features: Features) -> None:
        """Add a report, or let it be another; one that is there as it is changes nothing."""
        former = self._features.get(features.report)
        if former != features:
            self._features[features.report] = features
            self._stale.add(features.report)
            self._hold(features.report, _terms(former) if former else frozenset(), _terms(features))

    def remove(self, report: str) -> None:
        """Take out a report; raise :class:`KeyError` if it is not there."""
        former = self._features.pop(report)
        self._vectors.pop(report, None)
        self._hold(report, _terms(former), frozenset())
        self._stale.discard(report)

    def _hold(self, report: str, former: frozenset[str], terms: frozenset[str]) -> None:
        """Note which terms a report has now, and which reports weigh another way for that."""
        for term in former - terms:
            self._holders[term].remove(report)
            self._rank(term)
        for term in terms - former:
            self._holders[term].append(report)
            self._rank(term)
        if self._all != level_of_all(len(self._features)):
            self._all = level_of_all(len(self._features))
            self._stale.update(self._features)

    def _rank(self, term: str) -> None:
        """Note how frequent a term is now."""
        holders = self._holders[term]
        if not holders:
            del self._holders[term], self._levels[term]
            return
        former, rank = self._levels.get(term), level(len(holders))
        self._levels[term] = rank
        if former is not None and former != rank and self._matters(term, former, rank):
            self._stale.update(holders)

    def refreshed(self) -> frozenset[str]:
        """Return the reports whose weights changed since this was last asked."""
        stale = frozenset(self._stale)
        for report in stale:
            self._vectors.pop(report, None)
        self._stale.clear()
        return stale

    def vector(self, report: str) -> Vector:
        """Return the weighted terms of a report; ask :meth:`refreshed` first."""
        found = self._vectors.get(report)
        if found is None:
            found = self._vectors[report] = self._vector(self._features[report])
        return found

    def candidates(self, report: str) -> Iterator[str]:
        """Yield the reports that share enough rare terms with ``report`` to be compared with it."""
        own = self.vector(report)
        shared: defaultdict[str, float] = defaultdict(float)
        for term, value in own.keys.items():
            for other in self._holders[term]:
                shared[other] += value * self.vector(other).keys[term]
        shared.pop(report, None)
        for other, product in shared.items():
            if product >= LEAST_SHARED * own.norms.overall * self.vector(other).norms.overall:
                yield other

    def _matters(self, term: str, former: int, rank: int) -> bool:
        """Whether the term's weight changes with its level, or that it is a key."""
        everyday = _rareness(term)
        if (former < FREQUENT) != (rank < FREQUENT) and everyday > EVERYDAY:
            return True
        return weight(former, self._all, everyday) != weight(rank, self._all, everyday)

    def _weight(self, term: str) -> float:
        return weight(self._levels[term], self._all, _rareness(term))

    def _vector(self, features: Features) -> Vector:
        names = self._weighed("n", features.names)
        words = self._weighed("w", features.words)
        numbers = self._weighed("#", features.numbers)
        people = {key: self._weight(f"p{key}") for key, _ in features.people}
        parties = {key: self._weight(f"b{key}") for key, _ in features.parties}
        narrow = [spot for spot in features.spots if not spot.broad]
        spots = {f"{spot.id}": self._weight(f"s{spot.id}") for spot in narrow}
        known = frozenset(term for term, _ in features.names)
        headline = {
            term: self._weight(f"n{term}" if term in known else f"w{term}")
            for term in features.headline
        }
        return Vector(
            features,
            names,
            words,
            numbers,
            headline,
            people,
            parties,
            spots,
            self._keys(features, {"n": names, "w": words, "p": people, "s": spots}),
            _norms(names, words, numbers, headline),
            frozenset(day for day, _ in features.days),
            tuple(sorted(narrow, key=lambda spot: (-spot.mentions, spot.rank))[:_MAIN]),
        )

    def _weighed(self, kind: str, counts: Counts) -> Weights:
        found = {term: (1 + log(n)) * self._weight(f"{kind}{term}") for term, n in counts}
        return {term: value for term, value in found.items() if value > 0}

    def _keys(self, features: Features, parts: Mapping[str, Weights]) -> Weights:
        """Return the terms that few reports have, those of the headline weighing more."""
        weights = {
            kind + term: value for kind, part in parts.items() for term, value in part.items()
        }
        named = {term for term, _ in features.names}
        for term in features.headline:
            key = f"n{term}" if term in named else f"w{term}"
            weights[key] = weights.get(key, 0.0) + self._weight(key)
        return {
            key: value
            for key, value in weights.items()
            if value > 0 and self._levels[key] < FREQUENT and _rareness(key) > EVERYDAY
        }


def _norms(names: Weights, words: Weights, numbers: Weights, headline: Weights) -> Norms:
    parts = [sum([value * value for value in part.values()]) for part in (names, words, numbers)]
    title = sum([value * value for value in headline.values()])
    return Norms(*[sqrt(square) or 1.0 for square in (*parts, title, sum(parts))])


def _terms(features: Features) -> frozenset[str]:
    found = {f"n{term}" for term, _ in features.names}
    found |= {f"w{term}" for term, _ in features.words}
    found |= {f"#{term}" for term, _ in features.numbers}
    found |= {f"p{key}" for key, _ in features.people} | {f"b{key}" for key, _ in features.parties}
    found |= {f"s{spot.id}" for spot in features.spots if not spot.broad}
    named = {term for term, _ in features.names}
    return frozenset(found | {f"w{term}" for term in features.headline if term not in named})


def _rareness(term: str) -> float:
    return rareness(term[1:]) if term[0] == "w" else inf
