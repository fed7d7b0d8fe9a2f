"""Numbers in French and English: values, bounds, ranges, vague quantities, hostile text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.languages import available, pack
from recoupe.languages.numbers import counting_profile
from recoupe.reading.numbers import number_value, read_quantities


def read(
    text: str, code: str, profile: str = "recoupe"
) -> list[tuple[str, int | None, int | None]]:
    found = read_quantities(text.lower(), pack(code), counting_profile(profile))
    return [(text[q.start : q.end], q.low, q.high) for q in found]


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("17 marins", 17, 17, False),
        ("une vingtaine", 20, 20, True),
        ("une petite centaine", 100, 100, True),
        ("environ 300", 300, 300, True),
        ("plus de 100", 101, None, False),
        ("au moins 100", 100, None, False),
        ("moins de 50", None, 49, False),
        ("jusqu'à 50", None, 50, False),
        ("quelques centaines", 200, 900, True),
        ("plusieurs milliers", 2000, 9000, True),
        ("des dizaines", 20, 90, True),
        ("plusieurs dizaines de milliers", 20_000, 90_000, True),
        ("entre 150 et 200", 150, 200, False),
        ("de 2 à 3 millions", 2_000_000, 3_000_000, False),
        ("vingt et un", 21, 21, False),
        ("1,5 million", 1_500_000, 1_500_000, False),
        ("40 000", 40_000, 40_000, False),
        ("40\u202f000", 40_000, 40_000, False),
        ("40'000", 40_000, 40_000, False),
        ("3.500", 3_500, 3_500, False),
    ],
)
def test_french(text: str, low: int | None, high: int | None, approximate: bool) -> None:
    (found,) = read_quantities(text, pack("fr"), counting_profile("recoupe"))
    assert (found.low, found.high, found.approximate) == (low, high, approximate)


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("seventeen", 17, 17, False),
        ("dozens", 20, 90, True),
        ("tens of thousands", 20_000, 90_000, True),
        ("two dozen", 24, 24, True),
        ("more than 1,200", 1201, None, False),
        ("fewer than ten", None, 9, False),
        ("as many as 40", None, 40, False),
        ("no fewer than 40", 40, None, False),
        ("between 150 and 200", 150, 200, False),
        ("between four and five", 4, 5, False),
        ("two hundred and fifty", 250, 250, False),
        ("some 300", 300, 300, True),
        ("40 or so", 40, 40, True),
    ],
)
def test_english(text: str, low: int | None, high: int | None, approximate: bool) -> None:
    (found,) = read_quantities(text, pack("en"), counting_profile("recoupe"))
    assert (found.low, found.high, found.approximate) == (low, high, approximate)


def test_two_numbers_joined_by_a_word_are_two() -> None:
    assert [low for _, low, _ in read("four and five and six", "en")] == [4, 5, 6]
    assert [low for _, low, _ in read("deux et trois", "fr")] == [2, 3]


def test_a_profile_decides_what_vague_words_mean() -> None:
    assert read("dozens", "en", "airwars") == [("dozens", 12, 24)]
    assert read("dozens", "en", "acled") == [("dozens", 12, 12)]
    assert read("hundreds", "en", "acled") == [("hundreds", 100, 100)]
    assert read("dozens", "en", "ucdp") == read("dozens", "en")


def test_an_article_alone_is_no_number() -> None:
    assert read("un homme et une femme", "fr") == []
    assert read("a man", "en") == []


@pytest.mark.parametrize(("text", "code", "value"), [("trois", "fr", 3), ("2.5", "en", 2.5)])
def test_one_exact_number(text: str, code: str, value: float) -> None:
    assert number_value(text, pack(code)) == value
    assert number_value(f"{text} x", pack(code)) is None


@pytest.mark.parametrize("text", ["9" * 5_000, "one " * 2_000, "mille " * 2_000, "1 " * 2_000])
@pytest.mark.parametrize("code", available())
def test_hostile_lines_are_read_in_time(text: str, code: str) -> None:
    for found in read_quantities(text, pack(code), counting_profile("recoupe")):
        assert found.low is None or found.low < 10**18


_PIECES = st.sampled_from(
    [
        "12",
        "3,5",
        "1 000",
        "une ",
        "centaine",
        "two",
        " and ",
        "entre ",
        " et ",
        "plus de ",
        "\x00",
        "at least ",
        "dozens",
        " of ",
        "thousands",
        "\u202e",
        "𝟙",
        "-",
        "٣",
        "½",
        " million",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES | st.text(max_size=4), max_size=10).map("".join))
def test_bounds_are_in_order_and_spans_are_in_the_text(text: str) -> None:
    for code in available():
        end = 0
        for found in read_quantities(text, pack(code), counting_profile("recoupe")):
            assert end <= found.start < found.end <= len(text)
            end = found.end
            if found.low is not None and found.high is not None:
                assert found.low <= found.high
