"""Searches of pages find what trafilatura's own find."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from lxml.etree import XPath
from trafilatura import bare_extraction, xpaths

from recoupe.article.parsing import parsed
from recoupe.article.searches import Index, Search, quicken

NAMESPACES = {"re": "http://exslt.org/regular-expressions"}
PAGES = (
    "<div class='story'><p>The pier is shut.</p></div>",
    "<div class='comments-list'><p>First!</p></div><ol id='comments'><li>Me too</li></ol>",
    "<section id='infinite-scroll'><p>The next</p></section><div id='mvp-post-add-box'></div>",
    "<div class='elementor-share-buttons x'>Share</div><div class=footer>About</div>",
    "<aside>Read also</aside><div id='CookieConsent'>We use cookies</div><p class='tags'>pier</p>",
    "<p class='a\"b tags'>pier</p><span id='newsletter'>Write</span><p style='display:none'>-</p>",
    "".join(f"<div class='social-{n} share'><p class='author{n}'>Ann</p></div>" for n in range(9)),
    "<div id='x' class='cookie'>1</div><div id='cookie' class='x'>2</div><p aria-hidden=true>3</p>",
)


def tree(html: str) -> Any:
    found = parsed(f"<html><body><main>{html}</main></body></html>")
    assert found is not None
    return found


def stock() -> list[XPath]:
    """Return trafilatura's searches as they came, whether they were replaced since or not."""
    lists = (
        xpaths.RAW_TREE_PRUNE_XPATH,
        xpaths.REMOVE_COMMENTS_AND_LISTS_XPATH,
        xpaths.OVERALL_DISCARD_XPATH,
        [import_module("trafilatura.baseline").BASIC_CLEAN_XPATH],
    )
    return [XPath(one.path, namespaces=NAMESPACES) for some in lists for one in some]


@pytest.mark.parametrize("html", PAGES)
def test_a_search_finds_what_the_one_it_is_made_of_finds(html: str) -> None:
    page = tree(html)
    for search in stock():
        assert Search(search)(page) == search(page)


@pytest.mark.parametrize("html", PAGES)
def test_a_search_finds_the_same_with_an_index_of_the_page(html: str) -> None:
    page = tree(html)
    index = Index(page)
    for search in stock():
        assert Search(search).among(index, page) == search(page)


def test_an_index_gives_elements_by_their_whole_names_in_order() -> None:
    page = tree("<p id=a>1</p><p class='a b'>2</p><p class=b id=c>3</p><p class=a>4</p>")
    found = Index(page).having(["c", "a", "none"])
    assert [element.text for element in found] == ["1", "3", "4"]
    assert Index(page).names.words == {"a", "b", "c"}


def test_each_of_the_searches_finds_something_in_one_of_these_pages() -> None:
    pages = [tree(html) for html in PAGES]
    assert all(any(search(page) for page in pages) for search in stock())


def test_trafilatura_searches_this_way_once_it_was_told_to() -> None:
    quicken()
    quicken()
    assert all(isinstance(one, Search) for one in xpaths.RAW_TREE_PRUNE_XPATH)
    told = "The pier is shut, said the harbour master on Monday, until the wall is mended. " * 6
    found: Any = bare_extraction(
        f"<html><body><article><p>{told}</p></article>"
        "<div class='comments-list'><p>First, and a long comment it is, as they are.</p></div>"
        "</body></html>",
        include_comments=False,
    )
    assert found is not None
    assert "harbour master" in str(found.text)
    assert "First" not in str(found.text)
