"""Numbers of people in French and English: bounds, what is counted, whose count, when and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from recoupe.errors import UsageError
from recoupe.model import Figure, Place, Statement, Time, content_id
from recoupe.reading.figures import READER, read_figures
from recoupe.reading.parse import Parse
from recoupe.reading.places import read_places
from recoupe.reading.times import read_times

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]


def figures(parse: Parse, counting: str = "recoupe") -> tuple[Figure, ...]:
    return read_figures(parse, (), read_times(parse), (), counting=counting)


def summary(parse: Parse) -> list[tuple[str, int | None, int | None, str]]:
    return [(f.span.text, f.low, f.high, f.what) for f in figures(parse)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Plus de 100 personnes ont été évacuées du port.",
            [("Plus de 100 personnes", 101, None, "evacuated")],
        ),
        (
            "Quelques centaines de civils seraient encore piégés sous la gare.",
            [("Quelques centaines de civils", 200, 900, "trapped")],
        ),
        (
            "Entre 150 et 200 «gilets jaunes» ont défilé dans la rue.",
            [("Entre 150 et 200 «gilets jaunes»", 150, 200, "participants")],
        ),
        (
            "L'explosion a fait 12 morts et une vingtaine de blessés.",
            [("12 morts", 12, 12, "killed"), ("une vingtaine de blessés", 20, 20, "injured")],
        ),
        (
            "Les manifestants étaient 5 000 à Lille, 300 à Douai.",
            [("5 000", 5000, 5000, "participants"), ("300", 300, 300, "participants")],
        ),
        (
            "Le nombre de manifestants a été évalué à 40 000 par la police.",
            [("40 000", 40_000, 40_000, "participants")],
        ),
        (
            "Plus de 30 personnes ont été blessées, dont 4 grièvement.",
            [("Plus de 30 personnes", 31, None, "injured"), ("4", 4, 4, "injured")],
        ),
        (
            "Trois hommes ont été interpellés hier. Les trois hommes venaient du nord.",
            [("Trois hommes", 3, 3, "detained"), ("trois hommes", 3, 3, "detained")],
        ),
        (
            "Quelque 80 policiers ont été déployés près du stade.",
            [("Quelque 80 policiers", 80, 80, "security_forces")],
        ),
        (
            "Trente marins, dont deux officiers, ont été blessés.",
            [("Trente marins", 30, 30, "injured"), ("deux officiers", 2, 2, "injured")],
        ),
        (
            "L'incendie a coûté la vie à 12 personnes.",
            [("12 personnes", 12, 12, "killed")],
        ),
        (
            "Il a été arrêté avec trois complices.",
            [("trois complices", 3, 3, "detained")],
        ),
    ],
)
def test_french(
    parse_of: ParseOf, text: str, expected: list[tuple[str, int | None, int | None, str]]
) -> None:
    assert summary(parse_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least seven miners were killed and dozens of others were injured.",
            [("At least seven miners", 7, None, "killed"), ("dozens", 20, 90, "injured")],
        ),
        (
            "The blast killed between four and five sailors, including two officers.",
            [("between four and five sailors", 4, 5, "killed"), ("two officers", 2, 2, "killed")],
        ),
        ("The death toll rose to 45.", [("45", 45, 45, "killed")]),
        ("A farmer was killed near the bridge.", [("A farmer", 1, 1, "killed")]),
        ("Several students were arrested.", [("Several students", 3, None, "detained")]),
        (
            "Nine people were arrested and up to 20 others hurt.",
            [("Nine people", 9, 9, "detained"), ("up to 20", None, 20, "injured")],
        ),
        (
            "At least 17 people drowned and 30 are missing.",
            [("At least 17 people", 17, None, "killed"), ("30", 30, 30, "missing")],
        ),
        ("Nearly 100 people remain trapped.", [("Nearly 100 people", 100, 100, "trapped")]),
        ("Four sailors were taken prisoner.", [("Four sailors", 4, 4, "detained")]),
        ("One in five teachers agreed.", []),
        ("Police detained 12 protesters.", [("12 protesters", 12, 12, "detained")]),
        ("No one was killed.", []),
    ],
)
def test_english(
    parse_of: ParseOf, text: str, expected: list[tuple[str, int | None, int | None, str]]
) -> None:
    assert summary(parse_of(text, "en")) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La vente a rapporté 3 millions d'euros, soit 12 % de plus en 2021.", "fr"),
        ("Le conducteur, âgé de 40 ans, roulait à 130 km/h avec trois camions.", "fr"),
        ("Le vol n° 12 est parti à 17 h 30 le 3 mai pour deux semaines.", "fr"),
        ("The deal cost $40 and 12 trucks, or 7 percent more than in 2021.", "en"),
        ("The 14-year-old paid 300 dollars at 5 p.m. on May 3.", "en"),
        ("A farmer bought a horse. Several houses burned.", "en"),
    ],
)
def test_what_is_no_number_of_people(parse_of: ParseOf, text: str, language: str) -> None:
    assert summary(parse_of(text, language)) == []


def test_counted_is_narrower_than_people(parse_of: ParseOf) -> None:
    found = figures(parse_of("Douze personnes et 14 enfants ont été tués."))
    assert [figure.counted for figure in found] == [None, "enfants"]


def test_hedged_by_mood_or_word(parse_of: ParseOf) -> None:
    assert [f.hedged for f in figures(parse_of("Dix soldats auraient été tués."))] == [True]
    assert [f.hedged for f in figures(parse_of("Dix soldats ont été tués."))] == [False]
    text = "Ten soldiers were reportedly killed. Ten soldiers were killed."
    assert [f.hedged for f in figures(parse_of(text, "en"))] == [True, False]


def statement(parse: Parse, content: str, *, hedged: bool = False) -> Statement:
    start = parse.article.text.index(content)
    span = parse.article.span(start, start + len(content))
    return Statement(
        id=content_id("statement", parse.article.id, span.start, span.end),
        content=(span,),
        cue=(),
        source=(),
        speaker=None,
        speaker_name=None,
        kind="indirect",
        stance="asserts",
        hedged=hedged,
        within=None,
        via=(),
        confidence=1.0,
    )


def test_according_to_the_innermost_statement(parse_of: ParseOf) -> None:
    parse = parse_of("Le maire dit que le juge dit que 12 marins sont morts. Deux civils aussi.")
    outer = statement(parse, "le juge dit que 12 marins sont morts")
    inner = statement(parse, "12 marins sont morts", hedged=True)
    first, second = read_figures(parse, (outer, inner), (), (), counting="recoupe")
    assert first.according_to == inner.id
    assert first.hedged
    assert second.according_to is None
    assert not second.hedged


def with_cue(parse: Parse, content: str, cue: str) -> Statement:
    start = parse.article.text.index(cue)
    return replace(statement(parse, content), cue=(parse.article.span(start, start + len(cue)),))


@pytest.mark.parametrize(
    ("text", "vouched"),
    [
        ("Ils étaient plus de 100 marins (106, selon la police) à défiler.", []),
        ("A Lille, 5200 marins (selon la police) ont défilé.", ["5200 marins"]),
        ("Parmi les 43 marins (selon la police), il y avait 5 Belges.", ["43 marins"]),
        (
            "Après une marche qui a réuni 84 marins selon la police, 15 marins dorment.",
            ["84 marins"],
        ),
    ],
)
def test_a_cue_speaks_for_its_bracket_or_its_clause(
    parse_of: ParseOf, text: str, vouched: list[str]
) -> None:
    parse = parse_of(text)
    said = with_cue(parse, text[:-1], "selon")
    found = read_figures(parse, (said,), (), (), counting="recoupe")
    named = [f.span.text for f in found if f.according_to and f.counted]
    assert named == vouched


def place(parse: Parse, name: str) -> Place:
    start = parse.article.text.index(name)
    span = parse.article.span(start, start + len(name))
    made = content_id("place", parse.article.id, span.start, span.end)
    return Place(made, span, name, "city", None, None, None, None, None, None, 1.0)


def test_the_nearest_time_and_place_of_the_clause(parse_of: ParseOf) -> None:
    text = "A Lille, 30 marins ont défilé mardi et, à Brest, 12 marins ont défilé jeudi. Il a plu."
    parse = parse_of(text)
    times: tuple[Time, ...] = read_times(parse)
    places = (place(parse, "Lille"), place(parse, "Brest"))
    first, second = read_figures(parse, (), times, places, counting="recoupe")
    assert (first.place, second.place) == (places[0].id, places[1].id)
    assert (first.time, second.time) == (times[0].id, times[1].id)


def test_no_time_or_place_is_taken_from_another_sentence(parse_of: ParseOf) -> None:
    parse = parse_of("Lille était calme mardi. Douze marins ont été tués.")
    (found,) = read_figures(parse, (), read_times(parse), (place(parse, "Lille"),), counting="ucdp")
    assert (found.time, found.place) == (None, None)


def test_the_profile_gives_the_bounds(parse_of: ParseOf) -> None:
    parse = parse_of("Dozens of nurses were injured.", "en")
    assert [(f.low, f.high) for f in figures(parse, "airwars")] == [(12, 24)]
    assert [(f.low, f.high) for f in figures(parse, "acled")] == [(12, 12)]
    with pytest.raises(UsageError):
        figures(parse, "guess")


def test_nothing_is_read_from_silent_blocks(parse_of: ParseOf) -> None:
    text = "Rejoignez 20 000 abonnés.\n\nDix marins sont morts.\n\n300 lecteurs ont aimé."
    kinds = ("boilerplate", "paragraph", "byline")
    assert summary(parse_of(text, "fr", "2022-05-05", kinds)) == [("Dix marins", 10, 10, "killed")]


@pytest.mark.parametrize(
    "text", ["12\x00 morts, 3 blessés", "\u202e12 morts\u202c", "𝟙𝟚 morts 🙂 et 4 blessés", "4 "]
)
def test_hostile_text_keeps_its_offsets(parse_of: ParseOf, text: str) -> None:
    parse = parse_of(text)
    for figure in figures(parse):
        assert parse.article.text[figure.span.start : figure.span.end] == figure.span.text


def test_figures_do_not_overlap_and_ids_differ(parse_of: ParseOf) -> None:
    text = "Several of the 12 miners and a nurse were killed, three of them at dawn; 4 were hurt."
    found = figures(parse_of(text, "en"))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert len({figure.id for figure in found}) == len(found)
    assert READER.reader == "figures"


@pytest.mark.shared
def test_a_real_report(parse_of: ParseOf, reports: Path) -> None:
    text = (reports / "azovstal-fr.txt").read_text(encoding="utf-8")
    found = figures(parse_of(text, "fr", "2022-05-05"))
    read = [(f.low, f.high, f.what, f.hedged) for f in found]
    assert read == [(101, None, "evacuated", False), (200, 900, "trapped", True)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She said that 50 women had been brought out of the plant."),
        ("fr", "Au total, 101 personnes ont été sorties de l’usine."),
    ],
)
def test_who_was_brought_out_was_evacuated(parse_of: ParseOf, language: str, text: str) -> None:
    parse = parse_of(text, language)
    [figure] = read_figures(parse, (), (), (), counting="recoupe")
    assert figure.what == "evacuated"


def test_a_number_of_people_is_not_where_somebody_speaks(parse_of: ParseOf) -> None:
    parse = parse_of("Damascus denied that 40 people were killed by shells.", "en")
    [figure] = read_figures(parse, (), (), read_places(parse), counting="recoupe")
    assert figure.place is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They blocked seven of the nine gates on Monday."),
        ("fr", "Ils bloquaient sept des neuf portes lundi."),
    ],
)
def test_so_many_of_a_number_of_things_are_no_people(
    parse_of: ParseOf, language: str, text: str
) -> None:
    assert figures(parse_of(text, language)) == ()
