"""Scoring figures: spans and bounds one by one, and what an incident came to over a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recoupe.evaluation.gold_records import GoldFigure, GoldReport, GoldToll, Range
from recoupe.evaluation.match import around, one_to_one, same_party, touching
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.evaluation.stated import sentences, stated
from recoupe.languages import pack
from recoupe.model import Figure, Reading
from recoupe.reading.figures.summary import Toll, toll

PINNED: Final = frozenset(
    {
        "span overlap",
        "span exact",
        "low and high",
        "what",
        "according to",
        "hedged",
        "killed exact",
        "killed overlap",
        "killed minimum",
        "detained minimum",
    }
)

SENTENCES_CUT: Final = "sentences cut"
REPORTS_CUT: Final = "reports with a sentence cut"


def score(report: GoldReport, reading: Reading | None, tally: Tally) -> None:
    """Add one report's figures to ``tally``; a report that could not be read has none."""
    if report.figures is not None:
        _score_figures(report, report.figures, reading, tally)
    for gold in report.tolls or ():
        cut = stated(report.text, gold, pack(report.language))
        _score_toll(report, gold, _toll(reading, gold, cut), tally)
        if gold.high is not None:
            whole = _toll(reading, gold, ())
            tally.count(f"{gold.what} exact, nothing cut", judged(_exact(gold, whole)))
            _count_cut(report, cut, tally)


def _score_figures(
    report: GoldReport, wanted: Sequence[GoldFigure], reading: Reading | None, tally: Tally
) -> None:
    found = reading.figures if reading is not None else ()
    spans = [(figure.span.start, figure.span.end) for figure in found]
    pairs = one_to_one([gold.span for gold in wanted], spans, touching)
    exact = sum(wanted[at].span == spans[to] for at, to in pairs)
    bounds = sum(_bounds(wanted[at]) == _bounds(found[to]) for at, to in pairs)
    for measure, right in (
        ("span overlap", len(pairs)),
        ("span exact", exact),
        ("low and high", bounds),
    ):
        tally.count(measure, Count(right, len(found), len(wanted)))
    paired = dict(pairs)
    for at, gold in enumerate(wanted):
        start, end = gold.span
        if at not in paired:
            shown = f"{report.text[start:end]} = {_bounds(gold)} {gold.what}"
            words = around(report.text, gold.span)
            tally.case(Case("missed", report.id, shown, "-", words, 1.0))
        elif reading is not None:
            _score_pair(report, gold, reading, paired[at], tally)
    taken = set(paired.values())
    for to, figure in enumerate(found):
        if to not in taken:
            here = f"{figure.span.text} = {_bounds(figure)} {figure.what}"
            words = around(report.text, spans[to])
            tally.case(Case("made up", report.id, "-", here, words, 1.0))


def _score_pair(
    report: GoldReport, gold: GoldFigure, reading: Reading, to: int, tally: Tally
) -> None:
    """Judge everything but the span of a figure that is the one meant."""
    figure = reading.figures[to]
    name = _according_to(reading, figure)
    verdicts = {
        "low and high of matched": (
            _bounds(gold) == _bounds(figure),
            _bounds(gold),
            _bounds(figure),
        ),
        "approximate": (
            gold.approximate == figure.approximate,
            gold.approximate,
            figure.approximate,
        ),
        "what": (gold.what == figure.what, gold.what, figure.what),
        "according to": (same_party(gold.according_to, name), gold.according_to, name),
        "hedged": (gold.hedged == figure.hedged, gold.hedged, figure.hedged),
    }
    for measure, (right, wanted, found) in verdicts.items():
        tally.count(measure, judged(right))
        if not right:
            words = around(report.text, gold.span)
            tally.case(Case(f"wrong {measure}", report.id, str(wanted), str(found), words, 1.0))


def _according_to(reading: Reading, figure: Figure) -> str | None:
    """Return the name of whoever vouches for a figure; the words of the source where unnamed."""
    if figure.according_to is None:
        return None
    statement = reading.statement(figure.according_to)
    if statement.speaker_name is not None:
        return statement.speaker_name
    return " ".join(span.text for span in statement.source) or None


def _toll(reading: Reading | None, gold: GoldToll, cut: Sequence[Range]) -> Toll | None:
    """Return the toll that was read outside the sentences that were cut."""
    if reading is None:
        return None
    kept = [
        figure
        for figure in reading.figures
        if not any(start <= figure.span.start < end for start, end in cut)
    ]
    return toll(reading.article, kept, gold.what)


def _count_cut(report: GoldReport, cut: Sequence[Range], tally: Tally) -> None:
    """Count the sentences that were cut, and keep the one line that says how many so far."""
    whole = sum(1 for _ in sentences(report.text))
    tally.count(SENTENCES_CUT, Count(len(cut), whole, whole))
    tally.count(REPORTS_CUT, judged(bool(cut)))
    lines, reports = tally.counts[SENTENCES_CUT], tally.counts[REPORTS_CUT]
    tally.notes[:] = [
        f"{report.corpus}: {lines.right:.0f} of {lines.wanted:.0f} sentences state the coded range "
        f"and were cut before scoring, in {reports.right:.0f} of {reports.wanted:.0f} reports"
    ]


def _score_toll(report: GoldReport, gold: GoldToll, found: Toll | None, tally: Tally) -> None:
    """Compare an incident's toll: both bounds, or the minimum where only that was coded.

    No figure at all is right for a minimum of zero, and wrong for anything else.
    """
    low = found.low if found is not None else None
    high = found.high if found is not None else None
    if gold.high is None:
        right = (low or 0) == gold.low
        tally.count(f"{gold.what} minimum", judged(right))
        if gold.low:
            tally.count(f"{gold.what} minimum, where any", judged(right))
    else:
        right = _exact(gold, found)
        tally.count(f"{gold.what} exact", judged(right))
        tally.count(f"{gold.what} overlap", judged(_overlap(gold, found)))
        tally.count(f"{gold.what} minimum", judged(low == gold.low))
    if not right:
        why = "none" if found is None else found.words
        loss = abs(gold.low - (low or 0)) / max(1, gold.low)
        case = Case(
            f"wrong {gold.what}",
            report.id,
            f"{gold.low}-{gold.high}",
            f"{low}-{high}: {why}",
            report.text[:200],
            loss,
        )
        tally.case(case)


def _exact(gold: GoldToll, found: Toll | None) -> bool:
    return found is not None and (found.low, found.high) == (gold.low, gold.high)


def _overlap(gold: GoldToll, found: Toll | None) -> bool:
    """Whether two intervals meet; an open end reaches as far as it must."""
    if found is None or gold.high is None:
        return False
    return (found.low or 0) <= gold.high and (found.high is None or found.high >= gold.low)


def _bounds(item: GoldFigure | Figure) -> tuple[int | None, int | None]:
    return item.low, item.high
