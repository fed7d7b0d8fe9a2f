"""Times in French and English against a publication date, and without one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.model import Article, Time
from recoupe.reading.parse import Parse
from recoupe.reading.times import READER, read_times

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]


def values(times: tuple[Time, ...]) -> list[tuple[str, str | None]]:
    return [(time.span.text, time.value) for time in times]


FRENCH = """Le préfet a parlé mercredi. Le week-end avait été calme. Il reviendra samedi soir.

La réunion du 12 mars 2021 a duré trois heures. Tout a commencé en avril, il y a deux semaines.

Le 3 mai à 17 h 30, la porte a cédé. La veille, rien ne bougeait. En 2019, le site comptait 2034 \
villages. L'année dernière fut rude.
"""


def test_french_against_the_publication_date(parse_of: ParseOf) -> None:
    read = dict(values(read_times(parse_of(FRENCH))))
    expected = {
        "mercredi": "2022-05-04",
        "Le week-end": "2022-W17-WE",
        "samedi soir": "2022-05-07TEV",
        "12 mars 2021": "2021-03-12",
        "trois heures": "PT3H",
        "avril": "2022-04",
        "il y a deux semaines": "2022-04-21",
        "3 mai à 17 h 30": "2022-05-03T17:30",
        "La veille": "2022-05-02",
        "2019": "2019",
        "L'année dernière": "2021",
    }
    assert {key: value for key, value in read.items() if key in expected} == expected
    assert "2034" not in read


ENGLISH = """The mayor spoke on Wednesday. The talks will resume on Monday. He left three days ago.

The fire of March 12, 2021 lasted two hours. It may rain. Sales rose in the third quarter of 2021.

