"""What denies, and what two denials in one clause come to."""

from __future__ import annotations

import pytest

from recoupe.comparison.contradiction.sketch import Wording, sketch


@pytest.mark.parametrize(
    ("text", "language", "denied"),
    [
        ("La mairie dément la fermeture.", "fr", True),
        ("La mairie ne dément pas la fermeture.", "fr", False),
        ("Personne n'a jamais rien dit de la fermeture.", "fr", True),
        ("Rien n'empêche la fermeture.", "fr", False),
        ("The town denied the closure.", "en", True),
        ("Nothing prevents the closure.", "en", False),
    ],
)
def test_a_denial_that_is_denied_affirms(text: str, language: str, denied: bool) -> None:
    found = sketch(Wording(text, language))
    last = next(found.words[at] for at in reversed(found.telling))
    assert last.negated is denied


def test_non_denies_the_next_word_only() -> None:
    found = sketch(Wording("Les enfants non vaccinés restent chez eux.", "fr"))
    assert {word.form for word in found.words if word.negated and word.kind == "content"} == {
        "vaccinés"
    }


def test_a_listed_form_has_no_meaning_of_another_word_of_its_stem() -> None:
    found = sketch(Wording("Une partie des otages.", "fr"))
    assert [mark.sense.value for mark in found.marks if mark.words == "partie"] == ["some"]
