"""From figures to the toll of an incident."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.reading.figures import read_figures
from recoupe.reading.figures.summary import toll
from recoupe.reading.parse import Parse

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Twelve miners were killed, including three women.", 12, 12),
        ("At least 7 miners were killed. The union said 9 miners were killed.", 7, 9),
        ("At least 7 miners were killed.", 7, 7),
        ("Up to 20 miners were killed. The union said 14 miners were killed.", 14, 20),
        ("The blast killed a nurse and four sailors.", 5, 5),
        ("The blast killed a nurse, Ann Smith, and her two sons.", 3, 3),
        ("Seven miners, Tom Hill and his two sons among them, were killed.", 7, 7),
        ("The blast killed four miners in Hull and five miners in Leeds.", 9, 9),
        (f"{'It rained. ' * 20}Two children were killed. In all 9 people were killed.", 9, 9),
        (f"{'It rained. ' * 20}Six miners were killed. The union said 9 were killed.", 6, 9),
    ],
)
def test_the_toll(parse_of: Callable[..., Parse], text: str, low: int, high: int) -> None:
    parse = parse_of(text, "en")
    figures = read_figures(parse, (), (), (), counting="recoupe")
    found = toll(parse.article, figures, "killed")
    assert found is not None
    assert (found.low, found.high) == (low, high)
    assert found.words in parse.article.text


def test_no_figure_is_no_toll(parse_of: Callable[..., Parse]) -> None:
    parse = parse_of("Nobody was hurt.", "en")
    assert toll(parse.article, (), "killed") is None
