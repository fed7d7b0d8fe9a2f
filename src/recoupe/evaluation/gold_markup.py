"""Gold data in XML: the toponyms of TR-News and GeoVirus, the TIMEX3 tags of TimeBank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recoupe.errors import GoldMissingError
from recoupe.evaluation.gold_records import GoldPlace, GoldReport, GoldTime, Range

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DRIFT: Final = 40
"""How far from its place a toponym is looked for, in code points: GeoVirus counts from 1, and
TR-News drifts by up to ten in a few articles."""


def read_tr_news(path: Path) -> Iterator[GoldReport]:
    """Yield TR-News (Kamalloo and Rafiei 2018, in the edition of Gritta et al. 2020)."""
    for number, article in enumerate(_root(path), 1):
        text = article.findtext("text") or ""
        places = [
            _place(text, toponym, name="phrase", coordinates="gaztag/")
            for toponym in article.iter("toponym")
        ]
        yield GoldReport(
            "tr_news",
            article.get("docid") or f"tr-news-{number}",
            text,
            "en",
            _day(article.findtext("dltime")),
            places=tuple(place for place in places if place is not None),
        )


def read_geovirus(path: Path) -> Iterator[GoldReport]:
    """Yield GeoVirus (Gritta, Pilehvar and Collier 2018)."""
    for number, article in enumerate(_root(path), 1):
        text = article.findtext("text") or ""
        places = [
            _place(text, location, name="name", coordinates="")
            for location in article.iter("location")
        ]
        yield GoldReport(
            "geovirus",
            f"geovirus-{number}",
            text,
            "en",
            places=tuple(place for place in places if place is not None),
        )


def read_timebank(folder: Path) -> Iterator[GoldReport]:
    """Yield TimeBank 1.2 as TempEval-3 distributed it; the creation time is the publication."""
    for path in sorted(folder.glob("*.tml")):
        root = _root(path)
        created = root.find("DCT/TIMEX3")
        body = root.find("TEXT")
        if body is None:
            continue
        pieces, times = _timexes(body)
        yield GoldReport(
            "timebank",
            path.stem,
            "".join(pieces),
            "en",
            created.get("value") if created is not None else None,
            times=tuple(times),
        )


def _timexes(body: Element) -> tuple[list[str], list[GoldTime]]:
    """Return the text of ``body`` in pieces and its TIMEX3 tags; tags without words are no gold."""
    pieces: list[str] = []
    times: list[GoldTime] = []
    at = 0

    def add(words: str | None) -> None:
        nonlocal at
        pieces.append(words or "")
        at += len(words or "")

    def walk(element: Element) -> None:
        start = at
        add(element.text)
        for child in element:
            walk(child)
            add(child.tail)
        if element.tag == "TIMEX3" and at > start:
            times.append(GoldTime((start, at), element.get("type") or "DATE", element.get("value")))

    walk(body)
    return pieces, times


def _place(text: str, toponym: Element, *, name: str, coordinates: str) -> GoldPlace | None:
    """Return a toponym at the place where its name stands; ``None`` where it is nowhere near."""
    words = (toponym.findtext(name) or "").strip()
    span = aligned(text, words, int(toponym.findtext("start") or 0))
    lat, lon = (toponym.findtext(f"{coordinates}{axis}") for axis in ("lat", "lon"))
    if span is None:
        return None
    return GoldPlace(span, float(lat) if lat else None, float(lon) if lon else None)


def aligned(text: str, words: str, start: int) -> Range | None:
    """Return where ``words`` stand in ``text``, nearest to ``start`` and at most 40 away."""
    for shift in sorted(range(-_DRIFT, _DRIFT + 1), key=abs):
        at = start + shift
        if words and at >= 0 and text.startswith(words, at):
            return at, at + len(words)
    return None


def _day(stamp: str | None) -> str | None:
    """Return the ISO 8601 day that opens ``stamp``; TR-News writes dates in many other ways."""
    match = re.match(r"\s*(\d{4}-\d{2}-\d{2})\b", stamp or "")
    return match.group(1) if match else None


def _root(path: Path) -> Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root: Element = etree.parse(str(path), parser).getroot()
    except etree.XMLSyntaxError as error:
        raise GoldMissingError(
            f"is not XML ({error})", where=str(path), remedy="fetch the file again"
        ) from None
    return root
