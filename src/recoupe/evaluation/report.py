"""What ``recoupe evaluate`` prints: tables by language and by kind, JSON, Markdown, worst cases."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from recoupe.evaluation.details import Grid, Row, details, is_finer, of_kind, shown
from recoupe.evaluation.floors import Key, key
from recoupe.evaluation.run import Outcome, Result
from recoupe.evaluation.score import Case, Score, reliability, worst

COLUMNS: Final = ("corpus", "measure", "score", "precision", "recall", "gold", "floor")
_LEFT: Final = frozenset({"corpus", "measure", "confidence", "cause", "reader", "language", "span"})
_WORDS_SHOWN: Final = 240
_UNREAD_SHOWN: Final = 10


def rows(scores: Sequence[Score], floors: Mapping[Key, float]) -> Iterator[Row]:
    """Yield a row of text for each score, in the order of :data:`COLUMNS`."""
    for score in scores:
        floor = floors.get(key(score))
        yield (
            score.corpus,
            score.measure,
            shown(score.value, score.unit),
            shown(score.precision),
            shown(score.recall),
            str(score.support),
            shown(floor) if floor is not None else "",
        )


def tables(outcome: Outcome) -> Iterator[tuple[str, tuple[Score, ...]]]:
    """Yield a title and the scores of each reader in each language.

    Those by kind, and the finer measures of spans, have tables of their own (:func:`details`).
    """
    for subject in dict.fromkeys(result.subject for result in outcome.results):
        scores = [score for score in outcome.scores if score.subject == subject]
        for language in sorted({score.language for score in scores}):
            chosen = tuple(
                score
                for score in scores
                if score.language == language and not of_kind(score) and not is_finer(score)
            )
            yield f"{subject}, {language}", chosen


def right_aligned(column: str) -> bool:
    """Whether the cells of a column are numbers."""
    return column not in _LEFT


def grids(outcome: Outcome, floors: Mapping[Key, float]) -> Iterator[Grid]:
    """Yield every table as text: those of :func:`tables` first, then the details."""
    for title, scores in tables(outcome):
        yield title, COLUMNS, tuple(rows(scores, floors))
    yield from details(outcome)


def plain(outcome: Outcome, floors: Mapping[Key, float]) -> str:
    """Return the tables as text in columns, for files and pipes."""
    parts = [in_columns(grid) for grid in grids(outcome, floors)]
    return "\n".join([*parts, *remarks(outcome)])


def in_columns(grid: Grid) -> str:
    """Return a table as text in columns, with an empty line after it."""
    title, columns, lines = grid
    widths = [max(len(line[at]) for line in (columns, *lines)) for at in range(len(columns))]
    parts = [title]
    for line in (columns, *lines):
        cells = (
            text.rjust(width) if right_aligned(column) else text.ljust(width)
            for column, text, width in zip(columns, line, widths, strict=True)
        )
        parts.append(("  " + "  ".join(cells)).rstrip())
    return "\n".join([*parts, ""])


def in_markdown(grid: Grid) -> str:
    """Return a table as Markdown, without its title."""
    _, columns, lines = grid
    rule = ["--:" if right_aligned(column) else "---" for column in columns]
    return "\n".join(
        ["| " + " | ".join(columns) + " |", "|" + "|".join(rule) + "|"]
        + ["| " + " | ".join(line) + " |" for line in lines]
    )


def remarks(outcome: Outcome) -> Iterator[str]:
    """Yield what no table holds: notes, and what was missing or could not be read."""
    for result in outcome.results:
        yield from result.tally.notes
    if outcome.missing:
        yield outcome.missing
    for item in outcome.unread[:_UNREAD_SHOWN]:
        yield f"not read, and counted as missed: {item.message}"
    if len(outcome.unread) > _UNREAD_SHOWN:
        yield f"{len(outcome.unread)} reports in all were not read, and count as missed"
    if not outcome.whole:
        yield "a subset was read: not compared with the floors"


def markdown(outcome: Outcome) -> str:
    """Return Markdown: the pinned scores in one table, for the README, then the details."""
    columns = ("reader", "language", "corpus", "measure", "score", "of")
    pinned = tuple(
        (
            score.subject,
            score.language,
            score.corpus,
            score.measure,
            shown(score.value),
            str(score.support),
        )
        for score in outcome.scores
        if score.pinned
    )
    grids = [("", columns, pinned), *details(outcome)]
    return "\n\n".join(in_markdown(grid) for grid in grids)


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
        "missing": outcome.missing,
        "unread": [asdict(item) for item in outcome.unread],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def worst_cases(results: Sequence[Result], number: int) -> Iterator[str]:
    """Yield the ``number`` worst cases of each kind, for the terminal: the texts are not ours.

    Nothing is shown of a sealed corpus.
    """
    for result in results:
        kind = None
        if result.corpus.sealed:
            continue
        for case in worst(result.tally.cases, number):
            if case.kind != kind:
                kind = case.kind
                total = sum(other.kind == kind for other in result.tally.cases)
                yield f"\n{result.subject} on {result.corpus.name}: {kind} ({total})"
            yield from _case(case)


def _case(case: Case) -> Iterator[str]:
    yield f"- {case.report}"
    for label, words in (
        ("gold ", case.wanted),
        ("found", case.found),
        ("words", case.words),
        ("cause", case.cause),
    ):
        if words:
            yield f"    {label}  {_short(words)}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS_SHOWN else f"{line[:_WORDS_SHOWN]}…"
