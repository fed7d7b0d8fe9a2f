"""Scoring the contradiction reader on pairs of passages.

On the corpora that the model is fitted on, and on RTE3-FR and ClaimDiff, each pair is judged by a
model that saw no pair of its group (a fact-check, a first passage, a topic); folds are drawn
several times. The pairs of our own that are never fitted on are judged by the shipped model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from recoupe.comparison.contradiction import Wording
from recoupe.comparison.contradiction.model import Model, fit, shipped
from recoupe.comparison.contradiction.scoring import Measured, measured
from recoupe.comparison.contradiction.sketch import sketch
from recoupe.evaluation.gold_contradictions import own_fitted
from recoupe.evaluation.gold_records import GoldPassages, GoldReport
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.model import Reading

PINNED: Final = frozenset({"accuracy", "contradiction", "same matter"})
FOLDS: Final = 10
DRAWS: Final = 3
SURE: Final = 0.5
"""From which probability on a pair is held to contradict, or to be of one matter."""
OWN: Final = "own_fitted"
LEARNED: Final = ("daccord_dev", OWN)
"""The corpora that the shipped model is fitted on."""
APART: Final = ("own_pairs_seen", "own_pairs_unseen")
"""The corpora that no model is ever fitted on."""
_OWN_WEIGHT: Final = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled pair, and what was measured of it."""

    report: GoldReport
    passages: GoldPassages
    item: Measured

    @property
    def features(self) -> Mapping[str, float]:
        """What the model looks at."""
        return self.item.features

    @property
    def contradicts(self) -> bool:
        """Whether its passages contradict each other, by the gold."""
        return self.passages.label == "contradicts"


def score_together(reports: Sequence[tuple[GoldReport, Reading | None]], tally: Tally) -> None:
    """Add every pair of one corpus to ``tally``."""
    cases = list(judged_pairs([report for report, _ in reports]))
    if len({case.contradicts for case in cases}) < 2:
        return
    if cases[0].report.corpus in APART:
        _score_apart(cases, tally)
        return
    for name, grouped in (("", True), (", random folds", False)):
        for draw in range(DRAWS):
            found = cross_validated(cases, draw, grouped=grouped)
            _count(cases, found, tally, name)
            if draw == 0 and grouped:
                _list_errors(cases, found, tally)
    if cases[0].report.corpus not in LEARNED:
        model = shipped()
        level = threshold(model, cases)
        held = [model.probability(case.features) >= level for case in cases]
        _count(cases, held, tally, ", shipped model", part=1.0)
    elif cases[0].report.corpus != OWN:
        own = list(judged_pairs(list(own_fitted())))
        quick = list(judged_pairs([case.report for case in cases], meaning=False))
        for draw in range(DRAWS):
            _count(cases, cross_validated(cases, draw, beside=own), tally, ", fitted as shipped")
            _count(cases, cross_validated(quick, draw), tally, ", by words alone")
    for case in cases:
        alone = denies(case.report.text, case.report.language) != denies(
            case.passages.other, case.passages.language
        )
        tally.count("accuracy, negation mismatch alone", judged(alone == case.contradicts))


def denies(text: str, language: str) -> bool:
    """Return whether a passage holds a negation: the peer looks at nothing else."""
    return any(not each.lack for each in sketch(Wording(text, language)).negations)


def judged_pairs(reports: Sequence[GoldReport], *, meaning: bool = True) -> Iterator[Judged]:
    """Yield the pairs among ``reports``, each measured; without ``meaning``, by words alone."""
    pairs = [(report, report.passages) for report in reports if report.passages is not None]
    wordings = [
        (Wording(report.text, report.language), Wording(passages.other, passages.language))
        for report, passages in pairs
    ]
    for (report, passages), item in zip(pairs, measured(wordings, meaning=meaning), strict=True):
        yield Judged(report, passages, item)


def cross_validated(
    cases: Sequence[Judged], draw: int, *, grouped: bool = True, beside: Sequence[Judged] = ()
) -> list[bool]:
    """Return whether each pair is held to contradict by a model that did not see its group.

    The pairs ``beside`` are fitted on as well, and never judged.
    """
    names = [case.passages.group if grouped else case.report.id for case in cases]
    order = sorted(set(names))
    Random(draw).shuffle(order)  # noqa: S311
    fold = {name: at % FOLDS for at, name in enumerate(order)}
    found = [False] * len(cases)
    for number in range(FOLDS):
        rest = [case for case, name in zip(cases, names, strict=True) if fold[name] != number]
        model = fitted([*rest, *beside])
        level = threshold(model, rest)
        for at, name in enumerate(names):
            if fold[name] == number:
                found[at] = model.probability(cases[at].features) >= level
    return found


def fitted(cases: Sequence[Judged]) -> Model:
    """Return the model of the pairs among ``cases`` that are of one matter.

    Our own pairs, which are the most like news, count several times.
    """
    chosen = [
        case
        for case in cases
        if case.passages.label != "unrelated"
        for _ in range(_OWN_WEIGHT if case.report.corpus == OWN else 1)
    ]
    return fit(
        [case.features for case in chosen],
        [case.contradicts for case in chosen],
        [case.report.corpus for case in chosen],
    )


def threshold(model: Model, cases: Sequence[Judged]) -> float:
    """Return the level that as many of ``cases`` reach as contradict."""
    scored = sorted((model.probability(case.features) for case in cases), reverse=True)
    wanted = sum(case.contradicts for case in cases)
    if not 0 < wanted < len(cases):
        return SURE
    return (scored[wanted - 1] + scored[wanted]) / 2


def _count(
    cases: Sequence[Judged],
    found: Sequence[bool],
    tally: Tally,
    name: str,
    part: float = 1 / DRAWS,
) -> None:
    wanted = [case.contradicts for case in cases]
    right = sum(w == f for w, f in zip(wanted, found, strict=True)) * part
    tally.count(f"accuracy{name}", Count(right, len(cases) * part, len(cases) * part))
    hits = sum(w and f for w, f in zip(wanted, found, strict=True)) * part
    tally.count(f"contradiction{name}", Count(hits, sum(found) * part, sum(wanted) * part))


def _score_apart(cases: Sequence[Judged], tally: Tally) -> None:
    """Judge pairs by the shipped model: contradictions, and whether of one matter."""
    model = shipped()
    found = [case.item.contradicts(model) >= SURE for case in cases]
    _count(cases, found, tally, "", part=1.0)
    for case, contradicts in zip(cases, found, strict=True):
        same = (case.item.same_matter >= SURE) == (case.passages.label != "unrelated")
        across = case.passages.language != case.report.language
        for name in ("", *([", two languages"] if across else [])):
            tally.count(f"same matter{name}", judged(same))
        if across:
            tally.count("accuracy, two languages", judged(contradicts == case.contradicts))
    _list_errors(cases, found, tally)


def _list_errors(cases: Sequence[Judged], found: Sequence[bool], tally: Tally) -> None:
    for case, contradicts in zip(cases, found, strict=True):
        if contradicts != case.contradicts:
            words = f"{case.report.text} | {case.passages.other}"
            kind = "missed contradiction" if case.contradicts else "made up contradiction"
            tally.case(Case(kind, case.report.id, case.passages.label, "-", words, 1.0))
