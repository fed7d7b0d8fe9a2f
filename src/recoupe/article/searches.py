"""trafilatura's searches for furniture, asked only what the page at hand can answer.

They name elements by patterns of classes and ids, and lxml calls Python for each such question,
about ten for each element of a page: a fifth of what an article costs. But a page has some hundred
different classes and ids. So those are put to the patterns first, once for all pages. What none of
them fits is no question any more, and few that fit are asked for by name. All that is found is
found as before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

from recoupe.words.remembered import REMEMBERED

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement

_ASKED: Final = re.compile(
    r"re:test\((?P<of>@(?:id|class)(?:\|@(?:id|class))?), *'(?P<pattern>[^']*)'(?P<any>, *'i')?\)"
    r"|contains\((?P<in>@(?:id|class)(?:\|@(?:id|class))?), *'(?P<letters>[^']*)'\)"
)
"""Whether a class or an id fits a pattern, in any case or not; whether it holds some letters."""
_OF_WORDS: Final = re.compile(r"(?:[\w^|?!:()-]|\[\w+\])+")
"""A pattern that no white space can fit: of several words, one fits where all of them do."""
_NEVER: Final = re.compile(r"\[\s*false\(\)(?:\s+or\s+false\(\))*\s*\]")
_ANY: Final = ".//*["
_ITSELF: Final = "self::*["
_EXPRESSIONS: Final = {"re": "http://exslt.org/regular-expressions"}
_SEARCHES: Final = (
    "RAW_TREE_PRUNE_XPATH",
    "REMOVE_COMMENTS_AND_LISTS_XPATH",
    "OVERALL_DISCARD_XPATH",
)
_FEW: Final = 4
"""Values that are asked for by name in the place of a pattern."""


@dataclass(frozen=True, slots=True)
class Names:
    """The classes and ids of a tree, each as its attribute has it, and the words they are of."""

    classes: Collection[str]
    ids: Collection[str]
    words: frozenset[str]


def names_in(tree: HtmlElement) -> Names:
    """Return the names of the elements below ``tree``."""
    return _names(frozenset(_values("class")(tree)), frozenset(_values("id")(tree)))


def _names(classes: Collection[str], ids: Collection[str]) -> Names:
    return Names(classes, ids, frozenset(" ".join((*classes, *ids)).split()))


class Index:
    """The elements of a page by their names; it stays as it is where elements are removed."""

    def __init__(self, tree: HtmlElement) -> None:
        self._elements = list(tree.iterdescendants("*"))
        self._classes: dict[str, list[int]] = defaultdict(list)
        self._ids: dict[str, list[int]] = defaultdict(list)
        for at, element in enumerate(self._elements):
            if (value := element.get("class")) is not None:
                self._classes[value].append(at)
            if (value := element.get("id")) is not None:
                self._ids[value].append(at)
        self.names = _names(self._classes.keys(), self._ids.keys())

    def having(self, names: Iterable[str]) -> list[HtmlElement]:
        """Return the elements that have one of the names, whole, as class or id, in order."""
        of = (self._classes, self._ids)
        found = {at for name in names for each in of for at in each.get(name, ())}
        return [self._elements[at] for at in sorted(found)]


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
        self._questions = tuple(map(_Question, _ASKED.finditer(self.path)))
        edges = [0, *(edge for one in self._questions for edge in one.at), len(self.path)]
        self._between = tuple(self.path[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
        self._by_words = all(one.by_words for one in self._questions)
        self._fit: dict[str, tuple[int, ...]] = {}
        self._by_names = (
            self._single
            and self.path.strip().startswith(_ANY)
            and _NEVER.search(_ASKED.sub("false()", self.path)) is not None
            and not self._fitted("")
        )

    def __call__(self, tree: HtmlElement) -> list[HtmlElement]:
        """Return the elements found below ``tree``."""
        path = self._left(self._found(names_in(tree)))
        if self._single and _NEVER.search(path):
            return []
        return cast("list[HtmlElement]", compiled(path)(tree))

    def among(self, index: Index, tree: HtmlElement) -> list[HtmlElement]:
        """Return the elements found below ``tree``, a page of which there is an index.

        They may be some that were removed from it since.
        """
        if not self._by_names:
            return self(tree)
        found = self._found(index.names)
        path = self._left(found).strip().replace(_ANY, _ITSELF, 1)
        named = index.having({value for values in found.values() for value in values})
        return [element for element in named if compiled(path)(element)]

    def _found(self, names: Names) -> dict[int, set[str]]:
        """Return which of the names fit which of the questions."""
        telling = {word for word in names.words if self._fitted(word)} if self._by_words else None
        found: dict[int, set[str]] = defaultdict(set)
        for of, values in (("@class", names.classes), ("@id", names.ids)):
            for value in ("", *_with_words(values, telling)):
                for number in self._fitted(value):
                    if of in self._questions[number].of:
                        found[number].add(value)
        return found

    def _left(self, found: Mapping[int, set[str]]) -> str:
        """Return the search with what names leave of its questions."""
        left = [one.left(found.get(at, ())) for at, one in enumerate(self._questions)]
        return "".join(
            part for pair in zip(self._between, [*left, ""], strict=True) for part in pair
        )

    def _fitted(self, value: str) -> tuple[int, ...]:
        """Return which of the questions a value answers with yes."""
        known = self._fit.get(value)
        if known is None:
            if len(self._fit) >= REMEMBERED:
                self._fit.clear()
            known = tuple(at for at, one in enumerate(self._questions) if one.fits(value))
            self._fit[value] = known
        return known


def _with_words(values: Collection[str], words: set[str] | None) -> Collection[str]:
    """Return the values that have one of the words in them; all where words tell nothing."""
    if words is None:
        return values
    return {value for value in values if not words.isdisjoint(value.split())} if words else words


class _Question:
    """One question of a search: whether a class or an id of an element fits."""

    def __init__(self, asked: re.Match[str]) -> None:
        self.at = asked.span()
        self.of = tuple((asked["of"] or asked["in"]).split("|"))
        self._words = asked[0]
        case = re.IGNORECASE if asked["any"] else re.NOFLAG
        self._pattern = None if asked["in"] else re.compile(asked["pattern"], re.UNICODE | case)
        self._letters = asked["letters"]
        self.by_words = _OF_WORDS.fullmatch(asked["pattern"] or asked["letters"]) is not None

    def fits(self, value: str) -> bool:
        if self._pattern is None:
            return self._letters in value
        return self._pattern.search(value) is not None

    def left(self, fit: set[str] | tuple[()]) -> str:
        """Return it, or one that says as much for less where only some values of a page fit."""
        if not fit:
            return "false()"
        few = len(fit) <= _FEW and "" not in fit and len(self.of) == 1
        if not few or self._pattern is None or any('"' in value for value in fit):
            return self._words
        named = " or ".join(f'{self.of[0]}="{value}"' for value in sorted(fit))
        return f"({named})"


@cache
def _values(attribute: str) -> XPath:
    """Return a search for the values of an attribute."""
    from lxml.etree import XPath

    return XPath(f".//@{attribute}", smart_strings=False)


@lru_cache(maxsize=256)
def compiled(path: str) -> XPath:
    """Return a search of a path, made once."""
    from lxml.etree import XPath

    return XPath(path, namespaces=_EXPRESSIONS)
