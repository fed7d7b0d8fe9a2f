"""From a tally to scores."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from recoupe.evaluation.gold import Corpus
from recoupe.evaluation.score import Score, Tally, calibration_error, reliability


def scores_of(
    subject: str, corpus: Corpus, tally: Tally, pinned: frozenset[str]
) -> tuple[Score, ...]:
    """Return the scores of one reader on one corpus, in the order they were first counted."""
    return (*_counted(subject, corpus, tally, pinned), *_measured(subject, corpus, tally))


def _counted(subject: str, corpus: Corpus, tally: Tally, pinned: frozenset[str]) -> Iterator[Score]:
    for measure, count in tally.counts.items():
        if count.f1 is not None and count.wanted:
            yield Score(
                subject=subject,
                corpus=corpus.name,
                language=corpus.language,
                measure=measure,
                value=count.f1,
                precision=count.precision,
                recall=count.recall,
                support=round(count.wanted),
                pinned=measure in pinned,
            )


def _measured(subject: str, corpus: Corpus, tally: Tally) -> Iterator[Score]:
    """Yield what is no share of anything: a median distance, a calibration error."""
    found = [
        (f"median {name}", median(sample), len(sample), "km")
        for name, sample in tally.samples.items()
    ]
    error = calibration_error(reliability(tally.trust))
    if error is not None:
        found.append(("calibration error", error, len(tally.trust), "less is better"))
    for measure, value, support, unit in found:
        yield Score(
            subject=subject,
            corpus=corpus.name,
            language=corpus.language,
            measure=measure,
            value=value,
            precision=None,
            recall=None,
            support=support,
            pinned=False,
            unit=unit,
        )