At 5 p.m. on Friday the gate fell. Last week was quiet, and next year will be too. In the 1990s \
the town was rich; it is poor now.
"""


def test_english_against_the_publication_date(parse_of: ParseOf) -> None:
    read = dict(values(read_times(parse_of(ENGLISH, "en"))))
    expected = {
        "Wednesday": "2022-05-04",
        "Monday": "2022-05-09",
        "three days ago": "2022-05-02",
        "March 12, 2021": "2021-03-12",
        "two hours": "PT2H",
        "Last week": "2022-W17",
        "next year": "2023",
        "now": "PRESENT_REF",
    }
    assert {key: value for key, value in read.items() if key in expected} == expected
    assert "2021-Q3" in read.values()
    assert "199" in read.values()
    assert any(value == "2022-04-29T17:00" for value in read.values())
    assert "may" not in read


def test_an_hour_beside_a_month_leaves_the_month(parse_of: ParseOf) -> None:
    (time,) = read_times(parse_of("It was around 9:30 p.m. March 2017 when he left.", "en"))
    assert (time.value, time.type) == ("2017-03", "DATE")


def test_without_a_date_what_is_relative_stays_unknown(parse_of: ParseOf) -> None:
    times = read_times(parse_of(FRENCH, "fr", None))
    read = {time.span.text: time for time in times}
    assert read["mercredi"].value is None
    assert read["mercredi"].start is None
    assert read["mercredi"].confidence < read["12 mars 2021"].confidence
    assert read["Le week-end"].value is None
    assert read["12 mars 2021"].value == "2021-03-12"
    assert read["2019"].value == "2019"


def test_a_time_of_an_unreadable_date_is_unknown(parse_of: ParseOf) -> None:
    (time,) = read_times(parse_of("Il est venu hier.", "fr", "not a date"))
    assert time.value is None


def test_intervals_and_types(parse_of: ParseOf) -> None:
    times = {time.span.text: time for time in read_times(parse_of(FRENCH))}
    assert times["Le week-end"].start == "2022-04-30"
    assert times["Le week-end"].end == "2022-05-01"
    assert times["samedi soir"].type == "TIME"
    assert times["trois heures"].type == "DURATION"
    assert times["trois heures"].start is None
    assert times["mercredi"].type == "DATE"


def test_dates_that_are_none_and_ages(parse_of: ParseOf) -> None:
    text = "On 31 February nothing happened. The 14-year-old ran second-hand shops."
    times = read_times(parse_of(text, "en"))
    assert all(time.value is None or time.value.startswith("P") for time in times)


def test_nothing_is_read_from_silent_blocks(parse_of: ParseOf) -> None:
    text = "Publié lundi par la rédaction.\n\nIl a plu mardi.\n\nMis à jour jeudi."
    times = read_times(parse_of(text, "fr", "2022-05-05", ("byline", "paragraph", "boilerplate")))
    assert values(times) == [("mardi", "2022-05-03")]


@pytest.mark.parametrize("text", ["lundi\x00mardi", "\u202emardi\u202c 3 mai", "𝟛 mai 2021, mardi"])
def test_hostile_text_keeps_its_offsets(parse_of: ParseOf, text: str) -> None:
    parse = parse_of(text)
    for time in read_times(parse):
        assert parse.article.text[time.span.start : time.span.end] == time.span.text


def test_ids_depend_on_content_only(parse_of: ParseOf, article_of: Callable[..., Article]) -> None:
    times = read_times(parse_of(FRENCH))
    assert len({time.id for time in times}) == len(times)
    assert times == read_times(parse_of(FRENCH))
    assert READER.reader == "times"


@pytest.mark.shared
def test_a_real_report(parse_of: ParseOf, reports: Path) -> None:
    text = (reports / "azovstal-fr.txt").read_text(encoding="utf-8")
    parse = parse_of(text, "fr", "2022-05-05")
    read = values(read_times(parse))
    assert ("mercredi", "2022-05-04") in read
    assert "2022-W17-WE" in dict(read).values()


def test_days_that_share_a_month_and_year(parse_of: ParseOf) -> None:
    french = "La foire dure du 10 au 12 mai 2021. Il a plu samedi 7, dimanche 8 et lundi 9 mai."
    assert values(read_times(parse_of(french))) == [
        ("10", "2021-05-10"),
        ("12 mai 2021", "2021-05-12"),
        ("samedi 7", "2022-05-07"),
        ("dimanche 8", "2022-05-08"),
        ("lundi 9 mai", "2022-05-09"),
    ]
    english = "It rained between May 7 and 9, 2021."
    assert dict(values(read_times(parse_of(english, "en"))))["May 7"] == "2021-05-07"


def test_the_week_after_a_weekend(parse_of: ParseOf) -> None:
    text = "It rained last weekend and the following week."
    assert values(read_times(parse_of(text, "en"))) == [
        ("last weekend", "2022-W17-WE"),
        ("the following week", "2022-W18"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Schools close on May 5, 6 and 7.", ["2022-05-05", "2022-05-06", "2022-05-07"]),
        ("en", "It rained on March 3 and 5, 2021.", ["2021-03-03", "2021-03-05"]),
        ("en", "Schools close on 5, 6 and 7 May.", ["2022-05-05", "2022-05-06", "2022-05-07"]),
        ("en", "On May 5, 12 people were killed and 7 wounded.", ["2022-05-05"]),
        ("en", "On May 5 and 6 children were hurt.", ["2022-05-05"]),
        ("en", "It rose from May 5 to 10 percent.", ["2022-05-05"]),
        (
            "fr",
            "Les 5, 6 et 7 mai, les écoles ferment.",
            ["2022-05-05", "2022-05-06", "2022-05-07"],
        ),
    ],
)
def test_lists_of_days(parse_of: ParseOf, language: str, text: str, expected: list[str]) -> None:
    assert [time.value for time in read_times(parse_of(text, language))] == expected


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("fr", "la nuit du 3 au 4 mai", "2022-05-03TNI"),
        ("fr", "la nuit du 30 avril au 1er mai", "2022-04-30TNI"),
        ("fr", "la nuit du lundi 2 au mardi 3 mai", "2022-05-02TNI"),
        ("fr", "la nuit de mardi", "2022-05-03TNI"),
        ("fr", "la nuit de samedi à dimanche", "2022-04-30TNI"),
        ("en", "the night of May 3", "2022-05-03TNI"),
        ("en", "the night of April 30 to May 1", "2022-04-30TNI"),
        ("en", "the night of Tuesday", "2022-05-03TNI"),
    ],
)
def test_nights_between_two_days(parse_of: ParseOf, language: str, words: str, value: str) -> None:
    text = {"fr": f"Dans {words}, un drone est tombé.", "en": f"A drone fell on {words}."}
    assert values(read_times(parse_of(text[language], language))) == [(words, value)]


def test_this_night_is_the_last_one_where_it_is_over(parse_of: ParseOf) -> None:
    assert values(read_times(parse_of("Cette nuit, des drones ont frappé la ville."))) == [
        ("Cette nuit", "2022-05-04TNI")
    ]
    assert values(read_times(parse_of("Cette nuit, il gèlera."))) == [
        ("Cette nuit", "2022-05-05TNI")
    ]


def test_so_long_after_a_happening_is_a_duration(parse_of: ParseOf) -> None:
    [time] = read_times(parse_of("Dix jours après l'attaque, la ville respire."))
    assert (time.type, time.value) == ("DURATION", "P10D")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Dans la nuit de mardi à mercredi, vers 3 heures, un obus est tombé.",
            [("la nuit de mardi à mercredi, vers 3 heures", "2022-05-04T03:00")],
        ),
        (
            "fr",
            "Un obus est tombé mercredi 21 heures.",
            [("mercredi 21 heures", "2022-05-04T21:00")],
        ),
        ("fr", "Tous les week-ends, ils défilent.", [("Tous les week-ends", "XXXX-WXX-WE")]),
        ("en", "Every weekend they march.", [("Every weekend", "XXXX-WXX-WE")]),
        (
            "en",
            "They marched on the weekend of May 7.",
            [("May 7", "2022-05-07")],
        ),
    ],
)
def test_nights_weekends_and_hours_beside_days(
    parse_of: ParseOf, language: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert values(read_times(parse_of(text, language))) == expected
