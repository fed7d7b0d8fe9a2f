from __future__ import annotations

import re
from itertools import permutations

import pytest

from recoupe.comparison.findings import ORDER, findings
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.model import Finding, Reason
from tests.comparison.telling import Counts, Happens, Report, Says, Who, story, told

ARMY, REBELS, CLINIC = Who("Army Staff"), Who("Northern Front"), Who("Oldport Clinic")

ACCUSED = Report(
    "The army shelled the Oldport market with mortars, the Northern Front said. "
    "14 people died, the Oldport Clinic said.",
    [
        Says("The army shelled the Oldport market with mortars", REBELS, "accuses"),
        Says("14 people died", CLINIC),
    ],
    [Counts("14 people", 14, 14, by=1)],
    [Happens("shelled", "Shelling")],
)
DENIED = Report(
    "The Army Staff denied that it shelled the Oldport market with mortars.",
    [Says("it shelled the Oldport market with mortars", ARMY, "denies")],
    outlet="The Beacon",
    day="2031-03-05",
)
OTHER = Report(
    "The bridge reopens on Monday, the Oldport Clinic said. 14 people died.",
    [Says("The bridge reopens on Monday", CLINIC)],
    [Counts("14 people", 14, 14)],
    outlet="The Ledger",
)


def of(*reports: Report) -> tuple[Finding, ...]:
    readings = [told(report) for report in reports]
    return findings(story(readings), readings)


def the(kind: str, found: tuple[Finding, ...]) -> Finding:
    return next(finding for finding in found if finding.kind == kind)


def test_an_accusation_and_its_denial_are_a_dispute_with_words_on_both_sides() -> None:
    dispute = of(ACCUSED, DENIED)[0]
    assert dispute.kind == "dispute"
    assert dispute.matter == "The army shelled the Oldport market with mortars"
    assert [(p.party, p.stance) for p in dispute.positions] == [
        ("Northern Front", "accuses"),
        ("Army Staff", "denies"),
    ]
    assert [p.first_said for p in dispute.positions] == ["2031-03-04", "2031-03-05"]
    assert all(said.span.text for p in dispute.positions for said in p.said)


def test_a_denial_of_what_nobody_claims_is_a_denial() -> None:
    assert of(DENIED)[0].kind == "denial"


def test_what_an_editor_should_look_at_first_comes_first() -> None:
    kinds = [finding.kind for finding in of(ACCUSED, DENIED, OTHER)]
    assert kinds == sorted(kinds, key=ORDER.index)
    assert kinds == ["dispute", "agreement", *["single_source"] * (len(kinds) - 2)]


def test_nothing_depends_on_the_order_of_the_readings() -> None:
    results = {
        findings(story([told(r) for r in order]), [told(r) for r in order])
        for order in permutations([ACCUSED, DENIED, OTHER])
    }
    assert len(results) == 1


def test_every_statement_and_every_figure_is_in_a_finding() -> None:
    found = of(ACCUSED, DENIED, OTHER)
    said = {said.span.text for finding in found for p in finding.positions for said in p.said}
    assert {"14 people", "14 people died", "The bridge reopens on Monday"} <= said


def test_origins_are_counted_by_who_is_asked_and_not_by_outlets() -> None:
    readings = [told(ACCUSED), told(OTHER)]
    [one] = [
        finding
        for finding in findings(story(readings), readings, roots=lambda places: 1)
        if finding.about.what == "killed"
    ]
    assert one.kind == "single_source"
    assert Reason("one_origin") in one.reasons


@pytest.mark.parametrize(
    ("reports", "name"),
    [
        ((ACCUSED,), "weak"),
        ((ACCUSED, OTHER), "fair"),
    ],
)
def test_the_grading_of_a_number_of_dead_is_suggested(
    reports: tuple[Report, ...], name: str
) -> None:
    dead = next(finding for finding in of(*reports) if finding.about.what == "killed")
    assert dead.suggested_grading is not None
    assert dead.suggested_grading.name == name
    assert dead.suggested_grading.reasons


