"""Large stories and reports: pages stay small, and are made anew only when something alters."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.model import Draft
from recoupe.store import Casefile
from tests.dossier.storied import STORY, Storied, findings, keep, lineage, storied
from tests.dossier.worlds import long_report

ADDRESS = "http://localhost:8787"
MOST = 2_000_000
"""Bytes that a page has at most."""


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Storied]:
    with storied(tmp_path / "case", alone=3_000) as made:
        yield made


@pytest.fixture
def client(told: Storied) -> TestClient:
    return TestClient(application(told.case, Settings(author="Ana")), base_url=ADDRESS)


@contextmanager
def watched(case: Casefile, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, int]]:
    """Count the questions to the database, and the bytes that are unpacked."""
    counted = {"questions": 0, "unpacked": 0}
    unpack = zlib.decompress

    def asked(*_: object) -> None:
        counted["questions"] += 1

    def unpacked(content: bytes) -> bytes:
        plain = unpack(content)
        counted["unpacked"] += len(plain)
        return plain

    event.listen(case.database.engine, "before_cursor_execute", asked)
    with monkeypatch.context() as patched:
        patched.setattr(zlib, "decompress", unpacked)
        yield counted
    event.remove(case.database.engine, "before_cursor_execute", asked)


def test_every_page_of_a_story_of_thousands_of_matters_is_small(client: TestClient) -> None:
    for page in (1, 2, 150, 301, 10_000):
        answer = client.get(f"/stories/{STORY}?page={page}")
        assert answer.status_code == 200
        assert len(answer.content) < MOST / 10
    listed = client.get(f"/api/findings?story={STORY}&limit=100")
    assert len(listed.json()["items"]) == 100
    assert len(listed.content) < MOST / 10


def test_a_story_is_unpacked_once(
    told: Storied, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with watched(told.case, monkeypatch) as first:
        client.get(f"/stories/{STORY}")
    assert first["unpacked"] > 100_000
    for page in (1, 2, 300):
        with watched(told.case, monkeypatch) as again:
            client.get(f"/stories/{STORY}?page={page}")
        assert again["unpacked"] == 0
        assert again["questions"] <= 20


def test_what_people_say_is_on_the_page_at_once(
    told: Storied, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = client.get(f"/stories/{STORY}?page=2").text
    assert "The Other Paper" not in before
    report = next(told.case.reports()).article
    changes = {"outlet": "The Other Paper"}
    told.case.add_review(Draft("correct", "report", report, "Ana", changes=changes))
    with watched(told.case, monkeypatch) as counted:
        after = client.get(f"/stories/{STORY}")
    assert "The Other Paper" in after.text
    assert counted["unpacked"] == 0


def test_another_check_is_on_the_page_at_once(told: Storied, client: TestClient) -> None:
    assert "3,000" in client.get(f"/stories/{STORY}").text
    keep(told, findings(told, 17)[1:], lineage(told)[:1])
    after = client.get(f"/stories/{STORY}").text
    assert "3,000" not in after
    assert "how many &lt;people&gt;" not in after
    assert "Agency &lt;B&gt;" not in after


def test_a_report_of_ten_thousand_statements_is_unpacked_once_and_paged(
    told: Storied, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    capture, reading = long_report(10_000)
    told.case.add_report(capture, reading, author="Ana")
    said = reading.statements[5_000].id
    first = client.get(f"/reports/{reading.article.id}")
    assert len(first.content) < MOST / 4
    pages = (f"/reports/{reading.article.id}?at={said}", f"/statements/{said}")
    for page in pages:
        with watched(told.case, monkeypatch) as counted:
            answer = client.get(page)
        assert answer.status_code == 200
        assert len(answer.content) < MOST / 4
        assert counted["unpacked"] == 0
        assert len(re.findall(r"Point \d+ was put off", answer.text)) < 1_000
