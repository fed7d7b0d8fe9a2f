"""The rules of a pack, compiled to one pattern, and the expressions they find in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from recoupe.languages import Pack
from recoupe.languages.times import TimeRule, TimeWords
from recoupe.reading.numbers import alternatives, number_grammar
from recoupe.reading.parse import Parse
from recoupe.reading.plain import plain_text

_BUILT_IN: Final = {
    "year": r"(?:1[3-9]|20)\d\d(?!\d|[.,]\d)",
    "shortyear": r"\d\d(?!\d|[.,]\d)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:]\d)",
    "monthnum": r"(?:1[0-2]|0?[1-9])",
    "daynum": r"(?:3[01]|[12]\d|0?[1-9])",
    "hour": r"(?:2[0-3]|1\d|0?\d)",
    "minute": r"[0-5]\d",
}
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
    pattern: re.Pattern[str]
    rules: dict[str, TimeRule]
    names: dict[str, tuple[tuple[str, str], ...]]
    joint: re.Pattern[str]
    proper: frozenset[str]
    future: frozenset[str]


@cache
def time_grammar(pack: Pack) -> TimeGrammar:
    """Return the compiled ``times.toml`` of ``pack``."""
    words = pack.table("times", TimeWords)
    macros = _macros(words, pack)
    names: dict[str, tuple[tuple[str, str], ...]] = {}
    branches = []
    for number, rule in enumerate(words.rules):
        caught: list[tuple[str, str]] = []
        body = _expand(rule.pattern, macros, number, caught)
        branches.append(rf"(?P<r{number}>{_after(rule)}{body})")
        names[f"r{number}"] = tuple(caught)
    return TimeGrammar(
        words=words,
        pattern=re.compile(rf"(?<![\w$£€#])(?:{'|'.join(branches)})(?!\w)"),
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


def find_expressions(parse: Parse) -> Iterator[Found]:
    """Yield the expressions of every block that may be read, in order and without overlap."""
    grammar = time_grammar(parse.pack)
    text = plain_text(parse)
    for block in parse.article.blocks:
        if block.silent:
            continue
        for match in grammar.pattern.finditer(text, block.start, block.end):
            name = match.lastgroup or ""
            rule = grammar.rules[name]
            if rule.kind == "nothing":
                continue
            caught = {key: match[group] for key, group in grammar.names[name] if match[group]}
            yield Found(match.start(), match.end(), rule, caught)