def test_fighters_are_discounted_and_a_crowd_has_no_grading() -> None:
    fighters = Report(
        "9 militants died and 200 people marched.",
        counts=[
            Counts("9 militants", 9, 9, counted="militants"),
            Counts("200 people", 200, 200, "participants"),
        ],
    )
    names = {
        finding.about.what: finding.suggested_grading and finding.suggested_grading.name
        for finding in of(fighters)
    }
    assert names == {"killed": "discounted", "participants": None}


def test_who_accepts_responsibility_confirms() -> None:
    accepted = Report(
        "The Northern Front claimed responsibility for having shelled the Oldport market.",
        [Says("claimed responsibility for having shelled the Oldport market", REBELS)],
        happens=[Happens("shelled", "Shelling")],
    )
    finding = of(accepted)[0]
    assert finding.suggested_grading is not None
    assert finding.suggested_grading.name == "confirmed"


def test_accusations_of_two_sides_are_contested() -> None:
    back = Report(
        "Rebels shelled the Oldport market with mortars, the Army Staff said.",
        [Says("Rebels shelled the Oldport market with mortars", ARMY, "accuses")],
        happens=[Happens("shelled", "Shelling")],
        outlet="The Beacon",
    )
    dispute = of(ACCUSED, back)[0]
    assert dispute.kind == "dispute"
    assert dispute.suggested_grading is not None
    assert dispute.suggested_grading.name == "contested"


def test_a_party_that_says_otherwise_later_has_changed_its_stance() -> None:
    words = "it shelled the Oldport market with mortars"
    admits = Report(
        f"The Army Staff confirmed that {words}.",
        [Says(words, ARMY, "confirms")],
        outlet="The Ledger",
        day="2031-03-08",
    )
    codes = {reason.code for reason in of(ACCUSED, DENIED, admits)[0].reasons}
    assert "stance_changed" in codes


def test_all_reasons_are_worded_in_every_language() -> None:
    tables = [pack(code).table("findings", FindingWords) for code in ("en", "fr")]
    fields = [
        {code: set(re.findall(r"{(\w+)}", wording)) for code, wording in table.reasons.items()}
        for table in tables
    ]
    assert fields[0] == fields[1]
    for reports in ((ACCUSED, DENIED, OTHER), (DENIED,)):
        for finding in of(*reports):
            for reason in finding.reasons:
                assert fields[0][reason.code] <= {name for name, _ in reason.values}


@pytest.mark.parametrize("day", [None, "2031", "2031-03", "2031-03-04T10:00:00+00:00"])
def test_a_report_may_have_any_date_or_none(day: str | None) -> None:
    dated = Report(ACCUSED.text, ACCUSED.says, ACCUSED.counts, ACCUSED.happens, day=day)
    known = {position.first_said for finding in of(dated) for position in finding.positions}
    assert known == {"2031-03-04" if day and len(day) > 7 else None}


def test_no_readings_have_no_findings() -> None:
    assert of() == ()


def test_a_report_in_its_own_voice_is_the_position_of_its_outlet() -> None:
    [finding] = of(Report("14 people died.", counts=[Counts("14 people", 14, 14)]))
    [position] = finding.positions
    assert (position.party, position.party_id) == ("The Fanal", None)
    assert position.said[0].statement is None


def test_who_cannot_verify_a_toll_stands_beside_its_numbers() -> None:
    doubt = Says("The death toll", Who("Nordpress"), "cannot_verify")
    report = Report(
        "14 people died, the Oldport Clinic said. The death toll could not be verified.",
        [Says("14 people died", CLINIC), doubt],
        [Counts("14 people", 14, 14, by=0)],
    )
    dead = next(finding for finding in of(report) if finding.about.what == "killed")
    assert {(p.party, p.stance) for p in dead.positions} == {
        ("Oldport Clinic", "asserts"),
        ("Nordpress", "cannot_verify"),
    }
    assert Reason("unverified", (("party", "Nordpress"),)) in dead.reasons
