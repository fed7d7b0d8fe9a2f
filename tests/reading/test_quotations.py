"""Quotations: every pair of marks, nested, mismatched, unclosed, over paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.reading.parse import Parse
from recoupe.reading.quotations import read_quotations

ParseOf = Callable[..., Parse]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("« Le pont rouvre », dit le maire.", "Le pont rouvre"),
        ("“Le pont rouvre”, dit le maire.", "Le pont rouvre"),
        ('"Le pont rouvre", dit le maire.', "Le pont rouvre"),
        ("„Le pont rouvre“, dit le maire.", "Le pont rouvre"),
        ("” Le pont rouvre “, dit le maire.", "Le pont rouvre"),
        ('“Le pont rouvre", dit le maire.', "Le pont rouvre"),
        ("‹ Le pont rouvre ›, dit le maire.", "Le pont rouvre"),
    ],
)
def test_every_pair_of_marks_quotes(parse_of: ParseOf, text: str, inner: str) -> None:
    (quotation,) = read_quotations(parse_of(text))
    assert quotation.inner.text == inner
    assert quotation.closed
    assert quotation.depth == 0


def test_english_marks_and_apostrophes(parse_of: ParseOf) -> None:
    text = "The miners' leader said: ‘It’s the owners’ fault.’ He didn't say ''more''."
    found = read_quotations(parse_of(text, "en"))
    assert [q.inner.text for q in found] == ["It’s the owners’ fault.", "more"]


def test_a_quotation_inside_a_quotation_is_deeper(parse_of: ParseOf) -> None:
    found = read_quotations(parse_of("« Il m'a dit “pars” et je suis parti », raconte Paul."))
    assert [(q.inner.text, q.depth) for q in found] == [
        ("Il m'a dit “pars” et je suis parti", 0),
        ("pars", 1),
    ]


def test_an_unclosed_quotation_runs_to_the_end_of_its_paragraph(parse_of: ParseOf) -> None:
    found = read_quotations(parse_of("« Nous partons demain.\n\nLe maire se tait."))
    assert [(q.inner.text, q.closed) for q in found] == [("Nous partons demain.", False)]


def test_nothing_is_quoted_in_silent_blocks(parse_of: ParseOf) -> None:
    text = "« Acceptez nos cookies »\n\n« Nous partons », dit-il."
    found = read_quotations(parse_of(text, kinds=("boilerplate", "paragraph")))
    assert [q.inner.text for q in found] == ["Nous partons"]


@pytest.mark.parametrize("text", ["«", "»»»", '" " "', "«»", "“”“”", "''", "«\x00»", "« " * 50])
def test_lone_marks_do_no_harm(parse_of: ParseOf, text: str) -> None:
    for quotation in read_quotations(parse_of(text + " fin")):
        assert quotation.span.start <= quotation.inner.start < quotation.inner.end
