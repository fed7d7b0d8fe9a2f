"""What a page links to and shows, tied to the words of its report."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from recoupe.article import to_article
from recoupe.errors import SpanError
from recoupe.model import Article, Block, Declared, Link, make_article, make_capture

WHEN = datetime(2024, 6, 1, tzinfo=UTC)
FIRST = "The mayor of Brest said on Sunday that the bridge would stay closed until Tuesday."
SECOND = "Engineers found cracks in two of its piers on Saturday, the town said in a note."
THIRD = "According to the ministry, a second inspection will follow on Monday in the morning."


def article(body: str, *, head: str = "", url: str | None = "https://phare.example/a/b") -> Article:
    html = (
        f'<!DOCTYPE html><html lang="en"><head><title>A bridge is closed</title>{head}</head>'
        f'<body><nav><a href="/">Home</a></nav><article><h1>A bridge is closed</h1>{body}'
        '</article><footer><a href="/legal">Legal</a><img src="/logo.png"></footer></body></html>'
    )
    capture = make_capture(
        html.encode(),
        source="page.html",
        media_type="text/html",
        captured_at=WHEN,
        declared=Declared(url=url),
        charset="utf-8",
    )
    return to_article(capture, today=date(2024, 6, 1))


def tied(made: Article) -> list[tuple[str, str, str]]:
    return [(link.kind, link.url, made.text[link.start : link.end]) for link in made.links]


def behind(made: Article, link: Link) -> str:
    """Return the last words before a link that is tied to none."""
    assert link.start == link.end
    return made.text[: link.start].rpartition("\n\n")[2]


def test_a_link_is_tied_to_its_words_whatever_their_spaces() -> None:
    made = article(
        f"<p>{FIRST}</p><p>Engineers\n  found <a href='../docs/n.pdf'> cracks <b>in\n two</b> </a>"
        f"of its piers on Saturday, the town said in a note.</p><p>{THIRD}</p>"
    )
    assert SECOND in made.text
    assert tied(made) == [("link", "https://phare.example/docs/n.pdf", "cracks in two")]


@pytest.mark.parametrize(
    ("href", "url", "expected"),
    [
        ("https://x.org/1", None, ["https://x.org/1"]),
        ("//x.org/1", None, ["https://x.org/1"]),
        ("c?d=1", "https://phare.example/a/b", ["https://phare.example/a/c?d=1"]),
        ("/c", None, []),
        ("#notes", "https://phare.example/a/b", []),
        ("mailto:a@x.org", "https://phare.example/a/b", []),
        ("javascript:void(0)", "https://phare.example/a/b", []),
        ("http://[", "https://phare.example/a/b", []),
        ("https://x.org/" + "a" * 3000, None, []),
    ],
)
def test_addresses_are_those_of_the_web(href: str, url: str | None, expected: list[str]) -> None:
    made = article(f"<p>{FIRST}</p><p><a href='{href}'>{SECOND}</a></p><p>{THIRD}</p>", url=url)
    assert [link.url for link in made.links] == expected


def test_the_page_may_say_where_its_addresses_begin() -> None:
    body = f"<p>{FIRST}</p><p><a href='c'>{SECOND}</a></p><p>{THIRD}</p>"
    made = article(body, head='<base href="https://x.org/z/">')
    assert [link.url for link in made.links] == ["https://x.org/z/c"]


@pytest.mark.parametrize(
    ("html", "kind", "url"),
    [
        ('<iframe src="https://www.youtube.com/embed/abc"></iframe>', "embed", None),
        ('<div><iframe data-src="//www.youtube.com/embed/abc"></iframe></div>', "embed", None),
        ('<lite-youtube videoid="abc"></lite-youtube>', "embed", "watch?v=abc"),
        (
            '<blockquote class="twitter-tweet"><p>At work</p>&mdash; Fire '
            '<a href="https://twitter.com/fire/status/12">May 4</a></blockquote>',
            "embed",
            "https://twitter.com/fire/status/12",
        ),
        (
            '<script async data-telegram-post="norvale/513" src="https://telegram.org/w.js">'
            "</script>",
            "embed",
            "https://t.me/norvale/513",
        ),
        (
            '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com'
            '/p/X/"></blockquote>',
            "embed",
            "https://www.instagram.com/p/X/",
        ),
        ('<video><source src="/v.mp4"></video>', "video", "https://phare.example/v.mp4"),
        ('<audio src="/a.mp3"></audio>', "audio", "https://phare.example/a.mp3"),
        (
            '<figure><img src="data:image/gif;base64,R0" data-src="/p.jpg"></figure>',
            "image",
            "https://phare.example/p.jpg",
        ),
    ],
)
def test_what_is_shown_stands_behind_the_block_before_it(
    html: str, kind: str, url: str | None
) -> None:
    made = article(f"<p>{FIRST}</p><p>{SECOND}</p>{html}<p>{THIRD}</p>")
    shown = next(link for link in made.links if link.start == link.end)
    assert shown.kind == kind
    assert (url or "https://www.youtube.com/embed/abc") in shown.url
    assert behind(made, shown) == SECOND


def test_what_has_a_caption_is_tied_to_it() -> None:
    caption = "The bridge on Saturday. Photo: Yann Kerr"
    figure = f'<figure><img src="/p.jpg"><figcaption>{caption}</figcaption></figure>'
    made = article(f"<p>{FIRST}</p><p>{SECOND}</p>{figure}<p>{THIRD}</p>")
    assert tied(made) == [("image", "https://phare.example/p.jpg", caption)]


def test_icons_menus_and_what_stands_around_the_report_are_left_out() -> None:
    made = article(
        f"<p>{FIRST}</p><p><img src='/i.png' width='16'>{SECOND}</p><p>{THIRD}</p>"
        "<aside><h3>More</h3><a href='/x'>The tunnel is flooded</a><iframe src='/ad'></iframe>"
        "</aside>"
    )
    assert made.links == ()


def test_bare_text_has_no_links() -> None:
    capture = make_capture(
        f"{FIRST} See https://x.org/1.".encode(),
        source="a.txt",
        media_type="text/plain",
        captured_at=WHEN,
    )
    assert to_article(capture, today=date(2024, 6, 1)).links == ()


def test_a_link_beyond_the_text_is_refused() -> None:
    capture = make_capture(b"ab", source="a", media_type="text/plain", captured_at=WHEN)
    blocks = (Block("paragraph", 0, 2),)
    with pytest.raises(SpanError):
        make_article(
            capture, "ab", blocks, language="en", links=(Link("link", "https://x.org", 1, 3),)
        )
