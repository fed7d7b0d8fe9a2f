"""What a time is reckoned from: the publication day, the day last mentioned, the tense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Generic, Literal, TypeVar

from recoupe.errors import DateError
from recoupe.languages import Pack
from recoupe.model import Article, TimeAnchor, calendar_day
from recoupe.reading.numbers import alternatives
from recoupe.reading.parse import Parse
from recoupe.reading.times.grammar import Found, time_grammar
from recoupe.reading.tokens import Stretch, Token

Direction = Literal["past", "future"]

_CLIMB = 12
"""How many heads to climb from a time to the verb it belongs to."""
_REACH = 16
"""How many code points before a time a word such as "until" may begin."""


_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Mention(Generic[_Value]):
    """What an earlier time came to, ``None`` where nobody can tell, and the id of that time."""

    value: _Value | None
    time: str


Used = tuple[TimeAnchor, str | None]
"""What a value was reckoned from, with the id of the time that it is, where it is one."""


@dataclass(slots=True)
class Anchors:
    """Where the reader stands while it goes through an article.

    ``published`` is the publication day, ``None`` where it is not known; ``dateline`` the id of
    the dateline, where ``published`` is its day. ``day`` is the day last mentioned, ``value`` the
    date last mentioned, of whatever length, and ``quarter`` the quarter that the paragraph speaks
    of. ``used`` is what was last reckoned from.
    """

    published: date | None
    dateline: str | None = None
    day: Mention[date] | None = None
    value: Mention[str] | None = None
    quarter: Mention[str] | None = None
    used: Used | None = None

    def begin(self) -> None:
        """Forget what was reckoned from, before another expression."""
        self.used = None

    def begin_paragraph(self) -> None:
        """Forget a day that nobody could tell: it is lost for its own paragraph only."""
        if self.day and self.day.value is None:
            self.day = None
        if self.value and self.value.value is None:
            self.value = None

    def publication(self) -> date | None:
        """Return the publication day, or the day of the dateline, to reckon from it."""
        self.used = ("dateline", self.dateline) if self.dateline else ("published", None)
        return self.published

    def mentioned(self) -> date | None:
        """Return the day last mentioned, or else the publication day, to reckon from it."""
        return self._from(self.day) if self.day else self.publication()

    def last_value(self) -> str | None:
        """Return the date last mentioned, to reckon from it."""
        return self._from(self.value) if self.value else None

    def last_quarter(self) -> str | None:
        """Return the quarter that the text speaks of, to reckon from it."""
        return self._from(self.quarter) if self.quarter else None

    def _from(self, mention: Mention[_Value]) -> _Value | None:
        self.used = ("time", mention.time)
        return mention.value


def published_day(article: Article) -> date | None:
    """Return the day of publication, ``None`` where it is not known or not a date."""
    try:
        return calendar_day(article.published) if article.published else None
    except DateError:
        return None


@cache
def _before(pack: Pack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what puts the time after it in the past, and what in the future."""
    words = time_grammar(pack).words
    past, future = (
        re.compile(rf"(?<!\w)(?:{alternatives(forms)})\s+\Z")
        for forms in (words.past_before, words.future_before)
    )
    return past, future


def direction(parse: Parse, found: Found) -> Direction | None:
    """Return on which side of its anchor the clause of a time lies, ``None`` if it says nothing."""
    before = parse.plain[max(0, found.start - _REACH) : found.start]
    past, future = _before(parse.pack)
    if past.search(before):
        return "past"
    if future.search(before):
        return "future"
    tokens = parse.tokens(found.start, found.end)
    verb = _governing_verb(tokens) if len(tokens) else None
    return _tense(verb, time_grammar(parse.pack).future) if verb is not None else None


def _governing_verb(tokens: Stretch) -> Token | None:
    token: Token = tokens.root
    for _ in range(_CLIMB):
        if token.pos_ in {"VERB", "AUX"} or token.head is token:
            break
        token = token.head
    return token if token.pos_ in {"VERB", "AUX"} else None


def _tense(verb: Token, future: frozenset[str]) -> Direction | None:
    group = [verb, *(child for child in verb.children if child.dep_.startswith(("aux", "cop")))]
    if any(_marked_future(token, future) for token in group):
        return "future"
    if any("Past" in t.morph.get("Tense", []) or "Imp" in t.morph.get("Tense", []) for t in group):
        return "past" if not _governed_by_future(verb, future) else "future"
    if "Inf" in verb.morph.get("VerbForm", []) and verb.head is not verb:
        return "future" if _governed_by_future(verb, future) else _tense_of_governor(verb)
    return None


def _marked_future(token: Token, future: frozenset[str]) -> bool:
    if "Fut" in token.morph.get("Tense", []):
        return True
    past = "Past" in token.morph.get("Tense", []) or "Imp" in token.morph.get("Tense", [])
    return token.lemma_.lower() in future and not past


def _governed_by_future(verb: Token, future: frozenset[str]) -> bool:
    infinitive = "Inf" in verb.morph.get("VerbForm", [])
    return infinitive and verb.head.lemma_.lower() in future


def _tense_of_governor(verb: Token) -> Direction | None:
    head = verb.head
    group = [head, *(child for child in head.children if child.dep_.startswith("aux"))]
    return "past" if any("Past" in token.morph.get("Tense", []) for token in group) else None
