"""The JSON interface."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.engine import LocalEngine
from recoupe.export.contract import ReadingForm
from recoupe.export.crosscheck_contract import FindingForm, StoryForm
from recoupe.filing.checking import check_case
from recoupe.model import Draft, Failure
from recoupe.store import Casefile
from tests.dossier.web.conftest import ADDRESS


@pytest.fixture
def checked(case: Casefile, client: TestClient) -> TestClient:
    check_case(case, LocalEngine(1))
    return client


def test_stories_and_findings_have_the_published_form(checked: TestClient) -> None:
    stories = checked.get("/api/stories").json()
    assert stories["total"] == len(stories["items"]) > 0
    for told in stories["items"]:
        StoryForm.model_validate(told)
        assert checked.get(f"/api/stories/{told['id']}").json() == told
    story = stories["items"][0]["id"]
    findings = checked.get("/api/findings", params={"story": story}).json()
    assert findings["total"] > 0
    assert {FindingForm.model_validate(one).story for one in findings["items"]} == {story}


def test_lists_come_in_pages(checked: TestClient) -> None:
    every = checked.get("/api/findings", params={"limit": 100}).json()
    paged = []
    for offset in range(every["total"]):
        page = checked.get("/api/findings", params={"limit": 1, "offset": offset}).json()
        assert page["more"] is (offset + 1 < every["total"])
        paged += page["items"]
    assert paged == every["items"]


def test_reasons_are_in_the_language_that_is_asked_for(checked: TestClient) -> None:
    english, french = (
        checked.get("/api/findings", params={"language": code}).json()["items"]
        for code in ("en", "fr")
    )
    assert [one["id"] for one in english] == [one["id"] for one in french]
    assert [one["reasons"] for one in english] != [one["reasons"] for one in french]


def test_a_report_is_the_document_of_the_contract(case: Casefile, checked: TestClient) -> None:
    report = next(case.reports())
    for name in (report.id, report.article):
        told = checked.get(f"/api/reports/{name}").json()
        assert ReadingForm.model_validate(told).article.id == report.article
    [version] = checked.get(f"/api/reports/{report.id}/versions").json()
    assert version["article"] == report.article


def test_what_the_client_has_is_not_sent_again(checked: TestClient) -> None:
    first = checked.get("/api/stories")
    again = checked.get("/api/stories", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = checked.get("/api/stories", headers={"if-none-match": '"x"'})
    assert other.content == first.content


def test_words_are_found(checked: TestClient) -> None:
    found = checked.get("/api/search", params={"q": "counted dead"}).json()
    assert found["items"][0]["kind"] == "statement"
    assert "We counted" in found["items"][0]["words"][0]["text"]


def test_a_review_is_written_and_read(case: Casefile, checked: TestClient) -> None:
    said = next(case.readings()).reading.statements[0].id
    draft = {"action": "confirm", "kind": "statement", "target": said, "reason": "heard it"}
    made = checked.post("/api/reviews", json=draft)
    assert made.status_code == 201
    assert made.json()["author"] == "Ana"
    assert [one["id"] for one in checked.get(f"/api/reviews/{said}").json()] == [made.json()["id"]]


def test_a_stale_review_is_refused(case: Casefile, checked: TestClient) -> None:
    said = next(case.readings()).reading.statements[0].id
    draft = {"action": "note", "kind": "statement", "target": said, "reason": "one", "seen": ""}
    assert checked.post("/api/reviews", json=draft).status_code == 201
    stale = checked.post("/api/reviews", json=draft)
    assert stale.status_code == 409
    assert "meanwhile" in stale.json()["error"]["message"]


@pytest.mark.parametrize(
    "path", ["/api/stories/story-x", "/api/reports/report-x", "/api/reports/x/versions"]
)
def test_what_is_not_there_is_told_as_json(checked: TestClient, path: str) -> None:
    told = checked.get(path)
    assert told.status_code == 404
    assert told.json()["error"]["kind"] == "store"


def test_a_review_from_another_site_is_refused(checked: TestClient) -> None:
    draft = {"action": "note", "kind": "report", "target": "x", "reason": "y"}
    answer = checked.post("/api/reviews", json=draft, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_a_program_says_the_password_in_its_header(case: Casefile) -> None:
    settings = Settings(author="Ana", password="open sesame")
    program = TestClient(application(case, settings), base_url=ADDRESS)
    assert program.get("/api/case").status_code == 401
    header = {"authorization": "Bearer open sesame"}
    assert program.get("/api/case", headers=header).json()["counts"]["reports"] == 2
    assert program.get("/api/case", headers={"authorization": "Bearer x"}).status_code == 401


def test_the_description_is_a_page_without_scripts(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "GET /api/findings" in page
    assert "cdn" not in page


def test_a_statement_tells_where_it_stands_and_what_it_bears_out(
    case: Casefile, checked: TestClient
) -> None:
    reading = next(case.readings()).reading
    said = reading.statements[0]
    told = checked.get(f"/api/statements/{said.id}").json()
    assert told["article"] == reading.article.id
    assert told["statement"]["content"][0]["text"] == said.content[0].text
    assert told["standing"] is None
    case.add_review(Draft("reject", "statement", said.id, "Ana"))
    again = checked.get(f"/api/statements/{said.id}").json()
    assert (again["standing"], again["statement"]) == ("rejected", told["statement"])
    assert checked.get(f"/api/statements/{reading.article.id}").status_code == 404


def test_a_party_tells_all_that_it_says(case: Casefile, checked: TestClient) -> None:
    reading = next(case.readings()).reading
    party = case.parties_of(reading.article.id)[reading.statements[0].id]
    told = checked.get(f"/api/parties/{party}").json()
    said = checked.get(f"/api/parties/{party}/statements", params={"limit": 1}).json()
    assert said["total"] == told["statements"] > 0
    assert said["items"][0]["party"] == party
    held = checked.get(f"/api/parties/{party}/positions").json()
    assert all(one["party"] == party for one in held["items"])
    assert checked.get("/api/parties/party-0").status_code == 404
    assert checked.get("/api/outlets/Nobody/positions").json()["items"] == []


def test_a_report_tells_how_it_came_and_what_it_shows(case: Casefile, checked: TestClient) -> None:
    report = next(case.reports())
    told = checked.get(f"/api/reports/{report.id}/capture").json()
    assert told["sha256"] == case.captured(report.article).sha256
    assert told["records"] == []
    assert checked.get(f"/api/reports/{report.id}/media").json() == []
    for taken in ("true", "false"):
        found = checked.get(f"/api/reports/{report.id}/copies", params={"taken": taken}).json()
        assert found["total"] == len(found["items"])
    assert checked.get("/api/evidence").json() == {"items": [], "total": 0, "more": False}


def test_what_came_what_failed_and_how_good_it_is_are_told(
    case: Casefile, checked: TestClient
) -> None:
    failed = Failure("gone.txt", None, "missing_input", "gone.txt: not there", retryable=False)
    case.add_failure(failed, author="Ana")
    assert checked.get("/api/failures").json()["items"][0]["message"] == failed.message
    came = checked.get("/api/arrivals", params={"limit": 1}).json()
    assert (came["total"], came["more"]) == (2, True)
    told = checked.get("/api/quality").json()
    assert told["readers"]
    assert told["proofs"] == []
