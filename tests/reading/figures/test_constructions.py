"""The ways in which French and English reports give numbers of people, one sentence each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Figure
from recoupe.reading.figures import read_figures
from recoupe.reading.parse import Parse
from recoupe.reading.times import read_times

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]
Read = tuple[int | None, int | None, str]


def figures(parse: Parse, counting: str = "recoupe") -> tuple[Figure, ...]:
    return read_figures(parse, (), read_times(parse), (), counting=counting)


def read(parse: Parse) -> list[Read]:
    return [(f.low, f.high, f.what) for f in figures(parse)]


FRENCH: list[tuple[str, list[Read]]] = [
    ("Le séisme a fait 1.300 morts.", [(1300, 1300, "killed")]),
    ("Le séisme a fait 1\u202f300 morts.", [(1300, 1300, "killed")]),
    ("Le séisme a tué mille trois cents personnes.", [(1300, 1300, "killed")]),
    ("Une demi-douzaine de mineurs ont été blessés.", [(6, 6, "injured")]),
    ("Une bonne trentaine de soldats ont été tués.", [(30, 30, "killed")]),
    ("Moins de 50 civils restent bloqués dans l'usine.", [(None, 49, "trapped")]),
    ("Au moins 12 et jusqu'à 15 marins ont été tués.", [(12, 15, "killed")]),
    ("La moitié des 200 otages ont été libérés.", [(100, 100, "detained")]),
    ("Les deux tiers des 90 détenus ont été transférés.", [(60, 60, "detained")]),
    ("Près de 90 % des 400 élèves étaient absents.", [(360, 360, "other")]),
    ("Une poignée de militants ont été interpellés.", [(3, None, "detained")]),
    ("De nombreux civils ont été tués.", [(4, None, "killed")]),
    ("Le bilan est passé de 12 à 17 morts.", [(12, 12, "killed"), (17, 17, "killed")]),
    ("Six décès s'ajoutent, portant le total à 45.", [(6, 6, "killed"), (45, 45, "killed")]),
    ("Parmi les 12 morts figurent trois enfants.", [(12, 12, "killed"), (3, 3, "killed")]),
    (
        "Douze personnes ont péri : sept civils, quatre soldats et un journaliste.",
        [(12, 12, "killed"), (7, 7, "killed"), (4, 4, "killed"), (1, 1, "killed")],
    ),
    ("Un homme de 45 ans a été tué.", [(1, 1, "killed")]),
    ("Une femme et ses deux enfants ont été tués.", [(1, 1, "killed"), (2, 2, "killed")]),
    ("Trois personnes de plus sont mortes.", [(3, 3, "killed")]),
    ("Le maire a cité Anne Renard (51) et le car 14.", []),
]
ENGLISH: list[tuple[str, list[Read]]] = [
    ("The quake killed 1,300 people.", [(1300, 1300, "killed")]),
    ("Half a dozen sailors were killed.", [(6, 6, "killed")]),
    ("Half of the 200 hostages were freed.", [(100, 100, "detained")]),
    ("Two-thirds of the 90 prisoners were moved.", [(60, 60, "detained")]),
    ("At least 15 and up to 25 sailors were killed.", [(15, 25, "killed")]),
    ("Several sailors were killed.", [(3, None, "killed")]),
    ("A couple of sailors were wounded.", [(2, None, "injured")]),
    ("Many sailors were killed.", [(4, None, "killed")]),
    ("The death toll rose from 12 to 17.", [(12, 12, "killed"), (17, 17, "killed")]),
    ("The toll was revised to 45 from 52.", [(45, 45, "killed"), (52, 52, "killed")]),
    ("Officials put the death toll at 21 people.", [(21, 21, "killed")]),
    (
        "Twelve people were hurt on Monday. The death toll stands at 45.",
        [(12, 12, "injured"), (45, 45, "killed")],
    ),
    ("Three more people died, taking the toll to 20.", [(3, 3, "killed"), (20, 20, "killed")]),
    ("Among the 12 dead were three children.", [(12, 12, "killed"), (3, 3, "killed")]),
    (
        "Twelve people, all of them miners, were killed.",
        [(12, 12, "killed")],
    ),
    ("Two miners were hurt and killed.", [(2, 2, "killed")]),
    ("The blast killed and wounded 12 miners.", [(12, 12, "killed")]),
    (
        "One miner was killed and four received minor injuries.",
        [(1, 1, "killed"), (4, 4, "injured")],
    ),
    ("Ann Smith, 45, was killed with her brother (51).", [(1, 1, "killed")]),
    ("A suspect, aged 25, was arrested.", [(1, 1, "detained")]),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french(parse_of: ParseOf, text: str, expected: list[Read]) -> None:
    assert read(parse_of(text)) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(parse_of: ParseOf, text: str, expected: list[Read]) -> None:
    assert read(parse_of(text, "en")) == expected


def test_a_recorder_may_take_several_for_two(parse_of: ParseOf) -> None:
    parse = parse_of("Several sailors were killed.", "en")
    assert [f.low for f in figures(parse, "airwars")] == [2]
    assert [f.low for f in figures(parse, "acled")] == [3]


def test_a_singular_of_somebody_counts_and_a_plural_does_not(parse_of: ParseOf) -> None:
    assert read(parse_of("His wife was killed.", "en")) == [(1, 1, "killed")]
    assert read(parse_of("Her death was announced. Their sons were killed.", "en")) == []
