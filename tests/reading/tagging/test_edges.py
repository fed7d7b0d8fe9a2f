"""A content has both marks of a quotation or none of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.tagging.edges import mended
from recoupe.reading.parse import Parse
from recoupe.reading.quotations import read_quotations

TEXT = "Il a dit: «Nous partons. Demain matin.» Puis il s'est tu, «fatigué», selon elle."


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        (["«Nous partons"], ["«Nous partons. Demain matin.»"]),
        (["Nous partons. Demain matin"], ["«Nous partons. Demain matin.»"]),
        (["Nous partons."], ["Nous partons."]),
        (["«Nous partons.", "Demain matin.»"], ["«Nous partons. Demain matin.»"]),
        (["il s'est tu, «fatigué"], ["il s'est tu, «fatigué»"]),
        (["Nous", "Demain"], ["Nous", "Demain"]),
        (["il s'est tu"], ["il s'est tu"]),
    ],
)
def test_contents_are_mended(
    parse_of: Callable[..., Parse], found: list[str], whole: list[str]
) -> None:
    parse = parse_of(TEXT)
    places = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in found]
    page = Page(parse, read_quotations(parse))
    assert [TEXT[start:end] for start, end in mended(page, places, ())] == whole


def test_words_of_the_cue_never_become_content(parse_of: Callable[..., Parse]) -> None:
    text = "«Nous partons, a-t-il dit, demain.»"
    parse = parse_of(text)
    cue = (text.index("a-t-il"), text.index(", demain"))
    first = (0, len("«Nous partons"))
    assert mended(Page(parse, read_quotations(parse)), [first], [cue]) == (first,)


@pytest.mark.parametrize(
    ("cue", "whole"),
    [
        ("a dit", "«Le port reste ouvert». [La mairie] jusqu'à lundi"),
        ("lundi", "«Le port reste ouvert»"),
    ],
)
def test_an_editors_bracket_does_not_end_a_content(
    parse_of: Callable[..., Parse], cue: str, whole: str
) -> None:
    text = "Il a dit: «Le port reste ouvert». [La mairie] jusqu'à lundi. Il pleuvait."
    page = Page(parse_of(text), read_quotations(parse_of(text)))
    content = (text.index("«"), text.index("»") + 1)
    apart = [(text.index(cue), text.index(cue) + len(cue))]
    assert [text[start:end] for start, end in mended(page, [content], apart)] == [whole]
