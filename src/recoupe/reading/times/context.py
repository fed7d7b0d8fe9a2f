"""An expression with all that its value depends on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.languages import Pack
from recoupe.reading.numbers import number_value
from recoupe.reading.times.anchors import Anchors, Direction
from recoupe.reading.times.grammar import Found, TimeGrammar, time_grammar

_PIVOT = 30
"""Two-digit years from this one on are of the twentieth century."""

_NEAR = timedelta(days=60)
_FAR = timedelta(days=270)
"""A date without a year is the near one, whatever the tense, where the other is this far: papers
give the year of days so long gone or to come."""


@dataclass(frozen=True, slots=True)
class Context:
    """An expression with all that its value depends on."""

    found: Found
    anchors: Anchors
    direction: Direction | None
    pack: Pack

    @property
    def grammar(self) -> TimeGrammar:
        """The compiled table of the language."""
        return time_grammar(self.pack)

    @property
    def shift(self) -> int:
        """How many units from the anchor; 0 where the rule does not say."""
        rule = self.found.rule
        if rule.past is not None and self.direction == "past":
            return rule.past
        return rule.shift or 0

    def anchor(self) -> date | None:
        """Return the day that the rule reckons from."""
        mentioned = self.found.rule.anchor == "mentioned"
        return self.anchors.mentioned() if mentioned else self.anchors.publication()

    def caught(self, name: str) -> str | None:
        """Return the words caught under ``name`` with white space made plain."""
        words = self.found.caught.get(name)
        return " ".join(words.split()) if words else None

    def unit(self) -> str:
        """Return the unit of the rule or the one caught."""
        return self.found.rule.unit or self.grammar.words.units[self.caught("unit") or ""]

    def number(self) -> float | None:
        """Return the number caught, 1 for an article, ``None`` where there is none."""
        words = self.caught("number")
        if words is None:
            return None
        value = number_value(words, self.pack)
        return 1.0 if value is None and not words[0].isdigit() else value

    def year(self) -> int | None:
        """Return the year that is written, in full, in two digits or in words."""
        if words := self.caught("year"):
            return int(words)
        if words := self.caught("shortyear"):
            return int(words) + (1900 if int(words) >= _PIVOT else 2000)
        if words := self.caught("hundreds"):
            rest = number_value((self.caught("under") or "").removeprefix("oh "), self.pack)
            return int((number_value(words, self.pack) or 0) * 100 + (rest or 0))
        return None

    def ordinal(self) -> int | None:
        """Return the ordinal caught."""
        words = self.caught("ordinal")
        return self.grammar.words.ordinals[words] if words else None


def nearest(context: Context, days: list[date], here: date) -> date | None:
    """Return the day nearest ``here`` on the side that the rule's shift or the tense calls for."""
    shift = context.found.rule.shift
    if shift:
        days = [day for day in days if (day < here if shift < 0 else day > here)]
    best = min(days, key=lambda day: (abs(day - here), day), default=None)
    if best is None or context.direction is None or shift is not None:
        return best
    past = context.direction == "past"
    fitting = [day for day in days if (day <= here if past else day >= here)]
    fits = min(fitting, key=lambda day: abs(day - here), default=None)
    if fits is None or (abs(fits - here) > _FAR and abs(best - here) < _NEAR):
        return best
    return fits
