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
MEASURES = ("exact", "begin", "jaccard", "jaccard as CofeNet")
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
    below = {measure for measure, count in tally.counts.items() if count.f1 not in {1.0, None}}
    assert below == set()
    # Nothing is mixed and nothing is hedged: there is no F1 of either.
    nothing = {measure for measure, count in tally.counts.items() if count.f1 is None}
    assert {measure.removeprefix("mixed: ") for measure in nothing if "hedged" not in measure} == {
        *(f"{role} {how}" for role in ("content", "cue", "source") for how in MEASURES),
        "content overlap 0.3",
        "content overlap 0.8",
        "whole",
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
    # Both contents are found, and both say they are direct. Each counts under the kind of the gold
    # one it answers, whatever it says; what it says is right once of twice.
    tally = tally_of(statement_of(QUOTE, SAYS, ANNE), statement_of(BRIDGE, DENIES, PAUL))
    assert tally.counts["direct: content exact"] == Count(1, 1, 1)
    assert tally.counts["indirect: content exact"] == Count(1, 1, 1)
    assert tally.counts["indirect: whole"] == Count(1, 1, 1)
    assert tally.counts["kind"] == Count(1, 2, 2)


def test_what_answers_nothing_counts_under_the_kind_of_its_marks(
    statement_of: Callable[..., Statement],
) -> None:
    # Two made-up statements, one in quotation marks, the other partly so; two gold ones missed.
    inside, across = statement_of("tiendrons"), statement_of("tiendrons », dit Anne Renard")
    tally = tally_of(inside, across)
    # "tiendrons" is 9 of the 18 code points of the direct one, so it answers that at 0.3.
    assert tally.counts["direct: content overlap 0.3"] == Count(1, 1, 1)
    assert tally.counts["direct: content overlap 0.8"] == Count(0, 1, 1)
    assert tally.counts["mixed: content overlap 0.3"] == Count(0, 1, 0)
    assert tally.counts["indirect: content overlap 0.3"] == Count(0, 0, 1)


def test_kinds_of_gold_without_kinds_are_read_off_the_marks(
    statement_of: Callable[..., Statement],
) -> None:
    assert REPORT.statements is not None
    bare = tuple(replace(item, kind=None, named=False) for item in REPORT.statements)
    tally = tally_of(statement_of(QUOTE, SAYS, ANNE), report=replace(REPORT, statements=bare))
    assert tally.counts["direct: whole"] == Count(1, 1, 1)
    assert tally.counts["indirect: whole"] == Count(0, 0, 1)
    assert "kind" not in tally.counts


def test_hedged_f1_is_of_the_hedged_ones(statement_of: Callable[..., Statement]) -> None:
    # Gold: the first is hedged. Found: both are. One right of two found and of one wanted; as yes
    # or no questions, one of two is right.
    assert REPORT.statements is not None
    first, second = REPORT.statements
    report = replace(REPORT, statements=(replace(first, hedged=True), second))
    tally = tally_of(
        statement_of(QUOTE, hedged=True), statement_of(BRIDGE, hedged=True), report=report
    )
    assert tally.counts["hedged F1"] == Count(1, 2, 1)
    assert tally.counts["hedged accuracy"] == Count(1, 2, 2)
    assert tally.counts["direct: hedged F1"] == Count(1, 1, 1)


def test_fine_stances_are_judged_twice(statement_of: Callable[..., Statement]) -> None:
    # Confirming is a way of asserting: right as such, wrong as one of the eleven.
    assert REPORT.statements is not None
    fine = tuple(replace(item, fine=True) for item in REPORT.statements)
    found = statement_of(QUOTE, stance="confirms")
    tally = tally_of(found, report=replace(REPORT, statements=fine))
    assert tally.counts["stance"] == Count(1, 1, 1)
    assert tally.counts["stance, all eleven"] == Count(0, 1, 1)


def test_who_reports_whom(statement_of: Callable[..., Statement]) -> None:
    # The second statement is said within the first, and comes by an agency. Found: both, the
    # second within the first, by that agency and by another. The third holds no chain.
    assert REPORT.statements is not None
    first, second = (replace(item, fine=True) for item in REPORT.statements)
    report = replace(REPORT, statements=(first, replace(second, within=0, via=("l'Agence Z",))))
    outer = replace(statement_of(QUOTE), id="outer")
    inner = replace(statement_of(BRIDGE), within="outer", via=("z", "y"))
    tally = Tally()
    score(report, (outer, inner), tally, names={"z": "Agence Z", "y": "Agence Y"})
    assert tally.counts["within"] == Count(1, 1, 1)
    assert tally.counts["via"] == Count(1, 2, 1)
    astray = Tally()
    score(report, (outer, replace(inner, within="elsewhere", via=())), astray)
    assert astray.counts["within"] == Count(0, 1, 1)
    assert astray.counts["via"] == Count(0, 0, 1)


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
    assert not {"speaker", "stance", "hedged F1", "kind", "within"} & set(tally.counts)


def test_one_report_is_counted_apart(statement_of: Callable[..., Statement]) -> None:
    tally = tally_of(
        statement_of(QUOTE, SAYS, ANNE, speaker_name=PAUL), report=replace(REPORT, id=AZOVSTAL)
    )
    assert tally.counts["azovstal: found"] == Count(1, 2, 2)
    assert tally.counts["azovstal: speaker"] == Count(0, 1, 1)
    [note] = tally.notes
    assert note.startswith("azovstal: 1 of 2 attributions found")
