"""Reading the times of one article in order, each against those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from recoupe.model import Reader, Time, TimeType, content_id
from recoupe.reading.parse import Parse
from recoupe.reading.times.anchors import Anchors, Mention, direction, published_day
from recoupe.reading.times.calendar import interval
from recoupe.reading.times.context import Context
from recoupe.reading.times.dateline import dateline, fits
from recoupe.reading.times.grammar import Found, TimeGrammar, find_expressions, time_grammar
from recoupe.reading.times.resolve import clock_time, resolve
from recoupe.reading.tokens import Token

READER = Reader(reader="times", name="rules", version="2")

_DAYS: Final = frozenset({"date", "weekday", "day", "holiday"})
_PLACED: Final = _DAYS | {"weekend", "season", "unit", "count"}
"""Kinds that later expressions may reckon from."""
_BY_TENSE: Final = frozenset({"date", "weekday", "weekend", "season", "quarter", "holiday"})
_REFERENCES: Final = frozenset({"PAST_REF", "PRESENT_REF"})
_NOON: Final = "12:00"
_YEAR: Final = 4
"""Code points of a value that is a year or finer; nothing is reckoned from centuries."""
_MARKED = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class _Item:
    """An expression, with the clock time that belongs to it if one stands beside it."""

    start: int
    end: int
    found: Found
    clock: Found | None = None


def read_times(parse: Parse) -> tuple[Time, ...]:
    """Return every time of the article in order, without overlap.

    Where the publication date is not known, values that depend on it are ``None``.
    """
    grammar = time_grammar(parse.pack)
    real = [found for found in find_expressions(parse) if _is_time(parse, found, grammar)]
    anchors = _anchors(parse, real)
    times: list[Time] = []
    block = None
    for item in _joined(parse, real, grammar):
        if block != (block := parse.article.block_at(item.start)):
            anchors.begin_paragraph()
        times.append(_read(parse, item, anchors))
    return tuple(times)


def _anchors(parse: Parse, found: list[Found]) -> Anchors:
    """Return what the article's times are reckoned from: its dateline if it has one."""
    anchors = Anchors(published_day(parse.article))
    line = dateline(parse, found)
    if line is not None:
        value = resolve(Context(line, anchors, None, parse.pack))
        day = date.fromisoformat(value) if value and _MARKED.fullmatch(value) else None
        if day is not None and fits(day, anchors.published):
            return Anchors(day, _id(parse, line.start, line.end))
    return anchors


def _id(parse: Parse, start: int, end: int) -> str:
    return content_id("time", parse.article.id, start, end)


def _read(parse: Parse, item: _Item, anchors: Anchors) -> Time:
    anchors.begin()
    kind = item.found.rule.kind
    tensed = kind in _BY_TENSE or item.found.rule.past is not None
    tense = direction(parse, item.found) if tensed else None
    context = Context(item.found, anchors, tense, parse.pack)
    value = resolve(context)
    if item.clock is not None and value and _MARKED.match(value):
        value = _at_hour(value, clock_time(replace(context, found=item.clock)))
    time_id = _id(parse, item.start, item.end)
    used = anchors.used if value else None
    if used and used[1] == time_id:  # the dateline itself
        used = ("published", None) if parse.article.published else None
    _remember(anchors, item.found, value, time_id)
    bounds = interval(value)
    return Time(
        id=time_id,
        span=parse.article.span(item.start, item.end),
        type=_type(item, value),
        value=value,
        start=bounds[0] if bounds else None,
        end=bounds[1] if bounds else None,
        confidence=_confidence(item.found, value, guessed=kind in _BY_TENSE and tense is None),
        anchor=used[0] if used else None,
        anchor_time=used[1] if used else None,
    )


def _at_hour(value: str, hour: str | None) -> str:
    """Return the minute of a day; the small hours of a night are those of the day after."""
    day = date.fromisoformat(value[:10])
    if value.endswith("TNI") and (hour or "") < _NOON:
        day += timedelta(days=1)
    return f"{day.isoformat()}T{hour}"


