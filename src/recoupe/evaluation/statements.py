"""Scoring statements: spans as CofeNet reports them, overlap as the Gender Gap Tracker does.

``exact``, ``begin`` and ``jaccard`` F1 over the spans of contents, cues and sources are the
measures of CofeNet (Wang et al. 2022), by spans of an article without repetition. ``overlap`` F1
counts a statement as found if its content covers 0.3 or 0.8 of the gold content's code points, one
statement to one, as in the Gender Gap Tracker (Asr et al. 2021). ``whole`` asks for 0.8 and the
exact cue and source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from recoupe.evaluation.gold_records import GoldReport, GoldStatement, Range
from recoupe.evaluation.match import (
    Tokens,
    jaccard,
    one_to_one,
    overlap,
    ranges,
    same_name,
    same_party,
    touching,
)
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.model import Statement

PINNED: Final = frozenset(
    {
        "content exact",
        "content overlap 0.8",
        "cue exact",
        "source exact",
        "whole",
        "speaker",
        "stance",
        "hedged",
        "azovstal: found",
        "azovstal: speaker",
    }
)
FOUND: Final = 0.8
"""The share of the gold content that a statement must cover to be the one meant."""
LOOSE: Final = 0.3

_GOLD_STANCE: Final = {"confirms": "asserts", "no_comment": "other", "cannot_verify": "other"}
"""Our stances in the words of the annotators, who had fewer (ANNOTATING.md)."""

AZOVSTAL: Final = "azovstal"
"""The report of which at least 17 of 20 attributions must be found, whatever the average."""

Pairs = list[tuple[int, int]]


def score(report: GoldReport, found: Sequence[Statement], tally: Tally) -> None:
    """Add one report's statements to ``tally``."""
    wanted = report.statements or ()
    _score_spans(report, wanted, found, tally)
    close = _pairs(wanted, found, FOUND)
    loose = _pairs(wanted, found, LOOSE)
    tally.count("content overlap 0.3", _paired(loose, wanted, found))
    tally.count("content overlap 0.8", _paired(close, wanted, found))
    whole = [pair for pair in close if _same_parts(wanted[pair[0]], found[pair[1]])]
    tally.count("whole", _paired(whole, wanted, found))
    _score_kinds(wanted, found, close, tally)
    named = [(wanted[at], found[to]) for at, to in close if wanted[at].named]
    for gold, statement in named:
        _score_pair(report, gold, statement, tally)
    matched = {to for _, to in close}
    tally.trust.extend((item.confidence, to in matched) for to, item in enumerate(found))
    _score_azovstal(report, wanted, named, tally)
    _keep_cases(report, found, dict(loose), tally)


def _pairs(wanted: Sequence[GoldStatement], found: Sequence[Statement], share: float) -> Pairs:
    def likeness(gold: GoldStatement, statement: Statement) -> float:
        content = ranges(statement.content)
        if overlap(gold.content, content) < share:
            return 0.0
        return jaccard(gold.content, content)

    return one_to_one(wanted, found, likeness)


def _paired(pairs: Pairs, wanted: Sequence[object], found: Sequence[object]) -> Count:
    return Count(len(pairs), len(found), len(wanted))


def _same_parts(gold: GoldStatement, statement: Statement) -> bool:
    return gold.cue == ranges(statement.cue) and gold.source == ranges(statement.source)


def _score_spans(
    report: GoldReport,
    wanted: Sequence[GoldStatement],
    found: Sequence[Statement],
    tally: Tally,
) -> None:
    tokens = Tokens(report.text)
    for part in ("content", "cue", "source"):
        gold = sorted({span for item in wanted for span in getattr(item, part)})
        here = sorted({span for item in found for span in ranges(getattr(item, part))})
        tally.count(f"{part} exact", Count(len({*gold} & {*here}), len(here), len(gold)))
        tally.count(f"{part} begin", Count(_same_starts(gold, here), len(here), len(gold)))
        pairs = one_to_one(gold, here, tokens.jaccard)
        alike = sum(tokens.jaccard(gold[at], here[to]) for at, to in pairs)
        tally.count(f"{part} jaccard", Count(alike, len(here), len(gold)))


