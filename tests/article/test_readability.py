"""What readability takes of a page is known where it is long, and known to be short elsewhere."""

from __future__ import annotations

import random
import re
from copy import copy
from typing import Any, Final

import pytest
from trafilatura.external import try_readability
from trafilatura.readability_lxml import REGEXES

from recoupe.article.parsing import parsed
from recoupe.article.readability import length, longer
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


def expected(page: Any) -> str:
    """Return what readability takes, as trafilatura has it."""
    return words(try_readability(copy(page)))


def words(found: Any) -> str:
    return " ".join("".join(found.itertext()).split())


def taken(page: Any, most: int) -> str | None:
    page = copy(page)
    found = longer(page, Index(page), most)
    return None if found is None else words(found)


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_it_is_what_readability_takes_where_that_is_longer(body: str) -> None:
    page = tree(body)
    size = len(expected(page))
    assert size > 0
    assert taken(page, size - 1) == expected(page)
    assert taken(page, size) is None
    assert taken(page, length(page.text_content())) is None


def test_text_that_is_read_otherwise_the_second_time_is_read_twice() -> None:
    page = tree(f"<p>{WORDS}</p><xmp>a<b>b</b></xmp><p>{WORDS}</p>")
    assert len(expected(page)) > length(page.text_content())
    assert taken(page, length(page.text_content())) == expected(page)


def test_data_for_programs_are_no_report() -> None:
    page = tree(f"<article><p>{{{WORDS * 9}}}</p></article>")
    assert expected(page).startswith("{")
    assert taken(page, 10) is None


def test_the_words_of_what_stands_around_a_report_are_found_one_by_one() -> None:
    for name in ("unlikelyCandidatesRe", "positiveRe", "negativeRe"):
        assert re.fullmatch(r"[a-z|-]+", REGEXES[name].pattern)


@pytest.mark.parametrize("seed", range(60))
def test_it_is_so_of_any_page(seed: int) -> None:
    page = tree(made(random.Random(seed), 5))  # noqa: S311 - the same pages in every run
    size = len(expected(page))
    assert taken(page, size - 1) == (expected(page) or None)
    assert taken(page, size) is None


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
