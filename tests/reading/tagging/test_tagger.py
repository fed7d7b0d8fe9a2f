"""The shipped network, on sentences of our own: linked statements, and a pack's conventions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.errors import ModelMissingError
from recoupe.reading.attributions import read_attributions
from recoupe.reading.attributions.conventions import conforming
from recoupe.reading.attributions.finding import Finding
from recoupe.reading.attributions.lexicon import lexicon
from recoupe.reading.attributions.merging import calibrated
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.tagging import Network
from recoupe.reading.drafts import Attribution
from recoupe.reading.parse import Parse
from recoupe.reading.quotations import read_quotations


def words(draft: Attribution) -> tuple[str, str, str]:
    parts = (draft.content, draft.cue, draft.source)
    content, cue, source = (" … ".join(span.text for span in part) for part in parts)
    return content, cue, source


def read(parse: Parse) -> list[tuple[str, str, str]]:
    return [words(draft) for draft in read_attributions(parse, read_quotations(parse), "accurate")]


def test_a_statement_comes_linked(parse_of: Callable[..., Parse]) -> None:
    text = (
        "The ministry said on Monday that two drones had been shot down, but residents told "
        "reporters that a third one hit the school."
    )
    found = read(parse_of(text, "en"))
    assert ("that two drones had been shot down", "said", "The ministry") in found
    assert any(cue == "told" and source == "residents" for _, cue, source in found)


def test_french_is_read_by_the_same_network(parse_of: Callable[..., Parse]) -> None:
    text = "« Le pont a cédé à l'aube », a raconté une habitante du quartier."
    assert read(parse_of(text)) == [
        ("« Le pont a cédé à l'aube »", "a raconté", "une habitante du quartier")
    ]


def test_nothing_is_read_where_nobody_speaks(parse_of: Callable[..., Parse]) -> None:
    assert read(parse_of("Le pont mesure 300 mètres. Il a été construit en 1962.")) == []


def test_spans_are_of_the_text_and_the_confidence_a_share(parse_of: Callable[..., Parse]) -> None:
    parse = parse_of("Selon la police, «tout est calme». Le maire, lui, dément\u00a0: rien ne va.")
    drafts = read_attributions(parse, read_quotations(parse), "accurate")
    assert drafts
    for draft in drafts:
        assert 0 < draft.confidence < 1
        for span in (*draft.content, *draft.cue, *draft.source):
            assert parse.article.text[span.start : span.end] == span.text


def test_missing_weights_are_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError) as caught:
        Network(tmp_path)
    assert "--mode rules" in caught.value.remedy


def test_confidence_grows_with_the_likelihood() -> None:
    likely = [calibrated(number / 10) for number in range(11)]
    assert likely == sorted(likely)
    assert 0 < likely[0] < 0.5 < likely[-1] < 1


def test_a_quotation_that_goes_on_is_apart_where_the_language_counts_it_so(
    parse_of: Callable[..., Parse],
) -> None:
    text = "«Nous restons», a aussi dit le maire. «Demain comme hier.» Il pleuvait."
    parse = parse_of(text)
    page = Page(parse, read_quotations(parse))
    found = Finding(((0, 14), (38, 58)), (18, 27), (28, 36), "tagged")
    assert [text[slice(*place)] for place in found.content] == [
        "«Nous restons»",
        "«Demain comme hier.»",
    ]
    first, second = conforming(page, found, lexicon(parse.pack))
    assert (first.content, second.content) == (((0, 14),), ((38, 58),))
    assert (second.cue, second.pattern) == (None, "floating")


def test_a_piece_of_small_words_is_no_content(parse_of: Callable[..., Parse]) -> None:
    text = "The council confirmed the same day that the bridge would reopen."
    page = Page(parse_of(text, "en"), ())
    found = Finding(((22, 25), (35, 63)), (12, 21), (0, 11), "tagged")
    assert [text[slice(*place)] for place in found.content] == [
        "the",
        "that the bridge would reopen",
    ]
    (kept,) = conforming(page, found, lexicon(page.parse.pack))
    assert kept.content == ((35, 63),)
    alone = Finding(((22, 25),), (12, 21), None, "tagged")
    assert next(conforming(page, alone, lexicon(page.parse.pack))).content == ((22, 25),)
