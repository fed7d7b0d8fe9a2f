"""What people say of a kept cross-check: it stands above the machine until they take it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import text

from recoupe.engine import LocalEngine
from recoupe.errors import RecordError, StaleReviewError, StoreError
from recoupe.filing.checking import check_case
from recoupe.model import CrossCheck, Draft, Finding, Reading, Review
from recoupe.store import Casefile, new_casefile
from tests.store.building import report

ME = "Ana"
PAPERS = {
    "https://fanal.example/1": {"killed": 12, "speaker": "Anna Berzina"},
    "https://ledger.example/1": {"killed": 30, "speaker": "Jonas Vilks"},
    "https://wharf.example/1": {"killed": 12, "speaker": "Mara Ozola", "version": "2"},
}


@pytest.fixture
def casefile(case: str) -> Iterator[Casefile]:
    with new_casefile(case, author=ME) as casefile:
        for address, how in PAPERS.items():
            casefile.add_report(*report(address, **how), author=ME)  # type: ignore[arg-type]
        check(casefile)
        yield casefile


def check(casefile: Casefile) -> CrossCheck:
    return check_case(casefile, LocalEngine()).found


def say(casefile: Casefile, action: Any, kind: Any, target: str, *others: str) -> Review:
    return casefile.add_review(Draft(action, kind, target, ME, "seen", others=others))


def undo(casefile: Casefile, review: Review) -> None:
    casefile.add_review(Draft("undo", "review", review.id, ME))


def toll(found: CrossCheck) -> Finding:
    return next(one for one in found.findings if one.about.what == "killed")


def sayings(found: CrossCheck) -> list[Finding]:
    return [one for one in found.findings if one.about.what is None]


def readings(casefile: Casefile) -> list[Reading]:
    return [one.reading for one in casefile.readings()]


def test_a_rejected_finding_is_left_out_until_somebody_brings_it_back(casefile: Casefile) -> None:
    before = check(casefile)
    finding = toll(before)
    rejected = say(casefile, "reject", "finding", finding.id)
    assert rejected.record is not None
    assert rejected.record["matter"] == finding.matter
    assert finding.id not in {one.id for one in check(casefile).findings}
    assert casefile.finding(finding.id).standing == "rejected"
    with pytest.raises(RecordError, match="rejected already"):
        say(casefile, "reject", "finding", finding.id)
    say(casefile, "confirm", "finding", finding.id)
    [back] = [one for one in check(casefile).findings if one.id == finding.id]
    assert back.standing == "confirmed"


def test_what_is_taken_back_leaves_everything_as_it_was(casefile: Casefile) -> None:
    before = check(casefile)
    one, other, *_ = sayings(before)
    ids = [reading.article.id for reading in readings(casefile)]
    said = [
        say(casefile, "reject", "finding", toll(before).id),
        say(casefile, "merge", "finding", one.id, other.id),
        say(casefile, "merge", "lineage", ids[0], ids[1]),
        say(casefile, "split", "lineage", ids[1], ids[2]),
    ]
    assert check(casefile) != before
    for review in said:
        undo(casefile, review)
    assert check(casefile) == before


def test_findings_put_on_one_matter_are_one(casefile: Casefile) -> None:
    one, other, *_ = sayings(check(casefile))
    say(casefile, "merge", "finding", one.id, other.id)
    words = {said.span.text for each in (one, other) for p in each.positions for said in p.said}
    [joined] = [
        found
        for found in sayings(check(casefile))
        if words <= {said.span.text for p in found.positions for said in p.said}
    ]
    assert "reviewed_together" in {reason.code for reason in joined.reasons}


@pytest.mark.parametrize("by", ["statement", "figure", "report", "article"])
def test_a_report_s_number_is_taken_out_of_a_count(casefile: Casefile, by: str) -> None:
    [other] = [one for one in readings(casefile) if one.figures[0].low == 30]
    named = {
        "statement": other.figures[0].according_to or "",
        "figure": other.figures[0].id,
        "report": casefile.locate(other.article.id).report or "",
        "article": other.article.id,
    }
    whole = toll(check(casefile))
    assert {position.low for position in whole.positions} == {12, 30}
    say(casefile, "split", "finding", whole.id, named[by])
    tolls = [one for one in check(casefile).findings if one.about.what == "killed"]
    assert [{p.low for p in one.positions} for one in tolls] in ([{12}, {30}], [{30}, {12}])


def test_copies_are_told_by_reports_and_by_their_versions(casefile: Casefile) -> None:
    ids = [reading.article.id for reading in readings(casefile)]
    review = say(casefile, "merge", "lineage", ids[0], ids[1])
    reports = [casefile.locate(one).report for one in ids]
    assert (review.target, *review.others) == (reports[0], reports[1])
    copied = [
        one for one in check(casefile).lineage if (one.report, one.source) == (ids[0], ids[1])
    ]
    assert {reason.code for one in copied for reason in one.reasons} == {"reviewed"}
    say(casefile, "split", "lineage", ids[0], ids[1])
    pairs = {frozenset((one.report, one.source)) for one in check(casefile).lineage}
    assert frozenset(ids[:2]) not in pairs


def test_a_judgement_outlives_a_new_version_of_the_page(casefile: Casefile) -> None:
    finding = toll(check(casefile))
    say(casefile, "reject", "finding", finding.id)
    newer = report("https://fanal.example/1", killed=12, quote="Nobody was there", hours=5)
    casefile.add_report(*newer, author=ME)
    found = check(casefile)
    assert all(one.about.what != "killed" for one in found.findings)
    say(casefile, "confirm", "finding", finding.id)
    assert toll(check(casefile)).standing == "confirmed"


def test_reviews_tell_what_they_were_of(casefile: Casefile) -> None:
    finding = toll(check(casefile))
    review = say(casefile, "confirm", "finding", finding.id)
    assert [one.id for one in casefile.reviews(finding.id)] == [review.id]
    copy = say(casefile, "merge", "lineage", *[r.article.id for r in readings(casefile)][:2])
    assert copy.record is not None
    assert copy.record["outlet"] == "The Paper"


def test_the_view_of_reviews_tells_of_findings_and_copies_in_words(casefile: Casefile) -> None:
    finding = toll(check(casefile))
    ids = [reading.article.id for reading in readings(casefile)]
    say(casefile, "reject", "finding", finding.id)
    say(casefile, "merge", "lineage", ids[0], ids[1])
    say(casefile, "split", "lineage", ids[0], ids[2])
    with casefile.database.reading() as connection:
        asked = "SELECT action, kind, words FROM reviews_view ORDER BY number"
        shown = [tuple(row) for row in connection.execute(text(asked))]
    assert shown == [
        ("reject", "finding", finding.matter),
        ("copy", "lineage", "12 people killed at Port-Clair"),
        ("no copy", "lineage", "12 people killed at Port-Clair"),
    ]


def test_a_stale_form_is_refused(casefile: Casefile) -> None:
    finding = toll(check(casefile))
    first = say(casefile, "confirm", "finding", finding.id)
    with pytest.raises(StaleReviewError, match="reviewed it meanwhile"):
        casefile.add_review(Draft("reject", "finding", finding.id, ME, seen=""))
    casefile.add_review(Draft("reject", "finding", finding.id, ME, seen=first.id))
    page = readings(casefile)[0].article.id
    casefile.add_review(Draft("correct", "report", page, ME, changes={"outlet": "The Port"}))
    other = readings(casefile)[1].article.id
    casefile.add_review(Draft("split", "lineage", page, ME, others=(other,), seen=""))


def test_what_cannot_be_says_why(casefile: Casefile) -> None:
    found = check(casefile)
    count, words = toll(found), sayings(found)[0]
    page, statement = readings(casefile)[0].article.id, readings(casefile)[0].statements[0].id
    with pytest.raises(StoreError, match="nothing that is kept has this id"):
        say(casefile, "reject", "finding", "finding-0000")
    with pytest.raises(RecordError, match="the one counts killed, the other is no number"):
        say(casefile, "merge", "finding", count.id, words.id)
    with pytest.raises(RecordError, match="this is a statement, and no finding"):
        say(casefile, "merge", "finding", count.id, statement)
    with pytest.raises(RecordError, match="has no part in this finding"):
        say(casefile, "split", "finding", count.id, statement)
    with pytest.raises(RecordError, match="that is all of it"):
        say(casefile, "split", "finding", count.id, *[r.article.id for r in readings(casefile)])
    with pytest.raises(RecordError, match="cannot be taken out of a finding"):
        say(casefile, "split", "finding", count.id, readings(casefile)[0].entities[0].id)
    with pytest.raises(RecordError, match="no copy of itself"):
        say(casefile, "merge", "lineage", page, casefile.locate(page).report or "")
    with pytest.raises(RecordError, match="this is a statement, and no report"):
        say(casefile, "merge", "lineage", page, statement)
    with pytest.raises(RecordError, match="nobody can correct a finding"):
        casefile.add_review(Draft("correct", "finding", count.id, ME, changes={"kind": "x"}))
    assert list(casefile.reviews()) == []


def test_reports_of_two_stories_are_no_copies_of_each_other(casefile: Casefile) -> None:
    far = report("https://far.example/1", killed=3, place="Vexmont", speaker="Ilse Kalns")
    casefile.add_report(*far, author=ME)
    found = check(casefile)
    [story] = [one for one in found.stories if far[1].article.id in one.reports]
    assert story.reports == (far[1].article.id,)
    with pytest.raises(RecordError, match="is in no story with this report"):
        say(casefile, "merge", "lineage", far[1].article.id, readings(casefile)[0].article.id)
