"""Every mistake about a statement as a case to read, with what seems to have gone wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.evaluation.gold_records import GoldReport, GoldStatement, Range
from recoupe.evaluation.match import jaccard, ranges, touching
from recoupe.evaluation.score import Case, Tally
from recoupe.evaluation.statement_causes import (
    content_cause,
    made_up_cause,
    missed_cause,
    part_cause,
)
from recoupe.model import Statement


def keep_cases(
    report: GoldReport, found: Sequence[Statement], pairs: Mapping[int, int], tally: Tally
) -> None:
    """Keep statements missed, made up, or with another content, cue or source.

    ``pairs`` are the places of gold statements and of the found ones that answer them.
    """
    wanted = report.statements or ()
    for at, gold in enumerate(wanted):
        if at in pairs:
            _keep_others(report, gold, found[pairs[at]], tally)
            continue
        case = Case(
            "missed",
            report.id,
            _shown(report, gold),
            "-",
            "",
            1.0,
            cause=missed_cause(report.text, wanted, gold),
            cue=words_of(report.text, gold.cue),
        )
        tally.case(case)
    taken = set(pairs.values())
    for to, statement in enumerate(found):
        if to not in taken:
            parts = (statement.source, statement.cue, statement.content)
            text = " / ".join(words_of(report.text, ranges(part)) for part in parts)
            cause = made_up_cause(wanted, statement)
            loss = statement.confidence
            tally.case(Case("made up", report.id, "-", text, "", loss, cause=cause))


def _keep_others(report: GoldReport, gold: GoldStatement, other: Statement, tally: Tally) -> None:
    content = ranges(other.content)
    loss = 1 - jaccard(gold.content, content)
    if loss > 0:
        words, here = words_of(report.text, gold.content), words_of(report.text, content)
        cause = content_cause(report.text, gold, content)
        tally.case(Case("other content", report.id, words, here, "", loss, cause=cause))
    for part in ("cue", "source"):
        _keep_part(report, gold, other, part, tally)


def _keep_part(
    report: GoldReport, gold: GoldStatement, other: Statement, part: str, tally: Tally
) -> None:
    wanted, found = getattr(gold, part), ranges(getattr(other, part))
    if wanted != found:
        near = max((touching(a, b) for a in wanted for b in found), default=0.0)
        tally.case(
            Case(
                f"other {part}",
                report.id,
                words_of(report.text, wanted) or "-",
                words_of(report.text, found) or "-",
                words_of(report.text, gold.content),
                1 - near,
                cause=part_cause(report, part, wanted, found),
            )
        )


def _shown(report: GoldReport, gold: GoldStatement) -> str:
    parts = (gold.source, gold.cue, gold.content)
    return " / ".join(words_of(report.text, part) for part in parts)


def words_of(text: str, spans: Sequence[Range]) -> str:
    """Return the words of ``spans``, with a bar between them."""
    return " | ".join(text[start:end] for start, end in spans)
