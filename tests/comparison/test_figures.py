from __future__ import annotations

import pytest

from recoupe.comparison.figures import (
    Bounds,
    Count,
    claims,
    compare,
    counts,
    exclusive,
    with_totals,
)
from recoupe.comparison.figures.scopes import scope_of, within
from recoupe.comparison.positions import Parties
from recoupe.languages import available, pack
from recoupe.languages.findings import FindingWords
from recoupe.reading.events.acled import TYPE_OF
from tests.comparison.telling import Counts, Happens, Report, Says, Who, story, told

POLICE, UNION = Who("Harbour Police"), Who("Dockers Union")


def counted(*reports: Report) -> tuple[Count, ...]:
    readings = sorted((told(report) for report in reports), key=lambda r: r.article.id)
    parties = Parties(readings)
    voices = [(reading, parties.voice(reading)) for reading in readings]
    return counts(story(readings), with_totals(voices, claims(readings, parties)))


def kind(*reports: Report) -> str:
    [count] = counted(*reports)
    return compare(count, len(reports)).kind


def dead(number: int, *, low: int | None = None, by: Who = POLICE, **report: str) -> Report:
    text = f"{number} people died, {by.name} said."
    words = f"{number} people"
    return Report(
        text,
        [Says(f"{number} people died", by)],
        [Counts(words, low or number, None if low else number, by=0)],
        **report,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (Bounds(3, 3), Bounds(7, 7), True),
        (Bounds(3, None), Bounds(7, 7), False),
        (Bounds(8, None), Bounds(7, 7), True),
        (Bounds(None, 6), Bounds(7, None), True),
        (Bounds(280_000, 280_000), Bounds(287_000, 287_000), False),
        (Bounds(283_000, 283_000, rough=True), Bounds(290_000, 290_000), False),
        (Bounds(30, 30), Bounds(31, 31), True),
    ],
)
def test_numbers_that_cannot_both_hold(one: Bounds, other: Bounds, clash: bool) -> None:
    assert exclusive(one, other) is clash
    assert exclusive(other, one) is clash


@pytest.mark.parametrize(
    ("counted_words", "language", "scope"),
    [
        (None, "en", "people"),
        ("young boys", "en", "children"),
        ("civils", "fr", "civilians"),
        ("Takfiri terrorists", "en", "fighters"),
        ("accordionists", "en", "accordionists"),
        ("blessés", "fr", "people"),
    ],
)
def test_who_is_counted(counted_words: str | None, language: str, scope: str) -> None:
    assert scope_of(counted_words, "killed", language) == scope


def test_those_who_take_part_are_demonstrators_whatever_they_are_called() -> None:
    assert scope_of("personnes", "participants", "fr") == "demonstrators"


def test_children_are_among_civilians_and_people() -> None:
    assert within("children", "civilians")
    assert within("children", "people")
    assert not within("people", "children")


def test_one_number_of_two_reports_agrees_and_of_one_is_a_single_source() -> None:
    assert kind(dead(3), dead(3, by=UNION, outlet="The Beacon")) == "agreement"
    assert kind(dead(3)) == "single_source"


def test_numbers_that_no_number_fits_are_a_dispute() -> None:
    assert kind(dead(3), dead(7, by=UNION, outlet="The Beacon")) == "dispute"


def test_open_numbers_that_fit_are_a_range_with_who_gives_each_end() -> None:
    [count] = counted(dead(3, low=3), dead(7, by=UNION, outlet="The Beacon"))
    compared = compare(count, 2)
    assert compared.kind == "range"
    ends = {reason.code: dict(reason.values) for reason in compared.reasons}
    assert ends["lowest"] == {"number": 3, "party": "Harbour Police"}
    assert ends["highest"] == {"number": 7, "party": "Dockers Union"}


def test_a_party_that_raises_its_number_has_revised_it() -> None:
    later = dead(7, outlet="The Beacon", day="2031-03-05")
    [count] = counted(dead(3), later)
    compared = compare(count, 2)
    assert compared.kind == "revision"
    assert dict(compared.reasons[0].values) == {
        "party": "Harbour Police",
        "old": 3,
        "new": 7,
        "date": "2031-03-05",
    }


def test_numbers_that_rise_from_day_to_day_are_a_revision_whoever_gives_them() -> None:
    assert kind(dead(3), dead(7, by=UNION, outlet="The Beacon", day="2031-03-05")) == "revision"


def test_numbers_of_other_people_or_another_place_are_not_compared() -> None:
    text = "3 people died in Oldport and 2 children in Farholm. 9 people died in Oldport."
    found = counted(
        Report(
            text,
            counts=[
                Counts("3 people", 3, 3, place="Oldport"),
                Counts("2 children", 2, 2, counted="children", place="Farholm"),
            ],
        ),
        dead(4, outlet="The Beacon"),
    )
    assert {(count.scope, len(count.claims)) for count in found} == {("people", 2), ("children", 1)}


def test_a_number_of_a_whole_war_is_not_held_against_one_of_a_day() -> None:
    war = dead(100_000, by=UNION, outlet="The Beacon")
    [count] = counted(dead(40), dead(44, outlet="The Ledger"), war)
    assert {claim.bounds.told for claim in count.claims} == {40, 44}


