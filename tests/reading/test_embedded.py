"""Words that a clause inside a sentence gives as somebody's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.reading.attributions import read_attributions
from recoupe.reading.parse import Parse
from recoupe.reading.quotations import read_quotations

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]


def given(parse: Parse) -> list[tuple[str, str, str]]:
    return [
        (each.source[0].text, each.cue[0].text, each.content[0].text)
        for each in read_attributions(parse, read_quotations(parse))
        if each.source and each.cue
    ]


@pytest.mark.parametrize(
    ("language", "text", "source", "cue", "content"),
    [
        (
            "en",
            "The mayor left the harbour after what the union says was a threat by the owners.",
            "the union",
            "says",
            "was a threat by the owners",
        ),
        (
            "en",
            "The mayor spoke of the strike that the army says killed ten people.",
            "the army",
            "says",
            "killed ten people",
        ),
        (
            "fr",
            "Le maire condamne une frappe que l'armée dit avoir menée lundi.",
            "l'armée",
            "dit",
            "avoir menée lundi",
        ),
    ],
)
def test_a_clause_before_a_second_verb_gives_somebodys_words(
    parse_of: ParseOf, language: str, text: str, source: str, cue: str, content: str
) -> None:
    assert (source, cue, content) in given(parse_of(text, language))


def test_a_verb_that_says_nothing_gives_nobodys_words(parse_of: ParseOf) -> None:
    parse = parse_of("The boats that the union owns were sold by the bank.", "en")
    assert given(parse) == []
