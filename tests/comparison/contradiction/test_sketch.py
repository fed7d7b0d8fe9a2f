"""What is read in one passage: what is denied, what the pack knows, how much of what."""

from __future__ import annotations

import pytest

from recoupe.comparison.contradiction.sketch import Wording, sketch


def denied(text: str, language: str) -> set[str]:
    return {
        word.form
        for word in sketch(Wording(text, language)).words
        if word.negated and word.kind == "content"
    }


@pytest.mark.parametrize(
    ("text", "language", "forms"),
    [
        ("Il n'a pas signé, mais il a parlé.", "fr", {"signé"}),
        ("Il ne travaille plus ici.", "fr", {"travaille", "ici"}),
        ("Elle a plus de courage.", "fr", set()),
        ("Aucun blessé, dit-on.", "fr", {"blessé"}),
        ("Nobody signed, but all spoke.", "en", {"signed"}),
        ("The troops didn't leave.", "en", {"troops", "leave"}),
    ],
)
def test_a_negation_covers_its_clause(text: str, language: str, forms: set[str]) -> None:
    assert denied(text, language) == forms


def test_ne_que_restricts_and_does_not_deny() -> None:
    found = sketch(Wording("Il ne reste que trois ponts.", "fr"))
    assert found.negations == ()
    assert ("quantifier", "only") in [(m.sense.kind, m.sense.value) for m in found.marks]


def test_numbers_have_bounds_and_a_unit() -> None:
    found = sketch(Wording("Au moins 12 morts en 1998, soit 40 % du total.", "fr"))
    assert [(n.low, n.high, n.unit) for n in found.numbers] == [
        (12, None, "mort"),
        (1998, 1998, "year"),
        (40, 40, "%"),
    ]
