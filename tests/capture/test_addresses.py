"""Which addresses may be fetched."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from recoupe.capture.addresses import is_public, target
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
    ],
)
def test_what_is_not_fetched_says_why(url: str, words: str) -> None:
    with pytest.raises(ForbiddenAddressError, match=words):
        target(url, where=url, allow_private=False)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*args: Any, **kwargs: Any) -> Any:
        return [(0, 0, 0, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(ForbiddenAddressError, match=r"10\.0\.0\.1"):
        target("http://two.example/", where="x", allow_private=False)
    assert target("http://two.example/", where="x", allow_private=True).address == "93.184.216.34"


def test_a_name_nobody_knows_may_be_known_later(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*args: Any, **kwargs: Any) -> Any:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(UnreachableError, match=r"the host nowhere\.example is not known") as raised:
        target("http://nowhere.example/", where="x", allow_private=False)
    assert raised.value.retryable
