"""Every pack names everything that a page may have to say."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from recoupe.languages import available, pack
from recoupe.languages.page import PageWords


def holes(text: str) -> list[str]:
    return re.findall(r"{(\w+)}", text)


@pytest.mark.parametrize("code", available())
def test_every_phrase_has_words_and_the_same_holes_in_every_language(code: str) -> None:
    labels = pack(code).table("page", PageWords).labels
    english = pack("en").table("page", PageWords).labels
    for name in type(labels).model_fields:
        phrase = getattr(labels, name)
        assert phrase.strip(), name
        assert holes(phrase) == holes(getattr(english, name)), name


@pytest.mark.parametrize("field", ["stances", "subjects", "block_kinds", "media"])
def test_a_value_without_a_name_is_refused(field: str) -> None:
    table = pack("en").table("page", PageWords).model_dump()
    gone = next(iter(table[field]))
    del table[field][gone]
    with pytest.raises(ValidationError, match=f"{field} does not name {gone}"):
        PageWords.model_validate(table)
