"""Where two passages on one matter differ: in denial, opposed words, numbers, dates, names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.comparison.contradiction.aligning import Pair, Vectors, aligned
from recoupe.comparison.contradiction.lexicon import lexicon
from recoupe.comparison.contradiction.sketch import Mark, Number, Sketch
from recoupe.languages import pack


@dataclass(frozen=True, slots=True)
class Opposition:
    """A word of one passage and a word of the other on the two sides of a matter.

    ``turned`` says that exactly one of them is denied, so that they agree after all.
    """

    matter: str
    one: str
    other: str
    turned: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A value of one passage and the value of the other that stands in its place."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was compared of two passages; ``there`` and ``back`` are their answering words."""

    one: Sketch
    other: Sketch
    there: tuple[Pair, ...]
    back: tuple[Pair, ...]
    opposed: tuple[Opposition, ...]
    turned: tuple[Opposition, ...]
    prefixed: tuple[Difference, ...]
    numbers: tuple[Difference, ...]
    shared_numbers: int
    years: tuple[Difference, ...]
    dates: tuple[Difference, ...]
    names: tuple[str, ...]
    other_names: tuple[str, ...]


def compare(one: Sketch, other: Sketch, vectors: Vectors | None = None) -> Comparison:
    """Return where two passages differ."""
    there, back = aligned(one, other, vectors), aligned(other, one, vectors)
    numbers, shared = _numbers(one.numbers, other.numbers)
    return Comparison(
        one=one,
        other=other,
        there=there,
        back=back,
        opposed=tuple(_oppositions(one.marks, other.marks)),
        turned=tuple(_turned(one, other, there)),
        prefixed=tuple(_prefixed(one, other)),
        numbers=numbers,
        shared_numbers=shared,
        years=_other_values(_years(one), _years(other)),
        dates=tuple(
            difference
            for kind in ("month", "weekday")
            for difference in _other_values(_values(one, kind), _values(other, kind))
        ),
        names=tuple(_unanswered(one, there)),
        other_names=tuple(_unanswered(other, back)),
    )


def _oppositions(here: Sequence[Mark], there: Sequence[Mark]) -> Iterator[Opposition]:
    """Yield the matters of which each passage has one side only, and not the same."""
    for side, opposite in (("one", "other"), ("other", "one")):
        mine = {mark.sense.value: mark for mark in reversed(here) if mark.sense.kind == side}
        theirs = {mark.sense.value: mark for mark in reversed(there) if mark.sense.kind == opposite}
        also = {mark.sense.value for mark in here if mark.sense.kind == opposite}
        too = {mark.sense.value for mark in there if mark.sense.kind == side}
        for matter in sorted(mine.keys() & theirs.keys() - also - too):
            first, second = mine[matter], theirs[matter]
            yield Opposition(matter, first.words, second.words, first.negated != second.negated)


def _turned(one: Sketch, other: Sketch, pairs: Sequence[Pair]) -> Iterator[Opposition]:
    """Yield the words that both passages have, one of them denied."""
    for pair in pairs:
        here, there = one.words[pair.one], other.words[pair.other]
        if here.negated != there.negated:
            yield Opposition("", here.form, there.form, True)


def _prefixed(one: Sketch, other: Sketch) -> Iterator[Difference]:
    """Yield words that differ by a prefix that turns a word round: "legal", "illegal"."""
    for here, there, swapped in ((one, other, False), (other, one, True)):
        prefixes = lexicon(pack(here.wording.language)).prefixes
        stems = {there.words[at].stem: there.words[at].form for at in there.telling}
        for at in here.telling:
            word = here.words[at]
            for prefix in prefixes:
                rest = word.stem.removeprefix(prefix)
                if rest != word.stem and len(rest) > 3 and rest in stems and word.stem not in stems:
                    pair = (word.form, stems[rest])
                    yield Difference(*(reversed(pair) if swapped else pair))


def _numbers(here: Sequence[Number], there: Sequence[Number]) -> tuple[tuple[Difference, ...], int]:
    """Return the numbers of one thing that cannot be one, and how many can."""
    mine = [number for number in here if number.unit != "year"]
    theirs = [number for number in there if number.unit != "year"]
    shared = sum(any(_fit(number, other) for other in theirs) for number in mine)
    apart = [number for number in mine if not any(_fit(number, other) for other in theirs)]
    rest = [number for number in theirs if not any(_fit(number, other) for other in mine)]
    pairs = tuple(
        Difference(number.words, other.words)
        for number in apart
        for other in rest
        if number.unit == other.unit
    )
    return pairs, shared


def _fit(one: Number, other: Number) -> bool:
    """Whether two quantities can be one and the same."""
    if "%" in {one.unit, other.unit} and one.unit != other.unit:
        return False
    slack = 0.1 if one.approximate or other.approximate else 0.0
    low, high = _bounds(one)
    other_low, other_high = _bounds(other)
    return low * (1 - slack) <= other_high and other_low * (1 - slack) <= high


def _bounds(number: Number) -> tuple[float, float]:
    low = number.low if number.low is not None else 0
    return low, number.high if number.high is not None else float("inf")


def _years(sketch: Sketch) -> dict[str, str]:
    return {number.words: number.words for number in sketch.numbers if number.unit == "year"}


def _values(sketch: Sketch, kind: str) -> dict[str, str]:
    return {mark.sense.value: mark.words for mark in sketch.marks if mark.sense.kind == kind}


def _other_values(here: dict[str, str], there: dict[str, str]) -> tuple[Difference, ...]:
    """Return the first value of each where both have some and none in common."""
    if not here or not there or here.keys() & there.keys():
        return ()
    return (Difference(next(iter(here.values())), next(iter(there.values()))),)


def _unanswered(sketch: Sketch, pairs: Sequence[Pair]) -> Iterator[str]:
    answered = {pair.one for pair in pairs}
    for at in sketch.telling:
        if sketch.words[at].kind == "name" and at not in answered:
            yield sketch.words[at].form
