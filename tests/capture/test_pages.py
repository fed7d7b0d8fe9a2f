"""Pages that were fetched, as captures: with their records, and what an archive says of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recoupe.capture import capture_inputs
from recoupe.capture.warc.heads import http_head
from recoupe.model import Capture, Declared, Failure
from tests.capture.hostile.answers import HTML, sent, to
from tests.capture.hostile.server import Server

MEMENTO = (
    "Memento-Datetime: Tue, 20 Jun 2023 18:02:59 GMT",
    'Link: <https://news.example/a>; rel="original"',
)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("RECOUPE_PAUSE", "0")
    reports = b'[{"text": "a", "id": 7, "url": "https://news.example/7"}, {"text": "b"}, {"no": 1}]'
    running = Server(
        {
            "/page": sent(HTML, "Content-Type: text/html; charset=iso-8859-1"),
            "/moved": to("/page"),
            "/old": sent(HTML, *MEMENTO),
            "/reports": sent(reports, "Content-Type: application/json"),
            "/gone": sent(b"Withdrawn.", status="410 Gone"),
        }
    )
    yield running
    running.close()


def captured(server: Server, path: str, **said: str) -> list[Capture | Failure]:
    source = f"http://127.0.0.1:{server.port}{path}"
    return list(capture_inputs([source], declared=Declared(**said), allow_private=True))


def only(server: Server, path: str, **said: str) -> Capture:
    [found] = captured(server, path, **said)
    assert isinstance(found, Capture), found
    return found


def test_a_page_has_the_records_of_its_way(server: Server) -> None:
    page = only(server, "/moved", language="fr")
    kinds = [(record.type, record.status) for record in page.records]
    assert kinds == [("request", None), ("response", 302), ("request", None), ("response", 200)]
    assert page.record == page.records[-1].id
    assert page.records[-1].payload_sha256 == page.sha256
    assert page.records[-1].date == page.captured_at.replace("+00:00", "Z")
    assert page.records[-1].url == page.declared.url
    assert page.declared.url == f"http://127.0.0.1:{server.port}/page"
    assert (page.declared.language, page.charset) == ("fr", "iso-8859-1")
    assert page.archived_at is None


def test_a_page_of_an_archive_is_its_original_of_that_time(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recoupe.capture.mementos.ARCHIVES", frozenset({"127.0.0.1"}))
    page = only(server, "/old")
    assert page.declared.url == "https://news.example/a"
    assert page.archived_at == "2023-06-20T18:02:59+00:00"
    assert page.captured_at > page.archived_at
    assert page.input == page.records[-1].url == f"http://127.0.0.1:{server.port}/old"
    assert only(server, "/old", url="https://said.example/").declared.url == "https://said.example/"


def test_a_strangers_word_on_an_original_moves_no_report(server: Server) -> None:
    page = only(server, "/old")
    assert page.declared.url == f"http://127.0.0.1:{server.port}/old"
    assert page.archived_at == "2023-06-20T18:02:59+00:00"


def test_reports_in_a_file_of_json_share_the_records_it_came_in(server: Server) -> None:
    first, second, bad = captured(server, "/reports")
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert isinstance(bad, Failure)
    assert first.records == second.records
    assert first.record == second.record == first.records[-1].id
    assert (first.declared.url, second.declared.url) == ("https://news.example/7", None)


def test_what_a_server_answers_instead_is_kept_with_the_failure(server: Server) -> None:
    [gone] = captured(server, "/gone")
    assert isinstance(gone, Failure)
    assert [record.status for record in gone.records] == [None, 410]
    head = http_head(gone.records[-1])
    assert head is not None
    assert head.first == "HTTP/1.1 410 Gone"
