"""Dates of publication that stand written out in bare text: on a line of their own, or first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from recoupe.article.bylines import is_dated
from recoupe.article.dates import stated_date
from recoupe.article.furniture import furniture, plain
from recoupe.article.stretch import seen
from recoupe.languages import available, pack
from recoupe.languages.times import TimeWords
from recoupe.model import Block

_OPENING: Final = 60
"""Code points at the start of a text in which its date may stand, after no more than a weekday."""
_UNAMBIGUOUS: Final = 12
"""12/31/2015 can only be read one way, 10/11/2015 cannot be read at all."""


def written_date(
    text: str, blocks: tuple[Block, ...], *, today: date, day_first: bool = False
) -> str | None:
    """Return the date that bare text gives for its publication, in ISO 8601; ``None`` if none.

    Only a line that holds nothing else, or the very first words, are taken for it, and only
    figures that can be read one way: ``day_first`` says that the language has but one.
    """
    for words in _candidates(text, blocks):
        found = stated_date(_read(words, day_first=day_first), today=today)
        if found is not None:
            return found
    return None


def _candidates(text: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    changed: list[str] = []
    for block in blocks:
        if block.kind == "byline" and is_dated(seen(text, block.start, block.end)):
            words = plain(text[block.start : block.end])
            if furniture().changed.match(words):
                changed.append(words)
            else:
                yield words
    if blocks:
        start = plain(text[blocks[0].start : blocks[0].start + _OPENING])
        announced = furniture().dated.match(start)
        rest = start[announced.end() :].lstrip(" :,.") if announced else start
        weekday = furniture().calendar.match(rest)
        after = rest[weekday.end() :].lstrip(" ,.") if weekday else rest
        first = _pattern().match(rest) or _pattern().match(after)
        if first is not None:
            yield first.group()
    yield from changed


def days_in(text: str) -> set[str]:
    """Return every date written out in ``text`` that can be read one way, in ISO 8601."""
    found = (_day(match) for match in _pattern().finditer(plain(text)))
    return {day for day in found if day is not None}


def _read(words: str, *, day_first: bool) -> str | None:
    """Return the first date in plain text as ISO 8601."""
    match = _pattern().search(words)
    return None if match is None else _day(match, day_first=day_first)


def _day(match: re.Match[str], *, day_first: bool = False) -> str | None:
    part = match.groupdict()
    if part["iso"]:
        return part["iso"]
    if part["a"]:
        first, second, year = int(part["a"]), int(part["b"]), int(part["year3"])
        if day_first:
            return _iso(year, second, first)
        return _figures(first, second, year)
    day = int(part["day1"] or part["day2"])
    month = _months()[part["month1"] or part["month2"]]
    return _iso(int(part["year1"] or part["year2"]), month, day)


def _figures(first: int, second: int, year: int) -> str | None:
    if first > _UNAMBIGUOUS >= second or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > _UNAMBIGUOUS >= first else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Return the names of months, and their abbreviations, of every pack."""
    tables = [pack(code).table("times", TimeWords).months for code in available()]
    return {plain(name).strip("."): number for table in tables for name, number in table.items()}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
    ending = rf"(?:{'|'.join(map(re.escape, furniture().day_endings))})?"
    return re.compile(
        rf"(?<!\d)(?:(?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)"
        rf"|(?P<day1>\d{{1,2}}){ending}\s*(?P<month1>{names})\.?,?\s*(?P<year1>\d{{4}})"
        rf"|(?P<month2>{names})\.?\s*(?P<day2>\d{{1,2}}){ending},?\s*(?P<year2>\d{{4}})"
        r"|(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<year3>\d{4}))(?!\d)"
    )
