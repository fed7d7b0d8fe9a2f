"""Comparisons, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.evaluation.match import (
    Tokens,
    jaccard,
    name_words,
    one_to_one,
    overlap,
    same_name,
    same_party,
    shared,
    touching,
)


def test_overlap_is_the_share_of_the_gold_that_is_covered() -> None:
    # Gold [0, 10) and [20, 30): 20 code points. Found [5, 22): shares 5 + 2 = 7 of them.
    assert shared([(0, 10), (20, 30)], [(5, 22)]) == 7
    assert overlap([(0, 10), (20, 30)], [(5, 22)]) == pytest.approx(7 / 20)
    # In either: 20 + 17 - 7 = 30.
    assert jaccard([(0, 10), (20, 30)], [(5, 22)]) == pytest.approx(7 / 30)


def test_nothing_overlaps_nothing() -> None:
    assert overlap([], [(0, 3)]) == 0.0
    assert jaccard([], []) == 0.0
    assert touching((0, 3), (3, 6)) == 0.0


def test_tokens_measure_by_words_and_marks() -> None:
    #       0         1         2
    #       0123456789012345678901234
    text = "« Nous tiendrons », dit-il"
    tokens = Tokens(text)  # « Nous tiendrons » , dit - il: eight tokens
    assert len(tokens.of((0, len(text)))) == 8
    assert tokens.of((2, 16)) == range(1, 3)
    # {« Nous tiendrons »} against {Nous tiendrons}: 2 of 4.
    assert tokens.jaccard((0, 18), (2, 16)) == pytest.approx(0.5)


def test_pairs_are_one_to_one_and_the_most_alike_first() -> None:
    # Found 0 touches both gold spans, and is more like gold 1, so gold 0 takes found 1.
    gold = [(0, 10), (10, 30)]
    found = [(8, 30), (0, 4)]
    assert one_to_one(gold, found, touching) == [(0, 1), (1, 0)]


def test_one_found_span_answers_one_gold_span_only() -> None:
    assert one_to_one([(0, 10), (10, 20)], [(0, 20)], touching) == [(0, 0)]


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda p: (p[0], p[0] + p[1])), max_size=8
)


@given(spans, spans)
def test_no_span_is_used_twice(gold: list[tuple[int, int]], found: list[tuple[int, int]]) -> None:
    pairs = one_to_one(gold, found, touching)
    assert len({at for at, _ in pairs}) == len({to for _, to in pairs}) == len(pairs)
    assert all(touching(gold[at], found[to]) > 0 for at, to in pairs)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Élisabeth Renard", "elisabeth renard"),
        ("la préfecture", "Préfecture"),
        ("M. Renard", "Renard"),
        ("l’entourage du maire", "l'entourage du maire"),
        (None, None),
    ],
)
def test_the_same_name_but_for_accents_articles_and_titles(
    wanted: str | None, found: str | None
) -> None:
    assert same_name(wanted, found)
    assert same_party(wanted, found)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("le maire Renard", "Renard"),
        ("Anne Renard", "Anne"),
        ("the ministry", "the ministry of defence"),
    ],
)
def test_a_shorter_name_of_the_same_party(wanted: str, found: str) -> None:
    assert not same_name(wanted, found)
    assert same_party(wanted, found)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Anne Renard", "Paul Renard"),
        ("le porte-parole du ministère de la défense", "ministère"),
        ("Anne Renard", None),
        (None, "Anne Renard"),
    ],
)
def test_other_parties(wanted: str | None, found: str | None) -> None:
    assert not same_party(wanted, found)


def test_a_name_of_empty_words_keeps_them() -> None:
    assert name_words("The A") == ("the", "a")
