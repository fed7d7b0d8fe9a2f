"""Addresses, times and words that lists tell."""

from __future__ import annotations

import pytest

from recoupe.capture.watching.entries import address_in, time_of, words
from tests.capture.watching.lists import FROM


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("one", "https://paper.example/lists/one"),
        ("//other.example/x", "https://other.example/x"),
        ("HTTP://Other.Example:80/a b", "http://other.example/a%20b"),
        ("/é?q=ü#x", "https://paper.example/%C3%A9?q=%C3%BC"),
        ("mailto:a@b.example", None),
        ("javascript:x", None),
        ("http://[", None),
        ("https://me:secret@other.example/", None),
        ("https://" + "a" * 9_000, None),
    ],
)
def test_links_become_addresses(link: str, address: str | None) -> None:
    assert address_in(FROM, link) == address


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("Mon, 30 Nov 2026 09:30:00 +0100", "2026-11-30T08:30:00+00:00"),
        ("30 Nov 2026 09:30 EST", "2026-11-30T14:30:00+00:00"),
        ("2026-11-30T09:30:00.123Z", "2026-11-30T09:30:00+00:00"),
        ("2026-11-30", "2026-11-30T00:00:00+00:00"),
        ("2026-11", "2026-11-01T00:00:00+00:00"),
        ("2026", "2026-01-01T00:00:00+00:00"),
        ("1970-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59-12:00", None),
        ("yesterday", None),
        ("Mon, 99 Nov 2026 09:30:00 +0100", None),
        ("", None),
        (None, None),
        ("1" * 1000, None),
    ],
)
def test_times_of_lists(said: str | None, time: str | None) -> None:
    assert time_of(said) == time


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("<p>A&nbsp;b</p>\n c", "A b c"),
        ("1 < 2", "1 < 2"),
        ("<" * 5_000, "<" * 500),
        ("a <b", "a"),
        ("  ", None),
        (None, None),
        ("x" * 9_000, "x" * 500),
    ],
)
def test_words_stand_in_one_line(said: str | None, line: str | None) -> None:
    assert words(said) == line
