"""A withdrawn report is marked wherever it is named, and its page says what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import ClaimReview, Metadata
from recoupe.store import Casefile, new_casefile
from tests.dossier.web.conftest import ADDRESS
from tests.store import building, notices

MARK = '<strong class="withdrawn">withdrawn by its publisher</strong>'
BANNER = "The publisher took this report back"
CLAIM = ClaimReview(
    claim="The station was empty <on Wednesday>",
    claimant="A deputy",
    rating="Not shown",
    reviewer="The Checkers",
    url="https://checkers.example/station",
)


@pytest.fixture(scope="module")
def withdrawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    """A casefile of two reports of one attack, the first of which was withdrawn."""
    with new_casefile(str(tmp_path_factory.mktemp("gone") / "case"), author="Ana") as made:
        made.add_report(*notices.published(version="2"), author="Ana")
        capture, reading = building.report("https://paper.example/two", killed=14, version="2")
        told = replace(reading.article, metadata=Metadata(claims=(CLAIM,)))
        made.add_report(capture, replace(reading, article=told), author="Ana")
        made.add_report(*notices.notice(), author="Ana")
        check_case(made, LocalEngine())
        yield made


@pytest.fixture
def client(withdrawn: Casefile) -> TestClient:
    return TestClient(application(withdrawn, Settings(author="Ana")), base_url=ADDRESS)


def page(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_every_page_that_names_it_marks_it(withdrawn: Casefile, client: TestClient) -> None:
    (story,) = withdrawn.stories().stories
    gone, _ = withdrawn.readings()
    speaker = withdrawn.parties_of(gone.reading.article.id)[gone.reading.entities[0].id]
    for address in (
        "/",
        f"/stories/{story.story.id}",
        "/search?words=dead",
        f"/speakers/{speaker}",
    ):
        assert MARK in page(client, address), address


def test_its_own_pages_say_so_above_all_with_the_note(
    withdrawn: Casefile, client: TestClient
) -> None:
    gone, stands = (one.reading for one in withdrawn.readings())
    own = page(client, f"/reports/{gone.article.id}")
    assert BANNER in own
    assert notices.NOTE in own
    assert BANNER in page(client, f"/statements/{gone.statements[0].id}")
    assert BANNER not in page(client, f"/reports/{stands.article.id}")


def test_the_notice_is_a_version_that_says_nothing_new(
    withdrawn: Casefile, client: TestClient
) -> None:
    (report,) = (one for one in withdrawn.reports() if one.withdrawn)
    notice = withdrawn.versions(report.id)[-1]
    shown = page(client, f"/reports/{notice.article}")
    assert BANNER in shown
    assert "Publishing status" in shown


def test_the_page_tells_what_a_report_says_of_itself(
    withdrawn: Casefile, client: TestClient
) -> None:
    gone, _ = (one.reading for one in withdrawn.readings())
    shown = page(client, f"/reports/{gone.article.id}")
    assert 'id="published"' in shown
    assert '<a href="https://paper.example/holm"' in shown
    assert "A video posted on Telegram" in shown.partition('id="corrections"')[2]


def test_the_verdict_of_a_fact_checker_is_shown_as_theirs(
    withdrawn: Casefile, client: TestClient
) -> None:
    _, stands = (one.reading for one in withdrawn.readings())
    shown = page(client, f"/reports/{stands.article.id}").partition('id="claims"')[2]
    assert "The station was empty &lt;on Wednesday&gt;" in shown
    assert '<a href="https://checkers.example/station"' in shown
    assert "Each verdict is its publisher" in shown


def test_french_pages_say_it_in_french(withdrawn: Casefile) -> None:
    settings = Settings(author="Ana", language="fr")
    client = TestClient(application(withdrawn, settings), base_url=ADDRESS)
    (report,) = (one for one in withdrawn.reports() if one.withdrawn)
    assert "L’éditeur a retiré cet article" in page(client, f"/reports/{report.article}")


def test_a_report_that_says_nothing_of_itself_has_no_such_part(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author="Ana") as made:
        made.add_report(*building.report(), author="Ana")
        client = TestClient(application(made, Settings(author="Ana")), base_url=ADDRESS)
        (report,) = made.reports()
        shown = page(client, f"/reports/{report.article}")
    assert MARK not in shown
    assert 'id="published"' not in shown
