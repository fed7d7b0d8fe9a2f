"""Scoring statements, worked out by hand on one small report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.evaluation.gold_records import GoldReport, GoldStatement
from recoupe.evaluation.score import Count, Tally
from recoupe.evaluation.statements import AZOVSTAL, score
from recoupe.model import Article, Span, Statement

TEXT = "« Nous tiendrons », dit Anne Renard. Paul Morel nie que le pont soit fermé."
QUOTE, SAYS, ANNE = "« Nous tiendrons »", "dit", "Anne Renard"
PAUL, DENIES, BRIDGE = "Paul Morel", "nie", "le pont soit fermé"


def gold_of(content: str, cue: str, source: str, **rest: object) -> GoldStatement:
    def at(words: str) -> tuple[int, int]:
        start = TEXT.index(words)
        return start, start + len(words)

    return GoldStatement((at(content),), (at(cue),), (at(source),), named=True, **rest)  # type: ignore[arg-type]


REPORT = GoldReport(
    "fr_dev",
    "a",
    TEXT,
    "fr",
    statements=(
        gold_of(QUOTE, SAYS, ANNE, speaker=ANNE, kind="direct", stance="asserts"),
        gold_of(BRIDGE, DENIES, PAUL, speaker=PAUL, kind="indirect", stance="denies"),
    ),
)


@pytest.fixture
def statement_of(article_of: Callable[..., Article]) -> Callable[..., Statement]:
    article = article_of(TEXT)

    def span(words: str) -> tuple[Span, ...]:
        if not words:
            return ()
        start = TEXT.index(words)
        return (article.span(start, start + len(words)),)

    def build(content: str, cue: str = "", source: str = "", **rest: object) -> Statement:
        about = {"kind": "direct", "stance": "asserts", "hedged": False, "confidence": 0.9}
        return Statement(
            id="s",
            content=span(content),
            cue=span(cue),
            source=span(source),
            speaker=None,
            within=None,
            via=(),
            **({"speaker_name": None} | about | rest),  # type: ignore[arg-type]
        )

    return build


def tally_of(*found: Statement, report: GoldReport = REPORT) -> Tally:
    tally = Tally()
    score(report, found, tally)
    return tally


def test_a_perfect_reading_scores_one_throughout(statement_of: Callable[..., Statement]) -> None:
    tally = tally_of(
        statement_of(QUOTE, SAYS, ANNE, speaker_name=ANNE),
        statement_of(BRIDGE, DENIES, PAUL, speaker_name=PAUL, kind="indirect", stance="denies"),
    )
    assert {measure: count.f1 for measure, count in tally.counts.items() if count.f1 != 1.0} == {
        "precision of mixed": None,
        "recall of mixed": None,
    }
    assert tally.cases == []


def test_quotation_marks_left_out(statement_of: Callable[..., Statement]) -> None:
    # «Nous tiendrons» without its marks: 14 of 18 code points (0.78), so found at 0.3 and not at
    # 0.8; no exact span, another beginning; 2 of 4 tokens. The other statement is missed.
    tally = tally_of(statement_of("Nous tiendrons", SAYS, ANNE))
    assert tally.counts["content exact"] == Count(0, 1, 2)
    assert tally.counts["content begin"] == Count(0, 1, 2)
    assert tally.counts["content jaccard"] == Count(0.5, 1, 2)
    assert tally.counts["content overlap 0.3"] == Count(1, 1, 2)
    assert tally.counts["content overlap 0.8"] == Count(0, 1, 2)
    assert tally.counts["cue exact"] == Count(1, 1, 2)
    assert tally.counts["whole"] == Count(0, 1, 2)
    assert "speaker" not in tally.counts
    assert {case.kind for case in tally.cases} == {"missed", "other content"}


def test_a_wrong_source_is_found_but_not_whole(statement_of: Callable[..., Statement]) -> None:
    tally = tally_of(statement_of(QUOTE, SAYS, PAUL, speaker_name=PAUL))
    assert tally.counts["content overlap 0.8"] == Count(1, 1, 2)
    assert tally.counts["whole"] == Count(0, 1, 2)
    assert tally.counts["speaker"] == Count(0, 1, 1)
    assert tally.counts["stance"] == Count(1, 1, 1)
    assert {case.kind for case in tally.cases} == {"missed", "other source", "wrong speaker"}


def test_one_long_content_answers_one_statement_only(
    statement_of: Callable[..., Statement],
) -> None:
    tally = tally_of(statement_of(TEXT))
    assert tally.counts["content overlap 0.8"] == Count(1, 1, 2)


def test_our_finer_stances_are_the_annotators_coarser_ones(
    statement_of: Callable[..., Statement],
) -> None:
    tally = tally_of(statement_of(QUOTE, SAYS, ANNE, speaker_name=ANNE, stance="confirms"))
    assert tally.counts["stance"] == Count(1, 1, 1)


def test_kinds_apart(statement_of: Callable[..., Statement]) -> None:
    # Both contents are found, and both are read as direct: one of two is; none is read as indirect.
    tally = tally_of(statement_of(QUOTE, SAYS, ANNE), statement_of(BRIDGE, DENIES, PAUL))
    assert tally.counts["precision of direct"] == Count(2, 2, 2)
    assert tally.counts["recall of indirect"] == Count(1, 1, 1)
    assert tally.counts["precision of indirect"] == Count(0, 0, 0)
    assert tally.counts["kind"] == Count(1, 2, 2)


def test_confidence_is_paired_with_being_right(statement_of: Callable[..., Statement]) -> None:
    tally = tally_of(statement_of(QUOTE, confidence=0.7), statement_of("Morel", confidence=0.4))
    assert tally.trust == [(0.7, True), (0.4, False)]
    assert [case.kind for case in tally.cases if case.wanted == "-"] == ["made up"]


def test_a_report_that_could_not_be_read_is_missed_whole() -> None:
    tally = tally_of()
    assert tally.counts["content overlap 0.8"] == Count(0, 0, 2)
    assert tally.counts["source exact"] == Count(0, 0, 2)


def test_gold_without_names_is_not_judged_on_them(statement_of: Callable[..., Statement]) -> None:
    start = TEXT.index(QUOTE)
    bare = GoldStatement(((start, start + len(QUOTE)),), (), ())
    report = GoldReport("polnear_dev", "b", TEXT, "en", statements=(bare,))
    tally = tally_of(statement_of(QUOTE), report=report)
    assert tally.counts["whole"] == Count(1, 1, 1)
    assert not {"speaker", "stance", "hedged", "kind"} & set(tally.counts)


def test_one_report_is_counted_apart(statement_of: Callable[..., Statement]) -> None:
    tally = tally_of(
        statement_of(QUOTE, SAYS, ANNE, speaker_name=PAUL), report=replace(REPORT, id=AZOVSTAL)
    )
    assert tally.counts["azovstal: found"] == Count(1, 2, 2)
    assert tally.counts["azovstal: speaker"] == Count(0, 1, 1)
    [note] = tally.notes
    assert note.startswith("azovstal: 1 of 2 attributions found")
