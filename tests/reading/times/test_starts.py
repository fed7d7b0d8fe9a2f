"""The first letters of a pattern: no match may begin otherwise, or rules would be lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.languages import available, pack
from recoupe.reading.times.grammar import find_matches, time_grammar
from recoupe.reading.times.starts import shape, starts


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("lundi", {"lun"}),
        ("(?:le )?soir", {"le ", "soi"}),
        (r"\d{1,2} mai", {"0"}),
        ("[ab]c|de", {"ac", "bc", "de"}),
        (r"(?<!\w)(?=x)l'an", {"l'a"}),
        (r"\w+ soir", {""}),
        (r"\s*hier", {"", "hie"}),
    ],
)
def test_first_letters(pattern: str, expected: set[str]) -> None:
    assert starts(pattern) == expected


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
    text = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=14)))
    grammar = time_grammar(pack(code))
    every = replace(grammar, starts=tuple((name, frozenset({""})) for name in grammar.patterns))
    found, expected = (
        [(name, match.span()) for name, match in find_matches(text, 0, len(text), tried)]
        for tried in (grammar, replace(every, _by_start={}))
    )
    assert found == expected
