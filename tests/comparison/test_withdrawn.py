"""What withdrawn reports say is told and marked, and none of them is an independent origin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.comparison.checking import Shared, StoryReadings, check_story, taken_back
from recoupe.comparison.lineage.independent import Taken, independent
from recoupe.comparison.lineage.roots import Ancestry
from recoupe.model import Derivation, Finding, Metadata, Origin, Passage, Reading, Reason
from tests.comparison.telling import Counts, Report, Says, Who, story, told

OPENINGS = {
    "The Fanal": "The pier of Oldport fell into the sea on Monday night.",
    "The Beacon": "A storm took the old landing stage, where a crowd had stood to watch the boats.",
}
CLINIC, MAYOR = Who("Oldport Clinic"), Who("Oldport Town Hall")


def counting(outlet: str, who: Who, number: int = 14) -> Reading:
    """Return a report in which somebody gives a number of dead, in the outlet's own words."""
    words = f"{number} people died"
    text = OPENINGS[outlet] + f" The {who.name} said that {words}."
    return told(
        Report(
            text,
            [Says(words, who)],
            [Counts(f"{number} people", number, number, by=0)],
            outlet=outlet,
        )
    )


def dead(*readings: Reading, withdrawn: tuple[Reading, ...] = ()) -> Finding:
    """Return the finding on the number of dead."""
    gone = tuple(one.article.id for one in withdrawn)
    found = check_story(StoryReadings(story(readings), readings, withdrawn=gone)).findings
    return next(one for one in found if one.about.what == "killed")


def test_two_reports_agree_and_one_that_is_withdrawn_agrees_with_nobody() -> None:
    one, two = counting("The Fanal", CLINIC), counting("The Beacon", MAYOR)
    assert dead(one, two).kind == "agreement"
    found = dead(one, two, withdrawn=(two,))
    assert found.kind == "single_source"
    assert found.reasons[0] == Reason("withdrawn", (("reports", 1),))
    assert sorted(one.independent_origins for one in found.positions) == [0, 1]
    assert len({said.report for one in found.positions for said in one.said}) == 2


def test_what_stands_on_withdrawn_reports_alone_is_shown_and_not_graded() -> None:
    one = counting("The Fanal", CLINIC)
    assert dead(one).suggested_grading is not None
    found = dead(one, withdrawn=(one,))
    assert [position.independent_origins for position in found.positions] == [0]
    assert found.suggested_grading is None
    assert Reason("one_origin") not in found.reasons


def test_a_dispute_with_a_withdrawn_report_is_still_told() -> None:
    one, two = counting("The Fanal", CLINIC), counting("The Beacon", MAYOR, 40)
    found = dead(one, two, withdrawn=(two,))
    assert found.kind == "dispute"
    assert found.reasons[0].code == "withdrawn"


def copy_of(one: Reading, other: Reading, origin: Origin) -> Derivation:
    """Return that all words of one report are from another."""
    here = one.article.span(0, len(one.article.text))
    there = other.article.span(0, len(other.article.text))
    ids = one.article.id, other.article.id
    return Derivation(*ids, origin, "verbatim", 1.0, (Passage(here, there),), ())


@pytest.mark.parametrize("origin", [Origin("unknown", None), Origin("agency", "Wire")])
def test_what_was_copied_from_a_withdrawn_report_has_no_origin_left(origin: Origin) -> None:
    one, two = counting("The Fanal", CLINIC), counting("The Beacon", CLINIC)
    derived = [copy_of(two, one, origin)]
    words = [(each.article.id, each.article.span(0, 20)) for each in (one, two)]
    assert Ancestry(derived).roots(words)
    ancestry = Ancestry(derived, withdrawn={one.article.id})
    assert ancestry.roots(words) == frozenset()
    assert len(Ancestry(derived, withdrawn={two.article.id}).roots(words)) == 1


@pytest.mark.parametrize(
    ("withdrawn", "origins"), [(set(), 2), ({"a"}, 1), ({"b"}, 2), ({"a", "c"}, 0)]
)
def test_withdrawn_reports_and_their_copies_are_of_no_origin(
    withdrawn: set[str], origins: int
) -> None:
    outlets = {"a": "The Fanal", "b": "The Beacon", "c": "The Ledger"}
    taken = (Taken("b", "a", None, 0.9),)
    assert independent("abc", taken, outlets, withdrawn) == origins


def test_a_story_is_checked_with_the_withdrawn_reports_of_its_own() -> None:
    one = counting("The Fanal", CLINIC)
    shared = Shared(withdrawn=frozenset({one.article.id, "report-elsewhere"}))
    assert shared.of(story([one]), [one]).withdrawn == (one.article.id,)


def test_a_notice_among_the_inputs_takes_back_its_report_in_whatever_order() -> None:
    address = "urn:newsml:agency.example:pier"
    report = replace(
        counting("The Fanal", CLINIC).article, url=address, modified="2031-03-04T08:00+00:00"
    )
    notice = replace(
        counting("The Beacon", CLINIC).article,
        url=address,
        modified="2031-03-04T09:00+00:00",
        metadata=Metadata(status="canceled"),
    )
    other = counting("The Fanal", MAYOR, 40).article
    both = {report.id: "canceled", notice.id: "canceled"}
    assert taken_back([report, notice, other]) == both
    assert taken_back([other, notice, report]) == both
    later = replace(report, modified="2031-03-04T10:00+00:00")
    assert taken_back([later, notice]) == {}
