"""What a page shows, each at the address of its best copy."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from recoupe.article import to_article
from recoupe.article.requisites import copies_of, requisites_of
from recoupe.model import Article, Capture, Declared, make_capture

WORDS = (
    "<p>La mairie de Brest a annoncé mardi la réouverture du pont de Recouvrance.</p>"
    "<p>Les travaux avaient commencé au mois de mars, après la tempête de l'hiver.</p>"
)
SITE = "https://news.example"


def kept(body: str, head: str = "") -> tuple[Capture, Article]:
    """A page with this between the words of its report, and the report."""
    html = (
        f"<html><head>{head}</head><body><article><h1>Le pont</h1>{WORDS}{body}{WORDS}"
        "</article></body></html>"
    )
    capture = make_capture(
        html.encode(),
        source=f"{SITE}/a/page",
        media_type="text/html",
        captured_at=datetime(2026, 1, 1, tzinfo=UTC),
        declared=Declared(url=f"{SITE}/a/page", language="fr"),
    )
    return capture, to_article(capture, today=date(2026, 1, 1))


def shown(body: str, head: str = "") -> list[tuple[str, str]]:
    """The addresses that are fetched of a page, and those that its report shows, site left out."""
    found = requisites_of(*kept(body, head))
    return [(each.url.removeprefix(SITE), each.shown.removeprefix(SITE)) for each in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<img src="p.jpg">', [("/a/p.jpg", "/a/p.jpg")]),
        (
            '<img src="/s.jpg" srcset="/s.jpg 300w, /l.jpg 1200w, /m.jpg 600w">',
            [("/l.jpg", "/s.jpg")],
        ),
        ('<img src="/s.jpg" srcset="/s.jpg, /l.jpg 2x">', [("/l.jpg", "/s.jpg")]),
        (
            '<img src="/s.jpg" srcset="/w_300,h_200/a.jpg 300w, /w_900,h_600/a.jpg 900w 600h">',
            [("/w_900,h_600/a.jpg", "/s.jpg")],
        ),
        ('<img src="/s.jpg" data-srcset="/l.jpg 900w">', [("/l.jpg", "/s.jpg")]),
        (
            '<picture><source type="image/avif" srcset="/x.avif 2000w">'
            '<source type="image/webp" srcset="/l.webp 900w"><img src="/s.jpg"></picture>',
            [("/l.webp", "/s.jpg")],
        ),
        ('<img src="/s.jpg" srcset="javascript:x 900w, ,">', [("/s.jpg", "/s.jpg")]),
        (
            '<video poster="/still.jpg"><source src="/f.mp4"></video>',
            [("/f.mp4", "/f.mp4"), ("/still.jpg", "/still.jpg")],
        ),
        ('<audio src="/r.mp3"></audio>', [("/r.mp3", "/r.mp3")]),
        ('<iframe src="https://www.youtube.com/embed/x"></iframe>', []),
        ('<img src="data:image/png;base64,AAAA">', []),
        ("", []),
    ],
)
def test_the_best_copy_of_what_is_shown_is_fetched(body: str, found: list[tuple[str, str]]) -> None:
    assert shown(f"<figure>{body}</figure>") == found


def test_what_stands_for_the_page_elsewhere_comes_last_and_once() -> None:
    head = (
        '<meta property="og:image" content="/og.jpg"><meta name="twitter:image" content="/og.jpg">'
        '<meta property="og:image" content="file:///etc/passwd">'
    )
    found = shown('<figure><img src="/s.jpg"></figure>', head)
    assert found == [("/s.jpg", "/s.jpg"), ("/og.jpg", "/og.jpg")]
    assert shown('<figure><img src="/og.jpg"></figure>', head) == [("/og.jpg", "/og.jpg")]


def test_long_lists_of_nonsense_cost_little() -> None:
    assert shown(f'<figure><img src="/s.jpg" srcset="{"," * 100_000}"></figure>') == [
        ("/s.jpg", "/s.jpg")
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<img src="/s.jpg">', {"/s.jpg": []}),
        (
            '<img src="/s.jpg" srcset="/s.jpg 300w, /l.jpg 1200w, /m.jpg 600w">',
            {"/s.jpg": ["/l.jpg", "/m.jpg"]},
        ),
        (
            '<picture><source type="image/avif" srcset="/x.avif 2000w">'
            '<source srcset="/l.webp 900w"><img src="/s.jpg" srcset="/m.jpg 600w"></picture>',
            {"/s.jpg": ["/l.webp", "/m.jpg"]},
        ),
        ("<p>No picture.</p>", {}),
    ],
)
def test_a_page_names_other_sizes_of_its_pictures(body: str, found: dict[str, list[str]]) -> None:
    named = copies_of(*kept(body))
    assert {
        url.removeprefix(SITE): [each.removeprefix(SITE) for each in others]
        for url, others in named.items()
    } == found
