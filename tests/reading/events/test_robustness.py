"""Hostile text, silent blocks, tables that are wrong, and ids."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from recoupe.languages import available, pack
from recoupe.languages.events import EventWords
from recoupe.reading.clauses import WORDS, clause, coordinated, own_words, under
from recoupe.reading.events import read_events
from recoupe.reading.events.acled import CASE_CODES, PLOVER_TYPES, TYPE_OF
from recoupe.reading.parse import Parse
from recoupe.reading.tokens import tokens_of


@pytest.mark.parametrize("code", available())
def test_every_type_of_a_table_is_in_the_codebooks(code: str) -> None:
    for trigger in pack(code).table("events", EventWords).triggers:
        assert trigger.subtype in TYPE_OF
        assert trigger.plover is None or trigger.plover in PLOVER_TYPES
    assert TYPE_OF.keys() == CASE_CODES.keys()


def test_a_class_that_is_not_listed_is_refused() -> None:
    table = pack("en").table("events", EventWords).model_dump()
    table["triggers"] = [{"subtype": "Attack", "verbs": ["attack"], "needs": ["@armmed"]}]
    with pytest.raises(ValidationError, match="@armmed of Attack is not among the classes"):
        EventWords.model_validate(table)


@pytest.mark.models
@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "\x00\x00 attack \x00",
        "\u202eattack \u200fattaque\u202c de \U0001f4a3\U0001f4a3 bombardement",
        "attack " * 100,
        "a" * 20_000,
        "e\u0301" * 50 + " bombardement. " + "(" * 200,
    ],
)
def test_hostile_text_is_read_and_spans_hold(
    parse_of: Callable[..., Parse], language: str, text: str
) -> None:
    parse = parse_of(text, language, None)
    for event in read_events(parse, (), (), (), (), ()):
        trigger = event.trigger
        assert parse.article.text[trigger.start : trigger.end] == trigger.text


@pytest.mark.models
def test_nothing_is_read_from_silent_blocks(parse_of: Callable[..., Parse]) -> None:
    text = "Un bombardement a détruit le pont.\n\nUn bombardement a détruit le pont."
    parse = parse_of(text, "fr", "2022-05-05", ("boilerplate", "paragraph"))
    [event] = read_events(parse, (), (), (), (), ())
    assert event.trigger.start > text.index("\n")


@pytest.mark.models
def test_ids_are_those_of_the_content(parse_of: Callable[..., Parse]) -> None:
    parse = parse_of("Un bombardement a détruit le pont. Un assaut a suivi.", "fr")
    first, again = (read_events(parse, (), (), (), (), ()) for _ in range(2))
    assert first == again
    assert len({event.id for event in first}) == 2


def test_a_parse_of_any_depth_costs_no_recursion() -> None:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    size = 5_000
    heads = [max(0, index - 1) for index in range(size)]
    words = ["word"] * size
    joined = Doc(Vocab(), words, heads=heads, deps=["ROOT"] + ["conj"] * (size - 1))
    hung = Doc(Vocab(), words, heads=heads, deps=["ROOT"] + ["obl"] * (size - 1))
    chain, nested = tokens_of(joined), tokens_of(hung)
    assert len(list(coordinated(chain[0]))) == WORDS
    assert len(list(own_words(nested[0]))) == WORDS
    assert not under(nested[0], nested[9])
    assert under(nested[9], nested[0])
    assert clause(nested[50]) == nested[0]
