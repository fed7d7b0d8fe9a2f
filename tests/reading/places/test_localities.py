"""Which words locate something, and which only say who speaks or acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Place, Statement
from recoupe.reading.parse import Parse
from recoupe.reading.places import localities, read_places

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]


def located(parse: Parse, statements: tuple[Statement, ...] = ()) -> list[tuple[str, str]]:
    found = localities(parse, read_places(parse), statements)
    return [(one.span.text, one.place.span.text) for one in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels shelled the harbour; Damascus denied it."),
        ("en", "The harbour was shelled on Monday, Damascus said."),
        ("en", "The special envoy for Syria counted 40 dead."),
        ("en", "Syria bombed the harbour."),
        ("fr", "Selon Damas, le port a été bombardé."),
        ("fr", "Le gouverneur de Damas a compté 40 morts."),
    ],
)
def test_who_speaks_or_acts_is_nowhere(parse_of: ParseOf, language: str, text: str) -> None:
    assert located(parse_of(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("en", "Damascus saw heavy shelling on Monday.", "Damascus"),
        ("en", "The army shelled the harbour in Syria.", "Syria"),
        ("en", "Damascus was shelled on Monday.", "Damascus"),
        ("fr", "L’armée a bombardé le port de Damas.", "Damas"),
    ],
)
def test_what_something_happens_to_or_in_is_kept(
    parse_of: ParseOf, language: str, text: str, town: str
) -> None:
    assert located(parse_of(text, language)) == [(town, town)]


def test_a_site_is_known_again_by_its_noun(parse_of: ParseOf) -> None:
    french = parse_of("L’aciérie Ferrandi brûle. Deux hommes sont morts dans l’usine.")
    assert ("usine", "aciérie Ferrandi") in located(french)
    english = parse_of("The Ferrandi plant is on fire. Two men died in the factory.", "en")
    assert ("factory", "Ferrandi plant") in located(english)


@pytest.mark.parametrize(
    "rest",
    [
        "Two men died in a factory.",
        "Two men died in the hospital.",
        "Two men died in the factories nearby.",
    ],
)
def test_another_site_is_not_taken_for_the_one_named(parse_of: ParseOf, rest: str) -> None:
    parse = parse_of(f"The Ferrandi plant is on fire. {rest}", "en")
    assert [words for words, _ in located(parse)] == ["Ferrandi plant"]


def test_the_name_of_a_unit_is_no_place(parse_of: ParseOf) -> None:
    named: tuple[Place, ...] = read_places(
        parse_of("A commander of the Azov regiment spoke. Azov commanders are in the plant.", "en")
    )
    assert named == ()
    french = parse_of("Un commandant du régiment Azov a parlé. Azov tient l’usine.")
    assert read_places(french) == ()


def test_a_capital_that_speaks_in_a_headline_is_a_government(parse_of: ParseOf) -> None:
    kinds = ("headline", "paragraph")
    parse = parse_of("Frappe sur un port, Damas dément\n\nLe port brûle.", "fr", None, kinds)
    [damascus] = read_places(parse)
    assert (damascus.kind, damascus.lat, damascus.country) == ("other", None, "SY")
