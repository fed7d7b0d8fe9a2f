"""How a report came: the heads of its exchanges on its page, as they went over the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from recoupe.capture.warc.writing import records_of, response_id
from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.export.masking.kept import masked_store
from recoupe.model import Draft
from recoupe.store import Casefile, new_casefile
from tests.dossier.exchanges import exchange
from tests.dossier.web.conftest import ADDRESS
from tests.store.building import report

URL = "https://web.archive.org/web/20220505/https://paper.example/one"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casefile]:
    """A casefile with one report that came after a redirect, from another archive."""
    capture, reading = report(URL, version="2")
    trail = [
        exchange("https://paper.example/one", 302, f"Location: {URL}"),
        exchange(
            URL,
            200,
            "Content-Type: text/plain",
            "Memento-Datetime: Thu, 05 May 2022 10:00:00 GMT",
            "X-Odd: <script>alert(1)</script>",
            body=capture.content,
        ),
    ]
    capture = replace(capture, records=records_of(trail), record=response_id(trail[1]))
    with new_casefile(str(tmp_path / "case"), author="Ana") as made:
        made.add_report(capture, reading, author="Ana")
        yield made


def page_of(store: object, case: Casefile) -> str:
    (one,) = case.reports()
    client = TestClient(application(store, Settings(author="Ana")), base_url=ADDRESS)  # type: ignore[arg-type]
    answer = client.get(f"/reports/{one.id}")
    assert answer.status_code == 200
    return answer.text


def test_the_page_shows_every_exchange_with_its_head(case: Casefile) -> None:
    page = page_of(case, case)
    for told in ("HTTP/1.1 302 Told", "GET / HTTP/1.1", "HTTP/1.1 200 Told", "Memento-Datetime"):
        assert told in page
    for record in case.records():
        assert record.id in page
        assert record.sha256 in page


def test_the_time_at_which_another_archive_captured_it_is_told(case: Casefile) -> None:
    assert 'datetime="2022-05-05T10:00:00+00:00"' in page_of(case, case)


def test_a_field_of_a_head_is_shown_as_text(case: Casefile) -> None:
    page = page_of(case, case)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_no_exchange_is_shown_where_anything_is_masked(case: Casefile) -> None:
    (one,) = case.readings()
    case.add_review(Draft("protect", "entity", one.reading.entities[0].id, "Ana"))
    page = page_of(masked_store(case, "en"), case)
    assert "Memento-Datetime" not in page
    assert all(record.id not in page for record in case.records())
    assert "Memento-Datetime" in page_of(case, case)
