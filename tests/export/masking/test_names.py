"""Names are found whatever is done to their letters, and nothing else is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from recoupe.export.masking.names import Found, Names
from recoupe.export.masking.veil import veiled
from tests.conftest import make_test_article

WORDS = some.text("aeéilmnoœrstvzßЖир", min_size=2, max_size=8)
NAMES = some.lists(WORDS.map(str.capitalize), min_size=1, max_size=3).map(" ".join)
VARIANTS = (
    str,
    str.upper,
    lambda name: name.replace(" ", "-"),
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: name.replace(" ", "  "),
    lambda name: f"#{name.replace(' ', '')}",
)


def names(*told: str) -> Names:
    found = Names()
    for one in told:
        found.add(one, "a witness")
        found.add_words(one, "a witness")
    return found


@given(
    name=NAMES, variant=some.sampled_from(VARIANTS[:5]), around=some.text(" .,«»\"'()", max_size=4)
)
def test_a_name_is_found_in_every_spelling(name: str, variant: object, around: str) -> None:
    text = f"1{around} {variant(name)} {around}2"  # type: ignore[operator]
    masked = names(name).masked(text)
    left = masked.replace("[a witness]", "")
    assert left != masked
    assert not any(char.isalpha() for char in left)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Jonas Vilks said", "[a witness] said"),
        ("JONAS VILKS", "[a witness]"),
        ("Vilks’s house", "[a witness]’s house"),
        ("#JonasVilks", "#[a witness]"),
        ("Vilksborg is a town", "Vilksborg is a town"),
        ("nobody", "nobody"),
        ("Jonas, Vilks' brother", "[a witness]' brother"),
    ],
)
def test_a_name_is_replaced_by_its_label_in_brackets(text: str, masked: str) -> None:
    assert names("Jonas Vilks").masked(text) == masked


def test_a_particle_and_a_title_alone_are_no_name() -> None:
    found = Names()
    found.add_words("Dr Ahmed van Li", "a witness", but={"Dr"})
    assert found.masked("Dr Who went by van to li") == "Dr Who went by van to li"
    assert found.masked("Ahmed and Li") == "[a witness] and [a witness]"


@pytest.mark.parametrize(
    ("address", "says_it"),
    [
        ("https://paper.example/jonas-vilks-speaks", True),
        ("https://paper.example/?q=jonasvilks", True),
        ("https://paper.example/%56ilks", True),
        ("https://paper.example/story", False),
    ],
)
def test_a_name_is_found_in_addresses(address: str, says_it: bool) -> None:
    assert names("Jonas Vilks").in_address(address) is says_it


@given(
    text=some.text("ab \n.", min_size=4, max_size=40),
    cuts=some.lists(some.tuples(some.integers(0, 39), some.integers(1, 6)), max_size=4),
    at=some.tuples(some.integers(0, 39), some.integers(1, 39)),
)
def test_spans_keep_their_words_where_others_are_masked(
    text: str, cuts: list[tuple[int, int]], at: tuple[int, int]
) -> None:
    article = make_test_article(text, "en", "2022-05-05")
    found = [
        Found(start, min(start + size, len(text)), "x") for start, size in cuts if start < len(text)
    ]
    start, end = min(at[0], len(text) - 1), min(at[0] + at[1], len(text))
    if start >= end:
        return
    veil = veiled(article, found)
    span = veil.span(article.span(start, end))
    hidden = {place for one in veil.found for place in range(one.start, one.end)}
    kept = "".join(text[place] for place in range(start, end) if place not in hidden)
    assert span.text.replace("[x]", "") == kept
    assert veil.shown.text.replace("[x]", "") == "".join(
        char for place, char in enumerate(text) if place not in hidden
    )
