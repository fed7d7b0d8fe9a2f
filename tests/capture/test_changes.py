"""Asking whether a page has changed, by what its server said when it sent it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from recoupe.capture import Limits
from recoupe.capture.fetching import Fetcher, Known, NotModified, Page
from recoupe.errors import HttpStatusError
from tests.capture.hostile.answers import HTML, head, raw, sent
from tests.capture.hostile.server import Server, Talk

LIMITS = Limits(pause=0)
SAID = ('ETag: "v1"', "Last-Modified: Mon, 30 Nov 2026 09:00:00 GMT")


def tagged(talk: Talk) -> None:
    """Send the page, unless it is known."""
    if b'If-None-Match: "v1"' in talk.head:
        raw(head("304 Not Modified", SAID[0]))(talk)
    else:
        sent(HTML, *SAID)(talk)


@pytest.fixture
def server() -> Iterator[Server]:
    scripts = {
        "/tagged": tagged,
        "/stubborn": raw(head("304 Not Modified")),
        "/moved": sent(b"", "Location: /tagged", status="302 Found"),
    }
    running = Server(scripts)
    yield running
    running.close()


@pytest.fixture
def site(server: Server) -> str:
    return f"http://127.0.0.1:{server.port}"


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(LIMITS, allow_private=True)


def test_a_page_tells_what_to_ask_with(fetcher: Fetcher, site: str) -> None:
    page = fetcher.fetch(f"{site}/moved")
    assert page.known == Known(f"{site}/tagged", '"v1"', SAID[1].partition(": ")[2])


@pytest.mark.parametrize("path", ["/tagged", "/moved"])
def test_a_page_that_has_not_changed_is_not_sent_again(
    fetcher: Fetcher, site: str, path: str
) -> None:
    known = fetcher.fetch(f"{site}/tagged").known
    same = fetcher.fetch_changed(f"{site}{path}", known)
    assert isinstance(same, NotModified)
    assert same.exchanges[-1].status == 304
    assert b'If-None-Match: "v1"\r\nIf-Modified-Since: Mon, 30 Nov' in same.exchanges[-1].request


def test_a_page_that_has_changed_comes(fetcher: Fetcher, site: str) -> None:
    known = replace(fetcher.fetch(f"{site}/tagged").known, etag='"v0"')
    page = fetcher.fetch_changed(f"{site}/tagged", known)
    assert isinstance(page, Page)
    assert page.content == HTML


def test_what_one_address_said_is_told_to_no_other(
    fetcher: Fetcher, site: str, server: Server
) -> None:
    known = Known("https://other.example/tagged", '"v1"', None)
    assert isinstance(fetcher.fetch_changed(f"{site}/tagged", known), Page)
    assert not any(b"If-None-Match" in asked for _, asked in server.asked)


@pytest.mark.parametrize("etag", ['"a"\r\nX: y', '"é"', ' "a"', "", None])
def test_what_fits_in_no_field_is_not_sent(fetcher: Fetcher, site: str, etag: str | None) -> None:
    known = Known(f"{site}/tagged", etag, None)
    assert isinstance(fetcher.fetch_changed(f"{site}/tagged", known), Page)


def test_nothing_is_unchanged_that_was_not_asked_about(fetcher: Fetcher, site: str) -> None:
    with pytest.raises(HttpStatusError, match="answers 304"):
        fetcher.fetch(f"{site}/stubborn")
    with pytest.raises(HttpStatusError, match="answers 304"):
        fetcher.fetch_changed(f"{site}/stubborn", Known("https://other.example/", '"v1"', None))
