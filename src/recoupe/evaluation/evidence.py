"""Scoring evidence: whether it is found, and with what made, where, by whom, showing what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recoupe.evaluation.gold_records import GoldEvidence, GoldReport, Range
from recoupe.evaluation.match import around, jaccard, one_to_one, ranges, touching
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.model import Evidence, Reading

PINNED: Final = frozenset({"found", "medium", "platform", "shows"})

_SHOWN: Final = 0.5
"""Of the letters in either, how many the two wordings of what is shown must share."""


def score(report: GoldReport, reading: Reading | None, tally: Tally) -> None:
    """Add one report's evidence to ``tally``.

    ``found`` pairs namings that share a code point, one to one. The rest is asked of each pair and
    right as well where both say nothing: ``publisher`` where the entity found is named by the
    gold words, ``shows`` where half of the letters in either are in both.
    """
    found = reading.evidence if reading else ()
    wanted = report.evidence or ()
    spans = ranges([item.span for item in found])
    pairs = one_to_one([gold.span for gold in wanted], spans, touching)
    tally.count("found", Count(len(pairs), len(found), len(wanted)))
    tally.count("exact naming", Count(_exact(wanted, spans, pairs), len(found), len(wanted)))
    for at, to in pairs:
        _judge(report, wanted[at], found[to], reading, tally)
    for at in {*range(len(wanted))} - {at for at, _ in pairs}:
        start, end = wanted[at].span
        shown = f"{report.text[start:end]} = {wanted[at].medium}"
        tally.case(Case("missed", report.id, shown, "-", around(report.text, (start, end)), 1.0))
    for to in {*range(len(found))} - {to for _, to in pairs}:
        shown = f"{found[to].span.text} = {found[to].medium}"
        tally.case(Case("made up", report.id, "-", shown, around(report.text, spans[to]), 1.0))


def _exact(
    wanted: Sequence[GoldEvidence], spans: Sequence[Range], pairs: Sequence[tuple[int, int]]
) -> int:
    return sum(wanted[at].span == spans[to] for at, to in pairs)


def _judge(
    report: GoldReport, gold: GoldEvidence, found: Evidence, reading: Reading | None, tally: Tally
) -> None:
    """Ask the questions of one pair, and keep the answers that are wrong."""
    shows = None if found.shows is None else (found.shows.start, found.shows.end)
    answers = {
        "medium": (gold.medium, found.medium, gold.medium == found.medium),
        "platform": (
            gold.published_on,
            found.published_on,
            gold.published_on == found.published_on,
        ),
        "made with": (gold.made_with, found.made_with, gold.made_with == found.made_with),
        "publisher": (
            _words(report, gold.publisher),
            found.publisher,
            _named(gold.publisher, found.publisher, reading),
        ),
        "shows": (_words(report, gold.shows), _words(report, shows), _alike(gold.shows, shows)),
    }
    for measure, (wanted, given, right) in answers.items():
        tally.count(measure, judged(right))
        if not right:
            words = around(report.text, gold.span)
            tally.case(Case(f"other {measure}", report.id, f"{wanted}", f"{given}", words, 1.0))


def _words(report: GoldReport, span: Range | None) -> str | None:
    return None if span is None else report.text[span[0] : span[1]]


def _alike(gold: Range | None, found: Range | None) -> bool:
    if gold is None or found is None:
        return gold is found
    return jaccard([gold], [found]) >= _SHOWN


def _named(gold: Range | None, found: str | None, reading: Reading | None) -> bool:
    """Whether the entity found is the one that the gold words name."""
    if gold is None or found is None or reading is None:
        return gold is None and found is None
    entity = next((one for one in reading.entities if one.id == found), None)
    spans = ranges((*entity.mentions, *entity.pronouns, *entity.roles)) if entity else ()
    return any(touching(gold, span) for span in spans)
