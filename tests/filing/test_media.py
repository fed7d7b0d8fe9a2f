"""What pages show is fetched when it is asked for, and never from pages that came as files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from recoupe.filing import Asked, Filed, begin_job, retry_failures, run_job
from recoupe.model import Failure
from recoupe.store import Casefile
from tests.capture.hostile.answers import html, sent
from tests.capture.hostile.server import Server
from tests.filing.standing_in import StandIn

TODAY = date(2026, 12, 31)
PAGE = html(
    "Le pont de Brest rouvrira mardi.",
    '<meta property="og:image" content="/a.png"><meta name="twitter:image" content="/gone.png">',
).encode()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("RECOUPE_PAUSE", "0")
    picture = sent(b"\x89PNG", "Content-Type: image/png")
    running = Server({"/page": sent(PAGE, "Content-Type: text/html"), "/a.png": picture})
    yield running
    running.close()


def run(casefile: Casefile, source: str, *, with_media: bool) -> list[Filed]:
    asked = Asked(language="fr", allow_private=True, with_media=with_media)
    job = begin_job(casefile, [source], asked, author="Ana")
    return list(run_job(job, [source], casefile, StandIn(), author="Ana", today=TODAY))


def asked(server: Server) -> list[str]:
    return [path for path, _ in server.asked if path != "/robots.txt"]


def test_what_a_page_shows_is_fetched_if_asked_for(casefile: Casefile, server: Server) -> None:
    site = f"http://127.0.0.1:{server.port}"
    [filed] = run(casefile, f"{site}/page", with_media=True)
    assert not isinstance(filed.result, Failure), filed.result.message
    assert [failed.input for failed in filed.beside] == [f"{site}/gone.png"]
    assert asked(server) == ["/page", "/a.png", "/gone.png"]


def test_nothing_is_fetched_beside_a_page_unasked(casefile: Casefile, server: Server) -> None:
    [filed] = run(casefile, f"http://127.0.0.1:{server.port}/page", with_media=False)
    assert filed.beside == ()
    assert asked(server) == ["/page"]


def test_nothing_is_fetched_for_a_page_that_came_as_a_file(
    casefile: Casefile, server: Server, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(PAGE.replace(b'"/', f'"http://127.0.0.1:{server.port}/'.encode()))
    [filed] = run(casefile, str(page), with_media=True)
    assert not isinstance(filed.result, Failure), filed.result.message
    assert asked(server) == []


def test_what_failed_is_tried_again_as_it_was_asked_for(casefile: Casefile, server: Server) -> None:
    busy = sent(b"", status="503 Busy")
    server.scripts["/page"], page = busy, server.scripts["/page"]
    url = f"http://127.0.0.1:{server.port}/page"
    [failed] = run(casefile, url, with_media=True)
    assert isinstance(failed.result, Failure)
    server.scripts["/page"] = page
    [filed] = retry_failures(casefile, StandIn(), Asked(), author="Ana", today=TODAY)
    assert len(filed.beside) == 1
    assert asked(server) == ["/page", "/page", "/a.png", "/gone.png"]
