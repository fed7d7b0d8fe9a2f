"""The first letters of a pattern: no match may begin otherwise, or rules would be lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.languages import available, pack
from recoupe.reading.times.grammar import find_matches, time_grammar
from recoupe.reading.times.starts import head, shape, starts


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("lundi soir", {"lundi "}),
        ("(?:le )?soir", {"le soi", "soir"}),
        (r"\d{1,2} mai", {"0"}),
        ("[ab]c|de", {"ac", "bc", "de"}),
        (r"(?<!\w)(?=x)l'an", {"l'an"}),
        (r"\w+ soir", {""}),
        (r"\s*hier", {"hier", " hier"}),
        (r"la\s+nuit", {"la nui"}),
        (r"la\s+(?:\s+)?nuit", {"la nui"}),
        (r"la[\s-]nuit", {"la nui", "la-nui"}),
    ],
)
def test_first_letters(pattern: str, expected: set[str]) -> None:
    assert starts(pattern) == expected


def test_white_space_of_any_kind_and_length_is_one_space() -> None:
    text = "la \n\u00a0 nuit" + " " * 500 + "du 3"
    assert head(text, 0, len(text)) == "la nui"
    assert head(text, text.index("nuit"), len(text)) == "nuit d"
    assert head("la nuit", 0, 4) == "la n"


def test_digits_of_any_script_have_one_shape() -> None:
    assert shape("12a") == shape("٣٤a") == "00a"


_WORDS = {
    "fr": "le la l'an dernier lundi soir 3 mai 2021 h 17 il y a deux jours prochain hier en été",
    "en": "the last next Monday night 3 May 2021 , 5 p.m. two days ago this year's third quarter",
}


@settings(max_examples=40, deadline=None)
@given(st.data())
@pytest.mark.parametrize("code", available())
def test_no_rule_is_left_out_that_would_match(code: str, data: st.DataObject) -> None:
    words = _WORDS[code].lower().split()
    chosen = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=14))
    spaces = st.sampled_from([" ", " ", "  ", "\n", "\u00a0 "])
    text = "".join(word + data.draw(spaces) for word in chosen)
    grammar = time_grammar(pack(code))
    every = replace(grammar, starts=tuple((name, frozenset({""})) for name in grammar.patterns))
    found, expected = (
        [(name, match.span()) for name, match in find_matches(text, 0, len(text), tried)]
        for tried in (grammar, replace(every, _by_start={}, _opens={}))
    )
    assert found == expected
