"""Pages of web archives: of which address they are, and from when."""

from __future__ import annotations

import pytest

from recoupe.capture.mementos import Memento, memento_of
from recoupe.capture.warc.heads import HttpHead

WHEN = "Tue, 20 Jun 2023 18:02:59 GMT"
AT = "2023-06-20T18:02:59+00:00"
ARCHIVE = "https://web.archive.org/web/20230620180259/https://news.example/a"
LINKS = (
    '<https://web.archive.org/web/timemap/https://news.example/a>; rel="timemap"; '
    'type="application/link-format", <https://news.example/a?b=1,2>; rel="original", '
    '<https://web.archive.org/x>; rel="first memento"; datetime="Tue, 20 Jun 2023 18:02:59 GMT"'
)


def told(when: str | None, links: str = LINKS, url: str = ARCHIVE) -> Memento | None:
    fields = (("link", links), *([("memento-datetime", when)] if when else []))
    return memento_of(HttpHead("HTTP/1.1 200 OK", fields, 200, "OK"), url)


def test_an_archive_says_when_it_captured_which_address() -> None:
    assert told(WHEN) == Memento(AT, "https://news.example/a?b=1,2")
    assert told("Tue, 20 Jun 2023 20:02:59 +0200") == Memento(AT, "https://news.example/a?b=1,2")


@pytest.mark.parametrize("when", [None, "", "yesterday", "Tue, 99 Jun 2023 18:02:59 GMT"])
def test_what_says_no_time_is_no_memento(when: str | None) -> None:
    assert told(when) is None


@pytest.mark.parametrize(
    "url",
    ["https://evil.example/web/https://news.example/a", "https://archive.org.evil.example/",
     "https://notarchive.org/", "https://evil.example/?archive.org"],
)  # fmt: skip
def test_a_stranger_cannot_give_a_page_for_somebody_elses(url: str) -> None:
    assert told(WHEN, url=url) == Memento(AT, None)


@pytest.mark.parametrize(
    ("links", "original"),
    [
        ("", None),
        ("<http://a.example/>; rel=original", "http://a.example/"),
        ('<http://a.example/>; rel="latest Original"', "http://a.example/"),
        ('<http://a.example/>; title="rel=original"; rel="next"', None),
        ('<file:///etc/passwd>; rel="original"', None),
        ("<" * 50_000, None),
    ],
)
def test_links_are_read_as_they_are_written(links: str, original: str | None) -> None:
    assert told(WHEN, links) == Memento(AT, original)
