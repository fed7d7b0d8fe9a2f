"""The report that is found in a page is the one that trafilatura finds, with fewer steps."""

from __future__ import annotations

from typing import Any

import pytest
from lxml.etree import tostring
from trafilatura import bare_extraction

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
    "an article and comments": f"{ARTICLE}<div id='comments'><p>{SAID}</p></div>",
    "a page in which nothing scores": f"<article class='sidebar'>{REPORT}</article>",
}
DOUBTFUL = {
    "a short one": f"<article><p>{SAID}</p></article>",
    "none": "<nav><a href='/'>Home</a></nav>",
    "little of its page": f"{ARTICLE}<div class='related-list'>{ELSEWHERE}{ELSEWHERE}</div>",
    "less than readability finds": f"<article>{REPORT}</article><div>{ELSEWHERE}</div>",
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
    "text that is read otherwise the second time": f"{ARTICLE}<xmp>{OTHER}</xmp>",
}


def tree(html: str) -> Any:
    found = parsed(html)
    assert found is not None
    return found


def found_in(body: str) -> tuple[str, bool]:
    """Return what is found in a page, and whether the page was parsed again for it."""
    html = f"<html><head><title>The pier</title></head><body>{body}</body></html>"
    again: list[Any] = []

    def parse() -> Any:
        again.append(tree(html))
        return again[0]

    return written(report_in(tree(html), html, again=parse)), bool(again)


def expected(body: str) -> str:
    html = f"<html><head><title>The pier</title></head><body>{body}</body></html>"
    found = bare_extraction(tree(html), include_comments=False, include_tables=False)
    return written(getattr(found, "body", None))


def written(body: Any) -> str:
    return "" if body is None else str(tostring(body, encoding="unicode"))


@pytest.mark.parametrize("body", SETTLED.values(), ids=SETTLED)
def test_what_nothing_can_change_is_not_compared(body: str) -> None:
    assert found_in(body) == (expected(body), False)
    assert OTHER in expected(body)


@pytest.mark.parametrize("body", DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_may_be_changed_is_asked_of_trafilatura(body: str) -> None:
    assert found_in(body) == (expected(body), True)
