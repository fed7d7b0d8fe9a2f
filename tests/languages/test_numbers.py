"""The tables of numbers, figures and times: the same questions to every pack."""

from __future__ import annotations

from typing import get_args

import pytest

from recoupe.errors import UsageError
from recoupe.languages import available, pack
from recoupe.languages.figures import FigureWords
from recoupe.languages.numbers import BoundKind, NumberWords, counting_profile, counting_profiles
from recoupe.languages.times import TimeWords
from recoupe.reading.figures.lexicon import figure_lexicon
from recoupe.reading.numbers import number_grammar
from recoupe.reading.times.grammar import time_grammar

CODES = available()


@pytest.mark.parametrize("code", CODES)
def test_every_table_compiles(code: str) -> None:
    assert number_grammar(pack(code)).core.search("12")
    assert time_grammar(pack(code)).rules
    assert figure_lexicon(pack(code)).people


@pytest.mark.parametrize("code", CODES)
def test_every_kind_of_bound_is_known(code: str) -> None:
    words = pack(code).table("numbers", NumberWords)
    assert set(words.bounds) == set(get_args(BoundKind)) == set(words.bounds_after)


@pytest.mark.parametrize("code", CODES)
def test_calendar_tables_are_whole(code: str) -> None:
    words = pack(code).table("times", TimeWords)
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(1, 8))
    assert set(words.seasons.values()) == {"SP", "SU", "FA", "WI"}
    assert set(words.units.values()) == {"D", "W", "M", "Q", "Y", "E", "C", "H", "MIN", "S"}


@pytest.mark.parametrize("code", CODES)
def test_nouns_that_say_what_is_counted_are_people(code: str) -> None:
    words = pack(code).table("figures", FigureWords)
    known = {*words.people, *words.phrases}
    for subject in ("killed", "injured", "detained"):
        assert set(words.nouns[subject]) <= known, subject  # type: ignore[index]


@pytest.mark.parametrize("code", CODES)
def test_words_are_in_lower_case(code: str) -> None:
    words = pack(code).table("figures", FigureWords)
    for form in (*words.people, *words.phrases, *words.skipped, *words.hedges, *words.count_nouns):
        assert form == form.lower()


def test_every_profile_is_complete_and_in_order() -> None:
    for name, profile in counting_profiles().items():
        assert profile.source, name
        assert set(profile.magnitudes) == set(counting_profile("recoupe").magnitudes), name
        assert all(0 < low <= high for low, high in profile.magnitudes.values()), name


def test_an_unknown_profile_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="no counting profile 'guess'") as caught:
        counting_profile("guess")
    assert "recoupe" in str(caught.value.remedy)
