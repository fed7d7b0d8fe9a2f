"""What the network is told of words: the rules' hints and distances, worked by hand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from recoupe.reading.attributions import find_by_rules
from recoupe.reading.attributions.lexicon import lexicon
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.tagging.features import (
    FEATURES,
    RELATIONS,
    Anchor,
    relations,
    ruled,
    word_features,
)
from recoupe.reading.attributions.tagging.words import words_of
from recoupe.reading.parse import Parse
from recoupe.reading.quotations import read_quotations

TEXT = "Le maire a dit que tout allait bien. Rien de plus."


def test_the_rules_findings_are_told_word_by_word(parse_of: Callable[..., Parse]) -> None:
    parse = parse_of(TEXT)
    page = Page(parse, read_quotations(parse))
    words = words_of(page)
    rules = ruled(words, find_by_rules(page, lexicon(parse.pack)))
    told = word_features(page, words, rules)[:9].T.tolist()
    assert told == [
        [0, 0, 0, 0, 0, 1, 2, 2, 0],  # content: tout allait bien
        [0, 0, 1, 2, 0, 0, 0, 0, 0],  # cue: a dit
        [1, 2, 0, 0, 0, 0, 0, 0, 0],  # source: Le maire
        [0, 0, 0, 0, 0, 0, 0, 0, 0],  # quotation: none
        [1, 0, 0, 0, 0, 0, 0, 0, 0],  # first word of a sentence
        [0, 0, 0, 0, 0, 0, 0, 0, 0],  # a quotation that goes on is apart in French
        [0, 0, 0, 0, 0, 0, 0, 0, 0],  # and adverbs are no part of a cue
    ]
    told = np.array(told)
    assert all(column.max() < size for column, size in zip(told, FEATURES, strict=True))
    english = parse_of("The mayor said that all was well.", "en")
    page = Page(english, read_quotations(english))
    assert word_features(page, words_of(page), ())[:, 5:].tolist() == [[1, 1]] * 8


def test_relations_of_a_cue_that_the_rules_know(parse_of: Callable[..., Parse]) -> None:
    parse = parse_of(TEXT)
    page = Page(parse, read_quotations(parse))
    words = words_of(page)
    rules = ruled(words, find_by_rules(page, lexicon(parse.pack)))
    found = relations(words, (0, len(words)), Anchor((2, 4), True), rules)
    assert found[:, 0].tolist() == [13, 14, *range(15, 23), 23, 23, 23][: len(words)]
    assert found[:, 1].tolist() == [3] * 9 + [4] * (len(words) - 9)
    assert set(found[:, 2].tolist()) == {0}
    assert found[:9, 3].tolist() == [4, 5, 1, 1, 1, 2, 3, 3, 1]
    assert all(found[:, at].max() < size for at, size in enumerate(RELATIONS))


def test_of_an_anchor_that_the_rules_do_not_know_nothing_is_told(
    parse_of: Callable[..., Parse],
) -> None:
    parse = parse_of(TEXT)
    words = words_of(Page(parse, ()))
    found = relations(words, (0, len(words)), Anchor((9, 10), False), ())
    assert set(found[:, 3].tolist()) == {0}
    assert set(found[:, 2].tolist()) == {1}
