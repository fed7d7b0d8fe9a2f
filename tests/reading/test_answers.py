"""Who denies or confirms what a pronoun stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.reading.attributions import read_attributions
from recoupe.reading.parse import Parse
from recoupe.reading.quotations import read_quotations

ParseOf = Callable[..., Parse]


def said(parse: Parse) -> list[tuple[str, str, str, str]]:
    return [
        (one.content[0].text, one.cue[0].text, one.source[0].text, one.stance)
        for one in read_attributions(parse, read_quotations(parse))
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The port authority denies it.", ("it", "denies", "The port authority", "denies")),
        ("en", "The mayor has denied this.", ("this", "has denied", "The mayor", "denies")),
        ("en", "The mayor confirmed it.", ("it", "confirmed", "The mayor", "confirms")),
        ("fr", "La préfecture l'a démenti.", ("l'", "a démenti", "La préfecture", "denies")),
        ("fr", "La maire l'a confirmé.", ("l'", "a confirmé", "La maire", "confirms")),
    ],
)
def test_a_pronoun_may_be_denied_and_confirmed(
    parse_of: ParseOf, language: str, text: str, expected: tuple[str, str, str, str]
) -> None:
    assert said(parse_of(text, language)) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor saw it."),
        ("en", "The mayor painted it."),
        ("fr", "La maire l'a lu."),
        ("fr", "Les travaux que la maire a confirmés coûteront cher."),
    ],
)
def test_nothing_else_is_reported_of_a_pronoun(parse_of: ParseOf, language: str, text: str) -> None:
    assert all(len(content) > 4 for content, _, _, _ in said(parse_of(text, language)))
