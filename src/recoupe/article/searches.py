"""trafilatura's searches for furniture, asked only what the page at hand can answer.

They name elements by patterns of classes and ids, and lxml calls Python for each such question,
about ten for each element of a page: a fifth of what an article costs. But a page has some hundred
different classes and ids. So those are put to the patterns first, once for all pages. What none of
them fits is no question any more, and few that fit are asked for by name. All that is found is
found as before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement

_ASKED: Final = re.compile(
    r"re:test\((?P<of>@(?:id|class)(?:\|@(?:id|class))?), *'(?P<pattern>[^']*)'(?P<any>, *'i')?\)"
    r"|contains\((?P<in>@(?:id|class)(?:\|@(?:id|class))?), *'(?P<letters>[^']*)'\)"
)
"""Whether a class or an id fits a pattern, in any case or not; whether it holds some letters."""
_NEVER: Final = re.compile(r"\[\s*false\(\)(?:\s+or\s+false\(\))*\s*\]")
_EXPRESSIONS: Final = {"re": "http://exslt.org/regular-expressions"}
_SEARCHES: Final = (
    "RAW_TREE_PRUNE_XPATH",
    "REMOVE_COMMENTS_AND_LISTS_XPATH",
    "OVERALL_DISCARD_XPATH",
)
_FEW: Final = 4
"""Values that are asked for by name in the place of a pattern."""
_MOST: Final = 50_000
"""Answers that are remembered."""


@cache
def quicken() -> None:
    """Let trafilatura search in this way from now on, in this process; to do so twice is once."""
    from lxml.etree import XPath
    from trafilatura import xpaths

    for name in _SEARCHES:
        searches = getattr(xpaths, name, [])
        searches[:] = [Search(one) if isinstance(one, XPath) else one for one in searches]
    baseline: Any = import_module("trafilatura.baseline")  # a function of the package has its name
    if isinstance(getattr(baseline, "BASIC_CLEAN_XPATH", None), XPath):
        baseline.BASIC_CLEAN_XPATH = Search(baseline.BASIC_CLEAN_XPATH)


class Search:
    """Finds in a tree what the search that it is made of finds in it, in the same order."""

    def __init__(self, search: XPath) -> None:
        self.path = search.path
        self._single = "|" not in _ASKED.sub("", self.path)

    def __call__(self, tree: HtmlElement) -> list[HtmlElement]:
        """Return the elements found below ``tree``."""
        known = {"@class": _values("class")(tree), "@id": _values("id")(tree)}
        values = {name: frozenset(["", *found]) for name, found in known.items()}
        path = _ASKED.sub(lambda asked: _left(asked, values), self.path)
        if self._single and _NEVER.search(path):
            return []
        return cast("list[HtmlElement]", _compiled(path)(tree))


def _left(asked: re.Match[str], values: Mapping[str, frozenset[str]]) -> str:
    """Return the question, or one that says as much of these values of its attributes for less."""
    of = asked["of"] or asked["in"]
    those = (value for name in of.split("|") for value in values[name])
    if asked["in"]:
        return asked[0] if any(asked["letters"] in value for value in those) else "false()"
    pattern, case = asked["pattern"], re.IGNORECASE if asked["any"] else re.NOFLAG
    fit = sorted(value for value in those if _fits(pattern, case, value))
    if len(fit) > _FEW or "" in fit or (fit and "|" in of) or any('"' in value for value in fit):
        return asked[0]
    named = " or ".join(f'{of}="{value}"' for value in fit)
    return f"({named})" if fit else "false()"


@lru_cache(maxsize=_MOST)
def _fits(pattern: str, case: re.RegexFlag, value: str) -> bool:
    return re.search(pattern, value, re.UNICODE | case) is not None


@cache
def _values(attribute: str) -> XPath:
    """Return a search for the values of an attribute."""
    from lxml.etree import XPath

    return XPath(f".//@{attribute}", smart_strings=False)


@lru_cache(maxsize=256)
def _compiled(path: str) -> XPath:
    from lxml.etree import XPath

    return XPath(path, namespaces=_EXPRESSIONS)
