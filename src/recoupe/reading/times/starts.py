"""How the text of a match may begin, so that most rules need not be tried at most words.

A pack has about 150 rules; one pattern of them all costs 50 microseconds a word. The first letters
that a rule can begin with are read off its parsed pattern once, and leave a few rules a word.
White space counts as one space, whatever it is: so "the n..." leaves fewer rules than "the".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final

LETTERS: Final = 6
"""How many letters are looked at: a short word, and the first ones of the next."""

_HEAD: Final = re.compile(rf"(?:\s+|\S){{0,{LETTERS}}}")
_DIGIT: Final = re.compile(r"\d")
_SPACE: Final = re.compile(r"\s+")
_DOUBLE: Final = "  "
_FEW: Final = 12
"""A class of more characters than this is not spelt out."""

Node = tuple[Any, Any]
"""An operation of a parsed pattern and its operand."""

Start = tuple[str, bool]
"""The first letters, and whether anything at all may follow them."""

_NOTHING: Final[frozenset[Start]] = frozenset({("", False)})
_BLANK: Final[frozenset[Start]] = frozenset({(" ", False)})
_ANYTHING: Final[frozenset[Start]] = frozenset({("", True)})


def shape(text: str) -> str:
    """Return ``text`` with 0 for every digit, in whatever script, and white space made single."""
    return _SPACE.sub(" ", _DIGIT.sub("0", text))


def head(text: str, start: int, end: int) -> str:
    """Return the shape of the first ``LETTERS`` letters of ``text[start:end]``."""
    match = _HEAD.match(text, start, end)
    return shape(match.group()) if match else ""


def starts(pattern: str) -> frozenset[str]:
    """Return shapes of at most ``LETTERS`` code points, one of which every match begins with."""
    return frozenset(letters for letters, _ in _sequence(_parser.parse(pattern)))


def _sequence(nodes: Iterable[Node]) -> frozenset[Start]:
    found: frozenset[Start] = _NOTHING
    for node in nodes:
        if all(_full(start) for start in found):
            break
        found = frozenset(_followed(found, _node(node)))
    return found


def _full(start: Start) -> bool:
    return start[1] or len(start[0]) >= LETTERS


def _followed(found: frozenset[Start], after: frozenset[Start]) -> Iterator[Start]:
    for start in found:
        if _full(start):
            yield start
            continue
        for letters, open_end in after:
            joined = (start[0] + letters).replace(_DOUBLE, " ")
            yield joined[:LETTERS], open_end


def _node(node: Node) -> frozenset[Start]:
    code, value = node
    if code is op.LITERAL:
        return frozenset({(shape(chr(value)), False)})
    if code is op.IN:
        return _class(value)
    if code is op.BRANCH:
        return frozenset(start for branch in value[1] for start in _sequence(branch))
    if code is op.SUBPATTERN:
        return _sequence(value[-1])
    if code is op.MAX_REPEAT:
        return _repeat(*value)
    return _NOTHING if code in {op.AT, op.ASSERT, op.ASSERT_NOT} else _ANYTHING


def _class(members: Iterable[Node]) -> frozenset[Start]:
    letters: list[str] = []
    for code, value in members:
        if code is op.LITERAL:
            letters.append(chr(value))
        elif code is op.CATEGORY and value is op.CATEGORY_DIGIT:
            letters.append("0")
        elif code is op.CATEGORY and value is op.CATEGORY_SPACE:
            letters.append(" ")
        elif code is op.RANGE and value[1] - value[0] < _FEW:
            letters.extend(chr(number) for number in range(value[0], value[1] + 1))
        else:
            return _ANYTHING
    return frozenset((shape(letter), False) for letter in letters)


def _repeat(least: int, most: int, body: Iterable[Node]) -> frozenset[Start]:
    once = _sequence(body)
    if most > 1 and once != _BLANK:  # any run of white space is one space
        once = frozenset((letters, True) for letters, _ in once)
    return once | _NOTHING if least == 0 else once
