"""Pages that link to articles: which of their links are taken."""

from __future__ import annotations

import pytest

from tests.capture.watching.lists import FROM, read, section, urls

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
