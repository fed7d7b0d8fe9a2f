"""The mood of a verb is the one its form tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.languages import pack
from recoupe.languages.moods import MoodWords
from recoupe.reading.parse import Parse


def mood_of(form: str) -> str | None:
    table = pack("fr").table("moods", MoodWords)
    return next((mood for mood, pattern in table.patterns if pattern.fullmatch(form)), None)


@pytest.mark.parametrize(
    "forms",
    [
        "serait auraient ferait donnerait préparerait trouveraient élèverait jetterait",
        "irait saurait devrait recevraient pourrait verrait enverrait mourraient courrait",
        "viendrait maintiendrait voudrait faudrait prendraient répondrait perdrait craindrait",
        "mettrait combattraient disparaîtrait connaîtrait vivraient poursuivrait",
        "dirait élirait écrirait conduirait détruiraient fuiraient suffirait",
        "finirait agirait subirait trahirait affaiblirait réussirait choisirait saisirait",
        "partirait sortirait investirait garantirait servirait ouvrirait offrirait nourrirait",
    ],
)
def test_conditionals_are_told_by_their_form(forms: str) -> None:
    assert {form: mood_of(form) for form in forms.split()} == dict.fromkeys(forms.split(), "Cnd")


@pytest.mark.parametrize(
    "forms",
    [
        "était avait tirait retirait attiraient montrait rentrait entrait livrait ouvrait",
        "espérait opérait considéraient serrait enterraient errait déclarait assurait préparait",
        "engendrait effondraient respirait expirait déchirait admirait délirait virait mourait",
        "fera sera diront fait trait attrait finissait courait",
    ],
)
def test_imperfects_and_the_rest_are_not(forms: str) -> None:
    assert {form: mood_of(form) for form in forms.split()} == dict.fromkeys(forms.split())


@pytest.mark.models
def test_a_parse_has_the_mood_the_form_tells(parse_of: Callable[..., Parse]) -> None:
    text = "Trois mineurs seraient encore bloqués. Ils vivraient. Le bilan s’élevait à deux."
    moods = {token.lower_: token.morph.get("Mood") for token in parse_of(text).words}
    assert moods["seraient"] == moods["vivraient"] == ["Cnd"]
    assert moods["élevait"] == ["Ind"]
