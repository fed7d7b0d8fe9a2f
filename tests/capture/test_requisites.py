"""What a page shows, fetched beside it: within limits, and never the page's failure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from recoupe.capture import Limits, Network, capture_inputs
from recoupe.capture.requisites import with_requisites
from recoupe.capture.warc.heads import http_head
from recoupe.model import Capture, Declared, Failure
from tests.capture.hostile.answers import HTML, sent, to
from tests.capture.hostile.server import Server

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(900)
FILM = bytes(3_000)


@pytest.fixture
def server() -> Iterator[Server]:
    scripts = {
        "/robots.txt": sent(b"User-agent: *\nDisallow: /refused"),
        "/page": sent(HTML, "Content-Type: text/html"),
        "/a.png": sent(PICTURE, "Content-Type: image/png"),
        "/b.mp4": sent(FILM, "Content-Type: video/mp4"),
        "/c.bin": sent(PICTURE, "Content-Type: application/octet-stream"),
        "/moved": to("/a.png"),
        "/login": sent(HTML, "Content-Type: text/html; charset=utf-8"),
        "/gone.png": sent(b"gone", status="410 Gone"),
        "/refused.png": sent(PICTURE, "Content-Type: image/png"),
        "/to-a-file": to("file:///etc/passwd"),
    }
    running = Server(scripts)
    yield running
    running.close()


def fetched(
    server: Server, *paths: str, limits: Limits | None = None
) -> tuple[Capture, tuple[Failure, ...]]:
    network = Network(allow_private=True, limits=limits or Limits(pause=0))
    site = f"http://127.0.0.1:{server.port}"
    [page] = capture_inputs(
        [f"{site}/page"], declared=Declared(), allow_private=True, network=network
    )
    assert isinstance(page, Capture)
    assert len(page.records) == 2
    whole, failures = with_requisites(page, [f"{site}{path}" for path in paths], network)
    assert whole.records[:2] == page.records
    assert (whole.record, whole.sha256) == (page.record, page.sha256)
    return whole, failures


def paths(capture: Capture) -> list[str]:
    """The answers behind the page's own: where from, and of which status."""
    answers = [record for record in capture.records[2:] if record.type == "response"]
    return [f"/{(each.url or '').split('/', 3)[3]} {each.status}" for each in answers]


def test_what_a_page_shows_is_kept_behind_it_in_order(server: Server) -> None:
    whole, failures = fetched(server, "/b.mp4", "/moved", "/c.bin", "/b.mp4")
    assert failures == ()
    assert paths(whole) == ["/b.mp4 200", "/moved 302", "/a.png 200", "/c.bin 200"]
    assert whole.records[-1].payload_sha256 == hashlib.sha256(PICTURE).hexdigest()
    assert [path for path, _ in server.asked].count("/robots.txt") == 1
    head = http_head(whole.records[2])
    assert head is not None
    assert head.field("Accept") == "image/*,video/*,audio/*;q=0.9,*/*;q=0.1"
    assert head.field("Referer") is None


@pytest.mark.parametrize(
    ("path", "kind", "words", "answers"),
    [
        ("/gone.png", "http_status", "answers 410", ["/gone.png 410"]),
        ("/login", "binary_input", "is text/html, no picture, film or recording", ["/login 200"]),
        ("/refused.png", "forbidden_address", r"robots.txt", []),
        ("/to-a-file", "forbidden_address", "file: is not fetched", ["/to-a-file 302"]),
    ],
)
def test_what_could_not_be_fetched_is_told_and_noted(
    server: Server, path: str, kind: str, words: str, answers: list[str]
) -> None:
    whole, [failed] = fetched(server, path)
    assert failed.kind == kind
    assert words in failed.message
    assert failed.input.endswith(path)
    assert paths(whole) == answers
    note = whole.records[-1]
    assert (note.type, note.url) == ("metadata", failed.input)


def test_only_so_many_are_fetched(server: Server) -> None:
    whole, [failed] = fetched(
        server, "/a.png", "/b.mp4", "/c.bin", limits=Limits(pause=0, max_media=1)
    )
    assert paths(whole) == ["/a.png 200"]
    assert "shows 3 pictures, films and recordings, of which 1 are fetched" in failed.message
    assert "RECOUPE_MAX_MEDIA" in failed.message


def test_each_is_only_so_large(server: Server) -> None:
    limits = Limits(pause=0, max_media_bytes=1_000)
    whole, [failed] = fetched(server, "/b.mp4", "/a.png", limits=limits)
    assert "more than 1,000 bytes; raise the limit with RECOUPE_MAX_MEDIA_BYTES" in failed.message
    assert paths(whole)[-1] == "/a.png 200"


def test_all_of_them_are_only_so_large(server: Server) -> None:
    limits = Limits(pause=0, max_media_total=1_000)
    whole, failures = fetched(server, "/a.png", "/c.bin", "/b.mp4", limits=limits)
    assert [failed.input[-6:] for failed in failures] == ["/c.bin", "/b.mp4"]
    assert all("RECOUPE_MAX_MEDIA_TOTAL" in failed.message for failed in failures)
    assert paths(whole)[0] == "/a.png 200"
