"""The shipped network, on sentences of our own: linked statements, and a pack's conventions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from recoupe.errors import ModelMissingError
from recoupe.reading.attributions import find_by_rules, read_attributions
from recoupe.reading.attributions.conventions import conforming
from recoupe.reading.attributions.finding import Finding
from recoupe.reading.attributions.lexicon import lexicon
from recoupe.reading.attributions.merging import calibrated, merge
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.tagging import Network, Tags, tag
from recoupe.reading.attributions.tagging.decoding import OUTSIDE
from recoupe.reading.attributions.tagging.network import Seen
from recoupe.reading.attributions.tagging.words import Run, words_of
from recoupe.reading.drafts import Attribution
from recoupe.reading.parse import Parse
from recoupe.reading.quotations import read_quotations

Array = NDArray[Any]


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


class Wordless(Network):
    """A network that finds cues and never a word that is said about one."""

    def roles(self, seen: Seen, anchors: Sequence[Run], relations: Array) -> Array:
        found: Array = np.full((len(anchors), relations.shape[1], 5), -9.0, np.float32)
        found[:, :, OUTSIDE] = 0
        return found


def test_a_cue_without_content_takes_the_content_of_the_rules(
    parse_of: Callable[..., Parse],
) -> None:
    text = "Le maire a dit que tout allait bien. Puis il a repris la route."
    page = Page(parse_of(text), ())
    rules = find_by_rules(page, lexicon(page.parse.pack))
    (found,) = tag(page, rules, Wordless()).statements
    assert [text[start:end] for start, end in found.content] == ["tout allait bien"]
    assert (found.cue, found.source) == ((9, 14), (0, 8))
    assert tag(page, [], Wordless()).statements == ()


def test_of_the_rules_alone_only_sure_quotations_without_cue_stay(
    parse_of: Callable[..., Parse],
) -> None:
    text = "«Nous restons ici.» Le maire a dit non."
    page = Page(parse_of(text), read_quotations(parse_of(text)))
    lex = lexicon(page.parse.pack)
    floating = Finding(((0, 19),), None, None, "floating")
    told = Finding(((35, 38),), (29, 34), (20, 28), "object")
    words = words_of(page)
    sure = Tags(words, (), np.ones(len(words)))
    assert [item.content for item in merge(page, [floating, told], sure, lex)] == [((0, 19),)]
    unsure = Tags(words, (), np.full(len(words), 0.9))
    assert merge(page, [floating, told], unsure, lex) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [("la", "la direction du port"), ("la direction", "la direction"), ("On", "On")],
)
def test_a_source_of_an_article_alone_gets_its_noun(
    parse_of: Callable[..., Parse], source: str, expected: str
) -> None:
    text = "« Rien ne sera fermé », a dit la direction du port. On a vu le pont tomber."
    parse = parse_of(text)
    page, start = Page(parse, read_quotations(parse)), text.index(source)
    place = (start, start + len(source))
    [found] = conforming(page, Finding(((0, 23),), (25, 30), place, "tagged"), lexicon(parse.pack))
    assert found.source is not None
    assert text[slice(*found.source)] == expected
