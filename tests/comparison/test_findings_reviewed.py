"""Findings as people left them: joined, parted, confirmed and rejected."""

from __future__ import annotations

from itertools import permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.comparison.checking import Checked, StoryReadings, check_story
from recoupe.comparison.corrections import NOBODY, Corrections, Judged, Words
from recoupe.comparison.judging import words_of
from recoupe.model import Finding, Reading
from tests.comparison.telling import Counts, Happens, Report, Says, Who, story, told

HARBOUR, FIRM, UNION, CLINIC = map(Who, ("Harbour Council", "Nordvik", "Dockers Union", "Clinic"))

LEAK = Report(
    "Nordvik dumped acid into the estuary, the Harbour Council said.",
    [Says("Nordvik dumped acid into the estuary", HARBOUR)],
)
ECHO = Report(
    "Nordvik dumped acid into the estuary, the Dockers Union said.",
    [Says("Nordvik dumped acid into the estuary", UNION)],
    outlet="The Ledger",
)
REFUSED = Report(
    "Nordvik denied that any tank was ever opened at night.",
    [Says("any tank was ever opened at night", FIRM, "denies")],
    outlet="The Beacon",
    day="2031-03-05",
)
TOLL = Report(
    "9 people died in Velm, the Clinic said.",
    [Says("9 people died in Velm", CLINIC)],
    [Counts("9 people", 9, 9, by=0, place="Velm")],
    outlet="The Harbour Mail",
)
TOWN_TOLL = Report(
    "20 people died in Oldport, the Dockers Union said.",
    [Says("20 people died in Oldport", UNION)],
    [Counts("20 people", 20, 20, by=0, place="Oldport")],
    outlet="The Northern Post",
)
FIRST_TOLL = Report(
    "9 people died in Velm, the Harbour Council said.",
    [Says("9 people died in Velm", HARBOUR)],
    [Counts("9 people", 9, 9, by=0, place="Velm")],
    outlet="The Wharf",
)
READINGS = [told(report) for report in (LEAK, ECHO, REFUSED, TOLL, FIRST_TOLL, TOWN_TOLL)]


def checked(said: Corrections = NOBODY, readings: list[Reading] = READINGS) -> Checked:
    return check_story(StoryReadings(story(readings), tuple(readings), None, said))


def about(words: str, found: Checked) -> list[Finding]:
    """Return the findings some of whose words are ``words``."""
    return [
        finding
        for finding in found.findings
        if any(said.span.text == words for p in finding.positions for said in p.said)
    ]


def the(words: str, found: Checked) -> Finding:
    [finding] = about(words, found)
    return finding


def one(*findings: Finding) -> Corrections:
    return Corrections(one_matter=(tuple(at for each in findings for at in words_of(each)),))


def two(some: Words, *others: Words) -> Corrections:
    return Corrections(two_matters=tuple((some, other) for other in others))


def codes(finding: Finding) -> set[str]:
    return {reason.code for reason in finding.reasons}


def test_a_denial_put_with_the_claim_that_it_denies_is_a_dispute() -> None:
    machine = checked()
    claim, denial = (
        the(words, machine)
        for words in ("Nordvik dumped acid into the estuary", "any tank was ever opened at night")
    )
    assert (claim.kind, denial.kind) == ("agreement", "denial")
    left = checked(one(claim, denial))
    dispute = the("any tank was ever opened at night", left)
    assert dispute.kind == "dispute"
    assert {p.party for p in dispute.positions} == {"Harbour Council", "Dockers Union", "Nordvik"}
    assert {"denies_claim", "denied_elsewhere", "reviewed_together"} <= codes(dispute)


def test_findings_joined_are_called_as_the_one_they_were_joined_to() -> None:
    machine = checked()
    claim, denial = (
        the(words, machine)
        for words in ("Nordvik dumped acid into the estuary", "any tank was ever opened at night")
    )
    for first, second in ((claim, denial), (denial, claim)):
        [whole] = about("any tank was ever opened at night", checked(one(first, second)))
        assert whole.matter == first.matter
    here, there = the("9 people", machine), the("20 people", machine)
    assert the("20 people", checked(one(there, here))).about.place == "Oldport"
    assert the("20 people", checked(one(here, there))).about.place == here.about.place


def test_words_taken_out_of_a_finding_are_one_of_their_own() -> None:
    whole = the("Nordvik dumped acid into the estuary", checked())
    first, *rest = words_of(whole)
    parted = about("Nordvik dumped acid into the estuary", checked(two(first, *rest)))
    assert [len(finding.positions) for finding in parted] == [1, 1]
    assert {finding.kind for finding in parted} == {"single_source"}
    assert all("reviewed_apart" in codes(finding) for finding in parted)


def test_a_claim_taken_out_no_longer_stands_against_its_denial() -> None:
    denial = told(
        Report(
            "Nordvik denied that it dumped acid into the estuary.",
            [Says("it dumped acid into the estuary", FIRM, "denies")],
            outlet="The Beacon",
        )
    )
    readings = [READINGS[0], denial]
    [dispute] = checked(readings=readings).findings
    assert dispute.kind == "dispute"
    parted = checked(two(*words_of(dispute)), readings)
    assert sorted(finding.kind for finding in parted.findings) == ["denial", "single_source"]


