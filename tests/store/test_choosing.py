"""What people choose from when they join and part, and reviews of findings that are lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import Draft
from recoupe.store import Casefile, new_casefile
from tests.store import building


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casefile]:
    with new_casefile(str(tmp_path / "case"), author="Ana") as made:
        for number, speaker in enumerate(("Anna Berzina", "Berzina", "Carl Vitols")):
            address = f"https://paper{number}.example/dam"
            made.add_report(*building.report(address, speaker=speaker, version="2"), author="Ana")
        yield made


def test_names_alike_come_first_and_rare_words_tell_most(case: Casefile) -> None:
    assert [one.name for one in case.parties_named("the Berzina")] == [
        "Berzina",
        "Anna Berzina",
        "the ministry",
    ]
    assert case.parties_named("the Berzina", limit=1)[0].count == 1
    assert case.parties_named("%") == case.parties_named("") == ()


def test_what_a_party_is_made_of_comes_in_pages(case: Casefile) -> None:
    [ministry] = case.parties_named("ministry")
    first, rest = case.mentioned(ministry.id, limit=2), case.mentioned(ministry.id, offset=2)
    assert (len(first.mentions), first.total, first.more) == (2, 3, True)
    assert (len(rest.mentions), rest.more) == (1, False)
    assert {one.name for one in (*first.mentions, *rest.mentions)} == {"the ministry"}
    assert {one.statements for one in first.mentions} == {1}


def test_stories_are_told_with_reports_and_origins(case: Casefile) -> None:
    check_case(case, LocalEngine())
    [line] = case.all_stories()
    assert (line.support.reports, line.support.origins) == (3, 1)  # all are of one outlet
    assert case.supports([line.id, "story-0"]) == {line.id: line.support}


def test_reviews_of_a_kind_come_with_their_undos(case: Casefile) -> None:
    check_case(case, LocalEngine())
    finding = case.findings().findings[0]
    review = case.add_review(Draft("confirm", "finding", finding.id, "Ana"))
    case.add_review(Draft("note", "story", finding.story, "Ana", reason="seen"))
    undo = case.add_review(Draft("undo", "review", review.id, "Ana"))
    assert [one.id for one in case.reviews_of_kinds("finding")] == [review.id, undo.id]
    assert not case.reviews_of_kinds("finding")[0].in_force


def test_reviews_of_findings_whose_words_are_gone_are_counted(case: Casefile) -> None:
    check_case(case, LocalEngine())
    finding = case.findings().findings[0]
    review = case.add_review(Draft("reject", "finding", finding.id, "Ana"))
    assert case.status().words_gone == ()
    for number in range(3):
        told = building.report(
            f"https://paper{number}.example/dam", killed=99, quote="We saw it", hours=1
        )
        case.add_report(*told, author="Ana")
    assert [one.id for one in case.status().words_gone] == [review.id]
    case.add_review(Draft("undo", "review", review.id, "Ana"))
    assert case.status().words_gone == ()
