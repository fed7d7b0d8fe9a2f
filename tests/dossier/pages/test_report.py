"""The page of a report: versions, what was altered and copied, what people made of it."""

from __future__ import annotations

import pytest

from recoupe.dossier.pages.report import Wanted, report_page
from recoupe.dossier.pages.view import View
from recoupe.errors import StoreError
from recoupe.model import Draft
from recoupe.store import Casefile
from tests.dossier.storied import Storied
from tests.dossier.worlds import ME, PAPERS, latest, long_report


def report_id(case: Casefile, address: str = PAPERS[0]) -> str:
    return next(one.id for one in case.reports() if one.address == address)


def test_a_report_is_shown_in_its_latest_version(strikes: Casefile, view: View) -> None:
    page = report_page(strikes, view, report_id(strikes))
    assert page.article == latest(strikes).article
    assert (page.here.number, len(page.versions)) == (2, 2)
    shown = "".join(piece.text for part in page.shown.parts for piece in part.pieces)
    assert shown == page.article.text.replace("\n\n", "")


def test_an_older_version_is_asked_for_by_its_number_or_its_article(
    strikes: Casefile, view: View
) -> None:
    older = report_page(strikes, view, report_id(strikes), Wanted(version=1))
    assert older.altered is None
    assert "9 people" in older.article.text
    assert report_page(strikes, view, older.article.id) == older
    with pytest.raises(StoreError, match="no version 3"):
        report_page(strikes, view, report_id(strikes), Wanted(version=3))


def test_what_was_altered_has_the_words_of_both_versions(strikes: Casefile, view: View) -> None:
    altered = report_page(strikes, view, report_id(strikes)).altered
    assert altered is not None
    assert [(one.field, one.before, one.after) for one in altered.fields] == [
        ("title", "9 people killed at Port-Clair", "12 people killed at Port-Clair")
    ]
    assert {(one.was, one.became) for one in altered.passages} == {("9", "12")}
    assert all(one.right.startswith((" people", " dead")) for one in altered.passages)
    told = [(one.kind, one.words_before, one.words_after) for one in altered.statements]
    assert (
        "changed",
        '"We counted 9 dead," she said',
        '"We counted 12 dead," she said',
    ) in told
    assert sum(count for _, count in altered.counts) == 3


def test_copies_have_the_words_on_either_side(strikes: Casefile, view: View) -> None:
    texts = {one.reading.article.id: one.reading.article.text for one in strikes.readings()}
    pages = [report_page(strikes, view, one.id) for one in strikes.reports()]
    told = [one for page in pages for one in (*page.taken.copies, *page.given.copies)]
    assert told != []
    for one in told:
        assert one.there is not None
        for passage in one.passages:
            assert passage.there is not None
            here, there = texts[one.here.article], texts[one.there.article]
            assert here[passage.here.start : passage.here.end] == passage.here.text
            assert there[passage.there.start : passage.there.end] == passage.there.text
    for page in pages:
        assert all(one.here.article == page.article.id for one in page.taken.copies)
        assert all(one.there and one.there.article == page.article.id for one in page.given.copies)


def test_what_comes_from_outside_is_told_by_its_origin(told: Storied, view: View) -> None:
    page = report_page(told.case, view, told.articles[1].id)
    (copy,) = page.taken.copies
    assert (copy.other, copy.there, copy.kind) == (None, None, "credited")
    assert copy.origin == "Agency <B> (agency)"
    assert [one.there for one in copy.passages] == [None]


def test_what_people_made_of_it_is_counted_and_told(strikes: Casefile, view: View) -> None:
    first, second, third = latest(strikes).statements
    figure = latest(strikes).figures[0]
    for draft in (
        Draft("confirm", "statement", first.id, ME),
        Draft("reject", "statement", third.id, ME, "no statement"),
        Draft("correct", "figure", figure.id, "Ben", changes={"high": 40}),
    ):
        strikes.add_review(draft)
    page = report_page(strikes, view, report_id(strikes))
    assert page.made == {"confirmed": 1, "corrected": 1, "rejected": 1}
    assert [one.id for one in page.shown.reading.statements] == [first.id, second.id]
    newest = page.reviews[0]
    assert (newest.author, newest.action, newest.words) == ("Ben", "correct", "12")
    assert [(one.field, one.before, one.after) for one in newest.changes] == [("high", "12", "40")]
    assert page.shown.stood(first.id) is not None


def test_the_capture_is_told_with_what_was_declared(strikes: Casefile, view: View) -> None:
    page = report_page(strikes, view, report_id(strikes))
    assert page.captured.sha256 == page.article.capture.sha256
    assert page.captured.declared.url == PAPERS[0]


def test_only_what_is_in_the_text_is_marked_in_it(strikes: Casefile, view: View) -> None:
    page = report_page(strikes, view, report_id(strikes), Wanted(words=(3, 9)))
    pieces = [piece for part in page.shown.parts for piece in part.pieces]
    marked = [one.text for one in pieces if any(o.mark.role == "words" for o in one.opens)]
    assert marked == ["people"]
    beyond = report_page(strikes, view, report_id(strikes), Wanted(words=(3, 10**8)))
    assert beyond.asked_for is None


def test_a_long_report_is_shown_in_the_part_that_is_asked_for(
    strikes: Casefile, view: View
) -> None:
    capture, reading = long_report(600)
    strikes.add_report(capture, reading, author=ME)
    one = reading.statements[500]
    page = report_page(strikes, view, reading.article.id, Wanted(at=one.id))
    assert one in page.shown.reading.statements
    assert len(page.shown.reading.statements) < 200
    first = report_page(strikes, view, reading.article.id)
    assert first.shown.stretch.number == 1
    to = first.shown.row_link(first.shown.refs[one.id].row)
    assert to == f"/reports/{reading.article.id}?part={page.shown.stretch.number}#{one.id}"
    same = report_page(strikes, view, reading.article.id, Wanted(part=page.shown.stretch.number))
    assert same.shown == page.shown


def test_what_is_no_report_is_refused(strikes: Casefile, view: View) -> None:
    with pytest.raises(StoreError, match="no report"):
        report_page(strikes, view, latest(strikes).statements[0].id)
