"""Whatever a server or a person writes, there is a result or an error of ours, and no crash."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recoupe.capture import Limits
from recoupe.capture.addresses import parsed, plain
from recoupe.capture.manners import seconds_of
from recoupe.capture.mementos import memento_of
from recoupe.capture.robots import read_rules
from recoupe.capture.unpacking import unpack
from recoupe.capture.warc.heads import HttpHead, head_end, read_head
from recoupe.errors import FetchError, ForbiddenAddressError, TooLargeError

MANY = settings(max_examples=300, deadline=None)
LIMITS = Limits(max_bytes=10_000)
ADDRESS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["http://", "https://", "HTTP://", "http:/", "ftp://", "", "http:"]),
    st.text(st.characters(), max_size=20),
    st.text(st.sampled_from("/?#%[]@:\\. aé\ud800\x00\n"), max_size=20),
)


@MANY
@given(ADDRESS)
@example("http://\ud800/")
@example("http://news.example/\ud800")
@example("http://[::1%\udcff]/")
@example("http://" + "a." * 3_000)
def test_what_is_typed_is_an_address_or_none(url: str) -> None:
    try:
        spelt = plain(url, where="x")
    except ForbiddenAddressError:
        return
    assert spelt.isascii()
    assert plain(spelt, where="x") == spelt
    assert parsed(spelt, where="x").scheme in {"http", "https"}


@MANY
@given(st.binary(max_size=200), st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"GET / HTTP/1.0\n"]))
def test_heads_are_read_or_not(rest: bytes, start: bytes) -> None:
    head = read_head(start + rest)
    end = head_end(start + rest)
    assert end is None or 0 < end <= len(start + rest)
    assert head is None or all(name.strip() for name, _ in head.fields)


@MANY
@given(
    st.binary(max_size=300),
    st.lists(
        st.sampled_from(["gzip", "deflate", "x-gzip", "identity", "br", " ", "é"]), max_size=4
    ),
    st.integers(0, 2),
    st.integers(0, 400),
)
def test_what_is_packed_is_unpacked_or_refused(
    content: bytes, codings: list[str], packed: int, cut: int
) -> None:
    for pack in (gzip.compress, zlib.compress)[:packed]:
        content = pack(content)
    with suppress(FetchError, TooLargeError):
        found = unpack(content[:cut], ", ".join(codings), where="x", limits=LIMITS)
        assert len(found) <= LIMITS.max_bytes


@MANY
@given(st.text(max_size=200), st.text(max_size=40))
def test_what_headers_say_is_understood_or_not(links: str, when: str) -> None:
    fields = (("Link", links), ("Memento-Datetime", when))
    memento = memento_of(HttpHead("", fields, 200, ""), "https://web.archive.org/web/x")
    assert memento is None or memento.archived_at.endswith("+00:00")
    seconds = seconds_of(when)
    assert seconds is None or seconds >= 0


@MANY
@given(st.binary(max_size=400))
@example(b"User-agent: *\nCrawl-delay: 1e999")
@example(b"User-agent: *\nCrawl-delay: -5")
@example(b"User-agent: *\nCrawl-delay: nan")
@example(b"User-agent: *\nRequest-rate: 0/0s")
@example(b"User-agent: *\nRequest-rate: 1/0")
@example(b"User-agent: *\nDisallow: /%zz\nAllow: /\xff")
def test_rules_are_read_whatever_they_are(content: bytes) -> None:
    rules = read_rules(content)
    assert rules.allow("http://news.example/a%zz") in {True, False}
    pause = rules.pause()
    assert pause is None or pause >= 0


@pytest.mark.parametrize(
    "links", ["<" * 30_000, "<a>;" * 5_000, '<a>;rel="' * 3_000, ";= " * 9_000]
)
def test_long_headers_cost_little(links: str) -> None:
    fields = (("Link", links), ("Memento-Datetime", "Tue, 20 Jun 2023 18:02:59 GMT"))
    memento = memento_of(HttpHead("", fields, 200, ""), "https://web.archive.org/web/x")
    assert memento is not None
    assert memento.original is None
