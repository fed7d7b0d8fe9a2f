"""What readability takes of a page where that is long, and for less that it is not.

trafilatura compares what it found with what readability finds, and takes that where it is twice as
long. Of most pages it is not, and then nobody needs to know more than that. So the elements are
scored as readability scores them, to the last digit, except those that cannot be the best; and they
are only cleaned, written out and parsed again where there are as many words in them.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module
from math import inf
from typing import TYPE_CHECKING, Any, Final

from recoupe.article.searches import Index, compiled
from recoupe.words.remembered import REMEMBERED

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORTEST: Final = 25
"""Code points of a paragraph that counts, as trafilatura asks of readability."""
_SHARE: Final = 0.2
_LEAST: Final = 10
"""An element beside the best is taken from a share of its score on, or from this score."""
_LONG: Final = 80
_LINKED: Final = 0.25
"""A paragraph beside the best is taken where it is so long, and less of it is links."""
_FILM: Final = 6
"""Code points that readability may put in the place of an ``iframe``: VIDEO, and a space."""
_RAW: Final = ("xmp", "noembed", "noframes", "plaintext", "listing")
"""Elements whose text is another one when it is written out and parsed again."""
_UNREAD: Final = ("script", "style", "fencedframe")


def longer(tree: HtmlElement, index: Index, most: int) -> HtmlElement | None:
    """Return what readability takes of a tree where that is longer than ``most`` code points.

    ``index`` is of the tree, which is of no use afterwards.
    """
    known = next(tree.iter(*_RAW), None) is None and all(each.text for each in tree.iter("title"))
    for element in list(tree.iter(*_UNREAD)):
        element.drop_tree()
    films = _FILM * sum(1 for _ in tree.iter("iframe"))
    if known and length(tree.text_content()) + films <= most:
        return None
    _drop_unlikely(index)
    _make_paragraphs(tree)
    scores = _Scores(tree)
    if known and length(_taken(tree, scores)) + films <= most:
        return None
    taken = _cleaned(tree, scores)
    words = "" if taken is None else " ".join("".join(taken.itertext()).split())
    return taken if len(words) > most and not words.startswith("{") else None


def length(text: str) -> int:
    """Return the code points of a text with its white space made single."""
    return len(" ".join(text.split()))


def _drop_unlikely(index: Index) -> None:
    """Drop the elements whose class or id says that they stand around a report."""
    words = [word for word in index.names.words if _unlikely(word)]
    whole = (*index.names.classes, *index.names.ids) if words else ()
    names = {name for name in whole if any(word in name for word in words)}
    for element in index.having(names):
        own = " ".join(filter(None, (element.get("class"), element.get("id"))))
        kept = element.tag in _rules().FRAME_TAGS or _likely(own)
        if not kept and element.getparent() is not None:  # else it is gone already
            element.drop_tree()


def _make_paragraphs(tree: HtmlElement) -> None:
    """Make paragraphs of elements that hold nothing but words, and of words between elements."""
    blocks = _rules().DIV_TO_P_PREFIXES
    for element in compiled(".//div[not(descendant::div[1])]")(tree):
        if not any(each.tag.startswith(blocks) for each in element.iterdescendants("*")) and (
            element.find(".//a") is None or element.xpath("text()[normalize-space()]")
        ):
            element.tag = "p"
    for element in compiled(".//div[text()[normalize-space()] or br]")(tree):
        if element.text and element.text.strip():
            element.insert(0, _paragraph(element.text))
            element.text = None
        for at, child in reversed(list(enumerate(element))):
            if child.tail and child.tail.strip():
                element.insert(at + 1, _paragraph(child.tail))
                child.tail = None
            if child.tag == "br":
                child.drop_tree()


def _paragraph(words: str) -> HtmlElement:
    from lxml.html import Element

    made: HtmlElement = Element("p")
    made.text = words
    return made


class _Scores:
    """The scores of the elements around paragraphs, in the order in which readability has them."""

    def __init__(self, tree: HtmlElement) -> None:
        self._gross: dict[HtmlElement, float] = {}
        self._net: dict[HtmlElement, float] = {}
        self._nested = tree.find(".//a//a") is not None
        for element in tree.iter("p", "pre", "td"):
            around = element.getparent()
            if around is not None:
                self._add(element.text_content(), around, around.getparent())

    def _add(self, text: str, around: HtmlElement, further: HtmlElement | None) -> None:
        words = " ".join(text.split())
        if len(words) < _SHORTEST:
            return
        score = 1 + (words.count(",") + 1) + min(len(words) / 100, 3)
        gross = self._gross
        gross[around] = (gross[around] if around in gross else _weight(around)) + score
        if further is not None:
            gross[further] = (gross[further] if further in gross else _weight(further)) + score / 2

    def reaches(self, element: HtmlElement, least: float) -> bool:
        """Whether the score of an element is so high; of what cannot be, the links are not read."""
        return self._most(element) >= least and self.of(element) >= least

    def best(self) -> tuple[HtmlElement, float] | None:
        """Return the element with the highest score, the first of several, and the score."""
        places = {element: place for place, element in enumerate(self._gross)}
        found: tuple[float, int, HtmlElement] | None = None
        for element in sorted(places, key=self._most, reverse=True):
            if found is not None and self._most(element) < found[0]:
                break
            score, place = self.of(element), -places[element]
            if found is None or (score, place) > found[:2]:
                found = score, place, element
        return None if found is None else (found[2], found[0])

    def _most(self, element: HtmlElement) -> float:
        """Return what a score may be before links are read: no more of it than all are links."""
        gross = self._gross.get(element)
        if gross is None:
            return -inf
        return inf if self._nested else max(gross, 0.0)

    def __iter__(self) -> Iterator[HtmlElement]:
        return iter(self._gross)

    def of(self, element: HtmlElement) -> float:
        """Return the score of an element that has one."""
        if element not in self._net:
            self._net[element] = self._gross[element] * (1 - _linked(element))
        return self._net[element]


def _taken(tree: HtmlElement, scores: _Scores) -> str:
    """Return the words of the best element and of those beside it, or all where none is scored."""
    found = scores.best()
    if found is None:
        return str(tree.text_content())
    best, score = found
    least = max(_LEAST, score * _SHARE)
    around = best.getparent()
    return "".join(
        each.text_content() + (each.tail or "")
        for each in ([best] if around is None else around)
        if each is best or scores.reaches(each, least) or _told(each)
    )


def _cleaned(tree: HtmlElement, scores: _Scores) -> HtmlElement | None:
    """Return what readability makes of the elements that it takes, ``None`` where it fails."""
    from trafilatura.utils import fromstring_bytes

    rules = _rules()
    document = rules.Document(tree, min_text_length=_SHORTEST)
    all_of = {element: rules.Candidate(scores.of(element), element) for element in scores}
    best = document.select_best_candidate(all_of)
    try:
        if best is not None:
            article = document.get_article(all_of, best)
        else:
            article = tree if (body := tree.find("body")) is None else body
        made: HtmlElement | None = fromstring_bytes(document.sanitize(article, all_of))
    except Exception:
        logging.getLogger(__name__).debug("readability failed", exc_info=True)
        return None
    return made


def _told(element: HtmlElement) -> bool:
    """Whether what stands beside the best element is a paragraph of a report."""
    if element.tag != "p":
        return False
    words = element.text or ""
    if len(words) > _LONG:
        return _linked(element) < _LINKED
    return _rules().DOT_SPACE.search(words) is not None and not _linked(element)


def _linked(element: HtmlElement) -> float:
    """Return the share of an element's words that are links."""
    links = element.findall(".//a")
    if not links:
        return 0.0
    whole = length(element.text_content()) or 1
    return sum(length(link.text_content()) for link in links) / whole


