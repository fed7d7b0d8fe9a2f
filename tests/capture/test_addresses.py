"""Which addresses may be fetched."""

from __future__ import annotations

import socket
import threading
from typing import Any

import pytest

from recoupe.capture.addresses import is_public, plain, target
from recoupe.errors import ForbiddenAddressError, UnreachableError

PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104
    "224.0.0.1",
    "255.255.255.255",
    "240.0.0.1",
    "::1",
    "::",
    "fe80::1%eth0",
    "fc00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:192.168.0.1",
    "64:ff9b::10.0.0.1",
    "2002:7f00:1::",
    "2001:db8::1",
    "fec0::1",
    "::127.0.0.1",
    "64:ff9b:1::10.0.0.1",
    "64:ff9b::127.0.0.1",
    "2001:0:7f00:1::",
    "192.0.2.1",
    "198.18.0.1",
    "192.0.0.8",
    "100::1",
    "3fff::1",
    "2001:20::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_inside_a_network_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://example.org/report", "ftp: is not fetched"),
        ("file:///etc/passwd", "file: is not fetched"),
        ("gopher://example.org", "gopher: is not fetched"),
        ("http://user:secret@example.org/", "user name or password"),
        ("http:///path", "names no host"),
        ("http://example.org:99999/", "is no address"),
        ("http://[::1", "is no address"),
        ("http://127.0.0.1/", "not a public address"),
        ("http://[::1]/", "not a public address"),
        ("http://2130706433/", "not a public address"),
        ("http://0x7f000001/", "not a public address"),
        ("http://017700000001/", "not a public address"),
        ("http://0x7f.1/", "not a public address"),
        ("http://127.1/", "not a public address"),
        ("http://localhost/", "not a public address"),
        ("http://[::ffff:127.0.0.1]/", "not a public address"),
        ("http://[::ffff:7f00:1]/", "not a public address"),
        ("http://[fe80::1%25lo]/", "its host is no name"),
        ("http://\uff11\uff12\uff17.0.0.1/", "is no address|not a public address"),
        ("http://127\u30020\u30020\u30021/", "is no address|not a public address"),
        ("http://example.org@127.0.0.1/", "user name or password"),
        ("http://example.org\\@127.0.0.1/", "user name or password"),
        ("http://@127.0.0.1/", "user name or password"),
        ("http://a b/", "its host is no name"),
        ("http://%31%32%37.0.0.1/", "its host is no name"),
        ("http://example.org:22/", "port 22 is not one of websites"),
        ("http://example.org:25/", "port 25 is not one of websites"),
        ("http://example.org:0/", "port 0 is not one of websites"),
        ("http://example.org:6667/", "port 6667 is not one of websites"),
        ("http://exam\x00ple.org/", "is no address"),
        ("http://example.org/\r\nHost: x", "is no address"),
    ],
)
def test_what_is_not_fetched_says_why(url: str, words: str) -> None:
    with pytest.raises((ForbiddenAddressError, UnreachableError), match=words):
        target(url, where=url, allow_private=False, seconds=5)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*args: Any, **kwargs: Any) -> Any:
        return [(0, 0, 0, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(ForbiddenAddressError, match=r"10\.0\.0\.1"):
        target("http://two.example/", where="x", allow_private=False, seconds=5)
    both = target("http://two.example/", where="x", allow_private=True, seconds=5).addresses
    assert both == ("93.184.216.34", "10.0.0.1")


def test_a_name_nobody_knows_may_be_known_later(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*args: Any, **kwargs: Any) -> Any:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(UnreachableError, match=r"the host nowhere\.example is not known") as raised:
        target("http://nowhere.example/", where="x", allow_private=False, seconds=5)
    assert raised.value.retryable


def test_a_resolver_that_hangs_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    free = threading.Event()

    def resolve(*args: Any, **kwargs: Any) -> Any:
        free.wait(30)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(UnreachableError, match=r"slow\.example is not known"):
        target("http://slow.example/", where="x", allow_private=False, seconds=0.05)
    free.set()


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("HTTP://News.Example:80/a b?q=\u00e9#part", "http://news.example/a%20b?q=%C3%A9"),
        ("https://m\u00fcnchen.example/\u00e4", "https://xn--mnchen-3ya.example/%C3%A4"),
        ("http://news.example/%41?a=%5B", "http://news.example/%41?a=%5B"),
        ("http://news.example", "http://news.example"),
    ],
)
def test_an_address_is_asked_for_in_one_spelling(typed: str, asked: str) -> None:
    assert plain(typed, where="x") == asked
    assert plain(asked, where="x") == asked


def test_an_address_may_not_be_endless() -> None:
    with pytest.raises(ForbiddenAddressError, match="longer than 8,000 characters"):
        plain("http://news.example/" + "a" * 9_000, where="x")
