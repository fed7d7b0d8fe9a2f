"""What readability may take of a page is never less than what it takes."""

from __future__ import annotations

import random
import re
from copy import copy
from typing import Any, Final

import pytest
from lxml.etree import tostring
from trafilatura.external import try_readability
from trafilatura.readability_lxml import REGEXES

from recoupe.article.parsing import parsed
from recoupe.article.readability import length, may_exceed
from recoupe.article.searches import Index

WORDS: Final = "the pier is shut, said the harbour master, until the wall is mended by the town."
TELLING: Final = f"<p>{WORDS} {WORDS}</p>" * 3
NAMES: Final = ("", "comment", "sidebar", "content", "comment-body", "share x", "story", "é'\"")
TAGS: Final = ("div", "p", "a", "section", "li", "td", "b", "h2", "aside", "form", "pre", "br",
               "iframe src='https://youtube.com/embed/1'", "script", "textarea", "svg")  # fmt: skip
PAGES: Final = {
    "an article": f"<article>{TELLING}</article><div>Menu</div>",
    "words between elements": f"<div class=story>{WORDS}<br>{WORDS}<b>so</b>{WORDS}</div>",
    "an article beside others": f"<div><div>{TELLING}</div><div>{TELLING}</div></div>",
    "nothing that scores": "<div>short</div><span>so is this</span>",
    "links within links": f"<article><a href=x>{TELLING}<a href=y>{WORDS}</a></a></article>",
    "a film": f"<article>{TELLING}<iframe src='https://youtube.com/embed/1'></iframe></article>",
    "comments": f"<article>{TELLING}</article><ul class=comment><li>{TELLING}</ul>",
}


def tree(body: str) -> Any:
    found = parsed(f"<html><head><title>The pier</title></head><body>{body}</body></html>")
    assert found is not None
    return found


def taken(page: Any) -> int:
    """Return how much readability takes, as trafilatura counts it."""
    return length(tostring(try_readability(copy(page)), method="text", encoding="unicode"))


def exceeds(page: Any, most: int) -> bool:
    page = copy(page)
    return may_exceed(page, Index(page), most)


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_it_is_told_what_may_be_longer(body: str) -> None:
    page = tree(body)
    assert taken(page) > 0
    assert exceeds(page, taken(page) - 1)
    assert not exceeds(page, length(page.text_content()) + 6)


def test_what_stands_around_an_article_is_not_counted() -> None:
    page = tree(
        f"<main><article>{TELLING * 4}</article></main><div><ul><li>{WORDS * 50}</ul></div>"
    )
    assert taken(page) * 2 < length(page.text_content())
    assert not exceeds(page, taken(page))


@pytest.mark.parametrize("odd", ["<xmp>a&lt;b</xmp>", "<svg><title></title></svg>"])
def test_nothing_is_known_of_text_that_is_read_otherwise_when_parsed_again(odd: str) -> None:
    page = tree(f"<article>{TELLING}</article>{odd}")
    assert exceeds(page, 100_000)


def test_the_words_of_what_stands_around_a_report_are_found_one_by_one() -> None:
    for name in ("unlikelyCandidatesRe", "positiveRe", "negativeRe"):
        assert re.fullmatch(r"[a-z|-]+", REGEXES[name].pattern)


@pytest.mark.parametrize("seed", range(60))
def test_no_page_gives_more_than_is_said(seed: int) -> None:
    page = tree(made(random.Random(seed), 5))  # noqa: S311 - the same pages in every run
    assert exceeds(page, taken(page) - 1)


def made(chance: random.Random, depth: int) -> str:
    """Return some HTML, as it comes."""
    parts = []
    for _ in range(chance.randrange(2, 6)):
        tag, name = chance.choice(TAGS), chance.choice(NAMES).replace("'", "&#39;")
        inner = made(chance, depth - 1) if depth and chance.random() < 0.7 else ""
        words = WORDS * chance.randrange(3) if chance.random() < 0.7 else ""
        parts.append(f"<{tag} class='{name}'>{words}{inner}</{tag.split()[0]}>")
        parts.append(chance.choice(("", " ", "\n", WORDS)))
    return "".join(parts)
