"""Metadata as published: authors, dateline, corrections, claims reviewed, as the page has them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal

from recoupe.article.dates import stated_date
from recoupe.article.linked_data import Object, is_claim_review, report_of, types_of
from recoupe.article.markup import Markup
from recoupe.model import NOTHING_PUBLISHED, Author, ClaimReview, Correction, Dateline, Metadata

_MOST: Final = 30
"""Authors, corrections or claims of one page that are kept."""
_KEYWORDS: Final = 60
_LONGEST: Final = 4_000
"""Code points of one field."""
_WEB: Final = re.compile(r"https?://[^\x00-\x20\x7f\ufffd<>\"]+", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_BODIES: Final = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "Organisation"})
_AUTHORS: Final = ("author", "article:author_name", "parsely-author", "dc.creator", "byl")
_KEYED: Final = ("news_keywords", "keywords", "article:tag")
_ADDRESS: Final = re.compile(r"https?://|^@|\bwww\.", re.I)
_YES: Final = {"true": True, "yes": True, "false": False, "no": False}
_OFFERED: Final = {"free": True, "metered": False, "locked": False}


@dataclass(frozen=True, slots=True)
class _Read:
    """What objects of a page are read with: those with a name by their id, and what day it is."""

    named: dict[str, Object]
    today: date

    def full(self, value: object) -> Object:
        """Return an object, in full where it is only named by its id."""
        if not isinstance(value, dict):
            return {}
        return {**self.named.get(str(value.get("@id")), {}), **value}

    def day(self, value: object) -> str | None:
        """Return a date in ISO 8601."""
        return stated_date(value, today=self.today) if isinstance(value, str) else None

    def name(self, value: object) -> str | None:
        """Return the name of a person or body: the words themselves, or those of an object."""
        if isinstance(value, list):
            return next(filter(None, map(self.name, value)), None)
        if isinstance(value, dict):
            return words(self.full(value).get("name"))
        return words(value)


def words(value: object) -> str | None:
    """Return text on one line without mark-up and entities; ``None`` for what is no text."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str):
        return None
    text = html.unescape(value) if "&" in value else value
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(text.split())[:_LONGEST] or None


def metadata_of(markup: Markup, *, today: date) -> Metadata | None:
    """Return what a page's mark-up says of its own report, ``None`` where it says nothing."""
    read = _Read(markup.named, today)
    report = markup.report or report_of(markup.marked, (), ())
    made = Metadata(
        authors=_distinct(_authors(report, markup, read)),
        dateline=_dateline(report, read),
        corrections=_distinct(_corrections(report, read)),
        claims=_distinct(_claims([*markup.objects, *markup.marked], read)),
        section=words(report.get("articleSection")) or words(markup.first("article:section")),
        keywords=_distinct(_keywords(report, markup), _KEYWORDS),
        canonical=markup.canonical,
        free=_free(report, markup),
        usage=address(report.get("license")) or words(report.get("usageInfo")),
        version=words(report.get("version")),
    )
    return None if made == NOTHING_PUBLISHED else made


def _distinct(items: Iterator[Any], most: int = _MOST) -> tuple[Any, ...]:
    kept: dict[Any, None] = {}
    for item in items:
        kept[item] = None
        if len(kept) == most:
            break
    return tuple(kept)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _authors(report: Object, markup: Markup, read: _Read) -> Iterator[Author]:
    told = list(filter(None, (_author(one, read) for one in _listed(report.get("author")))))
    yield from told
    if not told:
        for key in _AUTHORS:
            for name in markup.meta.get(key, ()):
                if not _ADDRESS.search(name):
                    yield Author(name[:_LONGEST])


def _author(value: object, read: _Read) -> Author | None:
    name = read.name(value)
    if name is None or _ADDRESS.search(name):
        return None
    one = read.full(value)
    kinds = set(types_of(one))
    kind: Literal["person", "organisation"] | None = (
        "organisation" if kinds & _BODIES else "person" if "Person" in kinds else None
    )
    employer = read.name(one.get("worksFor")) or read.name(one.get("affiliation"))
    return Author(name, address(one.get("url")), employer, kind)


def address(value: object) -> str | None:
    """Return an address of the web, ``None`` for anything else."""
    if isinstance(value, list):
        return next(filter(None, map(address, value)), None)
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id")
    if isinstance(value, str) and _WEB.fullmatch(told := value.strip()[:_LONGEST]):
        return told
    return None


def _dateline(report: Object, read: _Read) -> Dateline | None:
    text, place = words(report.get("dateline")), read.name(report.get("locationCreated"))
    return Dateline(text, place) if text or place else None


def _corrections(report: Object, read: _Read) -> Iterator[Correction]:
    for value in _listed(report.get("correction")):
        one = read.full(value)
        text = words(one.get("text") or one.get("description") or one.get("name") or value)
        if text is not None:
            yield Correction(text, read.day(one.get("datePublished") or one.get("dateModified")))


def with_notes(metadata: Metadata | None, found: Sequence[Correction]) -> Metadata | None:
    """Return metadata with the corrections that a report's own words tell of.

    One that the mark-up gives in the same words is told once.
    """
    if not found:
        return metadata
    told = metadata or NOTHING_PUBLISHED
    kept = list(found)
    for one in told.corrections:
        same = next((at for at, each in enumerate(kept) if one.text in each.text), None)
        if same is None:
            kept.append(one)
        elif one.at:
            kept[same] = replace(kept[same], at=one.at)
    return replace(told, corrections=tuple(kept[:_MOST]))


def _claims(objects: Iterable[Object], read: _Read) -> Iterator[ClaimReview]:
    """Yield the ratings of claims on a page, each as its publisher gives it."""
    for one in objects:
        if is_claim_review(one):
            item = read.full(next(iter(_listed(one.get("itemReviewed"))), None))
            claim = words(one.get("claimReviewed")) or words(item.get("text"))
            claim = claim or words(item.get("name"))
            if claim is not None:
                yield _claim(one, item, claim, read)


def _claim(one: Object, item: Object, claim: str, read: _Read) -> ClaimReview:
    return ClaimReview(
        claim=claim,
        claimant=read.name(item.get("author")) or read.name(item.get("creator")),
        claimed_at=read.day(item.get("datePublished")),
        appearance=address(item.get("firstAppearance"))
        or address(item.get("appearance"))
        or address(item.get("sameAs")),
        rating=_rating(read.full(one.get("reviewRating"))),
        reviewer=read.name(one.get("author")) or read.name(one.get("publisher")),
        reviewed_at=read.day(one.get("datePublished")),
        url=address(one.get("url")),
    )


def _rating(rating: Object) -> str | None:
    """Return the words of a rating; where it has none, its figure and the best there is."""
    if told := words(rating.get("alternateName")) or words(rating.get("name")):
        return told
    value, best = (_figure(rating.get(name)) for name in ("ratingValue", "bestRating"))
    return f"{value}/{best}" if value and best else value


def _figure(value: object) -> str | None:
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if plain else words(value)


def _keywords(report: Object, markup: Markup) -> Iterator[str]:
    values = _listed(report.get("keywords")) or [
        each for key in _KEYED for each in markup.meta.get(key, ())
    ]
    for value in values:
        told = value.get("name") if isinstance(value, dict) else value
        for part in re.split(r"[,;]", told) if isinstance(told, str) else ():
            if (word := words(part)) is not None:
                yield word


def _free(report: Object, markup: Markup) -> bool | None:
    value = report.get("isAccessibleForFree")
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _YES.get(value.strip().lower().rpartition("/")[2])
    return _OFFERED.get((markup.first("article:content_tier") or "").lower())