def test_what_a_film_shows_is_no_toll() -> None:
    text = "A video showed 12 people dead on the floor, and 90 people died, the Dockers Union said."
    film = Who("A video", "other", key=False)
    found = counted(
        Report(
            text,
            [
                Says("12 people dead on the floor", film, source="A video"),
                Says("90 people died", UNION),
            ],
            [Counts("12 people", 12, 12, by=0), Counts("90 people", 90, 90, by=1)],
            shown=["A video"],
        )
    )
    assert {(count.scope, count.claims[0].bounds.told) for count in found} == {
        ("seen", 12),
        ("people", 90),
    }


def test_parts_stay_with_their_total() -> None:
    text = "22 people died, among them 6 civilians, the Harbour Police said."
    found = counted(
        Report(
            text,
            [Says("22 people died, among them 6 civilians", POLICE)],
            [
                Counts("22 people", 22, 22, by=0),
                Counts("6 civilians", 6, 6, "other", counted="civilians", by=0, part_of=0),
            ],
        )
    )
    whole = next(count for count in found if count.scope == "people")
    assert [part.bounds.told for part in whole.parts] == [6]
    assert {count.scope for count in found} == {"people", "civilians"}


def test_what_a_party_denies_is_no_number_of_its_own() -> None:
    text = "The Harbour Police denied that 3 people died."
    denial = Report(
        text, [Says("3 people died", POLICE, "denies")], [Counts("3 people", 3, 3, by=0)]
    )
    assert counted(denial) == ()


def test_men_and_children_come_to_people_where_nobody_counts_people() -> None:
    text = "A man and a boy drowned off Oldport."
    found = counted(
        Report(
            text,
            counts=[
                Counts("A man", 1, 1, counted="man"),
                Counts("a boy", 1, 1, counted="boy"),
            ],
        )
    )
    people = next(count for count in found if count.scope == "people")
    assert [claim.bounds.told for claim in people.claims] == [2]


def test_a_headline_that_tells_of_a_death_tells_of_one_at_least() -> None:
    [count] = counted(Report("Ferry captain dies after storm\n\nIda Voss steered for 20 years."))
    assert [(c.bounds.low, c.bounds.high) for c in count.claims] == [(1, None)]


def test_numbers_tied_to_two_happenings_are_no_dispute() -> None:
    def tied(number: int, subtype: str, outlet: str) -> Report:
        return Report(
            f"{number} people died in the blast.",
            counts=[Counts(f"{number} people", number, number)],
            happens=[Happens("blast", subtype, figures=(0,))],
            outlet=outlet,
        )

    [count] = counted(tied(3, "Grenade", "The Fanal"), tied(9, "Suicide bomb", "The Beacon"))
    compared = compare(count, 2)
    assert compared.kind == "range"
    assert compared.reasons[0].code == "different_events"


def test_a_number_in_passing_is_no_rival() -> None:
    far = Report(
        f"Ferry season opens. {'The harbour was busy all day. ' * 30}9 people died.",
        counts=[Counts("9 people", 9, 9)],
        outlet="The Beacon",
    )
    [count] = counted(dead(3), far)
    compared = compare(count, 2)
    assert compared.kind == "range"
    assert compared.reasons[0].code == "in_passing"


def test_a_man_counts_nobody_where_others_count_more() -> None:
    one = Report("A man died.", counts=[Counts("A man", 1, 1, counted="man")])
    two = Report("2 men died.", counts=[Counts("2 men", 2, 2, counted="men")], outlet="The Beacon")
    men = next(count for count in counted(one, two) if count.scope == "men")
    assert [claim.bounds.told for claim in men.claims] == [2]


def two_attacks(*, part_of: int | None = None) -> Report:
    return Report(
        "Raids killed 45 people at noon. Rockets killed seven people at dusk.",
        counts=[
            Counts("45 people", 45, 45),
            Counts("seven people", 7, 7, part_of=part_of),
        ],
        happens=[
            Happens("Raids", "Air/drone strike", (0,)),
            Happens("Rockets", "Shelling/artillery/missile attack", (1,)),
        ],
    )


def rockets(words: str, number: int) -> Report:
    return Report(
        f"Rockets killed {words}.",
        counts=[Counts(words, number, number)],
        happens=[Happens("Rockets", "Shelling/artillery/missile attack", (0,))],
        outlet="The Beacon",
    )


def test_two_attacks_that_one_report_tells_apart_have_tolls_of_their_own() -> None:
    raids = Report(
        "Raids killed 40 people.",
        counts=[Counts("40 people", 40, 40)],
        happens=[Happens("Raids", "Air/drone strike", (0,))],
        outlet="The Lantern",
    )
    found = counted(two_attacks(), rockets("nine people", 9), raids)
    told_apart = {
        count.happening: sorted(claim.bounds.told for claim in count.claims) for count in found
    }
    assert told_apart == {None: [40, 45], "Shelling/artillery/missile attack": [7, 9]}


def test_a_part_by_the_words_of_its_report_tells_of_no_other_attack() -> None:
    assert [count.happening for count in counted(two_attacks(part_of=0), rockets("45", 45))] == [
        None
    ]


@pytest.mark.parametrize("language", available())
def test_every_pack_names_every_type_of_happening(language: str) -> None:
    words = pack(language).table("findings", FindingWords)
    assert words.happenings.keys() == TYPE_OF.keys()


def test_types_that_no_report_tells_apart_may_be_two_names_of_one_attack() -> None:
    raid = Report(
        "A raid killed five people.",
        counts=[Counts("five people", 5, 5)],
        happens=[Happens("raid", "Air/drone strike", (0,))],
    )
    assert [count.happening for count in counted(raid, rockets("nine people", 9))] == [None]
