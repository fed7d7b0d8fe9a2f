"""Fetching, against a real server: what comes, and every way in which nothing does."""

from __future__ import annotations

import socket
from http.server import ThreadingHTTPServer
from typing import Any

import pytest

from recoupe.capture import Limits, capture_inputs
from recoupe.capture.fetching import Fetcher
from recoupe.errors import (
    FetchError,
    ForbiddenAddressError,
    HttpStatusError,
    RedirectError,
    ServerBusyError,
    TooLargeError,
    UnreachableError,
)
from recoupe.model import Capture, Declared, Failure

LIMITS = Limits(max_bytes=100_000, max_redirects=3, max_seconds=5.0, pause=0.0)


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(LIMITS, allow_private=True)


def test_a_page_comes_with_its_bytes_charset_and_type(fetcher: Fetcher, site: str) -> None:
    page = fetcher.fetch(f"{site}/page")
    assert "dit la mairie".encode("latin-1") in page.content
    assert page.url == f"{site}/page"
    assert (page.exchange.media_type, page.exchange.charset) == ("text/html", "iso-8859-1")


@pytest.mark.parametrize("name", ["packed", "deflated"])
def test_packed_pages_are_unpacked(fetcher: Fetcher, site: str, name: str) -> None:
    assert fetcher.fetch(f"{site}/{name}").content.startswith(b"<html>")


def test_a_redirect_is_followed_to_where_the_page_is(fetcher: Fetcher, site: str) -> None:
    assert fetcher.fetch(f"{site}/moved").url == f"{site}/page"


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("circle", RedirectError, "in a circle"),
        ("bomb", TooLargeError, "more than 100,000 bytes once unpacked.*RECOUPE_MAX_BYTES"),
        ("large", TooLargeError, "more than 100,000 bytes"),
        ("brotli", FetchError, "packed with br"),
        ("damaged", FetchError, "damaged"),
        ("elsewhere", ForbiddenAddressError, "file: is not fetched"),
        ("nonsense", RedirectError, "no address"),
        ("busy", ServerBusyError, "503"),
        ("nowhere", HttpStatusError, "404"),
        ("private", ForbiddenAddressError, "robots.txt"),
    ],
)
def test_what_cannot_be_fetched_says_why(
    fetcher: Fetcher, site: str, name: str, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words) as raised:
        fetcher.fetch(f"{site}/{name}")
    assert str(raised.value).startswith(f"{site}/{name}: ")


def test_a_redirect_to_a_private_address_is_refused(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recoupe.capture.addresses.is_public", lambda at: at == "127.0.0.1")
    fetcher = Fetcher(LIMITS)
    with pytest.raises(ForbiddenAddressError, match=r"169\.254\.169\.254, which is not a public"):
        fetcher.fetch(f"{site}/inwards")


def test_too_many_redirects_name_the_limit(site: str) -> None:
    fetcher = Fetcher(Limits(max_redirects=0, pause=0.0), allow_private=True)
    with pytest.raises(RedirectError, match=r"more than 0 times.*RECOUPE_MAX_REDIRECTS"):
        fetcher.fetch(f"{site}/moved")


def test_a_server_that_drips_is_too_slow_in_the_end(site: str) -> None:
    fetcher = Fetcher(Limits(max_seconds=0.2, pause=0.0), allow_private=True)
    with pytest.raises(
        UnreachableError, match=r"more than 0\.2 seconds.*RECOUPE_MAX_SECONDS"
    ) as slow:
        fetcher.fetch(f"{site}/dripping")
    assert slow.value.retryable


def test_a_host_that_does_not_answer_is_unreachable(fetcher: Fetcher) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(UnreachableError, match="could not be reached"):
        fetcher.fetch(f"http://127.0.0.1:{port}/")


def test_the_checked_address_is_the_one_connected_to(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that resolves otherwise the second time (DNS rebinding) is never asked twice."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def resolve(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        asked.append(str(host))
        return real("127.0.0.1" if host == "news.example" else host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    fetcher = Fetcher(LIMITS, allow_private=True)
    fetcher.fetch(f"http://news.example:{server.server_port}/page")
    assert asked.count("news.example") == 2  # robots.txt and the page, each checked once
    host = f"news.example:{server.server_port}"
    assert ("/page", host) in server.asked  # type: ignore[attr-defined]


def test_no_cookie_is_kept(fetcher: Fetcher, site: str) -> None:
    fetcher.fetch(f"{site}/baked")
    assert fetcher.fetch(f"{site}/tasted").content.endswith(b"None")


def test_robots_txt_is_asked_for_once_a_host(
    server: ThreadingHTTPServer, fetcher: Fetcher, site: str
) -> None:
    server.asked.clear()  # type: ignore[attr-defined]
    fetcher.fetch(f"{site}/page")
    fetcher.fetch(f"{site}/packed")
    paths = [path for path, _ in server.asked]  # type: ignore[attr-defined]
    assert paths == ["/robots.txt", "/page", "/packed"]


def test_pages_of_a_host_are_asked_for_one_after_a_pause(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("recoupe.capture.trips.time.sleep", waited.append)
    fetcher = Fetcher(Limits(pause=1.0), allow_private=True)
    fetcher.fetch(f"{site}/page")
    fetcher.fetch(f"{site}/moved")
    assert len(waited) == 1
    assert 0.5 < waited[0] <= 1.0


def captured(*inputs: str, allow_private: bool = True) -> list[Capture | Failure]:
    found = capture_inputs(inputs, declared=Declared(language="fr"), allow_private=allow_private)
    return list(found)


def test_addresses_go_the_way_of_every_input(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOUPE_PAUSE", "0")
    page, gone, *reports = captured(f"{site}/page", f"{site}/nowhere", f"{site}/reports")
    assert isinstance(page, Capture)
    assert (page.media_type, page.charset) == ("text/html", "iso-8859-1")
    assert (page.declared.url, page.declared.language) == (f"{site}/page", "fr")
    assert isinstance(gone, Failure)
    assert (gone.input, gone.kind) == (f"{site}/nowhere", "http_status")
    assert [report.input for report in reports] == [f"{site}/reports#1", f"{site}/reports#2"]


@pytest.mark.parametrize(("name", "kind"), [("empty", "empty_input"), ("picture", "binary_input")])
def test_what_is_no_page_is_a_failure(site: str, name: str, kind: str) -> None:
    [failed] = captured(f"{site}/{name}")
    assert isinstance(failed, Failure)
    assert failed.kind == kind


@pytest.mark.parametrize("url", ["http://[::1", "http://", "http:///a", "https://a b/", "xx://y"])
def test_what_is_no_address_is_a_failure_and_no_crash(url: str) -> None:
    [failed] = captured(url)
    assert isinstance(failed, Failure)
    assert failed.kind in {"forbidden_address", "fetch", "unreachable"}


def test_private_addresses_are_refused_unless_allowed(site: str) -> None:
    [failed] = captured(f"{site}/page", allow_private=False)
    assert isinstance(failed, Failure)
    assert failed.kind == "forbidden_address"
    assert "--allow-private" in failed.message