def _weight(element: HtmlElement) -> float:
    """Return what the names of an element are worth, and its tag."""
    names = filter(None, (element.get("class"), element.get("id")))
    tag: float = _rules().TAG_SCORES.get(element.tag.lower(), 0)
    return sum(map(_worth, names)) + tag


def _worth(name: str) -> int:
    told = list(map(_telling, name.split()))
    return 25 * (any(good for good, _ in told) - any(bad for _, bad in told))


@lru_cache(maxsize=REMEMBERED)
def _telling(word: str) -> tuple[bool, bool]:
    """Return whether a word of a name tells of a report, and whether of what is around it."""
    patterns = _rules().REGEXES
    good, bad = (patterns[name].search(word) for name in ("positiveRe", "negativeRe"))
    return good is not None, bad is not None


@lru_cache(maxsize=REMEMBERED)
def _unlikely(name: str) -> bool:
    return _rules().REGEXES["unlikelyCandidatesRe"].search(name.lower()) is not None


@lru_cache(maxsize=REMEMBERED)
def _likely(names: str) -> bool:
    return _rules().REGEXES["okMaybeItsACandidateRe"].search(names.lower()) is not None


@cache
def _rules() -> Any:  # noqa: ANN401 - a module
    """Return trafilatura's readability, whose words and scores are used here."""
    return import_module("trafilatura.readability_lxml")
