"""What is found in other ways than by trafilatura's rules is what trafilatura finds so."""

from __future__ import annotations

from copy import copy
from typing import Any

import pytest
from trafilatura.core import trafilatura_sequence
from trafilatura.settings import Extractor

from recoupe.article.parsing import parsed
from recoupe.article.rescue import cleaned, found_by_rules, is_little, rescued

OPTIONS = Extractor(output_format="python", comments=False, tables=False)
SAID = "The pier is shut, said the harbour master on Monday, until the wall has been mended."
PAGES = {
    "an article": f"<article>{f'<p>{SAID}</p>' * 6}</article>",
    "a short one": f"<article><p>{SAID}</p></article>",
    "nothing": "<nav><a href='/'>Home</a></nav>",
    "words outside of it": f"<article><p>{SAID}</p></article><div>{SAID * 4}</div>",
    "much outside of it": (
        f"<article><p>{SAID * 4}</p></article><div class='x'>{f'<div>{SAID * 3}</div>' * 9}</div>"
    ),
    "a list": f"<ul>{f'<li>{SAID}</li>' * 30}</ul>",
    "linked data": (
        f'<script type="application/ld+json">{{"articleBody": "{SAID * 5}"}}</script><p>{SAID}</p>'
    ),
}


def tree(body: str) -> Any:
    found = parsed(f"<html><head><title>The pier</title></head><body>{body}</body></html>")
    assert found is not None
    return found


def own(page: Any) -> Any:
    return found_by_rules(cleaned(page, OPTIONS), OPTIONS)


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_it_is_what_trafilatura_finds(body: str) -> None:
    page = tree(body)
    _, text = rescued(page, cleaned(page, OPTIONS), own(page), OPTIONS)
    assert text == trafilatura_sequence(copy(page), OPTIONS)[1]


def test_each_way_finds_something_in_one_of_these_pages() -> None:
    longer = [
        len(rescued(page, cleaned(page, OPTIONS), own(page), OPTIONS)[1]) > len(own(page)[1])
        for page in map(tree, PAGES.values())
    ]
    assert sum(longer) >= 3


def test_a_short_text_is_little_of_a_long_page() -> None:
    page = tree(f"<div>{SAID * 30}</div>")
    assert is_little(page, SAID)
    assert not is_little(page, SAID * 10)
    assert not is_little(page, "")
