"""Scoring the contradiction reader on pairs of passages.

On corpora that the model learns from, each pair is judged by a model that saw no pair of its group
(a fact-check, a first passage, a topic), with the other corpora whole; folds are drawn several
times. Our own pairs are judged by the model in the package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from recoupe.comparison.contradiction import Wording
from recoupe.comparison.contradiction.model import Model, fit, shipped
from recoupe.comparison.contradiction.scoring import measured
from recoupe.evaluation.gold_records import GoldReport
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.model import Reading

PINNED: Final = frozenset({"accuracy", "contradiction", "same matter"})
FOLDS: Final = 10
DRAWS: Final = 3
SURE: Final = 0.5
"""From which probability on a pair is held to contradict."""
PEER: Final = "negation mismatch alone"
LEARNED: Final = ("daccord_dev", "rte3_fr_dev")
"""The corpora that the shipped model is fitted on."""
_PEER_FEATURE: Final = "negation in one"

Rows = Sequence[Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled pair: its features, whether of one matter, its label and group."""

    report: GoldReport
    features: Mapping[str, float]
    same_matter: float
    contradicts: bool
    group: str


def score_together(reports: Sequence[tuple[GoldReport, Reading | None]], tally: Tally) -> None:
    """Add every pair of one corpus to ``tally``."""
    cases = list(judged_pairs([report for report, _ in reports]))
    if not cases:
        return
    if cases[0].report.corpus.startswith("own"):
        _score_own(cases, tally)
        return
    for name, grouped in (("", True), (", random folds", False)):
        for draw in range(DRAWS):
            found = cross_validated(cases, draw, grouped=grouped)
            _count(cases, found, tally, name)
            if draw == 0 and grouped:
                _list_errors(cases, found, tally)
    for case in cases:
        alone = case.features[_PEER_FEATURE] > 0
        tally.count(f"accuracy, {PEER}", judged(alone == case.contradicts))


def judged_pairs(reports: Sequence[GoldReport]) -> Iterator[Judged]:
    """Yield the pairs among ``reports``, each measured."""
    pairs = [(report, report.passages) for report in reports if report.passages is not None]
    wordings = [
        (Wording(report.text, report.language), Wording(passages.other, passages.language))
        for report, passages in pairs
    ]
    for (report, passages), item in zip(pairs, measured(wordings), strict=True):
        yield Judged(
            report,
            item.features,
            item.same_matter,
            passages.label == "contradicts",
            passages.group,
        )


def cross_validated(cases: Sequence[Judged], draw: int, *, grouped: bool) -> list[bool]:
    """Return whether each pair is held to contradict by a model that did not see its group.

    The threshold is the one at which the model is right most often on the pairs it was fitted on,
    or, where contradictions are rare, at which their F1 there is highest.
    """
    names = [case.group if grouped else case.report.id for case in cases]
    order = sorted(set(names))
    Random(draw).shuffle(order)  # noqa: S311
    fold = {name: at % FOLDS for at, name in enumerate(order)}
    found = [False] * len(cases)
    for number in range(FOLDS):
        rest = [case for case, name in zip(cases, names, strict=True) if fold[name] != number]
        model = fitted(rest)
        level = threshold(model, rest)
        for at, name in enumerate(names):
            if fold[name] == number:
                found[at] = model.probability(cases[at].features) >= level
    return found


def fitted(cases: Sequence[Judged]) -> Model:
    """Return the model of some pairs, each corpus with its own bias."""
    return fit(
        [case.features for case in cases],
        [case.contradicts for case in cases],
        [case.report.corpus for case in cases],
    )


def threshold(model: Model, cases: Sequence[Judged]) -> float:
    """Return the level that parts contradictions best among ``cases``."""
    scored = sorted(
        ((model.probability(case.features), case.contradicts) for case in cases), reverse=True
    )
    wanted = sum(case.contradicts for case in cases)
    right: Callable[[int, int], float] = (
        (lambda hits, taken: 2 * hits / (taken + wanted))
        if wanted < len(cases) / 3
        else (lambda hits, taken: (hits + len(cases) - wanted - (taken - hits)) / len(cases))
    )
    best, level, hits = 0.0, SURE, 0
    for taken, (probability, contradicts) in enumerate(scored, 1):
        hits += contradicts
        if right(hits, taken) > best:
            best, level = right(hits, taken), probability
    return level


def _count(cases: Sequence[Judged], found: Sequence[bool], tally: Tally, name: str) -> None:
    part = 1 / DRAWS
    wanted = [case.contradicts for case in cases]
    right = sum(w == f for w, f in zip(wanted, found, strict=True)) * part
    tally.count(f"accuracy{name}", Count(right, len(cases) * part, len(cases) * part))
    hits = sum(w and f for w, f in zip(wanted, found, strict=True)) * part
    tally.count(f"contradiction{name}", Count(hits, sum(found) * part, sum(wanted) * part))


def _score_own(cases: Sequence[Judged], tally: Tally) -> None:
    """Judge our own pairs by the shipped model: contradictions, and whether of one matter."""
    model = shipped()
    found = [model.probability(case.features) * case.same_matter >= SURE for case in cases]
    for case, contradicts in zip(cases, found, strict=True):
        right = contradicts == case.contradicts
        tally.count("accuracy", judged(right))
        tally.count(
            "contradiction", Count(case.contradicts and contradicts, contradicts, case.contradicts)
        )
        passages = case.report.passages
        same = passages is not None and passages.label != "unrelated"
        across = passages is not None and passages.language != case.report.language
        for name in ("same matter", *(["same matter, two languages"] if across else [])):
            tally.count(name, judged((case.same_matter >= SURE) == same))
        if across:
            tally.count("accuracy, two languages", judged(right))
    _list_errors(cases, found, tally)


def _list_errors(cases: Sequence[Judged], found: Sequence[bool], tally: Tally) -> None:
    for case, contradicts in zip(cases, found, strict=True):
        if contradicts != case.contradicts and case.report.passages is not None:
            words = f"{case.report.text} | {case.report.passages.other}"
            kind = "missed contradiction" if case.contradicts else "made up contradiction"
            tally.case(Case(kind, case.report.id, case.report.passages.label, "-", words, 1.0))
