"""Counts that add up over reports, and the scores made of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

CALIBRATION_BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Count:
    """What was right, out of what was found and out of what was wanted."""

    right: float = 0.0
    found: float = 0.0
    wanted: float = 0.0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; ``None`` where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was wanted that was found; ``None`` where nothing was wanted."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; ``None`` where there was nothing at all."""
        whole = self.found + self.wanted
        return 2 * self.right / whole if whole else None


def judged(right: bool, *, of: int = 1) -> Count:
    """Return the count of one yes or no question, whose F1 is the accuracy."""
    return Count(float(right), of, of)


@dataclass(frozen=True, slots=True)
class Case:
    """One mistake: what kind, in which report, what was wanted and found, and the words there.

    ``loss`` orders cases of one kind, the worst highest; its unit is the kind's own. ``cause`` is
    what seems to have gone wrong, ``""`` where nobody asked; ``cue`` the words of a missed cue.
    """

    kind: str
    report: str
    wanted: str
    found: str
    words: str
    loss: float
    cause: str = ""
    cue: str = ""


@dataclass(slots=True)
class Tally:
    """Everything counted so far of one reader on one corpus.

    ``samples`` are numbers whose distribution is the score (kilometres); ``trust`` pairs a
    reader's confidence with whether it was right; ``notes`` are lines to print as they are.
    """

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    samples: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    trust: list[tuple[float, bool]] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def count(self, measure: str, count: Count) -> None:
        """Add ``count`` to a measure."""
        self.counts[measure] += count

    def case(self, case: Case) -> None:
        """Keep one mistake."""
        self.cases.append(case)


@dataclass(frozen=True, slots=True)
class Score:
    """One measure of one reader on one corpus, ready to print, compare and pin.

    ``value`` is between 0 and 1, more is better, unless ``unit`` says otherwise; ``support`` is
    the number of gold items behind it; ``pinned`` whether it has a floor.
    """

    subject: str
    corpus: str
    language: str
    measure: str
    value: float
    precision: float | None
    recall: float | None
    support: int
    pinned: bool
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of like confidence: how many, how sure on average, how often right."""

    low: float
    high: float
    number: int
    confidence: float
    right: float


def reliability(trust: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Return the non-empty bins of a reliability diagram, ten of equal width."""
    members: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in trust:
        members[min(int(confidence * CALIBRATION_BINS), CALIBRATION_BINS - 1)].append(
            (confidence, right)
        )
    return tuple(
        Bin(
            low=index / CALIBRATION_BINS,
            high=(index + 1) / CALIBRATION_BINS,
            number=len(group),
            confidence=sum(confidence for confidence, _ in group) / len(group),
            right=sum(right for _, right in group) / len(group),
        )
        for index, group in sorted(members.items())
    )


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """Return the expected calibration error (Naeini et al. 2015); ``None`` without statements."""
    number = sum(part.number for part in bins)
    if not number:
        return None
    return sum(part.number * abs(part.confidence - part.right) for part in bins) / number


def worst(cases: Sequence[Case], number: int) -> tuple[Case, ...]:
    """Return the ``number`` worst cases of each kind, spread over reports where they tie."""
    chosen: list[Case] = []
    for kind in sorted({case.kind for case in cases}):
        kept = [case for case in cases if case.kind == kind]
        earlier: Counter[tuple[float, str]] = Counter()
        order: list[tuple[float, int, int]] = []
        for case in kept:
            order.append((-case.loss, earlier[case.loss, case.report], len(order)))
            earlier[case.loss, case.report] += 1
        chosen.extend(kept[at] for *_, at in sorted(order)[:number])
    return tuple(chosen)
