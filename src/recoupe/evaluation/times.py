"""Scoring times as TempEval-3 does (UzZaman et al. 2013): relaxed and strict spans, type, value.

A found time is right by the relaxed measure where it shares a code point with a gold one, one to
one; ``type`` and ``value`` F1 ask for the same type or the same value besides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from recoupe.evaluation.gold_records import GoldReport, GoldTime
from recoupe.evaluation.match import around, one_to_one, touching
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.model import Time

PINNED: Final = frozenset({"relaxed", "strict", "type", "value", "value of matched"})


def score(report: GoldReport, times: Sequence[Time], tally: Tally) -> None:
    """Add one report's times to ``tally``.

    Only the types that the corpus annotates are compared. A gold value of ``None`` means that
    nobody can tell, and only ``None`` is right.
    """
    wanted = report.times or ()
    found = [time for time in times if time.type in report.time_types]
    spans = [(time.span.start, time.span.end) for time in found]
    pairs = one_to_one([gold.span for gold in wanted], spans, touching)
    exact = sum(wanted[at].span == spans[to] for at, to in pairs)
    same_type = sum(_same_type(wanted[at], found[to]) for at, to in pairs)
    same_value = sum(wanted[at].value == found[to].value for at, to in pairs)
    for measure, right in (
        ("relaxed", len(pairs)),
        ("strict", exact),
        ("type", same_type),
        ("value", same_value),
    ):
        tally.count(measure, Count(right, len(found), len(wanted)))
    for at, to in pairs:
        tally.count("value of matched", judged(wanted[at].value == found[to].value))
        if wanted[at].value is not None:
            tally.count("value of matched, dated", judged(wanted[at].value == found[to].value))
    _keep_cases(report, found, dict(pairs), tally)


def _same_type(gold: GoldTime, found: Time) -> bool:
    return gold.type is None or gold.type == found.type


def _keep_cases(
    report: GoldReport, found: Sequence[Time], pairs: Mapping[int, int], tally: Tally
) -> None:
    """Keep times missed, made up, or of another value, type or span."""
    spans = [(time.span.start, time.span.end) for time in found]
    for at, gold in enumerate(report.times or ()):
        start, end = gold.span
        words = f"[{report.published}] {around(report.text, gold.span)}"
        shown = f"{report.text[start:end]} = {gold.type} {gold.value}"
        if at not in pairs:
            tally.case(Case("missed", report.id, shown, "-", words, 1.0))
            continue
        time = found[pairs[at]]
        here = f"{time.span.text} = {time.type} {time.value}"
        if gold.value != time.value:
            tally.case(Case("wrong value", report.id, shown, here, words, 1.0))
        elif not _same_type(gold, time):
            tally.case(Case("wrong type", report.id, shown, here, words, 1.0))
        if gold.span != spans[pairs[at]]:
            loss = 1 - touching(gold.span, spans[pairs[at]])
            tally.case(Case("other span", report.id, shown, here, words, loss))
    taken = set(pairs.values())
    for to, time in enumerate(found):
        if to not in taken:
            here = f"{time.span.text} = {time.type} {time.value}"
            words = around(report.text, spans[to])
            tally.case(Case("made up", report.id, "-", here, words, time.confidence))
