"""Translated copies, with vectors made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from recoupe.comparison.lineage import translations
from recoupe.comparison.lineage.linking import side
from recoupe.comparison.lineage.origins import Side
from recoupe.comparison.lineage.translations import cross_language_pairs, in_order, translated
from tests.comparison.lineage.worlds import world


def test_sentences_are_aligned_in_one_order() -> None:
    likeness = np.array([[0.9, 0.1, 0.6], [0.1, 0.2, 0.8], [0.7, 0.1, 0.1]], dtype=np.float32)
    assert in_order(likeness) == [(0, 0), (1, 2)]
    assert in_order(np.zeros((2, 3), dtype=np.float32)) == []
    assert in_order(np.zeros((0, 3), dtype=np.float32)) == []


def sides(*, apart: bool = False) -> list[Side]:
    made = world(0)
    made.add(made.account(0), "Le Fanal", "2024-03-05")
    if apart:
        made.slots = dict.fromkeys(made.slots, "Nowhere")
    day = "2024-03-06"
    made.add(made.account(0, language="en"), "The Harbour Mail", day, language="en")
    return [side(reading) for reading in made.readings]


def test_reports_that_share_names_are_tried() -> None:
    assert cross_language_pairs(sides()) == [(0, 1)]
    assert cross_language_pairs(sides(apart=True)) == []


def test_reports_far_apart_in_time_are_not_tried() -> None:
    one, other = sides()
    late = replace(other.reading.article, published="2024-09-01")
    far = replace(other, reading=replace(other.reading, article=late))
    assert cross_language_pairs([one, far]) == []


def test_sentences_unlike_each_other_make_no_translation() -> None:
    def unlike(texts: Sequence[str]) -> NDArray[np.float32]:
        axis = 0 if any("é" in text for text in texts) else 1
        return np.tile(np.eye(2, dtype=np.float32)[axis], (len(texts), 1))

    assert list(translated(sides(), unlike)) == []


def test_no_more_reports_are_encoded_than_there_is_time_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(translations, "ENCODED", 1)
    assert cross_language_pairs(sides()) == []
