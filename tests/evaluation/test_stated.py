"""Sentences in which coders state what they coded, on texts of our own."""

from __future__ import annotations

import pytest

from recoupe.evaluation.gold_records import GoldToll
from recoupe.evaluation.stated import sentences, stated
from recoupe.languages import pack

RANGE = GoldToll("killed", 3, 7)
SINGLE = GoldToll("killed", 5, 5)


def cut(text: str, gold: GoldToll) -> list[str]:
    return [text[start:end] for start, end in stated(text, gold, pack("en"))]


def test_sentences_end_at_their_marks() -> None:
    text = "A mine fell in.  “Three died.” Why?\nNobody knows"
    found = [text[start:end] for start, end in sentences(text)]
    assert found == ["A mine fell in.", "“Three died.”", "Why?", "Nobody knows"]


@pytest.mark.parametrize(
    ("sentence", "gold"),
    [
        ("Between three and seven miners were killed.", RANGE),
        ("The union said three, the mayor 7.", RANGE),
        ("The minimum was set at three.", RANGE),
        ("Airwars identified five of the dead.", SINGLE),
    ],
)
def test_what_states_the_coded_range_is_cut(sentence: str, gold: GoldToll) -> None:
    assert cut(f"It rained. {sentence} It stopped.", gold) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "gold"),
    [
        ("The union said three miners were killed.", RANGE),
        ("Five miners were killed.", SINGLE),
        ("The minimum was set at three.", SINGLE),
        ("Between three and seven miners were killed.", GoldToll("killed", 3, None)),
    ],
)
def test_what_a_source_says_is_not(sentence: str, gold: GoldToll) -> None:
    assert cut(f"It rained. {sentence}", gold) == []
