"""Lists that are broken, wrong or hostile: read as far as they make sense, and no further."""

from __future__ import annotations

import pytest

from recoupe.capture import Limits
from recoupe.capture.watching import read_list
from recoupe.errors import BinaryInputError, EmptyInputError, MalformedInputError
from tests.capture.watching.lists import FROM, RSS_09, read, section, urls


@pytest.mark.parametrize(
    "broken",
    [
        "<rss><channel><item><title>Caf&eacute; &</title><link>/one?a=1&b=2</link></item>",
        "<rss><channel><item><title>A < B</title><link>/one?a=1&b=2</link></item></channel></rss>",
        "\n\n<rss><channel><item><title>T</title><link>/one?a=1&amp;b=2</link></item></rss>",
        "<rss><channel><item><link><![CDATA[/one?a=1&b=2]]></link></item><item>&x;</rss>",
        "<rss><channel><item><x:y>1</x:y><link>/one?a=1&amp;b=2</link></item></channel></rss>",
        "<?xml version='1.0'?><!-- a > b --><rss><channel><item><link>/one?a=1&b=2</link></item>",
    ],
)
def test_broken_xml_is_read_as_far_as_it_makes_sense(broken: str) -> None:
    assert urls(broken)[0] == "https://paper.example/one?a=1&b=2"


def test_the_type_that_a_server_declares_is_no_matter() -> None:
    assert read(RSS_09, charset="no-such-charset").kind == "feed"


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]><rss><channel><item><title>&a11;</title><link>/one</link></item></channel></rss>"
)
INWARDS = (
    '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM '
    '"http://127.0.0.1:1/z">%y;]><rss><channel><item><title>&x;</title><link>/one</link></item>'
    "</channel></rss>"
)


@pytest.mark.parametrize("bomb", [LAUGHS, INWARDS])
def test_entities_are_never_opened(bomb: str) -> None:
    [entry] = read(bomb).entries
    assert entry.url == "https://paper.example/one"
    assert len(entry.title or "") < 20


@pytest.mark.parametrize(
    "endless",
    [
        "<rss><channel>" + "<item>" * 300_000,
        "<rss><channel>" + "<b>" * 300_000,
        "<rss><channel>" + "<![CDATA[" * 300_000,
        "<rss><channel><item><title>" + "<" * 1_000_000,
        "<rss><!DOCTYPE " + "<!ENTITY " * 300_000,
        "<rss><channel><item " + "a='1' " * 300_000,
        "<rss><channel>" + "&amp" * 1_000_000,
        "<urlset><url><loc>" + "x" * 15_000_000,
        "<rss",
        "<rss><channel><item><title>",
    ],
)
def test_what_never_ends_is_an_error(endless: str) -> None:
    with pytest.raises(MalformedInputError, match="no XML that can be read"):
        read(endless)


def test_pages_that_never_end_are_read_as_far_as_they_go() -> None:
    assert read("<html>" + "<div>" * 500_000).kind == "page"
    assert read("<html><body>" + "<a href='/2026/11/30/x'>" * 100_000).kind == "page"


@pytest.mark.parametrize("kind", ["feed", "sitemap", "lines", "page"])
def test_no_more_is_taken_than_the_limit(kind: str) -> None:
    paths = [f"/2026/11/30/{number}" for number in range(9)]
    content = {
        "feed": "<rss><channel>"
        + "".join(f"<item><link>{path}</link></item>" for path in [paths[0], *paths])
        + "</channel></rss>",
        "sitemap": "<urlset>"
        + "".join(f"<url><loc>{path}</loc></url>" for path in paths)
        + "</urlset>",
        "lines": "\n".join(f"https://paper.example{path}" for path in paths),
        "page": section(*paths),
    }[kind].encode()
    few = read_list(content, FROM, charset=None, limits=Limits(max_entries=4))
    assert len(few.entries) == 4
    assert few.left_out
    all_ = read_list(content, FROM, charset=None, limits=Limits(max_entries=9))
    assert len(all_.entries) == 9
    assert not all_.left_out


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", EmptyInputError),
        (b" \n ", EmptyInputError),
        (b"%PDF-1.7 and more", BinaryInputError),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), BinaryInputError),
        (b"just some words", MalformedInputError),
        (b'{"a": 1}', MalformedInputError),
        (b"[" * 100_000, MalformedInputError),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', MalformedInputError),
    ],
)
def test_what_is_no_list_is_an_error(content: bytes, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        read(content)
