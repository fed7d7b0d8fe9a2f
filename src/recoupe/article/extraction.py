"""What of a page is its report, as trafilatura says, with no more steps than can change that.

trafilatura compares what it finds with what readability finds, with jusText where that is unclean
or short, with the whole page where it is little of it, and keeps copies of the page for each. Of
most pages it can be shown that all of this would leave its own result as it is. Where it cannot,
its later stages follow upon that (``rescue.py``).
"""

from __future__ import annotations

from copy import copy
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from recoupe.article.blocks import INLINE
from recoupe.article.readability import length, longer
from recoupe.article.rescue import cleaned, found_by_rules, is_little, preferred, rescued
from recoupe.article.searches import Index, compiled, quicken

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

_FORUM: Final = "DiscussionForumPosting"
"""In a page's linked data: its comments are its content."""
_AROUND: Final = ("aside", "footer")
"""Elements that trafilatura does not count to a page."""
_TWICE: Final = 2
"""Readability's result is taken from twice the length on."""


def report_in(tree: HtmlElement, html: str) -> HtmlElement | None:
    """Return the body of the report that trafilatura finds in a page, ``None`` where it finds none.

    ``html`` is the page, and ``tree`` it is parsed, which stays as it is.
    """
    quicken()
    if _FORUM in html:
        return _asked(tree)
    try:
        body, text = _found(tree)
    except (TypeError, ValueError):  # for which trafilatura says that there is no report
        return None
    return body if len(text) >= _options().min_output_size else None


def _asked(tree: HtmlElement) -> HtmlElement | None:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, include_tables=False)
    body: HtmlElement | None = getattr(found, "body", None)
    return body


def _found(tree: HtmlElement) -> tuple[HtmlElement, str]:
    """Return the body of the report and its text, by trafilatura's rules or what is better."""
    options = _options()
    page, index = _pruned(tree)
    clean = cleaned(page, options)
    own = found_by_rules(clean, options)
    body, text = own
    if len(text) < options.min_extracted_size or _odd(body):
        return rescued(page, clean, own, options)
    for element in page.iter("script", "style"):  # nothing below counts their words
        element.text = None
    if _little(page, text):
        return rescued(_pruned(tree)[0], clean, own, options)
    taken = longer(page, index, _TWICE * len(text))
    if taken is None:
        return own
    return preferred(clean, taken, options, whole=lambda: _pruned(tree)[0])


def _pruned(tree: HtmlElement) -> tuple[HtmlElement, Index]:
    """Return a copy of a page without comments and the reports that follow upon one."""
    from trafilatura.htmlprocessing import prune_unwanted_nodes
    from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REMOVE_COMMENTS_AND_LISTS_XPATH

    page = copy(tree)
    index = Index(page)
    for search in (*RAW_TREE_PRUNE_XPATH, *REMOVE_COMMENTS_AND_LISTS_XPATH):
        prune_unwanted_nodes(page, [partial(search.among, index)])
    return page, index


def _odd(body: HtmlElement) -> bool:
    """Whether a result holds no paragraph, more tables than those, or what no text should."""
    from trafilatura.external import SANITIZED_XPATH

    told = any(True for each in body.iter("p") for _ in each.itertext())
    tables = sum(1 for _ in body.iter("table"))
    paragraphs = sum(1 for _ in body.iter("p"))
    return not told or tables > paragraphs or bool(compiled(SANITIZED_XPATH)(body))


def _little(tree: HtmlElement, text: str) -> bool:
    """Whether a text is so little of its page that trafilatura looks for more."""
    from trafilatura.core import ESCALATION_MAX_LENGTH, ESCALATION_PAGE_SHARE

    if len(text) >= ESCALATION_MAX_LENGTH:
        return False
    return len(text) < ESCALATION_PAGE_SHARE * _longest(tree) and is_little(tree, text)


def _longest(tree: HtmlElement) -> int:
    """Return how long the text of a page may be, with space around its blocks.

    Nothing counts of the elements around a report that trafilatura does not count.
    """
    around = [
        each for each in tree.iter(*_AROUND) if next(each.iterancestors(*_AROUND), None) is None
    ]
    blocks = sum(1 for _ in tree.iter("*")) - sum(1 for _ in tree.iter(*INLINE))
    for each in around:
        blocks -= sum(1 for _ in each.iter("*")) - sum(1 for _ in each.iter(*INLINE))
    return (
        length(tree.text_content())
        - sum(length(each.text_content()) for each in around)
        + 2 * blocks
    )


@cache
def _options() -> Extractor:
    """Return what trafilatura is asked for, in its own terms."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="python", comments=False, tables=False)
