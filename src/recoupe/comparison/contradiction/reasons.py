"""Why two passages seem to contradict each other, as codes with the words of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recoupe.comparison.contradiction.differences import Comparison, Difference
from recoupe.comparison.contradiction.sketch import Mark, Sketch
from recoupe.model import Reason

MOST: Final = 6
"""Reasons that are given of one pair; more explain nothing."""


def reasons(found: Comparison, *, swapped: bool = False) -> tuple[Reason, ...]:
    """Return the reasons, the most telling first.

    ``one`` and ``other`` are words of the first and second passage of the comparison, or, where
    ``swapped``, of the second and first. Codes: ``negation``, ``said_false``, ``opposed_words``,
    ``numbers``, ``dates``, ``quantifiers``, ``roles``, ``places``.
    """
    made = (_reason(*each, swapped) for each in _differences(found))
    return tuple(dict.fromkeys(made))[:MOST]


def _reason(code: str, one: str, other: str, swapped: bool) -> Reason:
    values = (other, one) if swapped else (one, other)
    return Reason(code, (("one", values[0]), ("other", values[1])))


def _differences(found: Comparison) -> Iterator[tuple[str, str, str]]:
    one, other = found.one, found.other
    words = [[each.words for each in side.negations] for side in (one, other)]
    if bool(words[0]) != bool(words[1]) and found.denied:
        yield "negation", _first(words[0]), _first(words[1])
    yield from _named("opposed_words", [each for each in found.opposed if not each.turned])
    yield from _named("opposed_words", found.prefixed)
    yield from _said_false(one, other)
    yield from _named("numbers", found.numbers)
    yield from _named("dates", (*found.years, *found.dates))
    yield from _quantifiers(one, other)
    yield from _named("roles", found.swapped)
    yield from _named("places", found.names)


def _named(code: str, differences: Sequence[Difference]) -> Iterator[tuple[str, str, str]]:
    yield from ((code, each.one, each.other) for each in differences)


def _first(words: Sequence[str]) -> str:
    return words[0] if words else ""


def _marks(sketch: Sketch, kind: str) -> list[Mark]:
    return [mark for mark in sketch.marks if mark.sense.kind == kind]


def _said_false(one: Sketch, other: Sketch) -> Iterator[tuple[str, str, str]]:
    here, there = _marks(one, "false"), _marks(other, "false")
    if bool(here) != bool(there):
        yield "said_false", _first([m.words for m in here]), _first([m.words for m in there])


def _quantifiers(one: Sketch, other: Sketch) -> Iterator[tuple[str, str, str]]:
    """Yield the quantifiers of the two where they have none in common."""
    here, there = _marks(one, "quantifier"), _marks(other, "quantifier")
    if here and there and not {m.sense.value for m in here} & {m.sense.value for m in there}:
        yield "quantifiers", here[0].words, there[0].words
