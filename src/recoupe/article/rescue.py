"""What trafilatura tries beside its own rules, for pages on which that may find more or better.

These are the stages of ``trafilatura.core.trafilatura_sequence`` behind the first, as they are
there when comments are not asked for.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from copy import copy
from typing import TYPE_CHECKING

from recoupe.article.readability import length

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

    Found = tuple[HtmlElement, str]


def cleaned(tree: HtmlElement, options: Extractor) -> HtmlElement:
    """Return a copy of a page without what trafilatura never reads."""
    from trafilatura.htmlprocessing import tree_cleaning

    found: HtmlElement = tree_cleaning(copy(tree), options)
    return found


def found_by_rules(clean: HtmlElement, options: Extractor) -> Found:
    """Return what trafilatura's own rules take for the report of a page, which stays as it is."""
    from trafilatura.htmlprocessing import convert_tags
    from trafilatura.main_extractor import extract_content

    found: Found = extract_content(convert_tags(copy(clean), options), options)
    return found


def rescued(tree: HtmlElement, clean: HtmlElement, own: Found, options: Extractor) -> Found:
    """Return the body of a page's report and its text, the best of what is found in other ways.

    ``tree`` is the page without comments, which stays as it is, ``clean`` the same cleaned, which
    does not; ``own`` is what the rules found.
    """
    return _enough(lambda: tree, _compared(tree, clean, own, options), options)


def preferred(
    clean: HtmlElement,
    taken: HtmlElement,
    options: Extractor,
    *,
    whole: Callable[[], HtmlElement],
) -> Found:
    """Return the same where what readability has taken is preferred to what the rules found.

    If furniture is left in it, jusText is asked. ``whole`` gives the page without comments.
    """
    from trafilatura.external import (
        JUSTEXT_OVERRIDE_RATIO,
        SANITIZED_XPATH,
        justext_rescue,
        sanitize_tree,
    )

    if taken.xpath(SANITIZED_XPATH):
        prose: Found = justext_rescue(clean, options)
        size = length("".join(taken.itertext()))
        if prose[1] and size <= JUSTEXT_OVERRIDE_RATIO * len(prose[1]):
            return _enough(whole, prose, options)
    return _enough(whole, sanitize_tree(taken, options), options)


def _enough(whole: Callable[[], HtmlElement], found: Found, options: Extractor) -> Found:
    """Return what was found, or what is found by looking further where it is little."""
    from trafilatura.baseline import baseline
    from trafilatura.core import ESCALATION_MAX_LENGTH

    body, text = found
    if len(text) >= max(options.min_extracted_size, ESCALATION_MAX_LENGTH):
        return found
    tree = whole()
    if len(text) < options.min_extracted_size:
        dump, words, size = baseline(tree)
        if size > len(text):
            body, text = dump, words
    return _escalated(tree, (body, text), options) if is_little(tree, text) else (body, text)


def is_little(tree: HtmlElement, text: str) -> bool:
    """Whether a text is short, and so little of its page that trafilatura looks for more."""
    from trafilatura.baseline import html2txt
    from trafilatura.core import ESCALATION_MAX_LENGTH, ESCALATION_PAGE_SHARE

    short = 0 < len(text) < ESCALATION_MAX_LENGTH
    return short and len(text) < ESCALATION_PAGE_SHARE * len(html2txt(tree))


def _compared(tree: HtmlElement, clean: HtmlElement, own: Found, options: Extractor) -> Found:
    from trafilatura.external import compare_extraction

    found: Found = compare_extraction(clean, copy(tree), *own, options)
    return found


def _escalated(tree: HtmlElement, found: Found, options: Extractor) -> Found:
    """Return what is found with looser rules, or by jusText, if it is so much longer."""
    from trafilatura.core import ESCALATION_ACCEPT_RATIO, ESCALATION_JUSTEXT_RATIO

    size = len(found[1])
    looser, prose = _found_looser(tree, options), _found_by_justext(tree, options)
    if prose is not None and len(prose[1]) > max(
        0 if looser is None else len(looser[1]), ESCALATION_JUSTEXT_RATIO * size
    ):
        return prose
    if looser is not None and len(looser[1]) >= options.min_extracted_size:
        return looser if len(looser[1]) > ESCALATION_ACCEPT_RATIO * size else found
    return found


def _found_looser(tree: HtmlElement, options: Extractor) -> Found | None:
    recall = copy(options)
    recall.focus = "recall"
    try:
        clean = cleaned(tree, recall)
        return _compared(tree, clean, found_by_rules(clean, recall), recall)
    except Exception:
        logging.getLogger(__name__).debug("looser rules failed", exc_info=True)
        return None


def _found_by_justext(tree: HtmlElement, options: Extractor) -> Found | None:
    from trafilatura.external import justext_rescue

    try:
        found: Found = justext_rescue(copy(tree), options)
    except Exception:
        logging.getLogger(__name__).debug("jusText failed", exc_info=True)
        return None
    return found
