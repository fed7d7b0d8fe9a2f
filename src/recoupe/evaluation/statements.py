"""Scoring statements: their spans, their contents' overlap, and what is said of each.

The spans of contents, cues and sources are measured as in CofeNet's paper (``statement_spans``).
``overlap`` F1 counts a statement as found if its content covers 0.3 or 0.8 of the gold content's
code points, one statement to one, as in the Gender Gap Tracker (Asr et al. 2021). ``whole`` asks
for 0.8 and the exact cue and source. Every measure is taken over all statements and over each kind
apart, under the kind's name ("direct: content exact").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from recoupe.evaluation.gold_records import GoldReport, GoldStatement
from recoupe.evaluation.kinds import KINDS, QuotedWords
from recoupe.evaluation.match import (
    Tokens,
    jaccard,
    one_to_one,
    overlap,
    ranges,
    same_name,
    same_party,
)
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.evaluation.statement_cases import keep_cases, words_of
from recoupe.evaluation.statement_spans import span_counts
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
        "hedged F1",
        "hedged accuracy",
        "azovstal: found",
        "azovstal: speaker",
    }
)
FOUND: Final = 0.8
"""The share of the gold content that a statement must cover to be the one meant."""
LOOSE: Final = 0.3

_COARSE: Final = {"confirms": "asserts", "no_comment": "other", "cannot_verify": "other"}
"""Our stances in the words of the annotators of ``fr_dev``, who had fewer (ANNOTATING.md)."""

AZOVSTAL: Final = "azovstal"
"""The report of which at least 17 of 20 attributions must be found, whatever the average."""

Pairs = list[tuple[int, int]]
_NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})


def score(
    report: GoldReport,
    found: Sequence[Statement],
    tally: Tally,
    *,
    names: Mapping[str, str] = _NO_NAMES,
) -> None:
    """Add one report's statements to ``tally``; ``names`` are those of the reading's entities."""
    wanted = report.statements or ()
    tokens, quoted = Tokens(report.text), QuotedWords(report.text)
    close, loose = _pairs(wanted, found, FOUND), _pairs(wanted, found, LOOSE)
    _measure(tokens, wanted, found, tally, "")
    here = _kinds_found(quoted, wanted, found, dict(loose) | dict(close))
    there = [item.kind or quoted.kind(item.content) for item in wanted]
    for kind in KINDS:
        gold = [item for item, its in zip(wanted, there, strict=True) if its == kind]
        read = [item for item, its in zip(found, here, strict=True) if its == kind]
        _measure(tokens, gold, read, tally, f"{kind}: ")
    _score_labels(wanted, found, close, tally)
    _score_chains(wanted, found, close, names, tally)
    matched = {to for _, to in close}
    tally.trust.extend((item.confidence, to in matched) for to, item in enumerate(found))
    named = [(wanted[at], found[to]) for at, to in close if wanted[at].named]
    _score_azovstal(report, wanted, named, tally)
    _keep_wrong_labels(report, named, tally)
    keep_cases(report, found, dict(loose), tally)


def _measure(
    tokens: Tokens,
    wanted: Sequence[GoldStatement],
    found: Sequence[Statement],
    tally: Tally,
    prefix: str,
) -> None:
    """Count everything that is counted of all statements and of one kind alike."""
    close, loose = _pairs(wanted, found, FOUND), _pairs(wanted, found, LOOSE)
    counts = dict(span_counts(tokens, wanted, found))
    counts["content overlap 0.3"] = _paired(loose, wanted, found)
    counts["content overlap 0.8"] = _paired(close, wanted, found)
    whole = [pair for pair in close if _same_parts(wanted[pair[0]], found[pair[1]])]
    counts["whole"] = _paired(whole, wanted, found)
    for measure, count in counts.items():
        tally.count(prefix + measure, count)
    for at, to in close:
        if wanted[at].named:
            _score_pair(wanted[at], found[to], tally, prefix)


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


def _kinds_found(
    quoted: QuotedWords,
    wanted: Sequence[GoldStatement],
    found: Sequence[Statement],
    pairs: Mapping[int, int],
) -> list[str]:
    """Return under which kind each found statement counts: that of the gold one it answers.

    One that answers none counts under the kind that its own quotation marks make it. So a mark
    too few costs a boundary, and not a statement of each of two kinds.
    """
    answered = {to: wanted[at] for at, to in pairs.items()}
    return [
        (to in answered and answered[to].kind)
        or quoted.kind(answered[to].content if to in answered else ranges(item.content))
        for to, item in enumerate(found)
    ]


def _score_pair(gold: GoldStatement, statement: Statement, tally: Tally, prefix: str) -> None:
    """Judge speaker, stance and hedging of a statement that is the one meant."""
    name = statement.speaker_name
    both = gold.hedged and statement.hedged
    counts = {
        "speaker": judged(same_party(gold.speaker, name)),
        "speaker exact name": judged(same_name(gold.speaker, name)),
        "stance": judged(_coarse(gold.stance) == _coarse(statement.stance)),
        "hedged F1": Count(both, statement.hedged, gold.hedged),
        "hedged accuracy": judged(gold.hedged == statement.hedged),
    }
    if gold.fine:
        counts["stance, all eleven"] = judged(gold.stance == statement.stance)
    for measure, count in counts.items():
        tally.count(prefix + measure, count)


def _coarse(stance: str | None) -> str | None:
    return _COARSE.get(stance, stance) if stance else stance


def _score_labels(
    wanted: Sequence[GoldStatement], found: Sequence[Statement], close: Pairs, tally: Tally
) -> None:
    """Count whether the kind that a statement says it is, is the one annotated."""
    for at, to in close:
        if wanted[at].kind is not None:
            tally.count("kind", judged(wanted[at].kind == found[to].kind))


def _score_chains(
    wanted: Sequence[GoldStatement],
    found: Sequence[Statement],
    close: Pairs,
    names: Mapping[str, str],
    tally: Tally,
) -> None:
    """Count who reports whom, and through whom the outlet has it, of statements found at 0.8.

    Gold chains of statements that were not found count as missed; found ones count where the
    statement answers a gold one. A wrong parent is one made up and one missed.
    """
    if not any(item.fine for item in wanted):
        return
    places = {found[to].id: at for at, to in close}
    answers = {at: found[to] for at, to in close}
    within, via = Count(), Count()
    for at, gold in enumerate(wanted):
        statement = answers.get(at)
        parent = statement.within if statement else None
        right = gold.within is not None and parent is not None and places.get(parent) == gold.within
        within += Count(right, parent is not None, gold.within is not None)
        chain = [names.get(party) for party in statement.via] if statement else []
        pairs = one_to_one(gold.via, chain, lambda one, other: float(same_party(one, other)))
        via += Count(len(pairs), len(chain), len(gold.via))
    tally.count("within", within)
    tally.count("via", via)


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


def _keep_wrong_labels(
    report: GoldReport, named: Sequence[tuple[GoldStatement, Statement]], tally: Tally
) -> None:
    for gold, statement in named:
        name = statement.speaker_name
        stances = _coarse(gold.stance), _coarse(statement.stance)
        verdicts = {
            "speaker": (same_party(gold.speaker, name), gold.speaker, name),
            "stance": (stances[0] == stances[1], *stances),
            "hedged": (gold.hedged == statement.hedged, gold.hedged, statement.hedged),
        }
        words = words_of(report.text, gold.content)
        for measure, (right, wanted, found) in verdicts.items():
            if not right:
                case = Case(f"wrong {measure}", report.id, str(wanted), str(found), words, 1.0)
                tally.case(case)
