"""The objects of schema.org that a page holds: JSON-LD, microdata, and which is of its report."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from recoupe.article.furniture import plain
from recoupe.article.searches import compiled

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Object = dict[str, Any]

_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report|Review)$")
_CLAIM_REVIEW: Final = "ClaimReview"
_MARKED: Final = ("Article", _CLAIM_REVIEW, "Posting")
"""What is in the types of items that are read."""
_ITEMS: Final = ".//@itemscope/.."
"""Where items are, by their attribute: most pages have none."""
_INSIDE: Final = ("@graph", "mainEntity", "review", "reviews")
"""Where objects stand in others that are of the page, too."""
_WRAPPING: Final = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://)?\s*\]\]>)\s*$"
)
_COMMA_TOO_MANY: Final = re.compile(r",(\s*[}\]])")
_ESCAPED: Final = re.compile(r"\\u(?:d[89a-f]|0000)", re.IGNORECASE)
_NO_TEXT: Final = re.compile("[\ud800-\udfff\x00]")
_MOST: Final = 2_000
"""Objects of one page."""
_LONGEST: Final = 2_000_000
"""Characters of a script that is mended: more is no metadata."""
_DEEPEST: Final = 20
"""Items of microdata within one another."""


def objects_of(tree: HtmlElement) -> Iterator[Object]:
    """Yield the objects of every JSON-LD script, graphs flattened; hopeless ones are passed by."""
    left = _MOST
    for script in tree.iter("script"):
        kind = (script.get("type") or "").partition(";")[0].strip().lower()
        if kind == "application/ld+json" and script.text:
            for value in _values(script.text):
                for each in _flat(value):
                    left -= 1
                    if left < 0:
                        return
                    yield each


def types_of(value: Object) -> Iterator[str]:
    """Yield the types of an object by name alone, without the address of the vocabulary."""
    kinds = value.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str):
            yield re.split(r"[/#:]", kind)[-1]


def is_claim_review(value: Object) -> bool:
    """Whether an object is a fact-checker's rating of a claim."""
    return _CLAIM_REVIEW in types_of(value)


def report_of(objects: Sequence[Object], addresses: Iterable[str], titles: Iterable[str]) -> Object:
    """Return the object that is the page's report: an article, else a page with a date.

    Of several articles it is the one at one of the ``addresses`` of the page, else the one that has
    one of its ``titles``, else the first; a rating of a claim only where there is no other.
    """
    articles = [each for each in objects if any(map(_ARTICLE.search, types_of(each)))]
    if not articles:
        return next((each for each in objects if "datePublished" in each), {})
    if len(articles) == 1:
        return articles[0]
    own = {_same(address) for address in addresses if address}
    named = {plain(title) for title in titles if title}

    def rank(each: Object) -> tuple[bool, bool, bool]:
        at = {_same(address) for address in _addresses(each)}
        titled = plain(html.unescape(str(each.get("headline") or each.get("name") or "")))
        return is_claim_review(each), not (at & own), titled not in named

    return min(articles, key=rank)


def _addresses(value: Object) -> Iterator[str]:
    page = value.get("mainEntityOfPage")
    for found in (value.get("url"), value.get("@id"), page):
        at = found.get("@id") or found.get("url") if isinstance(found, dict) else found
        if isinstance(at, str):
            yield at


def _same(address: str) -> str:
    """Return an address as it is compared: without scheme, query, fragment and final slash."""
    bare = re.split(r"[?#]", address.strip(), maxsplit=1)[0]
    return re.sub(r"^https?://(?:www\.)?", "", bare.lower()).rstrip("/")


def _values(text: str) -> Iterator[object]:
    """Yield the JSON values of a script, mended where it is broken in a common way."""
    try:
        try:
            found = [json.loads(text, strict=False)]
        except ValueError:
            found = list(_mended(text)) if len(text) <= _LONGEST else []
        yield from map(_whole, found) if _ESCAPED.search(text) else found
    except RecursionError:
        return


def _whole(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return a value with U+FFFD for unpaired surrogates and NUL, which no text can hold."""
    if isinstance(value, str):
        return _NO_TEXT.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole(one) for one in value]
    if isinstance(value, dict):
        return {name: _whole(one) for name, one in value.items()}
    return value


def _mended(text: str) -> Iterator[object]:
    """Yield what can be read of broken JSON-LD.

    Comments round it are left out, entities written out, commas before a bracket too; several
    values one after the other are read one by one.
    """
    bare = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip().rstrip(";")
    for form in (bare, html.unescape(bare)):
        found, whole = _one_by_one(_COMMA_TOO_MANY.sub(r"\1", form))
        if whole or found:
            yield from found
            return


def _one_by_one(text: str) -> tuple[list[object], bool]:
    """Return the values at the start of a text, and whether there is nothing but values."""
    decoder = json.JSONDecoder(strict=False)
    found: list[object] = []
    at = 0
    while at < len(text):
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return found, False
        found.append(value)
        while end < len(text) and (text[end].isspace() or text[end] in ",;"):
            end += 1
        at = end
    return found, True


def _flat(value: object) -> Iterator[Object]:
    waiting = [value]
    while waiting:
        here = waiting.pop(0)
        if isinstance(here, list):
            waiting[:0] = here
        elif isinstance(here, dict):
            yield here
            waiting[:0] = [
                here[name] for name in _INSIDE if isinstance(here.get(name), dict | list)
            ]


def microdata_of(tree: HtmlElement) -> Iterator[Object]:
    """Yield the articles and ratings of claims that a page marks up as microdata, as JSON-LD."""
    for element in islice(filter(_is_marked, compiled(_ITEMS)(tree)), _MOST):
        yield _item(element, _DEEPEST)


def _is_marked(element: HtmlElement) -> bool:
    kind = element.get("itemtype") or ""
    return any(name in kind for name in _MARKED)


def _item(element: HtmlElement, left: int) -> Object:
    """Return one item of microdata with its properties, those of items in it within it."""
    found: Object = {"@type": (element.get("itemtype") or "").split()[:1]}
    waiting = list(element)
    while waiting and left:
        here = waiting.pop(0)
        if not isinstance(here.tag, str):
            continue
        within = here.get("itemscope") is not None
        for name in (here.get("itemprop") or "").split():
            value = _item(here, left - 1) if within else _value(here)
            found[name] = value if name not in found else [*_listed(found[name]), value]
        if not within:
            waiting[:0] = list(here)
    return found


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _value(element: HtmlElement) -> str:
    """Return the value of a property: where its element keeps it, else the words in it."""
    for name in ("content", "datetime", "href", "src"):
        if (value := element.get(name)) is not None:
            return str(value)
    return " ".join(element.text_content().split())
