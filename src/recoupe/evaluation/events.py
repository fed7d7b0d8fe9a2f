"""Scoring events: whether the event at the coded words is there, and of the coded type.

A coder codes one event for a sentence, the reader as many as it tells. The reader's event that
answers is the first whose words are among the coded ones; where no words were coded, the first of
all. No event is a wrong answer, and an event elsewhere in the sentence no
answer at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recoupe.evaluation.gold_events import HELD_OUT, TUNED
from recoupe.evaluation.gold_records import GoldEvent, GoldReport
from recoupe.evaluation.match import around, ranges, shared
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.model import Event
from recoupe.reading.events.acled import PLOVER_TYPES

PINNED: Final = frozenset({"type accuracy", "found", "negated", "one event", "silent"})

ORDER: Final = (
    "type accuracy",
    f"type accuracy, {TUNED}",
    f"type accuracy, {HELD_OUT}",
    "type accuracy, first event",
    "found",
    "negated",
    "one event",
    "silent",
    *(f"type {name}" for name in sorted(PLOVER_TYPES)),
)
"""Measures as they are printed; what a corpus does not have is left out."""


def score(report: GoldReport, found: Sequence[Event], tally: Tally) -> None:
    """Add one report's events to ``tally``; a report that could not be read has none.

    ``type …`` counts the answers of one type: how many were coded so, how many were read so, and
    how many both. ``first event`` asks the first event of the report alone, whatever its words.
    """
    for measure in ORDER:
        tally.count(measure, Count())
    if not report.events:
        tally.count("silent", judged(not found))
        if found:
            words = around(report.text, (found[0].trigger.start, found[0].trigger.end))
            tally.case(Case("made up", report.id, "-", _shown(found[0]), words, 1.0))
    for gold in report.events or ():
        event = answer(gold, found)
        right = event is not None and event.plover == gold.plover
        tally.count("type accuracy", judged(right))
        if gold.part is not None:
            tally.count(f"type accuracy, {gold.part}", judged(right))
        tally.count("found", judged(event is not None))
        first = found[0].plover if found else None
        tally.count("type accuracy, first event", judged(first == gold.plover))
        tally.count(f"type {gold.plover}", Count(float(right), 0, 1))
        if event is not None and event.plover is not None:
            tally.count(f"type {event.plover}", Count(0, 1, 0))
        if event is not None and gold.negated is not None:
            tally.count("negated", judged(event.negated == gold.negated))
        if gold.one:
            tally.count("one event", judged(event is not None and _tells_all(event, gold)))
        if not right:
            _case(report, gold, event, tally)


def answer(gold: GoldEvent, found: Sequence[Event]) -> Event | None:
    """Return the event that answers a coded one, ``None`` where none does."""
    if not gold.spans:
        return found[0] if found else None
    return next((event for event in found if shared(ranges(event.mentions), gold.spans)), None)


def _tells_all(event: Event, gold: GoldEvent) -> bool:
    """Whether the event has a mention at each of the coded words."""
    told = ranges(event.mentions)
    return all(shared(told, [span]) for span in gold.spans)


def _shown(event: Event) -> str:
    return f"{event.trigger.text} = {event.plover}"


def _case(report: GoldReport, gold: GoldEvent, event: Event | None, tally: Tally) -> None:
    kind = "missed" if event is None else "other type"
    read = "-" if event is None else _shown(event)
    span = gold.spans[0] if gold.spans else (0, len(report.text))
    tally.case(Case(kind, report.id, gold.plover, read, around(report.text, span), 1.0))
