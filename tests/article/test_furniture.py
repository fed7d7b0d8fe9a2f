"""The words of furniture of every pack are written as they are looked up."""

from __future__ import annotations

import pytest

from recoupe.article.furniture import furniture, plain
from recoupe.languages import available, pack
from recoupe.languages.furniture import FurnitureWords


@pytest.mark.parametrize("code", available())
def test_words_are_plain_and_given_once(code: str) -> None:
    table = pack(code).table("furniture", FurnitureWords)
    for key in FurnitureWords.model_fields:
        words = getattr(table, key)
        if isinstance(words, bool):
            continue
        assert [word for word in words if word != plain(word)] == [], key
        assert sorted(words) == sorted(set(words)), key


@pytest.mark.parametrize("code", available())
def test_words_that_say_changed_are_among_those_that_open_a_date(code: str) -> None:
    table = pack(code).table("furniture", FurnitureWords)
    assert set(table.changed) <= set(table.dated)


def test_furniture_of_every_pack_is_known_at_once() -> None:
    words = furniture()
    assert words.by.match("par anne")
    assert words.by.match("by ann")
    assert {"publicité", "advertisement"} <= words.whole
    assert words.calendar.search("le 5 mai")
    assert words.calendar.search("may 5th")


def test_plain_text_has_plain_marks_and_single_spaces() -> None:
    assert plain(" L’ÉTÉ\u00a0\n\u200b– fini ") == "l'été - fini"
