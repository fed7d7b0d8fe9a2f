"""Lists of every kind: told by their content, and read to the addresses that they name."""

from __future__ import annotations

import gzip
import io
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest

from recoupe.capture import Limits
from recoupe.capture.watching import Listing, read_list
from recoupe.capture.watching.entries import Entry, address_in, time_of, words
from recoupe.errors import BinaryInputError, EmptyInputError, MalformedInputError

FROM = "https://paper.example/lists/feed"
LIMITS = Limits()


def read(content: str | bytes, *, url: str = FROM, charset: str | None = None) -> Listing:
    raw = content.encode() if isinstance(content, str) else content
    return read_list(raw, url, charset=charset, limits=LIMITS)


def urls(content: str | bytes, **how: Any) -> list[str]:
    return [one.url for one in read(content, **how).entries]


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>A paper</title><link>https://paper.example/</link>
<atom:link rel="self" href="https://paper.example/feed"/>
<image><title>Logo</title><link>https://paper.example/logo</link></image>
<item><title><![CDATA[Le pont & la digue]]></title><link>/one?a=1&amp;b=2</link>
<media:content url="https://paper.example/p.jpg"><media:title>Pictured</media:title>
</media:content>
<description>&lt;p&gt;Il &lt;b&gt;rouvre&lt;/b&gt; mardi.&lt;/p&gt;</description>
<pubDate>Mon, 30 Nov 2026 09:30:00 +0100</pubDate></item>
<item><title>No link</title><guid>https://paper.example/two</guid></item>
<item><title>A number</title><guid isPermaLink="false">12345</guid></item>
<item><title>Mail</title><link>mailto:news@paper.example</link></item>
<item><link>  https://PAPER.example/three#comments </link><dc:date>2026-11-29</dc:date></item>
</channel></rss>"""

RSS_1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://paper.example/"><title>P</title><link>https://paper.example/</link>
<items><rdf:Seq><rdf:li resource="https://paper.example/one"/></rdf:Seq></items></channel>
<item rdf:about="https://paper.example/one"><title>One</title>
<link>https://paper.example/one</link><dc:date>2026-11-30T09:30+01:00</dc:date></item></rdf:RDF>"""

RSS_09 = """<rss version="0.91"><channel><title>P</title><item><title>One</title>
<link>https://paper.example/one</link></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://paper.example/atom/">
<title>P</title><link href="/"/><entry xml:base="news/">
<title type="html">A &amp;lt;b&amp;gt;</title>
<link rel="self" href="self"/><link rel="enclosure" href="a.mp3"/><link href="one"/>
<id>urn:one</id><updated>2026-11-30T10:00:00Z</updated>
<published>2026-11-29T10:00:00+02:00</published><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><a href="no">Words</a></div></content>
</entry></feed>"""


def test_an_rss_feed() -> None:
    listing = read(RSS)
    assert listing.kind == "feed"
    assert listing.entries == (
        Entry(
            "https://paper.example/one?a=1&b=2",
            "Le pont & la digue",
            "Il rouvre mardi.",
            "2026-11-30T08:30:00+00:00",
        ),
        Entry("https://paper.example/two", "No link"),
        Entry("https://paper.example/three", None, None, "2026-11-29T00:00:00+00:00"),
    )


def test_an_atom_feed() -> None:
    [entry] = read(ATOM).entries
    assert entry.url == "https://paper.example/atom/news/one"
    assert (entry.title, entry.summary) == ("A <b>", "Words")
    assert entry.published == "2026-11-29T08:00:00+00:00"
    assert entry.told_at == "2026-11-30T10:00:00+00:00"


@pytest.mark.parametrize("feed", [RSS_1, RSS_09])
def test_older_feeds(feed: str) -> None:
    assert urls(feed) == ["https://paper.example/one"]


@pytest.mark.parametrize("feed", [RSS, RSS_1, RSS_09, ATOM])
def test_feeds_are_read_as_feedparser_reads_them(feed: str) -> None:
    told = feedparser.parse(
        io.BytesIO(feed.encode()), response_headers={"content-location": FROM}
    ).entries
    wanted = [
        (address_in(FROM, str(one.link)), words(str(one.get("title", ""))))
        for one in told
        if "://" in one.get("link", "")
    ]
    assert [(one.url, one.title) for one in read(feed).entries] == wanted


@pytest.mark.parametrize(
    ("more", "seconds"),
    [
        ("<ttl>45</ttl>", 2700),
        ("<ttl>soon</ttl>", None),
        ("<ttl>0</ttl>", None),
        ("<s:updatePeriod xmlns:s='s'>hourly</s:updatePeriod>", 3600),
        ("<updatePeriod>daily</updatePeriod><updateFrequency>4</updateFrequency>", 21_600),
        ("<updatePeriod>daily</updatePeriod><updateFrequency>0</updateFrequency>", 86_400),
        ("<updatePeriod>never</updatePeriod>", None),
        ("", None),
    ],
)
def test_a_feed_says_how_often_to_ask(more: str, seconds: float | None) -> None:
    assert read(f"<rss><channel>{more}</channel></rss>").every == seconds


SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://paper.example/one</loc><lastmod>2026-11-30T11:00:00Z</lastmod>
<image:image><image:loc>https://paper.example/p.jpg</image:loc><image:title>No</image:title>
</image:image>
<news:news><news:publication><news:name>P</news:name></news:publication>
<news:publication_date>2026-11-30</news:publication_date><news:title>One</news:title></news:news></url>
<url><loc>https://paper.example/two</loc><lastmod>2026-11</lastmod></url>
<url><loc></loc></url></urlset>"""


def test_a_sitemap_of_news() -> None:
    listing = read(gzip.compress(SITEMAP.encode()))
    assert listing.kind == "sitemap"
    assert listing.entries == (
        Entry(
            "https://paper.example/one",
            "One",
            None,
            "2026-11-30T00:00:00+00:00",
            "2026-11-30T11:00:00+00:00",
        ),
        Entry("https://paper.example/two", modified="2026-11-01T00:00:00+00:00"),
    )


def test_an_index_of_sitemaps_names_those_altered_last_first() -> None:
    named = "".join(
        f"<sitemap><loc>/{name}.xml</loc><lastmod>{day}</lastmod></sitemap>"
        for name, day in (("old", "2020-01-01"), ("new", "2026-11-30"))
    )
    listing = read(f"<sitemapindex>{named}</sitemapindex>")
    assert (listing.kind, listing.entries) == ("sitemap_index", ())
    assert [one.url.rpartition("/")[2] for one in listing.children] == ["new.xml", "old.xml"]


def test_a_json_feed() -> None:
    listing = read(
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "/one", '
        '"title": "One", "content_html": "<p>Words</p>", "date_modified": "2026-11-30T10:00:00Z"},'
        ' {"id": "https://paper.example/two"}, {"id": 3}, 4, {"external_url": "ftp://x.example"}]}'
    )
    assert listing.kind == "json_feed"
    assert listing.entries == (
        Entry("https://paper.example/one", "One", "Words", modified="2026-11-30T10:00:00+00:00"),
        Entry("https://paper.example/two"),
    )


def test_lines_of_addresses() -> None:
    listing = read(
        "\ufeff# what I follow\n\nhttps://paper.example/one The bridge\n  HTTPS://Paper.example/two\n"
        "https://paper.example/one\nno address\n"
    )
    assert listing.kind == "address_list"
    assert listing.entries == (
        Entry("https://paper.example/one", "The bridge"),
        Entry("https://paper.example/two"),
    )


def section(*links: str, head: str = "", around: str = "main") -> str:
    named = "".join(f"<h2><a href='{link}'>The bridge opens again</a></h2>" for link in links)
    return f"<!DOCTYPE html><html><head>{head}</head><body><{around}>{named}</{around}></body>"


ARTICLES = (
    "/2026/11/30/bridge",
    "/world/a-bridge-that-opens-again",
    "https://www.paper.example/news/1234567",
    "article.php?id=98765",
)


def test_a_page_of_links_is_a_list() -> None:
    listing = read(
        section(
            *ARTICLES,
            "/",
            "/world",
            "https://other.example/2026/11/30/bridge",
            "/2026/11/30/bridge.jpg",
            "javascript:void(0)",
        )
    )
    assert listing.kind == "page_list"
    assert [one.url for one in listing.entries] == [
        "https://paper.example/2026/11/30/bridge",
        "https://paper.example/world/a-bridge-that-opens-again",
        "https://www.paper.example/news/1234567",
        "https://paper.example/lists/article.php?id=98765",
    ]
    assert listing.entries[0].title == "The bridge opens again"


@pytest.mark.parametrize(
    "page",
    [
        section(*ARTICLES, around="nav"),
        section(*ARTICLES[:2]),
        section(*ARTICLES, head="<meta property='og:type' content='article'>"),
        section(*ARTICLES, head="<meta property='article:published_time' content='2026-11-30'>"),
        section(
            *ARTICLES,
            head='<script type="application/ld+json">{"@type": "NewsArticle"}</script>',
        ),
    ],
)
def test_a_page_that_is_no_list_is_followed_itself(page: str) -> None:
    listing = read(page)
    assert (listing.kind, [one.url for one in listing.entries]) == ("page", [FROM])


def test_a_list_that_describes_its_articles_is_none_of_them() -> None:
    told = '<script type="application/ld+json">[{"@type": "NewsArticle"}, {"@type": "Article"}]'
    assert read(section(*ARTICLES, head=f"{told}</script>")).kind == "page_list"


def test_relative_links_start_where_the_page_says() -> None:
    links = [f"bridge-{number}-opens-again" for number in range(3)]
    page = section(*links, head="<base href='/news/'>")
    assert urls(page)[0] == "https://paper.example/news/bridge-0-opens-again"


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (b'<?xml version="1.0" encoding="iso-8859-1"?>', None),
        (b"", "iso-8859-1"),
        (b'<?xml version="1.0" encoding="iso-8859-1"?>', "utf-8"),
    ],
)
def test_charsets_of_feeds(content: bytes, charset: str | None) -> None:
    body = "<rss><channel><item><title>Été</title><link>/one</link></item></channel></rss>"
    assert read(content + body.encode("latin-1"), charset=charset).entries[0].title == "Été"


def test_a_feed_in_utf_16() -> None:
    assert urls(RSS_09.encode("utf-16")) == ["https://paper.example/one"]


# Broken, wrong and hostile


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


# Addresses, times and words


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
