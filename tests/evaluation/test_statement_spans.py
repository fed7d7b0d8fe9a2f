"""The measures of spans, worked out by hand, ours beside CofeNet's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.evaluation.gold_records import GoldStatement
from recoupe.evaluation.match import Tokens
from recoupe.evaluation.score import Count
from recoupe.evaluation.statement_spans import span_counts
from recoupe.model import Article, Statement

TEXT = "one two three four five six seven eight nine ten"


def at(first: int, last: int) -> tuple[int, int]:
    words = TEXT.split()
    start = len(" ".join(words[: first - 1])) + (first > 1)
    return start, len(" ".join(words[:last]))


@pytest.fixture
def counts(article_of: Callable[..., Article]) -> Callable[..., dict[str, Count]]:
    article = article_of(TEXT, "en")

    def count(gold: list[tuple[int, int]], found: list[tuple[int, int]]) -> dict[str, Count]:
        def statement(span: tuple[int, int]) -> Statement:
            content = (article.span(*at(*span)),)
            return Statement(
                "s", content, (), (), None, None, "direct", "asserts", False, None, (), 0.5
            )

        wanted = [GoldStatement((at(*span),), (), ()) for span in gold]
        return dict(span_counts(Tokens(TEXT), wanted, [statement(span) for span in found]))

    return count


def test_words_are_counted_from_one() -> None:
    assert TEXT[slice(*at(1, 2))] == "one two"
    assert TEXT[slice(*at(9, 10))] == "nine ten"


def test_exact_and_begin(counts: Callable[..., dict[str, Count]]) -> None:
    # Gold 1-4, 6-8; found 1-4 (exact), 6-7 (same beginning), 9-10 (nothing).
    found = counts([(1, 4), (6, 8)], [(1, 4), (6, 7), (9, 10)])
    assert found["content exact"] == Count(1, 3, 2)
    assert found["content begin"] == Count(2, 3, 2)
    # 1 + 2/3 alike, one to one.
    assert found["content jaccard"] == Count(pytest.approx(5 / 3), 3, 2)
    # CofeNet's: the gold ones have 1 and 2/3, the stray one 0: a mean over three.
    assert found["content jaccard as CofeNet"] == Count(pytest.approx(5 / 3), 3, 3)


def test_one_long_span_over_two(counts: Callable[..., dict[str, Count]]) -> None:
    # Gold 1-2 and 3-4; found 1-4 alone. Ours pairs it once: 2/4. Theirs gives it to both: 2 x 2/4.
    found = counts([(1, 2), (3, 4)], [(1, 4)])
    assert found["content jaccard"] == Count(pytest.approx(0.5), 1, 2)
    assert found["content jaccard as CofeNet"] == Count(pytest.approx(1.0), 2, 2)


def test_a_span_cut_in_two(counts: Callable[..., dict[str, Count]]) -> None:
    # Gold 1-4; found 1-2 and 3-4. Both touch it, so theirs counts neither as stray: 2/4 over one.
    found = counts([(1, 4)], [(1, 2), (3, 4)])
    assert found["content jaccard"] == Count(pytest.approx(0.5), 2, 1)
    assert found["content jaccard as CofeNet"] == Count(pytest.approx(0.5), 1, 1)


def test_the_same_span_twice_is_one(counts: Callable[..., dict[str, Count]]) -> None:
    found = counts([(1, 2), (1, 2)], [(1, 2)])
    assert found["content exact"] == Count(1, 1, 1)


def test_spans_that_begin_alike_are_as_many(counts: Callable[..., dict[str, Count]]) -> None:
    found = counts([(1, 2), (1, 5)], [(1, 3)])
    assert found["content begin"] == Count(1, 1, 2)


def test_nothing_at_all(counts: Callable[..., dict[str, Count]]) -> None:
    assert counts([], [])["cue jaccard as CofeNet"] == Count(0, 0, 0)
