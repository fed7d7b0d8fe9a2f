"""Which cues a language pack lists."""

from __future__ import annotations

import pytest

from recoupe.evaluation.cue_lexicon import listed


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "cue", "expected"),
    [
        ("fr", "a déclaré", True),
        ("fr", "dément", True),
        ("fr", "selon", True),
        ("fr", "a tartiné", False),
        ("en", "said", True),
        ("en", "according to", True),
        ("en", "sneezed", False),
    ],
)
def test_a_cue_is_listed_in_any_form(language: str, cue: str, expected: bool) -> None:
    assert listed(language, cue) == expected
