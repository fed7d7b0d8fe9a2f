"""The work list: everything that is linked, once, reports last."""

from __future__ import annotations

from recoupe.dossier.files.names import PageFile
from recoupe.dossier.files.plan import Plan

CASE, STORY, REPORT = PageFile("case"), PageFile("story", "s"), PageFile("report", "r")


def test_what_is_wanted_while_pages_are_written_is_written_too_and_once() -> None:
    plan = Plan()
    plan.want(CASE)
    written = []
    for page in plan.pages():
        written.append(page)
        plan.want(REPORT)
        plan.want(STORY)
        plan.want(CASE)
    assert written == [CASE, STORY, REPORT]
    assert plan.wanted == plan.written == 3


def test_a_report_is_written_again_for_words_that_were_linked_too_late() -> None:
    plan = Plan()
    plan.want(REPORT, (1, 4))
    written = []
    for page in plan.pages():
        written.append((page, sorted(plan.words_of("r"))))
        if page == REPORT and len(written) == 1:
            plan.want(PageFile("report", "other"))
        if page.id == "other":
            plan.want(REPORT, (1, 4))
            plan.want(REPORT, (7, 9))
    assert [page.id for page, _ in written] == ["r", "other", "r"]
    assert written[-1][1] == [(1, 4), (7, 9)]