def _remember(anchors: Anchors, found: Found, value: str | None, time_id: str) -> None:
    """Note what later expressions may reckon from; a comparison with a year ago is not it.

    Behind a day that nobody can tell, the day before it cannot be told either.
    """
    rule = found.rule
    if value is None:
        if rule.kind in _PLACED or rule.kind == "reference":
            anchors.value = Mention(None, time_id)
        if rule.kind in _DAYS or rule.kind == "reference":
            anchors.day = Mention(None, time_id)
        return
    if not value[0].isdigit() or len(value) < _YEAR or (rule.kind == "count" and "-Q" in value):
        return
    anchors.value = Mention(value.partition("T")[0], time_id)
    last = anchors.quarter.value if anchors.quarter else None
    if "-Q" in value and value[:4] >= (last or value)[:4]:
        anchors.quarter = Mention(value, time_id)
    if _MARKED.match(value) and rule.kind not in {"clock", "part"}:
        anchors.day = Mention(date.fromisoformat(value[:10]), time_id)


def _type(item: _Item, value: str | None) -> TimeType:
    kind = item.found.rule.kind
    if kind == "set":
        return "SET"
    if kind == "duration" or ((value or "").startswith("P") and value not in _REFERENCES):
        return "DURATION"
    if value is not None and not _MARKED.match(value) and kind not in {"clock", "part"}:
        return "DATE"  # an hour of a month that nobody can tell the day of
    timed = item.clock or kind in {"clock", "part"} or "part" in item.found.caught
    return "TIME" if timed or (value or "")[10:11] == "T" else "DATE"


def _confidence(found: Found, value: str | None, *, guessed: bool) -> float:
    """Return how sure the value is: written in full, reckoned, or guessed without a tense."""
    if value is None:
        return 0.5
    if "year" in found.caught or found.rule.kind in {"duration", "set"}:
        return 1.0
    if found.rule.anchor == "mentioned" or found.rule.kind in {"clock", "part"}:
        return 0.7
    return 0.8 if guessed else 0.95


def _joined(parse: Parse, found: list[Found], grammar: TimeGrammar) -> Iterator[_Item]:
    """Join each clock time to the day beside it ("vendredi à 22 heures", "5 p.m. Friday")."""
    text = parse.plain
    index = 0
    while index < len(found):
        one, two = found[index], found[index + 1] if index + 1 < len(found) else None
        index += 1
        if two is not None and grammar.joint.fullmatch(text, one.end, two.start):
            if one.rule.kind in _DAYS and two.rule.kind == "clock":
                yield _Item(one.start, two.end, one, two)
                index += 1
                continue
            if one.rule.kind == "clock" and two.rule.kind in _DAYS:
                yield _Item(one.start, two.end, two, one)
                index += 1
                continue
        yield _Item(one.start, one.end, one)


def _is_time(parse: Parse, found: Found, grammar: TimeGrammar) -> bool:
    """Whether an expression is a time where it stands, by its capital, its tag and its noun."""
    tokens = parse.tokens(found.start, found.end)
    if not len(tokens):
        return False
    word = parse.plain[found.start : found.end]
    if word.rstrip(".") in grammar.proper:
        written = parse.article.text[found.start]
        return written.isupper() and tokens.root.pos_ not in {"AUX", "VERB"}
    if found.rule.kind == "set" and len(tokens) == 1:
        return bool(tokens.root.pos_ == "ADV")
    if found.listed:
        return not _before_noun(tokens[-1])
    if found.rule.kind == "year":
        return not _counts_things(tokens.root, grammar)
    return True


def _before_noun(token: Token) -> bool:
    """Whether a number stands before a noun, and so counts something ("May 5 and 6 children")."""
    if token.i + 1 >= len(token.doc) or not token.like_num:
        return False
    return token.nbor().pos_ in {"NOUN", "PROPN", "ADJ"}


def _counts_things(token: Token, grammar: TimeGrammar) -> bool:
    """Whether four digits are a number of things and not a year ("2034 villages")."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.nbor()
    if after.text.startswith("%") or after.ent_type_ in {"MONEY", "PERCENT"}:
        return True
    if grammar.words.years_before_nouns:
        return False
    return bool(after.pos_ == "NOUN" and "Plur" in after.morph.get("Number", []))