def test_numbers_of_two_places_are_compared_if_people_put_them_together() -> None:
    machine = checked()
    here, there = the("9 people", machine), the("20 people", machine)
    assert there.about.place == "Oldport"
    whole = the("20 people", checked(one(here, there)))
    assert whole.kind == "dispute"
    assert {(p.low, p.high) for p in whole.positions} == {(9, 9), (20, 20)}
    assert whole.compatible_if is None
    assert whole.about.place == here.about.place
    assert "reviewed_together" in codes(whole)


def test_numbers_are_no_rivals_if_people_take_them_apart() -> None:
    near = told(
        Report(
            "31 people died, the Dockers Union said.",
            [Says("31 people died", UNION)],
            [Counts("31 people", 31, 31, by=0)],
            outlet="The Beacon",
        )
    )
    readings = [READINGS[3], near]
    dispute = the("31 people", checked(readings=readings))
    assert dispute.kind == "dispute"
    parted = checked(two(*words_of(dispute)), readings)
    assert the("31 people", parted).kind == "single_source"
    assert the("9 people", parted).kind == "single_source"


def test_numbers_of_two_kinds_of_happening_are_rivals_if_people_say_so() -> None:
    readings = [
        told(
            Report(
                f"{number} people died in the {what}, the {by.name} said.",
                [Says(f"{number} people died in the {what}", by)],
                [Counts(f"{number} people", number, number, by=0)],
                [Happens(what, what.title(), (0,))],
                outlet=f"The {what}",
            )
        )
        for number, what, by in ((9, "blast", CLINIC), (20, "fire", UNION))
    ]
    machine = the("20 people", checked(readings=readings))
    assert machine.kind == "range"
    assert the("20 people", checked(one(machine), readings)).kind == "dispute"


def test_a_rejected_finding_is_left_out_and_can_be_found_again() -> None:
    finding = the("any tank was ever opened at night", checked())
    left = checked(Corrections(judged=(Judged(words_of(finding), "rejected"),)))
    assert about("any tank was ever opened at night", left) == []
    [rejected] = left.rejected
    assert (rejected.id, rejected.standing) == (finding.id, "rejected")
    back = Judged(words_of(finding), "confirmed")
    again = checked(Corrections(judged=(Judged(words_of(finding), "rejected"), back)))
    assert the("any tank was ever opened at night", again).standing == "confirmed"
    assert again.rejected == ()


def test_a_judgement_of_a_number_is_none_of_the_statement_around_it() -> None:
    count = the("9 people", checked())
    left = checked(Corrections(judged=(Judged(words_of(count), "rejected"),)))
    assert [finding.id for finding in left.rejected] == [count.id]
    assert about("9 people died in Velm", left)


def test_a_finding_is_known_again_by_most_of_its_words() -> None:
    finding = the("Nordvik dumped acid into the estuary", checked())
    third = told(
        Report(
            "Nordvik dumped acid into the estuary, the Clinic said.",
            [Says("Nordvik dumped acid into the estuary", CLINIC)],
            outlet="The Gull",
        )
    )
    judgement = Corrections(judged=(Judged(words_of(finding), "confirmed"),))
    grown = checked(judgement, [*READINGS, third])
    assert the("Nordvik dumped acid into the estuary", grown).standing == "confirmed"
    half = Corrections(judged=(Judged(words_of(finding)[:1], "confirmed"),))
    assert the("Nordvik dumped acid into the estuary", checked(half)).standing is None


ALL = sorted({at for finding in checked().findings for at in words_of(finding)})
SOME = st.lists(st.sampled_from(ALL), min_size=2, max_size=4, unique=True)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(SOME, SOME, SOME, st.sampled_from(["confirmed", "rejected"]), st.randoms())
def test_the_order_of_reports_changes_nothing_and_no_word_is_lost(
    joined: list[Words], parted: list[Words], judged: list[Words], standing: str, random: object
) -> None:
    said = Corrections(
        one_matter=(tuple(joined),),
        two_matters=((parted[0], parted[1]),),
        judged=(Judged(tuple(judged), standing),),  # type: ignore[arg-type]
    )
    found = checked(said)
    other = list(READINGS)
    random.shuffle(other)  # type: ignore[attr-defined]
    again = checked(said, other)
    assert (again.findings, again.rejected) == (found.findings, found.rejected)
    told_of = {at for finding in (*found.findings, *found.rejected) for at in words_of(finding)}
    assert told_of == set(ALL)


def test_the_same_corrections_in_any_order_of_reports_for_one_world() -> None:
    machine = checked()
    claim, denial = (
        the(words, machine)
        for words in ("Nordvik dumped acid into the estuary", "any tank was ever opened at night")
    )
    said = one(claim, denial)
    few = READINGS[:3]
    expected = checked(said, few).findings
    assert all(checked(said, list(order)).findings == expected for order in permutations(few))
