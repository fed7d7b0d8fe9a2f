"""What a value was reckoned from, and what stays unknown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Time
from recoupe.reading.parse import Parse
from recoupe.reading.times import read_times

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]


def reckoned(times: tuple[Time, ...]) -> dict[str, tuple[str | None, str | None, str | None]]:
    """Return value, anchor and the anchoring words of each time, by its words."""
    words = {time.id: time.span.text for time in times}
    return {
        time.span.text: (
            time.value,
            time.anchor,
            words[time.anchor_time] if time.anchor_time else None,
        )
        for time in times
    }


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Il a plu mercredi. La veille, le pont avait cédé. La crue du 3 mars 2021 a duré "
            "trois jours. En 2019, rien.",
            {
                "mercredi": ("2022-05-04", "published", None),
                "La veille": ("2022-05-03", "time", "mercredi"),
                "3 mars 2021": ("2021-03-03", None, None),
                "trois jours": ("P3D", None, None),
                "2019": ("2019", None, None),
            },
        ),
        (
            "en",
            "It rained on Wednesday. The day before, the bridge fell. The flood of March 3, 2021 "
            "lasted three days. A shot was heard at 5 p.m. and later.",
            {
                "Wednesday": ("2022-05-04", "published", None),
                "The day before": ("2022-05-03", "time", "Wednesday"),
                "March 3, 2021": ("2021-03-03", None, None),
                "three days": ("P3D", None, None),
                "5 p.m.": ("2021-03-03T17:00", "time", "March 3, 2021"),
            },
        ),
    ],
)
def test_a_record_says_what_it_was_reckoned_from(
    parse_of: ParseOf,
    language: str,
    text: str,
    expected: dict[str, tuple[str | None, str | None, str | None]],
) -> None:
    assert reckoned(read_times(parse_of(text, language))) == expected


@pytest.mark.parametrize(
    ("language", "text", "line", "day"),
    [
        ("fr", "Kiev, le 3 mai 2022 (Presse) - Il a parlé lundi.", "3 mai 2022", "lundi"),
        ("en", "KYIV, Ukraine, May 3 (Agence) — He spoke on Monday.", "May 3", "Monday"),
    ],
)
def test_a_dispatch_is_reckoned_from_its_dateline(
    parse_of: ParseOf, language: str, text: str, line: str, day: str
) -> None:
    read = reckoned(read_times(parse_of(text, language, "2022-05-12")))
    assert read[line][0] == "2022-05-03"
    assert read[day] == ("2022-05-02", "dateline", line)


@pytest.mark.parametrize(
    ("published", "anchor"),
    [(None, "dateline"), ("2022-05-03", "published"), ("2022-05-02", "published")],
)
def test_a_dateline_counts_where_it_can_be_one(
    parse_of: ParseOf, published: str | None, anchor: str
) -> None:
    text = "Kiev, le 3 mai 2022 (Presse) - Il a parlé hier."
    assert reckoned(read_times(parse_of(text, "fr", published)))["hier"][1] == anchor


@pytest.mark.parametrize(
    "text",
    [
        "Le pont a cédé le 3 mai (photo). Il a plu hier.",
        "Le préfet de Kiev a dit, le 3 mai 2022 - comme ailleurs - qu'il pleut. Il a plu hier.",
    ],
)
def test_a_date_in_a_sentence_is_no_dateline(parse_of: ParseOf, text: str) -> None:
    assert reckoned(read_times(parse_of(text, "fr", "2022-05-12")))["hier"][1] == "published"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le 3 mai 2021, il a plu. Mardi, il a plu. La veille, le pont a cédé à 14 h 30."),
        ("en", "On May 3, 2021 it rained. It rained on Tuesday. The day before it fell at 2 p.m."),
    ],
)
def test_behind_a_day_nobody_can_tell_the_day_before_is_unknown(
    parse_of: ParseOf, language: str, text: str
) -> None:
    first, *others = read_times(parse_of(text, language, None))
    assert first.value == "2021-05-03"
    assert [(time.value, time.start, time.anchor) for time in others] == [(None, None, None)] * 3


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "fr",
            "Au 70e jour de la guerre, la ville tient. À 14 heures, rien.",
            "Au 70e jour de la guerre",
        ),
        (
            "en",
            "On the 70th day of the war, the city holds. At 2 p.m., nothing.",
            "the 70th day of the war",
        ),
    ],
)
def test_days_of_a_war_are_left_open(
    parse_of: ParseOf, language: str, text: str, words: str
) -> None:
    read = reckoned(read_times(parse_of(text, language)))
    assert read[words] == (None, None, None)
    assert {value for value, _, _ in read.values()} == {None}
    later = reckoned(read_times(parse_of(text.replace(". ", ".\n\n", 1), language)))
    assert (None, None, None) in later.values()
    assert any(anchor == "published" for _, anchor, _ in later.values())


def test_nothing_is_reckoned_from_a_century(parse_of: ParseOf) -> None:
    text = "Au XIXe siècle, le port vivait. Deux mois plus tard, rien."
    read = reckoned(read_times(parse_of(text)))
    assert read["Deux mois plus tard"][0] == "2022-07"
