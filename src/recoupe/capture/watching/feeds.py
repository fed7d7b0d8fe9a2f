"""Feeds: RSS 0.9x, 1.0 and 2.0, and Atom, to the addresses that they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recoupe.capture.watching.entries import Entry, Listing, address_in, each_once, time_of, words
from recoupe.capture.watching.xml import name_of, read_elements, space_of, text_in

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
_FOREIGN: Final = ("search.yahoo.com/mrss", "itunes.com", "purl.org/rss/1.0/modules/slash")
"""Namespaces whose titles, links and dates are of something else than the item."""
_ITEMS: Final = frozenset({"item", "entry"})
_PACE: Final = frozenset({"ttl", "updateperiod", "updatefrequency"})
_PERIODS: Final = {
    "hourly": 3600.0,
    "daily": 86_400.0,
    "weekly": 7 * 86_400.0,
    "monthly": 30 * 86_400.0,
    "yearly": 365 * 86_400.0,
}
_PUBLISHED: Final = ("pubdate", "published", "issued", "date", "created")
_MODIFIED: Final = ("updated", "modified")
_SUMMARIES: Final = ("description", "summary", "encoded", "content")
_IDS: Final = frozenset({"guid", "id"})


@dataclass(slots=True)
class _Pace:
    """How often a feed wants to be asked: its ``ttl``, or its period and how often in it."""

    ttl: str = ""
    updateperiod: str = ""
    updatefrequency: str = ""

    def seconds(self) -> float | None:
        if self.ttl.isdecimal() and len(self.ttl) < 8:
            return 60.0 * int(self.ttl) or None
        period = _PERIODS.get(self.updateperiod.lower())
        often = self.updatefrequency
        times = int(often) if often.isdecimal() and len(often) < 5 else 1
        return None if period is None else period / max(times, 1)


def read_feed(content: bytes, url: str, *, charset: str | None, most: int) -> Listing:
    """Return what a feed names, at most ``most`` entries; ``url`` is where it came from.

    Raises :class:`MalformedInputError` where nothing of it can be read.
    """
    pace = _Pace()

    def made(element: Element) -> Entry | None:
        name = name_of(element)
        if name not in _PACE:
            return _entry(element, url)
        setattr(pace, name, text_in(element)[:40])
        return None

    found = read_elements(content, _ITEMS | _PACE, made, charset=charset, where=url)
    entries, more = each_once(found, most)
    return Listing("feed", entries, pace.seconds(), left_out=more)


def _entry(item: Element, url: str) -> Entry | None:
    """Return what an item names; ``None`` where it names no address of the web."""
    told: dict[str, str] = {}
    links: list[str] = []
    permanent = ""
    base = _base(item, url)
    for part in item:
        name = name_of(part)
        if any(one in space_of(part) for one in _FOREIGN):
            continue
        if name == "link" and part.get("href"):
            if part.get("rel", "alternate") == "alternate":
                links.append(address_in(_base(part, url), part.get("href") or "") or "")
        elif name == "link":
            links.append(address_in(base, text_in(part)) or "" if text_in(part) else "")
        elif name in _IDS and part.get("isPermaLink", "true") != "false":
            permanent = text_in(part)
        else:
            told.setdefault(name, text_in(part))
    address = next(filter(None, links), None) or _permanent(permanent)
    if address is None:
        return None
    return Entry(
        url=address,
        title=words(told.get("title")),
        summary=words(next((told[name] for name in _SUMMARIES if told.get(name)), None)),
        published=_time(told, _PUBLISHED),
        modified=_time(told, _MODIFIED),
    )


def _permanent(said: str) -> str | None:
    """Return the address that an item's id is, if it is one in full."""
    return address_in("", said) if said.lower().startswith(("http://", "https://")) else None


def _base(element: Element, url: str) -> str:
    """Return what relative addresses in an element are relative to (XML Base)."""
    above = [one.get(_BASE) for one in (element, *element.iterancestors()) if one.get(_BASE)]
    for base in reversed(above):
        url = address_in(url, base or "") or url
    return url


def _time(told: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((at for name in names if (at := time_of(told.get(name)))), None)
