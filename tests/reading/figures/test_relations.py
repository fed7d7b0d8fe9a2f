"""What ties one number of people to another: parts and wholes, revisions, totals and additions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Figure
from recoupe.reading.figures import read_figures
from recoupe.reading.parse import Parse
from recoupe.reading.times import read_times

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]
Tied = list[tuple[int | None, int | None]]


def figures(parse: Parse) -> tuple[Figure, ...]:
    return read_figures(parse, (), read_times(parse), (), counting="recoupe")


def tied(found: tuple[Figure, ...], field: str) -> Tied:
    """Return each tie of one kind as the numbers at its ends."""
    named = {figure.id: figure for figure in found}
    return [
        (figure.low, named[other].low)
        for figure in found
        if (other := getattr(figure, field)) is not None
    ]


PARTS: list[tuple[str, str, Tied]] = [
    ("fr", "Douze personnes, dont trois enfants, ont été tuées.", [(3, 12)]),
    ("fr", "Le raid a fait 12 morts, dont trois enfants et deux femmes.", [(3, 12), (2, 12)]),
    ("fr", "Le raid a fait 12 morts, dont trois enfants, et 40 blessés.", [(3, 12)]),
    ("fr", "Parmi les 12 morts figurent trois enfants.", [(3, 12)]),
    ("fr", "Trois enfants figurent parmi les 12 morts.", [(3, 12)]),
    ("fr", "Douze mineurs ont péri : sept Polonais et cinq Tchèques.", [(7, 12), (5, 12)]),
    ("fr", "Douze marins ont été tués et 40 blessés.", []),
    ("fr", "La police a arrêté 30 manifestants, dont 12 ont été blessés.", [(12, 30)]),
    ("en", "Twelve people, including three children, were killed.", [(3, 12)]),
    ("en", "Twelve people, three of them children, were killed.", [(3, 12)]),
    (
        "en",
        "The raid killed 12 people, including three children and two women.",
        [(3, 12), (2, 12)],
    ),
    ("en", "Three children were among the 12 people killed.", [(3, 12)]),
    ("en", "Of the 12 people killed, three were children.", [(3, 12)]),
    ("en", "Two of the 12 sailors were killed.", [(2, 12)]),
    ("en", "The raid killed six men, five of them miners, and injured a child.", [(5, 6)]),
    (
        "en",
        "Ten people, including three women, one of whom was pregnant, were killed.",
        [(3, 10), (1, 3)],
    ),
    ("en", "Twelve sailors were killed and 40 were injured.", []),
]
REVISIONS: list[tuple[str, str, Tied]] = [
    ("fr", "Le bilan est passé de 12 à 17 morts.", [(17, 12)]),
    ("fr", "Le bilan, revu à la hausse, passe de 12 à 17 morts.", [(17, 12)]),
    ("fr", "Le bilan a été revu à la hausse, de 12 à 17 morts.", [(17, 12)]),
    ("fr", "Le séisme a fait 17 morts, contre 12 auparavant.", [(17, 12)]),
    ("fr", "Le séisme a fait 17 morts (contre 12 la veille).", [(17, 12)]),
    (
        "fr",
        "Le séisme a fait 17 morts. Un précédent bilan faisait état de 12 morts.",
        [(17, 12)],
    ),
    ("fr", "Le séisme a tué 17 personnes, après un premier bilan de 12 morts.", [(17, 12)]),
    ("fr", "Un premier bilan faisait état de 12 morts. Il y a désormais 17 morts.", [(17, 12)]),
    ("fr", "L'attaque a fait 17 morts à Lens, contre 12 à Lille.", []),
    ("fr", "La route a fait 17 morts, contre 12 l'année précédente.", []),
    (
        "fr",
        "Selon un premier bilan, 12 personnes ont été tuées. Hier, un train a tué 5 hommes.",
        [],
    ),
    ("fr", "Entre 12 et 17 personnes ont été tuées.", []),
    ("fr", "Les pompiers ont lutté contre le feu qui a tué 12 hommes.", []),
    ("en", "The death toll rose from 12 to 17.", [(17, 12)]),
    ("en", "The death toll rose from 12 on Monday to 17 on Tuesday.", [(17, 12)]),
    ("en", "The toll was revised to 45 from 52.", [(45, 52)]),
    ("en", "The quake killed 17 people, up from 12.", [(17, 12)]),
    ("en", "The quake killed 17 people, up from an earlier toll of 12.", [(17, 12)]),
    ("en", "The quake killed 17 people. An earlier toll put the dead at 12 people.", [(17, 12)]),
    ("en", "The quake killed 17 people, against 12 reported earlier.", [(17, 12)]),
    ("en", "The quake killed 17 people, compared with 12 in Lyon.", []),
    ("en", "Crashes killed 17 people, up from 12 a year earlier.", []),
    ("en", "The toll rose from 12 in 2020 to 17 in 2021.", []),
    ("en", "Between 12 and 17 people were killed.", []),
]
COUNTINGS: list[tuple[str, str, list[str | None]]] = [
    ("fr", "Au total, 12 personnes ont été tuées.", ["total"]),
    ("fr", "Le bilan est de 12 morts et 40 blessés.", ["total", "total"]),
    ("fr", "Le bilan est passé de 12 à 17 morts.", ["total", "total"]),
    ("fr", "Les combats ont tué 12 personnes depuis le début de la semaine.", ["total"]),
    ("fr", "Douze autres personnes ont été blessées.", ["new"]),
    ("fr", "Les douze autres personnes ont été évacuées.", [None]),
    ("fr", "On compte 12 nouveaux décès.", ["new"]),
    ("fr", "À ces morts s'ajoutent 40 blessés.", ["new"]),
    ("fr", "Trois personnes de plus sont mortes.", ["new"]),
    ("fr", "Trois personnes de plus de 60 ans sont mortes.", [None]),
    ("fr", "Trois personnes supplémentaires ont été tuées.", ["new"]),
    ("fr", "Plus de 12 personnes ont été tuées.", [None]),
    ("fr", "Six décès s'ajoutent, portant le total à 45.", ["new", "total"]),
    ("fr", "Douze hommes ont été tués et au total 40 blessés sont soignés.", [None, "total"]),
    ("fr", "Douze personnes ont été tuées mardi.", [None]),
    (
        "fr",
        "Douze mineurs ont défilé mardi à Lens, à l'appel de leur syndicat, mais aussi, pour la "
        "première fois, avec des habitants qui jusqu'à présent restaient chez eux.",
        [None],
    ),
    ("en", "In all, 12 people were killed.", ["total"]),
    ("en", "Twelve people have been killed so far.", ["total"]),
    ("en", "Twelve people have been killed so far and 40 were injured on Monday.", ["total", None]),
    ("en", "The war has killed 12,000 people since January.", ["total"]),
    ("en", "The death toll stands at 45.", ["total"]),
    ("en", "Three more people died, taking the toll to 20.", ["new", "total"]),
    ("en", "Twelve others were injured.", ["new"]),
    ("en", "Another 12 people were injured.", ["new"]),
    ("en", "Another sailor was injured.", ["new"]),
    ("en", "The other 12 people were rescued.", [None]),
    ("en", "His other sister was killed.", [None]),
    ("en", "A total of 23 countries sent help to 100 people.", [None]),
    ("en", "More than 12 people were injured.", [None]),
    ("en", "Twelve people were injured on Monday.", [None]),
]


@pytest.mark.parametrize(("language", "text", "expected"), PARTS)
def test_a_part_points_to_its_whole(
    parse_of: ParseOf, language: str, text: str, expected: Tied
) -> None:
    assert tied(figures(parse_of(text, language)), "part_of") == expected


@pytest.mark.parametrize(("language", "text", "expected"), REVISIONS)
def test_a_new_count_points_to_the_one_it_replaces(
    parse_of: ParseOf, language: str, text: str, expected: Tied
) -> None:
    assert tied(figures(parse_of(text, language)), "revises") == expected


@pytest.mark.parametrize(("language", "text", "expected"), COUNTINGS)
def test_a_count_is_cumulative_or_new_where_the_words_say_so(
    parse_of: ParseOf, language: str, text: str, expected: list[str | None]
) -> None:
    assert [figure.counting for figure in figures(parse_of(text, language))] == expected