def _same_starts(gold: Iterable[Range], here: Iterable[Range]) -> int:
    """Return how many spans begin alike, one to one (nested spans may share a beginning)."""
    starts = Counter(start for start, _ in gold) & Counter(start for start, _ in here)
    return starts.total()


def _score_kinds(
    wanted: Sequence[GoldStatement], found: Sequence[Statement], close: Pairs, tally: Tally
) -> None:
    """Count each kind apart: precision over statements read as it, recall over gold ones."""
    kinds = {item.kind for item in wanted if item.kind is not None}
    if not kinds:
        return
    for kind in ("direct", "mixed", "indirect"):
        gold_right = sum(wanted[at].kind == kind for at, _ in close)
        found_right = sum(found[to].kind == kind for _, to in close)
        gold = sum(item.kind == kind for item in wanted)
        here = sum(item.kind == kind for item in found)
        tally.count(f"recall of {kind}", Count(gold_right, gold, gold))
        tally.count(f"precision of {kind}", Count(found_right, here, here))
    tally.count(
        "kind", Count(sum(wanted[a].kind == found[b].kind for a, b in close), *[len(close)] * 2)
    )


def _score_pair(
    report: GoldReport, gold: GoldStatement, statement: Statement, tally: Tally
) -> None:
    """Judge speaker, stance and hedging of a statement that is the one meant."""
    name = statement.speaker_name
    stance = _GOLD_STANCE.get(statement.stance, statement.stance)
    verdicts = {
        "speaker": (same_party(gold.speaker, name), gold.speaker, name),
        "stance": (gold.stance == stance, gold.stance, stance),
        "hedged": (gold.hedged == statement.hedged, gold.hedged, statement.hedged),
    }
    tally.count("speaker exact name", judged(same_name(gold.speaker, name)))
    for measure, (right, wanted, found) in verdicts.items():
        tally.count(measure, judged(right))
        if not right:
            words = _words(report.text, gold.content)
            tally.case(Case(f"wrong {measure}", report.id, str(wanted), str(found), words, 1.0))


def _score_azovstal(
    report: GoldReport,
    wanted: Sequence[GoldStatement],
    named: Sequence[tuple[GoldStatement, Statement]],
    tally: Tally,
) -> None:
    """Count apart the one report whose attributions are a bar of their own."""
    if report.id != AZOVSTAL:
        return
    right = sum(same_party(gold.speaker, item.speaker_name) for gold, item in named)
    tally.count("azovstal: found", Count(len(named), len(wanted), len(wanted)))
    tally.count("azovstal: speaker", Count(right, len(named), len(named)))
    tally.notes.append(
        f"{report.id}: {len(named)} of {len(wanted)} attributions found "
        f"(content overlap {FOUND}), {right} of them with the right speaker"
    )


def _keep_cases(
    report: GoldReport, found: Sequence[Statement], pairs: Mapping[int, int], tally: Tally
) -> None:
    """Keep statements missed, made up, or with another content, cue or source."""
    taken = set(pairs.values())
    for at, gold in enumerate(report.statements or ()):
        if at not in pairs:
            tally.case(Case("missed", report.id, _shown(report, gold), "-", "", 1.0))
            continue
        other = found[pairs[at]]
        loss = 1 - jaccard(gold.content, ranges(other.content))
        if loss > 0:
            here = " | ".join(span.text for span in other.content)
            words = _words(report.text, gold.content)
            tally.case(Case("other content", report.id, words, here, "", loss))
        for part in ("cue", "source"):
            _keep_part(report, gold, other, part, tally)
    for to, statement in enumerate(found):
        if to not in taken:
            text = " / ".join(
                " | ".join(span.text for span in part)
                for part in (statement.source, statement.cue, statement.content)
            )
            tally.case(Case("made up", report.id, "-", text, "", statement.confidence))


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
                _words(report.text, wanted) or "-",
                _words(report.text, found) or "-",
                _words(report.text, gold.content),
                1 - near,
            )
        )


def _shown(report: GoldReport, gold: GoldStatement) -> str:
    return " / ".join(_words(report.text, part) for part in (gold.source, gold.cue, gold.content))


def _words(text: str, spans: Sequence[Range]) -> str:
    return " | ".join(text[start:end] for start, end in spans)
