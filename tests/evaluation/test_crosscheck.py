from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.evaluation.crosscheck import (
    check,
    contradicted,
    last_number,
    same_speaker,
    score_together,
)
from recoupe.evaluation.crosscheck_gold import opening_date
from recoupe.evaluation.gold_records import GoldIncident, GoldMatter, GoldPosition, GoldReport
from recoupe.evaluation.score import Tally
from recoupe.model import Reading
from tests.comparison.telling import Counts, Report, Says, Who, told

FIRM, TOWN = Who("Nordvik Chemicals"), Who("Harbour Council")
CLAIM = "Nordvik Chemicals dumped acid into the estuary"


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Ada Lund (Norland)", "Ada Lund", True),
        ("Ada Lund (Norland)", "the Norland", True),
        ("Harbour Council", "the council", True),
        ("Daily Post", "dailypost.com", True),
        ("United States", "Washington", True),
        ("Harbour Council", "Harbour Police", False),
    ],
)
def test_names_of_one_party(gold: str, found: str, same: bool) -> None:
    assert same_speaker(gold, found) is same


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 4 2031 A ferry sank", "2031-03-04"),
        ("Tuesday 4 March 2031 A ferry sank", "2031-03-04"),
        ("04.03.2031 A ferry sank", "2031-03-04"),
        ("A ferry sank on Tuesday", None),
        ("99.99.2031 A ferry sank", None),
    ],
)
def test_the_day_that_opens_a_text(text: str, day: str | None) -> None:
    assert opening_date(text) == day


def gold_pair() -> tuple[GoldMatter, Reading]:
    text = f"{CLAIM}, the Harbour Council said. Nordvik Chemicals denied it dumped acid."
    reading = told(
        Report(
            text,
            [Says(CLAIM, TOWN), Says("it dumped acid", FIRM, "denies")],
        )
    )
    at = text.index("it dumped")
    matter = GoldMatter(
        "whether acid was dumped",
        (
            GoldPosition("Harbour Council", "asserts", "r1", (0, len(CLAIM))),
            GoldPosition("Nordvik Chemicals", "denies", "r1", (at, at + 14)),
            GoldPosition("the mayor", "denies", "r1", (0, 10)),
        ),
    )
    return matter, reading


def test_positions_and_matters_are_counted() -> None:
    matter, reading = gold_pair()
    reading = replace(reading, article=replace(reading.article, input_id="r1"))
    gold = GoldReport("c", "r1", reading.article.text, "en", incident=GoldIncident("s", (matter,)))
    tally = Tally()
    score_together([(gold, reading)], tally)
    assert tally.counts["positions"].right == 2
    assert tally.counts["positions"].wanted == 3
    assert tally.counts["contradicted matters shown"].right == 1
    assert [case.kind for case in tally.cases] == ["position, party", "dispute"]


def test_a_matter_is_contradicted_where_one_party_denies_what_another_says() -> None:
    matter, _ = gold_pair()
    assert contradicted(matter)
    assert not contradicted(GoldMatter("m", matter.positions[:1]))


def test_the_last_number_is_that_of_the_last_day() -> None:
    readings = [
        told(
            Report(
                f"{number} people died, on {day}.",
                counts=[Counts(f"{number} people", number, number)],
                day=day,
            )
        )
        for number, day in ((3, "2031-03-04"), (4, "2031-03-06"))
    ]
    assert last_number(check("s", readings)) == 4
    assert last_number(()) is None
