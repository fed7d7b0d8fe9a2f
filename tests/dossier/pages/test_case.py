"""The first page of a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recoupe.dossier.pages.case import STORIES, CasePage, case_page
from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.languages import available, pack
from recoupe.languages.dossier import DossierWords
from recoupe.model import Failure
from recoupe.store import Casefile, new_casefile
from tests.store import building

ONE = "https://paper.example/one"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casefile]:
    with new_casefile(str(tmp_path / "case"), author="Ana", name="The dam") as made:
        made.add_report(*building.report(ONE), author="Ana")
        yield made


def page(case: Casefile, *, days: int = 0) -> CasePage:
    return case_page(case, datetime.now(UTC) + timedelta(days=days))


def test_what_was_never_checked_waits(case: Casefile) -> None:
    assert page(case).waiting == {"never_checked": 1}
    assert page(case).stories == ()


def test_stories_are_shown_once_they_are_checked(case: Casefile) -> None:
    check_case(case, LocalEngine())
    shown = page(case)
    assert shown.waiting == {}
    [story] = shown.stories
    assert story.title == "12 people killed at Port-Clair"
    assert story.findings > 0


def test_a_report_that_came_after_the_check_waits(case: Casefile) -> None:
    check_case(case, LocalEngine())
    case.add_report(*building.report("https://paper.example/two"), author="Ana")
    assert page(case).waiting == {"not_in_check": 1}


def test_what_failed_waits(case: Casefile) -> None:
    case.add_failure(Failure("lost.html", None, "file", "not there", True), author="Ana")
    shown = page(case)
    assert shown.waiting["failures"] == 1
    assert [one.failure.input for one in shown.failures] == ["lost.html"]


def test_what_came_since_yesterday_is_new(case: Casefile) -> None:
    assert [one.new for one in page(case).lately] == [True]
    assert [one.new for one in page(case, days=2).lately] == [False]


def test_a_new_version_stands_among_what_came_last(case: Casefile) -> None:
    case.add_report(*building.report(ONE, killed=15, hours=1), author="Ana")
    shown = page(case)
    assert [one.arrival.version for one in shown.lately] == [2, 1]
    assert [one.after for one in shown.altered] == [shown.lately[0].arrival.source.article]


def test_stories_come_in_pages(case: Casefile) -> None:
    check_case(case, LocalEngine())
    beyond = case_page(case, datetime.now(UTC), offset=STORIES)
    assert (beyond.stories, beyond.total) == ((), 1)


@pytest.mark.parametrize("language", available())
def test_all_that_is_counted_has_a_name(case: Casefile, language: str) -> None:
    words = pack(language).table("dossier", DossierWords)
    assert page(case).counts.keys() <= words.case.counts.keys()
