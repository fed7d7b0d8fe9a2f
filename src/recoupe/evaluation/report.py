"""What ``recoupe evaluate`` prints: a table by language, JSON, Markdown, and the worst cases."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from recoupe.evaluation.floors import Key, key
from recoupe.evaluation.run import Outcome, Result
from recoupe.evaluation.score import Case, Score, reliability, worst

COLUMNS: Final = ("corpus", "measure", "score", "precision", "recall", "gold", "floor")
_NUMBERS: Final = COLUMNS[2:]
_WORDS_SHOWN: Final = 240
_UNREAD_SHOWN: Final = 10

Row = tuple[str, ...]


def rows(scores: Sequence[Score], floors: Mapping[Key, float]) -> Iterator[Row]:
    """Yield a row of text for each score, in the order of :data:`COLUMNS`."""
    for score in scores:
        floor = floors.get(key(score))
        yield (
            score.corpus,
            score.measure,
            _number(score.value, score.unit),
            _number(score.precision),
            _number(score.recall),
            str(score.support),
            _number(floor) if floor is not None else "",
        )


def tables(outcome: Outcome) -> Iterator[tuple[str, tuple[Score, ...]]]:
    """Yield a title and the scores of each reader in each language."""
    for subject in dict.fromkeys(result.subject for result in outcome.results):
        scores = [score for score in outcome.scores if score.subject == subject]
        for language in sorted({score.language for score in scores}):
            chosen = tuple(score for score in scores if score.language == language)
            yield f"{subject}, {language}", chosen


def plain(outcome: Outcome, floors: Mapping[Key, float]) -> str:
    """Return the tables as text in columns, for files and pipes."""
    parts = []
    for title, scores in tables(outcome):
        lines = [COLUMNS, *rows(scores, floors)]
        widths = [max(len(line[at]) for line in lines) for at in range(len(COLUMNS))]
        parts.append(title)
        parts.extend("  " + _aligned(line, widths) for line in lines)
        parts.append("")
    parts.extend(remarks(outcome))
    return "\n".join(parts)


def _aligned(line: Row, widths: Sequence[int]) -> str:
    cells = (
        text.rjust(width) if column in _NUMBERS else text.ljust(width)
        for column, text, width in zip(COLUMNS, line, widths, strict=True)
    )
    return "  ".join(cells).rstrip()


def remarks(outcome: Outcome) -> Iterator[str]:
    """Yield what no table holds: notes, reports that could not be read, calibration."""
    for result in outcome.results:
        yield from result.tally.notes
        if result.tally.trust:
            yield f"confidence of {result.subject} on {result.corpus.name}: " + "; ".join(
                f"{part.low:.1f}-{part.high:.1f} right {part.right:.2f} of {part.number}"
                for part in reliability(result.tally.trust)
            )
    for item in outcome.unread[:_UNREAD_SHOWN]:
        yield f"not read, and counted as missed: {item.message}"
    if len(outcome.unread) > _UNREAD_SHOWN:
        yield f"{len(outcome.unread)} reports in all were not read, and count as missed"
    if not outcome.whole:
        yield "a subset was read: not compared with the floors"


def markdown(outcome: Outcome) -> str:
    """Return the pinned scores as one Markdown table, for the README."""
    lines = ["| reader | language | corpus | measure | score | of |", "|---|---|---|---|--:|--:|"]
    lines.extend(
        f"| {score.subject} | {score.language} | {score.corpus} | {score.measure} "
        f"| {_number(score.value)} | {score.support} |"
        for score in outcome.scores
        if score.pinned
    )
    return "\n".join(lines)


def as_json(outcome: Outcome, floors: Mapping[Key, float]) -> str:
    """Return everything measured as one JSON object."""
    document = {
        "schema": "recoupe.evaluation/1",
        "whole": outcome.whole,
        "scores": [asdict(score) | {"floor": floors.get(key(score))} for score in outcome.scores],
        "notes": [note for result in outcome.results for note in result.tally.notes],
        "calibration": [
            {"subject": result.subject, "corpus": result.corpus.name, **asdict(part)}
            for result in outcome.results
            for part in reliability(result.tally.trust)
        ],
        "unread": [asdict(item) for item in outcome.unread],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def worst_cases(results: Sequence[Result], number: int) -> Iterator[str]:
    """Yield the ``number`` worst cases of each kind, for the terminal: the texts are not ours."""
    for result in results:
        kind = None
        for case in worst(result.tally.cases, number):
            if case.kind != kind:
                kind = case.kind
                total = sum(other.kind == kind for other in result.tally.cases)
                yield f"\n{result.subject} on {result.corpus.name}: {kind} ({total})"
            yield from _case(case)


def _case(case: Case) -> Iterator[str]:
    yield f"- {case.report}"
    for label, words in (("gold ", case.wanted), ("found", case.found), ("words", case.words)):
        if words:
            yield f"    {label}  {_short(words)}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS_SHOWN else f"{line[:_WORDS_SHOWN]}…"


def _number(value: float | None, unit: str | None = None) -> str:
    if value is None:
        return "-"
    return f"{value:.1f} km" if unit == "km" else f"{value:.3f}"
