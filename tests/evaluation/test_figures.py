"""Scoring figures and tolls, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.evaluation.figures import score
from recoupe.evaluation.gold_records import GoldFigure, GoldReport, GoldToll
from recoupe.evaluation.score import Count, Tally
from recoupe.model import Article, Figure, Reading, Statement

TEXT = "Selon Anne Renard, 12 personnes ont été tuées, et au moins 40 blessés."
KILLED, INJURED = (19, 31), (50, 69)
GOLD = (
    GoldFigure(KILLED, 12, 12, False, "killed", "Anne Renard", False),
    GoldFigure(INJURED, 40, None, False, "injured", "Anne Renard", False),
)


@pytest.fixture
def article(article_of: Callable[..., Article]) -> Article:
    return article_of(TEXT)


def figure_of(article: Article, span: tuple[int, int], low: int, high: int | None) -> Figure:
    return Figure(
        id="f",
        span=article.span(*span),
        low=low,
        high=high,
        approximate=False,
        what="killed",
        counted=None,
        according_to=None,
        hedged=False,
        time=None,
        place=None,
    )


def reading_of(article: Article, *figures: Figure, name: str | None = None) -> Reading:
    statement = Statement(
        id="s",
        content=(article.span(19, len(TEXT)),),
        cue=(article.span(0, 5),),
        source=(article.span(6, 17),),
        speaker=None,
        speaker_name=name,
        kind="indirect",
        stance="asserts",
        hedged=False,
        within=None,
        via=(),
        confidence=0.9,
    )
    return Reading(article, (statement,), (), (), (), figures, (), (), ())


def tally_of(report: GoldReport, reading: Reading | None) -> Tally:
    tally = Tally()
    score(report, reading, tally)
    return tally


def test_spans_bounds_and_kind(article: Article) -> None:
    # The first is right but for its voice; the second has the wrong span ("40 blessés"), an upper
    # bound it should not have, and is counted as killed.
    found = (figure_of(article, KILLED, 12, 12), figure_of(article, (59, 69), 40, 40))
    tally = tally_of(
        GoldReport("fr_dev", "a", TEXT, "fr", figures=GOLD), reading_of(article, *found)
    )
    assert tally.counts["span overlap"] == Count(2, 2, 2)
    assert tally.counts["span exact"] == Count(1, 2, 2)
    assert tally.counts["low and high"] == Count(1, 2, 2)
    assert tally.counts["what"] == Count(1, 2, 2)
    assert tally.counts["according to"] == Count(0, 2, 2)
    assert tally.counts["hedged"] == Count(2, 2, 2)


@pytest.mark.parametrize("name", ["Anne Renard", None])
def test_whoever_vouches_is_named_or_quoted_as_written(article: Article, name: str | None) -> None:
    figure = replace(figure_of(article, KILLED, 12, 12), according_to="s")
    report = GoldReport("fr_dev", "a", TEXT, "fr", figures=GOLD[:1])
    tally = tally_of(report, reading_of(article, figure, name=name))
    assert tally.counts["according to"] == Count(1, 1, 1)


def test_a_report_that_could_not_be_read_has_no_figures() -> None:
    tally = tally_of(GoldReport("fr_dev", "a", TEXT, "fr", figures=GOLD), None)
    assert tally.counts["span overlap"] == Count(0, 0, 2)
    tally = tally_of(GoldReport("x", "a", TEXT, "fr", tolls=(GoldToll("killed", 3, 5),)), None)
    assert tally.counts["killed exact"] == Count(0, 1, 1)
    assert tally.counts["killed overlap"] == Count(0, 1, 1)


@pytest.mark.parametrize(
    ("low", "high", "exact", "overlap"),
    [(12, 12, 0, 1), (8, 12, 1, 1), (13, 20, 0, 0), (1, 7, 0, 0), (8, None, 0, 1)],
)
def test_tolls_against_the_coded_range(
    article: Article, low: int, high: int | None, exact: int, overlap: int
) -> None:
    # The coded range is 8 to 12.
    report = GoldReport("airwars", "a", TEXT, "en", tolls=(GoldToll("killed", 8, 12),))
    tally = tally_of(report, reading_of(article, figure_of(article, KILLED, low, high)))
    assert tally.counts["killed exact"] == Count(exact, 1, 1)
    assert tally.counts["killed overlap"] == Count(overlap, 1, 1)


def test_minimums(article: Article) -> None:
    # No figure is right for a minimum of zero; three is the minimum of "three or more".
    gold = (GoldToll("killed", 3, None), GoldToll("detained", 0, None))
    report = GoldReport("isaf_dev", "a", TEXT, "en", tolls=gold)
    tally = tally_of(report, reading_of(article, figure_of(article, KILLED, 3, None)))
    assert tally.counts["killed minimum"] == Count(1, 1, 1)
    assert tally.counts["detained minimum"] == Count(1, 1, 1)
    assert "detained minimum, where any" not in tally.counts


def test_what_stands_in_a_sentence_that_states_the_range_is_not_read(
    article_of: Callable[..., Article],
) -> None:
    text = "Between 8 and 12 were killed. The union said 8 were killed."
    article = article_of(text)
    stated = figure_of(article, (0, 28), 8, 12)
    said = figure_of(article, (45, 57), 8, 8)
    report = GoldReport("airwars", "a", text, "en", tolls=(GoldToll("killed", 8, 12),))
    reading = Reading(article, (), (), (), (), (stated, said), (), (), ())
    tally = tally_of(report, reading)
    assert tally.counts["killed exact"] == Count(0, 1, 1)
    assert tally.counts["killed exact, nothing cut"] == Count(1, 1, 1)
    assert tally.counts["sentences cut"] == Count(1, 2, 2)
    assert tally.notes == [
        "airwars: 1 of 2 sentences state the coded range and were cut before scoring, "
        "in 1 of 1 reports"
    ]
