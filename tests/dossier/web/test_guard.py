"""Who may come in, and what a page may do."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings, is_local
from recoupe.errors import UsageError
from recoupe.store import Casefile
from tests.dossier.web.conftest import ADDRESS, token_of


def test_pages_may_run_nothing_but_our_own_files(client: TestClient) -> None:
    answer = client.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<script>" not in answer.text
    assert "<style>" not in answer.text
    assert "&lt;dam&gt;" in answer.text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8787", "localhost.evil.example"])
def test_a_foreign_name_that_leads_to_this_machine_is_refused(
    client: TestClient, host: str
) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8787", "127.0.0.1", "[::1]:8787"])
def test_names_of_this_machine_are_ours(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://localhost:8787"},
    ],
)
def test_a_form_from_another_site_changes_nothing(
    client: TestClient, headers: dict[str, str]
) -> None:
    form = {"form_token": token_of(client.get("/").text), "author": "Eve", "language": "fr"}
    assert client.post("/who", data=form, headers=headers).status_code == 403


def test_a_form_of_ours_is_taken_from_a_browser_that_hides_its_origin(client: TestClient) -> None:
    form = {"form_token": token_of(client.get("/").text), "author": "Eve", "language": "fr"}
    headers = {"origin": "null", "sec-fetch-site": "same-origin"}
    assert client.post("/who", data=form, headers=headers).status_code == 200


def test_a_form_without_our_token_changes_nothing(client: TestClient) -> None:
    answer = client.post("/who", data={"form_token": "x", "author": "Eve", "language": "fr"})
    assert answer.status_code == 422
    assert "recoupe_author" not in answer.cookies
    assert "load the page again" in answer.text


def test_a_person_and_a_language_are_remembered(client: TestClient) -> None:
    form = {"form_token": token_of(client.get("/").text), "author": " Zoë  Ђ ", "language": "fr"}
    answer = client.post("/who", data=form)
    assert answer.status_code == 200
    assert 'value="Zoë Ђ"' in answer.text
    assert '<html lang="fr"' in answer.text


def test_nobody_is_led_to_another_site(client: TestClient) -> None:
    form = {"form_token": token_of(client.get("/").text), "author": "A", "language": "en"}
    for back in ("http://evil.example/", "//evil.example/", "/\\evil.example"):
        answer = client.post("/who", data={**form, "back": back}, follow_redirects=False)
        assert answer.headers["location"] == "/"


def test_listening_beyond_this_machine_needs_a_password() -> None:
    with pytest.raises(UsageError, match="RECOUPE_PASSWORD"):
        Settings(author="Ana", host="0.0.0.0")  # noqa: S104
    assert Settings(author="Ana", host="0.0.0.0", password="x").password == "x"  # noqa: S104


def test_what_this_machine_alone_reaches() -> None:
    assert is_local("127.1.2.3")
    assert is_local("::1")
    assert not is_local("192.0.2.1")
    assert not is_local("desk.example")


def test_with_a_password_nothing_is_shown_before_it_is_said(case: Casefile) -> None:
    settings = Settings(author="Ana", password="open sesame")
    client = TestClient(application(case, settings), base_url=ADDRESS)
    asked = client.get("/")
    assert asked.url.path == "/login"
    assert "dam" not in asked.text
    form = {"form_token": token_of(asked.text), "author": "Bo", "password": "guess"}
    assert client.post("/login", data=form).status_code == 403
    assert client.get("/", follow_redirects=False).status_code == 303
    shown = client.post("/login", data={**form, "password": "open sesame"})
    assert "&lt;dam&gt;" in shown.text
    assert 'value="Bo"' in shown.text
