"""The rules of a pack, compiled to one pattern, and the expressions they find in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from recoupe.languages import Pack
from recoupe.languages.times import TimeRule, TimeWords
from recoupe.reading.numbers import alternatives, number_grammar
from recoupe.reading.parse import Parse
from recoupe.reading.times.starts import head, shape, starts

_BUILT_IN: Final = {
    "year": r"(?:1[3-9]|20)\d\d(?!\d|[.,]\d)",
    "shortyear": r"\d\d(?!\d|[.,]\d)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:]\d)",
    "monthnum": r"(?:1[0-2]|0?[1-9])",
    "daynum": r"(?:3[01]|[12]\d|0?[1-9])",
    "hour": r"(?:2[0-3]|1\d|0?\d)",
    "minute": r"[0-5]\d",
}
_GLANCE: Final = 3
"""Letters of a word that rule most words out at once."""
_KEPT: Final = 20_000
"""How many beginnings are remembered with the rules that they leave."""
_WORD = re.compile(r"(?<![\w$£€#])[\w']")
_YEAR_BEHIND = re.compile(r",?\s+(\d{4})(?!\w)")
_MACRO = re.compile(r"<(:?)([a-z_]+)>")


@dataclass(frozen=True, slots=True)
class Found:
    """One expression ``[start, end)`` of the text: the rule that found it and what it caught.

    ``listed`` ones are days behind a date, whose month they share.
    """

    start: int
    end: int
    rule: TimeRule
    caught: dict[str, str]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """The compiled ``times.toml`` of one pack.

    ``starts`` are the letters with which each rule may begin, ``openings`` those of all rules,
    ``beginnings`` whatever these begin with.
    """

    words: TimeWords
    patterns: dict[str, re.Pattern[str]]
    starts: tuple[tuple[str, frozenset[str]], ...]
    openings: frozenset[str]
    beginnings: frozenset[str]
    rules: dict[str, TimeRule]
    names: dict[str, tuple[tuple[str, str], ...]]
    joint: re.Pattern[str]
    another: re.Pattern[str] | None
    proper: frozenset[str]
    future: frozenset[str]
    _by_start: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _opens: dict[str, bool] = field(default_factory=dict)

    def opens(self, letters: str) -> bool:
        """Whether any rule may match where the text goes on with ``letters``, a few of them."""
        if letters not in self._opens:
            if len(self._opens) >= _KEPT:
                self._opens.clear()
            own = shape(letters)
            begun = (own[:n] in self.openings for n in range(len(own) + 1))
            self._opens[letters] = own in self.beginnings or any(begun)
        return self._opens[letters]

    def rules_at(self, letters: str) -> tuple[str, ...]:
        """Return the rules that may match where the text goes on with ``letters``, in order."""
        if letters not in self._by_start:
            if len(self._by_start) >= _KEPT:
                self._by_start.clear()
            begun = {letters[:n] for n in range(len(letters) + 1)}
            self._by_start[letters] = tuple(name for name, first in self.starts if first & begun)
        return self._by_start[letters]


@cache
def time_grammar(pack: Pack) -> TimeGrammar:
    """Return the compiled ``times.toml`` of ``pack``."""
    words = pack.table("times", TimeWords)
    macros = _macros(words, pack)
    names: dict[str, tuple[tuple[str, str], ...]] = {}
    patterns: dict[str, re.Pattern[str]] = {}
    first: list[tuple[str, frozenset[str]]] = []
    for number, rule in enumerate(words.rules):
        caught: list[tuple[str, str]] = []
        body = _expand(rule.pattern, macros, number, caught)
        patterns[f"r{number}"] = re.compile(rf"{_after(rule)}{body}(?!\w)")
        first.append((f"r{number}", starts(body)))
        names[f"r{number}"] = tuple(caught)
    openings = frozenset().union(*(letters for _, letters in first))
    return TimeGrammar(
        words=words,
        patterns=patterns,
        starts=tuple(first),
        openings=openings,
        beginnings=frozenset(some[:n] for some in openings for n in range(len(some) + 1)),
        rules={f"r{number}": rule for number, rule in enumerate(words.rules)},
        names=names,
        joint=re.compile(rf"\s*(?:{alternatives(words.joints)})?\s*"),
        another=_another(words, macros),
        proper=frozenset(words.proper),
        future=frozenset(words.future),
    )


def _macros(words: TimeWords, pack: Pack) -> dict[str, str]:
    numbers = number_grammar(pack)
    tables = {
        "month": words.months,
        "weekday": words.weekdays,
        "weekdays": [f"{name}s" for name in words.weekdays],
        "part": words.parts,
        "season": words.seasons,
        "unit": words.units,
        "dayword": words.days,
        "clockword": words.clocks,
        "holiday": words.holidays,
        "ordinal": words.ordinals,
    }
    named = {name: f"(?:{alternatives(table)})(?!\\w)" for name, table in tables.items()}
    number = f"(?:{numbers.word}|(?:{alternatives(numbers.words.one)}))(?!\\w)"
    macros = _BUILT_IN | named | {"number": number}
    for name, pattern in words.macros.items():
        macros[name] = f"(?:{_expand(pattern, macros, 0, [])})"
    if words.another:
        another = words.another.replace("<day>", "<:day>")
        macros["another"] = f"(?:{_expand(another, macros, 0, [])})"
    return macros


def _another(words: TimeWords, macros: dict[str, str]) -> re.Pattern[str] | None:
    """Return the pattern of another day of the same month; it catches the day as ``day``."""
    if not words.another:
        return None
    head, _, tail = words.another.rpartition("<day>")
    before, after = (_expand(part, macros, 0, []) for part in (head, tail))
    return re.compile(rf"{before}(?P<day>{macros['day']}){after}(?!\w)")


def _expand(
    pattern: str, macros: dict[str, str], number: int, caught: list[tuple[str, str]]
) -> str:
    """Replace the macros of ``pattern``, and note the groups that catch something."""

    def macro(match: re.Match[str]) -> str:
        if match[1]:
            return macros[match[2]]
        group = f"{match[2]}_{number}_{len(caught)}"
        caught.append((match[2], group))
        return f"(?P<{group}>{macros[match[2]]})"

    return _MACRO.sub(macro, pattern.replace(" ?", r"\s*").replace(" ", r"\s+"))


def _after(rule: TimeRule) -> str:
    """Return a look-behind for the words that must stand before a rule."""
    before = "|".join(rf"(?<={re.escape(words)}\s)" for words in rule.after)
    return f"(?:{before})" if before else ""


def find_matches(
    text: str, start: int, end: int, grammar: TimeGrammar
) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield each rule that matches within ``[start, end)``, the first at a word, in order."""
    at = start
    while word := _WORD.search(text, at, end):
        here = word.start()
        at = here + 1
        if not grammar.opens(text[here : here + _GLANCE]):
            continue
        for name in grammar.rules_at(head(text, here, end)):
            match = grammar.patterns[name].match(text, here, end)
            if match is not None and match.end() > here:
                at = match.end()
                yield name, match
                break


def find_expressions(parse: Parse) -> Iterator[Found]:
    """Yield the expressions of every block that may be read, in order and without overlap."""
    grammar = time_grammar(parse.pack)
    text = parse.plain
    for block in parse.article.blocks:
        if block.silent:
            continue
        end = block.start
        for name, match in find_matches(text, block.start, block.end, grammar):
            rule = grammar.rules[name]
            if rule.kind == "nothing" or match.start() < end:
                continue
            caught = {key: match[group] for key, group in grammar.names[name] if match[group]}
            found = Found(match.start(), match.end(), rule, caught)
            end = found.end
            yield found
            if rule.lists and grammar.another:
                for listed in _listed(text, found, grammar.another, block.end):
                    end = listed.end
                    yield listed


def _listed(text: str, found: Found, another: re.Pattern[str], end: int) -> Iterator[Found]:
    """Yield the days behind a date that are of its month, the last one with the year they share."""
    at = found.end
    while match := another.match(text, at, end):
        at = match.end()
        more = another.match(text, at, end)
        year = None if more else _YEAR_BEHIND.match(text, at, end)
        if year is not None and year[1] == found.caught.get("year"):
            at = year.end()
        yield Found(match.start("day"), at, found.rule, found.caught | {"day": match["day"]}, True)
