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
from recoupe.reading.times.starts import LETTERS, shape, starts

_BUILT_IN: Final = {
    "year": r"(?:1[3-9]|20)\d\d(?!\d|[.,]\d)",
    "shortyear": r"\d\d(?!\d|[.,]\d)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:]\d)",
    "monthnum": r"(?:1[0-2]|0?[1-9])",
    "daynum": r"(?:3[01]|[12]\d|0?[1-9])",
    "hour": r"(?:2[0-3]|1\d|0?\d)",
    "minute": r"[0-5]\d",
}
_WORD = re.compile(r"(?<![\w$£€#])[\w']")
_MACRO = re.compile(r"<(:?)([a-z_]+)>")


@dataclass(frozen=True, slots=True)
class Found:
    """One expression ``[start, end)`` of the text: the rule that found it and what it caught."""

    start: int
    end: int
    rule: TimeRule
    caught: dict[str, str]


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """The compiled ``times.toml`` of one pack."""

    words: TimeWords
    patterns: dict[str, re.Pattern[str]]
    starts: tuple[tuple[str, frozenset[str]], ...]
    rules: dict[str, TimeRule]
    names: dict[str, tuple[tuple[str, str], ...]]
    joint: re.Pattern[str]
    proper: frozenset[str]
    future: frozenset[str]
    _by_start: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def rules_at(self, letters: str) -> tuple[str, ...]:
        """Return the rules that may match where the text goes on with ``letters``, in order."""
        if letters not in self._by_start:
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
    return TimeGrammar(
        words=words,
        patterns=patterns,
        starts=tuple(first),
        rules={f"r{number}": rule for number, rule in enumerate(words.rules)},
        names=names,
        joint=re.compile(rf"\s*(?:{alternatives(words.joints)})?\s*"),
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
    return macros


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
        for name in grammar.rules_at(shape(text[here : here + LETTERS])):
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
        for name, match in find_matches(text, block.start, block.end, grammar):
            rule = grammar.rules[name]
            if rule.kind == "nothing":
                continue
            caught = {key: match[group] for key, group in grammar.names[name] if match[group]}
            yield Found(match.start(), match.end(), rule, caught)
