"""Reports, statements, speakers, captures over HTTP: linked both ways, inert, not too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.model import Draft, make_capture
from recoupe.store import Casefile, new_casefile
from tests.dossier.test_page import Page
from tests.dossier.web.conftest import ADDRESS
from tests.dossier.worlds import ME, latest, long_report, strike
from tests.store import building

HOSTILE = "Ann '><script>alert(1)</script><svg/onload=alert(2)> \u202eBerzina"
MOST_BYTES = 2_000_000


@pytest.fixture(scope="module")
def struck(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    with strike(tmp_path_factory.mktemp("strike")) as made:
        yield made


@pytest.fixture
def reader(struck: Casefile) -> TestClient:
    return TestClient(application(struck, Settings(author=ME)), base_url=ADDRESS)


def page_of(client: TestClient, address: str) -> Page:
    """Return the page at an address, which a strict reader accepts."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    page = Page(answer.text)
    assert len(page.ids) == len(set(page.ids))
    here = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert here <= {*page.ids, ""}
    return page


def addresses(case: Casefile) -> list[str]:
    reading = latest(case)
    parties = case.parties_of(reading.article.id)
    return [
        f"/reports/{reading.article.id}",
        f"/reports/{reading.article.id}?version=1",
        *(f"/statements/{one.id}" for one in reading.statements),
        *(f"/speakers/{party}" for party in sorted(set(parties.values()))),
        "/outlets/The%20Paper",
    ]


def test_every_link_leads_to_a_page_and_every_anchor_is_there(
    reader: TestClient, struck: Casefile
) -> None:
    ours = re.compile(r"/(reports|statements|speakers|captures|outlets)/")
    links = {
        link
        for address in addresses(struck)
        for link in page_of(reader, address).links
        if ours.match(link)
    }
    assert len(links) > 30
    for link in sorted(links):
        answer = reader.get(link.partition("#")[0])
        assert answer.status_code == 200, link
        if anchor := link.partition("#")[2]:
            assert f'id="{anchor}"' in answer.text, link


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_are_in_the_language_that_is_asked_for(
    reader: TestClient, struck: Casefile, language: str
) -> None:
    for address in addresses(struck):
        answer = reader.get(address, headers={"accept-language": language})
        assert f'<html lang="{language}"' in answer.text
        told = page_of(reader, address)
        assert "{" not in told.text.replace("{count}", "")


def test_what_is_not_there_is_said_not_to_be(reader: TestClient) -> None:
    for address in ("/reports/page-0", "/statements/statement-0", "/speakers/party-0"):
        assert reader.get(address).status_code == 404
    assert reader.get(f"/captures/{'0' * 64}").status_code == 404
    assert reader.get("/captures/..%2Fcasefile.db").status_code == 404


@pytest.mark.parametrize("query", ["version=0", "words=9", "words=a-b", "part=x", "taken=-1"])
def test_a_question_that_makes_no_sense_is_refused(
    reader: TestClient, struck: Casefile, query: str
) -> None:
    assert reader.get(f"/reports/{latest(struck).article.id}?{query}").status_code == 422


def test_a_capture_is_a_file_and_never_a_page(case: Casefile, client: TestClient) -> None:
    page = b"<!doctype html><script>alert(1)</script>"
    capture = make_capture(
        page, source="page.html", media_type="text/html", captured_at=building.WHEN
    )
    article = building.article_of(capture, building.TEXT.format(
        killed=1, place="Port-Clair", speaker="Anna Berzina", quote="No"
    ))  # fmt: skip
    case.add_report(capture, building.reading_of(article, "Anna Berzina", "Port-Clair"), author=ME)
    answer = client.get(f"/captures/{capture.sha256}")
    assert answer.content == page
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == (f'attachment; filename="{capture.sha256}.bin"')
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"
    text = client.get(f"/captures/{next(case.readings()).reading.article.capture.sha256}")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert text.headers["content-disposition"].startswith("attachment")


def test_whatever_a_report_says_stays_words(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author=ME) as case:
        case.add_report(
            *building.report("javascript:alert(3)", speaker=HOSTILE, quote="</q><img src=x>"),
            author=ME,
        )
        statement = latest(case).statements[0]
        case.add_review(Draft("note", "statement", statement.id, "<b>Eve</b>", "<i>why</i>"))
        client = TestClient(application(case, Settings(author=ME)), base_url=ADDRESS)
        for address in addresses(case):
            if "version" in address:
                continue
            page = page_of(client, address)
            assert "\u202e" not in page.text
            assert not [link for link in page.links if link.startswith("javascript:")]
            scripts = [facts.get("src") for tag, facts in page.tags if tag == "script"]
            assert all(str(source).startswith("/static/") for source in scripts)
            assert "img" not in {tag for tag, _ in page.tags}
            assert not [name for _, facts in page.tags for name in facts if name.startswith("on")]


def test_a_report_of_thousands_of_statements_comes_in_parts(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author=ME) as case:
        capture, reading = long_report(3000)
        case.add_report(capture, reading, author=ME)
        client = TestClient(application(case, Settings(author=ME)), base_url=ADDRESS)
        address = f"/reports/{reading.article.id}"
        told: list[str] = []
        while address:
            answer = client.get(address)
            assert len(answer.content) < MOST_BYTES
            page = Page(answer.text)
            told += [one for one in page.ids if one.startswith("statement-")]
            following = re.search(r'rel="next" href="([^"]+part=\d+)"', answer.text)
            address = following[1] if following else ""
        assert told == [one.id for one in reading.statements]
        party = case.parties_of(reading.article.id)[reading.entities[0].id]
        for each in (f"/speakers/{party}", f"/statements/{reading.statements[2000].id}"):
            assert len(client.get(each).content) < MOST_BYTES / 10


def test_what_people_made_of_a_record_is_seen(tmp_path: Path) -> None:
    with strike(tmp_path) as case:
        reading = latest(case)
        case.add_review(Draft("confirm", "statement", reading.statements[0].id, ME, "I was there"))
        case.add_review(Draft("reject", "statement", reading.statements[2].id, "Ben"))
        client = TestClient(application(case, Settings(author=ME)), base_url=ADDRESS)
        report = page_of(client, f"/reports/{reading.article.id}").text
        assert "✓ confirmed 1" in report
        assert "✗ rejected 1" in report
        assert "I was there" in report
        own = page_of(client, f"/statements/{reading.statements[0].id}").text
        assert "✓ confirmed" in own
        assert "nobody has checked it yet" not in own
        other = page_of(client, f"/statements/{reading.statements[1].id}").text
        assert "nobody has checked it yet" in other
        gone = page_of(client, f"/statements/{reading.statements[2].id}").text
        assert "rejected: no page counts it" in gone
