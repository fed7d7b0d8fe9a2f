"""What the reader says of two passages: the same whichever comes first, with reasons in order."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from recoupe.comparison.contradiction import Wording, contradiction, contradictions
from recoupe.errors import UnknownLanguageError


def fr(text: str) -> Wording:
    return Wording(text, "fr")


def en(text: str) -> Wording:
    return Wording(text, "en")


OPEN = fr("La route du col est ouverte depuis lundi.")
CLOSED = fr("La route du col n'est pas ouverte, dit le département.")
ELSEWHERE = fr("Le chœur de l'opéra chantera Verdi au printemps.")


def test_a_denial_contradicts_and_names_the_word_that_denies() -> None:
    found = contradiction(OPEN, CLOSED)
    assert found.contradicts > contradiction(OPEN, OPEN).contradicts
    assert ("negation", (("one", ""), ("other", "pas"))) in [
        (reason.code, reason.values) for reason in found.reasons
    ]


def test_the_order_of_two_passages_changes_the_sides_of_reasons_only() -> None:
    there, back = contradictions([(OPEN, CLOSED), (CLOSED, OPEN)])
    assert there.contradicts == back.contradicts
    assert there.same_matter == back.same_matter
    assert {tuple(value for _, value in reason.values) for reason in there.reasons} == {
        tuple(value for _, value in reversed(reason.values)) for reason in back.reasons
    }


def test_passages_on_different_things_are_of_no_one_matter() -> None:
    assert (
        contradiction(OPEN, ELSEWHERE).same_matter < 0.5 < contradiction(OPEN, CLOSED).same_matter
    )


def test_two_languages_are_compared_by_meaning_and_by_opposed_words() -> None:
    found = contradiction(
        en("The mayor confirmed the arrest."), fr("Le maire dément l'arrestation.")
    )
    assert found.same_matter > 0.5
    opposed = [reason.values for reason in found.reasons if reason.code == "opposed_words"]
    assert opposed == [(("one", "confirmed"), ("other", "dément"))]


def test_by_words_alone_nothing_is_encoded(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def encoded(texts: Iterable[str]) -> dict[str, object]:
        asked.extend(texts)
        return {}

    monkeypatch.setattr("recoupe.comparison.contradiction.scoring.vectors", encoded)
    found, apart = contradictions([(OPEN, CLOSED), (OPEN, ELSEWHERE)], meaning=False)
    assert asked == []
    assert found.contradicts > 0.5
    assert apart.same_matter < 0.5 < found.same_matter


def test_nothing_at_all_is_no_contradiction() -> None:
    assert contradiction(fr(""), fr("")).reasons == ()


def test_a_language_without_a_pack_is_refused() -> None:
    with pytest.raises(UnknownLanguageError, match="no language pack for 'tlh'"):
        contradiction(Wording("nuqneH", "tlh"), OPEN)
