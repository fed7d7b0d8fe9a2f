"""The shared parse: on the article's offsets, and never across a block."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.errors import ModelMissingError
from recoupe.languages import available, pack
from recoupe.reading.parse import Parse
from recoupe.reading.pipelines import pipeline
from recoupe.reading.tokens import text_of

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]

PAGE = "Le pont de Brest\n\nPar Luc Morin\n\nLa maire l’a fermé. Il rouvrira lundi"
KINDS = ("headline", "byline", "paragraph")


def test_tokens_stand_where_the_text_has_them(parse_of: ParseOf) -> None:
    text = "« L’été »\u00a0: 👩‍🚒 “oui”, a\u0301\x00 dit-il."
    parse = parse_of(text)
    assert len(parse.doc.text) == len(text)
    for token in parse.words:
        assert parse.span(token).text == text[token.idx : token.idx + len(token)]


def test_sentences_keep_to_blocks_and_leave_silent_ones_out(parse_of: ParseOf) -> None:
    parse = parse_of(PAGE, "fr", "2022-05-05", KINDS)
    found = [(each.block.kind, PAGE[each.start : each.end].strip()) for each in parse.sentences]
    assert found == [
        ("headline", "Le pont de Brest"),
        ("paragraph", "La maire l’a fermé."),
        ("paragraph", "Il rouvrira lundi"),
    ]


def test_readable_is_one_block_that_is_not_silent(parse_of: ParseOf) -> None:
    parse = parse_of(PAGE, "fr", "2022-05-05", KINDS)
    silent, story = PAGE.index("Par"), PAGE.index("La maire")
    assert parse.readable(0, len("Le pont"))
    assert parse.readable(story, len(PAGE))
    assert not parse.readable(silent, silent + 3)
    assert not parse.readable(0, story + 2)


def test_tokens_are_those_that_overlap(parse_of: ParseOf) -> None:
    text = "The bridge is closed."
    parse = parse_of(text, "en")
    assert [token.text for token in parse.tokens(4, 13)] == ["bridge", "is"]
    assert [token.text for token in parse.tokens(6, 7)] == ["bridge"]
    assert len(parse.tokens(3, 4)) == 0
    assert [token.text for token in parse.tokens(0, len(text))] == [*text[:-1].split(), "."]


def test_all_readers_go_through_the_same_tokens(parse_of: ParseOf) -> None:
    parse = parse_of(PAGE, "fr", "2022-05-05", KINDS)
    assert parse.words is parse.words
    for sentence in parse.sentences:
        assert list(sentence.words) == list(sentence.tokens)
        assert sentence.words[0] is parse.words[sentence.tokens.start]


def test_shared_tokens_are_those_that_overlap(parse_of: ParseOf) -> None:
    text = "  The bridge\n is closed. "
    parse = parse_of(text, "en")
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            tokens = parse.tokens(start, end)
            assert list(parse.words_in(start, end)) == list(tokens)
            assert parse.overlap(start, end) == (tokens.start, tokens.end)
            assert text_of(tokens) == parse.doc[tokens.start : tokens.end].text


def test_plain_text_is_lower_case_on_the_same_offsets(parse_of: ParseOf) -> None:
    assert parse_of("L’Été", "fr").plain == "l'été"
    grown = "Le port de İzmir est OUVERT."
    assert parse_of(grown, "fr").plain == "le port de İzmir est ouvert."


@pytest.mark.parametrize("code", available())
def test_without_a_pipeline_the_remedy_names_what_to_install(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = pack(code).about.pipelines[0].replace("_", "-")
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(ModelMissingError, match=f"pip install one of: {first}"):
        pipeline.__wrapped__(code)
