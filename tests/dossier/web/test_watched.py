"""Lists that are followed, and pages that were taken down, on the pages of a case."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.pages.case import case_page
from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.export.masking.kept import masked_store
from recoupe.model import Failure
from recoupe.store import Casefile
from recoupe.store.watched import Listed, Seen, Trouble
from tests.dossier.web.conftest import ADDRESS

FEED = "https://paper.example/<feed>"
ONE, TWO, LOST = (f"https://paper.example/{name}" for name in ("one", "two", "lost"))
FIRST, THEN, LATER = (f"2026-11-{day}T09:00:00.000000+00:00" for day in (27, 28, 29))


@pytest.fixture
def followed(case: Casefile) -> Casefile:
    """The case with a feed in trouble; one page is as it was, one is taken down."""
    watch, _ = case.watch(FEED, {}, author="Ana", at=FIRST)
    case.note_list(watch, Seen(FIRST, LATER), kind="feed", entries=[*map(Listed, (ONE, TWO, LOST))])
    case.note_list(
        watch,
        Seen(THEN, LATER, failures=1, trouble=Trouble("failed", "answers <503>"), there=False),
    )
    for url in (ONE, TWO, LOST):
        page = case.watched(url)
        assert page is not None
        case.note_page(page, Seen(FIRST, LATER), author="Ana")
    for url in (TWO, LOST):
        page = case.watched(url)
        assert page is not None
        gone = Trouble("gone", "the server answers 410")
        seen = Seen(THEN, LATER, trouble=gone, there=False, altered=True)
        case.note_page(page, seen, author="Ana")
    return case


def report_at(case: Casefile, address: str) -> str:
    return next(one.id for one in case.reports() if one.address == address)


def test_the_first_page_tells_of_lists_and_of_what_was_taken_down(
    followed: Casefile, client: TestClient
) -> None:
    page = client.get("/").text
    assert "Lists that are followed" in page
    assert "https://paper.example/&lt;feed&gt;" in page
    assert "answers &lt;503&gt;" in page
    assert "Taken down by their outlets" in page
    assert f'<a href="/reports/{report_at(followed, TWO)}"><bdi>{TWO}</bdi></a>' in page
    assert f"<li><bdi>{LOST}</bdi>" in page
    assert f"<bdi>{ONE}</bdi></a>" not in page.split("Taken down")[1].split("</section>")[0]


def test_a_report_tells_when_it_was_seen_last(followed: Casefile, client: TestClient) -> None:
    there = client.get(f"/reports/{report_at(followed, ONE)}").text
    assert f'Last seen unaltered</dt><dd><time datetime="{FIRST}">' in there
    assert "No longer at its address" not in there
    gone = client.get(f"/reports/{report_at(followed, TWO)}", params={"language": "fr"}).text
    assert "410" in gone
    assert "Last seen unaltered" not in gone


def test_what_failed_is_named_once(case: Casefile, client: TestClient) -> None:
    message = f"{LOST}: the server answers 451"
    case.add_failure(Failure(LOST, None, "http_status", message, False), author="Ana")
    page = client.get("/").text
    assert f'<li><bdi>{LOST}</bdi>: <span lang="en">the server answers 451</span>' in page


def test_a_case_that_follows_nothing_says_nothing_of_it(client: TestClient) -> None:
    page = client.get("/").text
    assert "followed" not in page
    assert "Taken down" not in page


def test_pages_that_are_handed_over_tell_of_no_lists(followed: Casefile) -> None:
    handed = case_page(followed, None)
    assert handed.watches == ()
    assert [one.page.url for one in handed.taken_down] == [TWO, LOST]
    assert len(case_page(followed, datetime.now(UTC)).watches) == 1


def test_programs_are_told_too(followed: Casefile, client: TestClient) -> None:
    told = client.get("/api/watches").json()
    [watch] = told["items"]
    assert (watch["address"], watch["kind"], watch["pages"]) == (FEED, "feed", 3)
    assert (watch["seen_at"], watch["due_at"], watch["failures"]) == (FIRST, LATER, 1)
    assert watch["trouble"] == {"kind": "failed", "what": "answers <503>"}
    assert {one["url"]: one["altered_at"] for one in told["taken_down"]} == {TWO: THEN, LOST: THEN}


def test_a_masked_case_tells_nothing_of_it(followed: Casefile) -> None:
    with closing(masked_store(followed, "en")) as masked:
        client = TestClient(application(masked, Settings(author="Ana")), base_url=ADDRESS)
        assert client.get("/api/watches").json() == {"items": [], "taken_down": []}
        for path in ("/", f"/reports/{report_at(followed, TWO)}"):
            page = client.get(path).text
            assert "feed" not in page
            assert "410" not in page
