"""Copies as people left them: what they hold to be one is one origin, and nothing else is."""

from __future__ import annotations

import pytest

from recoupe.comparison.corrections import Corrections
from recoupe.comparison.lineage import Ancestry, lineage
from recoupe.model import Derivation, Origin, Reading
from tests.comparison.lineage.worlds import WORLDS, World, holding, world


def roots(made: World, said: Corrections, *reports: Reading) -> int:
    """Return how many origins stand behind the number of dead in some reports."""
    places = [holding(report, made.slots["dead"]) for report in reports]
    return len(Ancestry(lineage(made.readings, said), apart=said.no_copies).roots(places))


def copy(report: Reading, *sources: Reading) -> Corrections:
    return Corrections(copies=tuple((report.article.id, source.article.id) for source in sources))


def no_copy(report: Reading, *sources: Reading) -> Corrections:
    return Corrections(
        no_copies=tuple((report.article.id, source.article.id) for source in sources)
    )


def between(made: World, said: Corrections, one: Reading, other: Reading) -> list[Derivation]:
    pair = {one.article.id, other.article.id}
    return [item for item in lineage(made.readings, said) if {item.report, item.source} == pair]


def test_two_reports_that_share_text_are_no_copies_if_people_say_so() -> None:
    made = world(4)
    early = made.add(made.account(0), "Le Fanal", "2024-03-05")
    late = made.add(made.account(0), "Le Méridien", "2024-03-07")
    assert roots(made, Corrections(), early, late) == 1
    said = no_copy(late, early)
    assert between(made, said, early, late) == []
    assert roots(made, said, early, late) == 2


def test_nor_are_they_by_way_of_an_agency_that_only_others_name() -> None:
    made = world(4)
    one = made.add(made.account(0), "Le Fanal", "2024-03-06")
    others = [
        made.add([*made.account(0), "(AFP)"], outlet, "2024-03-06")
        for outlet in ("Le Méridien", "Horizon Sud")
    ]
    assert roots(made, Corrections(), one, *others) == 1
    said = no_copy(one, *others)
    assert roots(made, said, one, *others) == 2
    assert all(item.report != one.article.id for item in lineage(made.readings, said))


def test_the_rest_of_those_that_share_the_text_stay_one_origin() -> None:
    made = world(4)
    papers = [
        made.add([*made.account(0), "(AFP)"], outlet, "2024-03-06")
        for outlet in ("Le Fanal", "Le Méridien")
    ]
    bare = [
        made.add(made.account(0), outlet, "2024-03-06") for outlet in ("Horizon Sud", "La Boussole")
    ]
    assert roots(made, no_copy(bare[0], bare[1]), *papers, *bare) == 2


def test_a_third_report_with_words_of_both_does_not_make_them_one() -> None:
    made = world(4)
    one, other, third = (
        made.add(made.account(0), outlet, day)
        for outlet, day in (
            ("Le Fanal", "2024-03-05"),
            ("Le Méridien", "2024-03-06"),
            ("Horizon Sud", "2024-03-08"),
        )
    )
    assert roots(made, Corrections(), one, other, third) == 1
    for said in (no_copy(one, other), no_copy(other, one)):
        assert roots(made, said, one, other, third) == 2


def test_what_a_report_credits_itself_stays() -> None:
    made = world(4)
    papers = [
        made.add([*made.account(0), "(AFP)"], outlet, "2024-03-06")
        for outlet in ("Le Fanal", "Le Méridien")
    ]
    assert roots(made, no_copy(*papers), *papers) == 1


def test_two_accounts_with_no_words_in_common_are_one_origin_if_people_say_so() -> None:
    made = world(4)
    one = made.add(made.account(0, ["toll", "injured"]), "Le Fanal", "2024-03-05")
    other = made.add(made.account(1, ["toll", "injured"]), "Le Méridien", "2024-03-06")
    assert roots(made, Corrections(), one, other) == 2
    said = copy(other, one)
    [found] = between(made, said, one, other)
    assert (found.report, found.source) == (other.article.id, one.article.id)
    assert (found.kind, found.share, found.passages) == ("credited", 1.0, ())
    assert found.origin == Origin("outlet", "Le Fanal")
    assert [reason.code for reason in found.reasons] == ["reviewed"]
    assert roots(made, said, one, other) == 1


def test_people_know_better_which_was_first_and_the_passages_stay() -> None:
    made = world(4)
    early = made.add(made.account(0), "Le Fanal", "2024-03-05")
    late = made.add(made.account(0), "Le Méridien", "2024-03-07")
    [machine] = between(made, Corrections(), early, late)
    [found] = between(made, copy(early, late), early, late)
    assert machine.report == late.article.id
    assert (found.report, found.source) == (early.article.id, late.article.id)
    assert found.share > 0.9
    assert found.passages
    assert all(one.there is not None for one in found.passages)
    assert [reason.code for reason in found.reasons] == ["reviewed"]


def test_two_copies_of_a_report_that_does_not_tell_it_are_one_origin() -> None:
    made = world(4)
    source = made.add(made.account(0), "Le Fanal", "2024-03-05")
    copies = [
        made.add(made.account(number), outlet, "2024-03-06")
        for number, outlet in ((1, "Le Méridien"), (2, "Horizon Sud"))
    ]
    said = Corrections(copies=tuple((report.article.id, source.article.id) for report in copies))
    assert roots(made, said, *copies) == 1
    assert roots(made, said, source, *copies) == 1


def test_a_circle_of_copies_is_one_origin() -> None:
    made = world(4)
    reports = [
        made.add(made.account(number), outlet, "2024-03-06")
        for number, outlet in ((0, "Le Fanal"), (1, "Le Méridien"), (2, "Horizon Sud"))
    ]
    ids = [report.article.id for report in reports]
    said = Corrections(copies=((ids[0], ids[1]), (ids[1], ids[2]), (ids[2], ids[0])))
    assert roots(made, said, *reports) == 1


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_reports_changes_nothing_whatever_people_say(seed: int) -> None:
    made = world(seed)
    for build in WORLDS[:5]:
        build(made)
    ids = [report.article.id for report in made.readings]
    pairs = [tuple(made.rng.sample(ids, 2)) for _ in range(6)]
    said = Corrections(
        copies=tuple((a, b) for a, b in pairs[:3]),
        no_copies=tuple((a, b) for a, b in pairs[3:] if {a, b} not in map(set, pairs[:3])),
    )
    assert lineage(made.readings, said) == lineage(made.shuffled(), said)
