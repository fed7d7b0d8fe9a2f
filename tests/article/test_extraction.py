"""The report that is found in a page is the one that trafilatura finds, with fewer steps."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from lxml.etree import tostring
from trafilatura import bare_extraction

from recoupe.article import extraction
from recoupe.article.blocks import INLINE
from recoupe.article.extraction import report_in
from recoupe.article.parsing import parsed

SAID = "The pier is shut, said the harbour master on Monday, until the wall has been mended."
OTHER = "Boats are to use the quay below the old market, which is open by day, the town wrote."
REPORT = f"<h1>The pier</h1><p>{SAID}</p><p>{OTHER}</p><p>{SAID} {OTHER}</p><p>{OTHER}</p>"
MENU = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(40))
ARTICLE = f"<nav><ul>{MENU}</ul></nav><article>{REPORT}</article><footer>About us</footer>"
FORUM = '<script type="application/ld+json">{"@type": "DiscussionForumPosting"}</script>'
ELSEWHERE = "".join(f"<p>{n}. {SAID} {OTHER} {SAID}</p>" for n in range(12))

SETTLED = {
    "an article": ARTICLE,
    "an article among teasers": f"{ARTICLE}<aside>{f'<p>{OTHER}</p>' * 2}</aside>",
    "text that is read otherwise the second time": f"{ARTICLE}<xmp>{OTHER}</xmp>",
    "an article and comments": f"{ARTICLE}<div id='comments'><p>{SAID}</p></div>",
    "a page in which nothing scores": f"<article class='sidebar'>{REPORT}</article>",
}
DOUBTFUL = {
    "a short one": f"<article><p>{SAID}</p></article>",
    "none": "<nav><a href='/'>Home</a></nav>",
    "little of its page": f"{ARTICLE}<div class='related-list'>{ELSEWHERE}{ELSEWHERE}</div>",
    "a film in a short report": f"<article><p>{SAID}</p><iframe src='/x'></iframe></article>",
    "a table and little else": f"<table><tr><td>{SAID} {OTHER} {SAID}</td></tr></table>",
    "a report in linked data": (
        f'<script type="application/ld+json">{{"articleBody": "{SAID} {OTHER} {SAID}"}}</script>'
        f"<p>{SAID}</p>"
    ),
    "the start of a report, and more of it elsewhere": (
        f"<article><p>{SAID} {OTHER} {SAID} {OTHER}</p></article>"
        f"<div><div>{SAID * 9}<br>{OTHER * 9}</div><div>{SAID * 30}</div></div>"
    ),
    "a forum": f"{FORUM}<div class='comments-list'><p>{SAID} {OTHER}</p></div>{ARTICLE}",
}
LONGER = {
    "more beside it": f"<article>{REPORT}{REPORT}</article><div>{ELSEWHERE}</div>",
    "more beside it, and furniture": (
        f"<article>{REPORT}</article><div><aside>{ELSEWHERE}<button>Read</button></aside></div>"
    ),
    "more beside it, and nothing but furniture": (
        f"<article>{REPORT}{REPORT}</article>"
        f"<div>{ELSEWHERE}<figure><img src='/a.jpg'></figure></div>"
    ),
}


def tree(html: str) -> Any:
    found = parsed(html)
    assert found is not None
    return found


def page_of(body: str) -> str:
    return f"<html><head><title>The pier</title></head><body>{body}</body></html>"


def found_in(body: str) -> str:
    html = page_of(body)
    return written(report_in(tree(html), html))


def expected(body: str) -> str:
    found = bare_extraction(tree(page_of(body)), include_comments=False, include_tables=False)
    return written(getattr(found, "body", None))


def written(body: Any) -> str:
    return "" if body is None else str(tostring(body, encoding="unicode"))


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of other ways that were tried since."""
    names: list[str] = []

    def recorded(name: str) -> Callable[..., Any]:
        way = getattr(extraction, name)

        def tells(*given: Any, **named: Any) -> Any:
            names.append(name)
            return way(*given, **named)

        return tells

    for name in ("rescued", "preferred", "_asked"):
        monkeypatch.setattr(extraction, name, recorded(name))
    return names


@pytest.mark.parametrize("body", SETTLED.values(), ids=SETTLED)
def test_what_nothing_can_change_is_not_compared(body: str, tried: list[str]) -> None:
    assert found_in(body) == expected(body)
    assert OTHER in expected(body)
    assert tried == []


@pytest.mark.parametrize("body", DOUBTFUL.values(), ids=DOUBTFUL)
def test_where_more_may_be_found_it_is_looked_for(body: str, tried: list[str]) -> None:
    assert found_in(body) == expected(body)
    assert len(tried) == 1


@pytest.mark.parametrize("body", LONGER.values(), ids=LONGER)
def test_what_readability_finds_is_preferred_if_it_is_longer(body: str, tried: list[str]) -> None:
    assert found_in(body) == expected(body)
    assert tried == ["preferred"]


def test_no_block_around_which_space_is_counted_is_taken_for_part_of_a_line() -> None:
    blocks: set[str] = import_module("trafilatura.baseline")._BLOCK_ELEMS
    assert blocks
    assert not blocks & INLINE


def test_the_page_stays_as_it_is() -> None:
    for body in (*SETTLED.values(), *DOUBTFUL.values(), *LONGER.values()):
        html = page_of(body)
        page = tree(html)
        report_in(page, html)
        assert written(page) == written(tree(html))
