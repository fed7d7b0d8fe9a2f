"""What the mark-up of a page says of its report: JSON-LD, meta elements, headings, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from recoupe.article.furniture import plain
from recoupe.article.linked_data import Object, microdata_of, objects_of, report_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUFFIX: Final = re.compile(r"\s+(?:[|–—·»:]|-+)\s+")
_PUBLISHED: Final = (
    "article:published_time", "datepublished", "parsely-pub-date", "og:article:published_time",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_MODIFIED: Final = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "last-modified",
    "dcterms.modified",
)
_AUTHORS: Final = (
    "author",
    "article:author_name",
    "parsely-author",
    "dc.creator",
    "byl",
    "article:author",
)
_SHARED: Final = 0.5
_NO_NAME: Final = re.compile(r"https?://|^@|\bwww\.", re.I)


@dataclass(frozen=True, slots=True)
class Markup:
    """The mark-up of one page, gathered once: JSON-LD objects, meta by name, headings, title.

    ``report`` is the object that is its report, ``marked`` are articles and ratings of claims in
    microdata.
    """

    report: dict[str, Any]
    named: dict[str, dict[str, Any]]
    meta: dict[str, list[str]]
    headings: list[str]
    title: str
    canonical: str | None
    language: str | None
    times: list[str] = field(default_factory=list)
    objects: list[Object] = field(default_factory=list)
    marked: list[Object] = field(default_factory=list)

    def first(self, *names: str) -> str | None:
        """Return the first content of the meta elements so named."""
        return next((each for name in names for each in self.meta.get(name, ())), None)


def read_markup(tree: HtmlElement) -> Markup:
    """Return what the mark-up of a parsed page says."""
    objects = list(objects_of(tree))
    named = {str(each["@id"]): each for each in objects if "@id" in each and "name" in each}
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _clean(element.get("content"))
        if name and content:
            meta.setdefault(name.lower(), []).append(content)
    canonical = [
        link.get("href")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").split()
    ]
    times = [each.get("datetime") for each in tree.iter("time") if _publication(each)]
    address = next((_address(each) for each in canonical if _address(each)), None)
    headings = [text for each in tree.iter("h1") if (text := _clean(each.text_content()))]
    addresses = [address or "", *meta.get("og:url", ())]
    return Markup(
        report=report_of(objects, addresses, [*headings, *meta.get("og:title", ())]),
        named=named,
        meta=meta,
        headings=headings,
        title=_clean(tree.findtext(".//title")) or "",
        canonical=address,
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        times=[stamp for stamp in times if stamp],
        objects=objects,
        marked=list(microdata_of(tree)),
    )


def title_of(markup: Markup) -> str | None:
    """Return the headline: the heading that the title or the metadata agree with, else theirs."""
    named = _clean(markup.report.get("headline"))
    social = _without_suffix(markup.first("og:title", "twitter:title") or "", markup)
    window = _without_suffix(markup.title, markup)
    said = [plain(each) for each in (named or "", social, window) if each]
    outlet = plain(outlet_of(markup) or "")
    for heading in markup.headings:
        own = plain(heading)
        if own != outlet and any(_agree(own, each) for each in said):
            return heading
    longest = max(markup.headings, key=len, default=None)
    return named or social or longest or window or None


def _agree(heading: str, said: str) -> bool:
    """Whether a heading words the same title: half of its words, and about as many, are shared.

    Headings of sections are a word or two of a title, and the names of sites none.
    """
    own, other = set(heading.split()), set(said.split())
    shared = len(own & other)
    return shared >= _SHARED * len(own) and 2 * len(own) >= len(other) * _SHARED


def outlet_of(markup: Markup) -> str | None:
    """Return who publishes the page, as the page names it."""
    publisher = markup.report.get("publisher")
    site = markup.first("og:site_name")
    named = _name(publisher, markup) or _organisation(markup)
    for name in (
        site,
        named,
        markup.first("application-name", "dc.publisher", "publisher", "apple-mobile-web-app-title"),
    ):
        found = _shortest(name)
        if found and not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+/?", found):
            return found
    return _title_suffix(markup) or _shortest(site) or _shortest(named)


def byline_of(markup: Markup) -> str | None:
    """Return the names of the authors, as the page gives them."""
    authors = markup.report.get("author")
    names = [_name(each, markup) for each in (authors if isinstance(authors, list) else [authors])]
    found = [name for name in names if name] or [
        each for key in _AUTHORS for each in markup.meta.get(key, ())
    ]
    kept = dict.fromkeys(name for name in found if not _NO_NAME.search(name))
    return ", ".join(kept) or None


def published_of(markup: Markup) -> Iterator[str]:
    """Yield the stamps that say when the report was published, the most telling first."""
    yield from _stamps(markup, "datePublished", _PUBLISHED)
    yield from markup.times


def modified_of(markup: Markup) -> Iterator[str]:
    """Yield the stamps that say when the report was changed, the most telling first."""
    yield from _stamps(markup, "dateModified", _MODIFIED)


def _stamps(markup: Markup, key: str, names: Iterable[str]) -> Iterator[str]:
    stamp = markup.report.get(key)
    if isinstance(stamp, str):
        yield stamp
    for name in names:
        yield from markup.meta.get(name, ())


def _publication(element: HtmlElement) -> bool:
    marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
    return element.get("pubdate") is not None or "publish" in marks


def _name(value: object, markup: Markup) -> str | None:
    """Return the name of a JSON-LD person or organisation, which may be elsewhere on the page."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or markup.named.get(str(value.get("@id")), {}).get("name")
    if isinstance(value, list):
        value = value[0] if value else None
    return _clean(value)


def _organisation(markup: Markup) -> str | None:
    for each in markup.named.values():
        if each.get("@type") in {"NewsMediaOrganization", "Organization", "WebSite"}:
            return _clean(each.get("name"))
    return None


def _without_suffix(title: str, markup: Markup) -> str:
    """Return a window's title without the name of the site, and of its sections, behind it."""
    marks = {
        plain(each)
        for each in (_shortest(markup.first("og:site_name")), _title_suffix(markup))
        if each
    }
    _, *behind = _SUFFIX.split(title)
    for cut, part in zip(_SUFFIX.finditer(title), behind, strict=True):
        if plain(part) in marks:
            return title[: cut.start()].rstrip(" |-–—·»:")
    return title


def _title_suffix(markup: Markup) -> str | None:
    """Return the last part of the window's title, where its beginning is a heading of the page."""
    cuts = list(_SUFFIX.finditer(markup.title))
    if not cuts:
        return None
    before = plain(markup.title[: cuts[0].start()])
    headings = [plain(each) for each in markup.headings] or [plain(markup.first("og:title") or "")]
    window = plain(markup.title)
    if any((before and before in own) or (own and own in window) for own in headings):
        return _clean(markup.title[cuts[-1].end() :])
    return None


def _shortest(name: str | None) -> str | None:
    """Return a site's name without the slogan behind it."""
    name = re.sub(r"\s*\((?:https?://)?[\w-]+(?:\.[\w-]+)+/?\)$", "", name or "")
    return _clean(re.split(r"\s+[|–—·]\s+", name)[0])


def _clean(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(value.split()) or None


def _address(href: str | None) -> str | None:
    return (
        href.strip() if href and href.strip().lower().startswith(("http://", "https://")) else None
    )
