"""What records say to a person: numbers as ranges, days in their language, degrees in reason."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from recoupe.languages import pack
from recoupe.languages.dossier import DossierWords
from recoupe.languages.export import ExportWords
from recoupe.languages.page import PageWords
from recoupe.model import Article, Block, EntityKind, Figure, Place, Time, decimals

if TYPE_CHECKING:
    from babel import Locale

_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")
_SPACES: Final = re.compile(r"[^\S\u00a0\u202f]+")
_REMEMBERED: Final = 4096
"""Numbers and days in words that are kept: a page has the same ones again and again."""


@cache
def words(language: str) -> PageWords:
    """Return the words of the interface in ``language``."""
    return pack(language).table("page", PageWords)


@cache
def dossier_words(language: str) -> DossierWords:
    """Return the words of the dossier's pages in ``language``."""
    return pack(language).table("dossier", DossierWords)


def masked(kind: EntityKind, language: str) -> str:
    """Return what an export says in the place of somebody protected of whom it knows no role."""
    return pack(language).table("export", ExportWords).mask.parties[kind]


@cache
def locale(language: str) -> Locale:
    """Return the CLDR locale of ``language``: how it writes days, numbers and countries."""
    from babel import Locale

    return Locale(language)


def headline(article: Article) -> Block | None:
    """Return the first block that is a headline."""
    return next((block for block in article.blocks if block.kind == "headline"), None)


def title_of(article: Article) -> str:
    """Return what to call a report: its title, or else its headline, or else its input."""
    block = headline(article)
    return article.title or (article.text[block.start : block.end] if block else article.input)


def updated(article: Article) -> str | None:
    """Return when a report was last changed, if that is not when it was published."""
    return article.modified if article.modified != article.published else None


def visible(text: str) -> str:
    """Return ``text`` with control characters shown, not obeyed.

    NULs and their like become the Unicode control pictures, which browsers and terminals neither
    drop nor act on; embeddings and overrides of direction, which could make a line read as what it
    is not (Boucher and Anderson 2021, "Trojan Source"), and unpaired surrogates become U+FFFD.
    Isolates and direction marks, which right-to-left text needs, stay.
    """
    return _UNSEEN.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def plain_line(text: str) -> str:
    """Return ``text`` on one line, with control characters shown; no-break spaces stay."""
    return visible(_SPACES.sub(" ", text).strip())


@lru_cache(maxsize=_REMEMBERED)
def number(value: float | None, language: str) -> str:
    """Return a number as the language writes it; nothing where it is open."""
    from babel.numbers import format_decimal

    return "" if value is None else format_decimal(value, locale=locale(language))


def bounds(figure: Figure, language: str) -> str:
    """Return the bounds of a figure as one range: ``17``, ``200–900``, ``≥ 101``, ``≤ 49``."""
    text = bounds_of(figure.low, figure.high, language) or "?"
    return f"≈ {text}" if figure.approximate else text


def bounds_of(low: int | None, high: int | None, language: str) -> str:
    """Return bounds as one range; nothing where both are open."""
    first, last = number(low, language), number(high, language)
    if low is None:
        return f"≤ {last}" if last else ""
    if high is None:
        return f"≥ {first}"
    return first if low == high else f"{first}–{last}"


@lru_cache(maxsize=_REMEMBERED)
def day(stamp: str | None, language: str) -> str:
    """Return an ISO 8601 day or moment in words; anything else as it is."""
    from babel.dates import format_date

    try:
        moment = datetime.fromisoformat(stamp or "")
        written = format_date(moment, "long", locale=locale(language))
    except (ValueError, OverflowError):
        return stamp or ""
    if stamp is None or len(stamp) <= len("2022-05-04"):
        return written
    zone = moment.strftime("%z")
    offset = f" UTC{zone[:3]}:{zone[3:5]}" if zone else ""
    return f"{written}, {moment:%H:%M}{offset.replace(' UTC+00:00', ' UTC')}"


def interval(time: Time, language: str) -> str:
    """Return the days or minutes that a time spans, in words; nothing where they are not known."""
    first, last = day(time.start, language), day(time.end, language)
    if first == last or not last:
        return first
    if time.start and time.end and time.start[:10] == time.end[:10]:
        last = last.rpartition(", ")[2]  # the same day is not said twice
    return f"{first or '…'} – {last}"


def degrees(place: Place) -> str:
    """Return latitude and longitude with as many decimals as the precision is worth, or nothing."""
    return degrees_of(place.lat, place.lon, place.precision_m)


def degrees_of(lat: float | None, lon: float | None, precision_m: int | None) -> str:
    """Return a latitude and a longitude as :func:`degrees` does."""
    if lat is None or lon is None:
        return ""
    count = decimals(precision_m)
    return f"{lat:.{count}f}, {lon:.{count}f}"


def distance(metres: int | None, language: str) -> str:
    """Return a distance in metres or, from a thousand on, kilometres."""
    if metres is None:
        return ""
    if metres < 1000:
        return f"{number(metres, language)} m"
    return f"{number(round(metres / 1000, 1 if metres < 10_000 else None), language)} km"


def country(code: str | None, language: str) -> str:
    """Return the name of a country in the language; its code where CLDR has none."""
    return str(locale(language).territories.get(code, code)) if code else ""


def size(count: int, language: str) -> str:
    """Return a number of bytes as bytes or, from ten thousand on, kilobytes of 1,000 bytes."""
    if count < 10_000:
        return f"{number(count, language)} B"
    return f"{number(round(count / 1000), language)} kB"


@lru_cache(maxsize=_REMEMBERED)
def percent(share: float, language: str) -> str:
    """Return a share between 0 and 1 as a whole percentage."""
    from babel.numbers import format_percent

    return format_percent(share, locale=locale(language))


def language_name(code: str, language: str) -> str:
    """Return the name of the language ``code`` in ``language``; the code where CLDR has none."""
    return str(locale(language).languages.get(code, code))


def autonym(code: str) -> str:
    """Return what a language calls itself."""
    return language_name(code, code)
