"""Lists of every kind: told by their content, and read to the addresses that they name."""

from __future__ import annotations

import gzip
import io

import feedparser  # type: ignore[import-untyped]
import pytest

from recoupe.capture.watching.entries import Entry, address_in, words
from tests.capture.watching.lists import FROM, RSS_09, read, urls

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
