"""The tables that go into more depth: spans, kinds, confidence, and the commonest errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from recoupe.evaluation.floors import key
from recoupe.evaluation.kinds import KINDS
from recoupe.evaluation.run import Outcome
from recoupe.evaluation.score import Score, reliability
from recoupe.evaluation.statement_causes import commonest
from recoupe.evaluation.statement_spans import ROLES, SPAN_WAYS

SPAN_COLUMNS: Final = ("corpus", "span", *SPAN_WAYS, "gold")
KIND_COLUMNS: Final = ("corpus", "measure", *(cell for kind in KINDS for cell in (kind, "gold")))
TRUST_COLUMNS: Final = ("corpus", "confidence", "statements", "mean", "right")
CAUSE_COLUMNS: Final = ("corpus", "cause", "cases", "share")

Row = tuple[str, ...]
Grid = tuple[str, tuple[str, ...], tuple[Row, ...]]
"""A title, the columns, and the rows of a table of text."""


def of_kind(score: Score) -> str | None:
    """Return the kind that a score is of alone, ``None`` where it is of all."""
    kind, colon, _ = score.measure.partition(": ")
    return kind if colon and kind in KINDS else None


def is_finer(score: Score) -> bool:
    """Whether a score is one of a span that has its place beside the exact one."""
    role, _, way = score.measure.partition(" ")
    return role in ROLES and way in SPAN_WAYS[1:]


def details(outcome: Outcome) -> Iterator[Grid]:
    """Yield the tables that go into more depth: spans, kinds, and what confidence is worth."""
    spans = tuple(_span_rows(outcome))
    if spans:
        yield "spans", SPAN_COLUMNS, spans
    kinds = tuple(_kind_rows(outcome))
    if kinds:
        yield "by kind", KIND_COLUMNS, kinds
    trust = tuple(_trust_rows(outcome))
    if trust:
        yield "what confidence is worth", TRUST_COLUMNS, trust


def _span_rows(outcome: Outcome) -> Iterator[Row]:
    scores = {key(score): score for score in outcome.scores}
    for result in outcome.results:
        for role in ROLES:
            names = [(result.subject, result.corpus.name, f"{role} {way}") for way in SPAN_WAYS]
            if all(name in scores for name in names):
                values = [shown(scores[name].value) for name in names]
                yield result.corpus.name, role, *values, str(scores[names[0]].support)


def _kind_rows(outcome: Outcome) -> Iterator[Row]:
    by_kind = {key(score): score for score in outcome.scores if of_kind(score)}
    names = dict.fromkeys(
        (subject, corpus, measure.partition(": ")[2]) for subject, corpus, measure in by_kind
    )
    for subject, corpus, measure in names:
        cells: list[str] = []
        for kind in KINDS:
            score = by_kind.get((subject, corpus, f"{kind}: {measure}"))
            cells += [shown(score.value), str(score.support)] if score else ["-", "0"]
        yield corpus, measure, *cells


def _trust_rows(outcome: Outcome) -> Iterator[Row]:
    for result in outcome.results:
        for part in reliability(result.tally.trust):
            yield (
                result.corpus.name,
                f"{part.low:.1f}-{part.high:.1f}",
                str(part.number),
                shown(part.confidence),
                shown(part.right),
            )


def causes(outcome: Outcome, known: Callable[[str, str], bool], number: int) -> Iterator[Grid]:
    """Yield the ``number`` commonest causes of mistakes for each corpus that is not sealed.

    ``known`` tells whether the language pack lists the words of a cue.
    """
    for result in outcome.results:
        if result.corpus.sealed:
            continue
        counts = commonest(result.tally.cases, partial(known, result.corpus.language))
        total = sum(count for _, count in counts)
        rows = tuple(
            (result.corpus.name, cause, str(count), f"{count / total:.0%}")
            for cause, count in counts[:number]
        )
        if rows:
            yield f"commonest errors of {total} on {result.corpus.name}", CAUSE_COLUMNS, rows


def shown(value: float | None, unit: str | None = None) -> str:
    """Return a number as the tables show it, ``-`` for none."""
    if value is None:
        return "-"
    return f"{value:.1f} km" if unit == "km" else f"{value:.3f}"
