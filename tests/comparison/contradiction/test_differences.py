"""Where two passages differ, with what stands on either side."""

from __future__ import annotations

from recoupe.comparison.contradiction.differences import Comparison, compare
from recoupe.comparison.contradiction.reasons import reasons
from recoupe.comparison.contradiction.sketch import Wording, sketch


def compared(one: str, other: str, language: str = "fr") -> Comparison:
    return compare(sketch(Wording(one, language)), sketch(Wording(other, language)))


def codes(found: Comparison) -> list[tuple[str, str, str]]:
    return [
        (reason.code, str(dict(reason.values)["one"]), str(dict(reason.values)["other"]))
        for reason in reasons(found)
    ]


def test_numbers_differ_where_neither_fits_the_bounds_of_the_other() -> None:
    apart = compared("Le choc a fait douze morts.", "Le choc a fait dix-sept morts.")
    assert codes(apart) == [("numbers", "douze", "dix-sept")]
    fitting = compared("Le choc a fait douze morts.", "Le choc a fait au moins dix morts.")
    assert codes(fitting) == []


def test_opposed_words_are_those_of_one_matter() -> None:
    found = compared("La route est ouverte.", "La route est fermée.")
    assert codes(found) == [("opposed_words", "ouverte", "fermée")]


def test_an_opposed_word_that_is_denied_agrees() -> None:
    found = compared("La route est ouverte.", "La route n'est pas fermée.")
    assert [each.turned for each in found.opposed] == [True]
    assert ("opposed_words", "ouverte", "fermée") not in codes(found)


def test_a_prefix_turns_a_word_round() -> None:
    found = compared("The strike was legal.", "The strike was illegal.", "en")
    assert ("opposed_words", "legal", "illegal") in codes(found)


def test_weekdays_and_years_are_dates() -> None:
    days = compared("Le vote aura lieu mardi.", "Le vote aura lieu jeudi.")
    assert ("dates", "mardi", "jeudi") in codes(days)
    years = compared("Le vote a eu lieu en 2011.", "Le vote a eu lieu en 2014.")
    assert ("dates", "2011", "2014") in codes(years)


def test_names_without_an_answer_stand_against_each_other() -> None:
    found = compared("Un obus est tombé sur Dourges.", "Un obus est tombé sur Libercourt.")
    assert ("places", "dourges", "libercourt") in codes(found)


def test_names_in_the_other_order_are_roles() -> None:
    found = compared("Hier Anselme a frappé Bertille.", "Hier Bertille a frappé Anselme.")
    assert ("roles", "anselme", "bertille") in codes(found)


def test_all_against_some_are_quantifiers() -> None:
    found = compared("Tous les otages sont là.", "Certains otages sont là.")
    assert ("quantifiers", "tous", "certains") in codes(found)


def test_only_the_sentences_that_answer_are_compared() -> None:
    found = compared(
        "Le stade est plein. Personne ne dort dans la gare de Lens.", "Le stade est plein."
    )
    assert found.one.negations == ()
    assert found.denied == ()
