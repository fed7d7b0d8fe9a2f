"""Where two passages on one matter differ: in denial, opposed words, numbers, dates, names.

Two words or values are set against each other only where words around them answer each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from recoupe.comparison.contradiction.aligning import Pair, Vectors, aligned
from recoupe.comparison.contradiction.focus import focused
from recoupe.comparison.contradiction.lexicon import lexicon
from recoupe.comparison.contradiction.sketch import Mark, Number, Sketch
from recoupe.languages import pack

REACH: Final = 8
"""How many words around two values are looked at for words that answer each other."""

_TOGETHER: Final = 1.5
"""From how many answering words around two numbers they count one thing; one unit counts as two."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A word or value of one passage and what stands in its place in the other.

    ``near`` is how many words around them answer each other. ``turned`` says that exactly one of
    the two is denied.
    """

    one: str
    other: str
    near: float
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was compared of two passages; ``there`` and ``back`` are their answering words.

    ``opposed`` stand on the two sides of a matter, ``denied`` are the same word once denied,
    ``prefixed`` differ by a prefix, ``swapped`` are names in the other order.
    """

    one: Sketch
    other: Sketch
    there: tuple[Pair, ...]
    back: tuple[Pair, ...]
    opposed: tuple[Difference, ...]
    denied: tuple[Difference, ...]
    prefixed: tuple[Difference, ...]
    numbers: tuple[Difference, ...]
    years: tuple[Difference, ...]
    dates: tuple[Difference, ...]
    names: tuple[Difference, ...]
    swapped: tuple[Difference, ...]


def compare(one: Sketch, other: Sketch, vectors: Vectors | None = None) -> Comparison:
    """Return where two passages differ, in the sentences that answer each other."""
    one, other = focused(one, other, vectors)
    there, back = aligned(one, other, vectors), aligned(other, one, vectors)
    around = _around(there)
    years = [[n for n in side.numbers if n.unit == "year"] for side in (one, other)]
    counts = [[n for n in side.numbers if n.unit != "year"] for side in (one, other)]
    return Comparison(
        one=one,
        other=other,
        there=there,
        back=back,
        opposed=tuple(_opposed(one, other, around)),
        denied=tuple(_denied(one, other, there, around)),
        prefixed=tuple(_prefixed(one, other, around)),
        numbers=tuple(_numbers(counts[0], counts[1], around)),
        years=tuple(_numbers(years[0], years[1], around)),
        dates=tuple(
            difference
            for kind in ("month", "weekday")
            for difference in _dates(one.marks, other.marks, kind, around)
        ),
        names=tuple(_names(one, other, there, back, around)),
        swapped=tuple(_swapped(one, other, there)),
    )


Around = Callable[[int, int], float]
"""How many words around a word of one passage answer words around one of the other."""


def _around(pairs: Sequence[Pair]) -> Around:
    def near(one: int, other: int) -> float:
        return sum(
            pair.weight
            for pair in pairs
            if 0 < abs(pair.one - one) <= REACH and 0 < abs(pair.other - other) <= REACH
        )

    return near


def _opposed(one: Sketch, other: Sketch, around: Around) -> Iterator[Difference]:
    """Yield of each matter the nearest two words on its two sides that the other does not share."""
    stems = [{side.words[at].stem for at in side.telling} for side in (one, other)]
    best: dict[str, Difference] = {}
    for here in one.marks:
        wanted = _OPPOSITE.get(here.sense.kind)
        if wanted is None or one.words[here.at].stem in stems[1]:
            continue
        for there in other.marks:
            if there.sense.kind != wanted or there.sense.value != here.sense.value:
                continue
            if other.words[there.at].stem not in stems[0]:
                near = around(here.at, there.at)
                turned = here.negated != there.negated
                found = Difference(here.words, there.words, near, turned)
                earlier = best.get(here.sense.value)
                if earlier is None or near > earlier.near:
                    best[here.sense.value] = found
    yield from sorted(best.values(), key=lambda difference: -difference.near)


_OPPOSITE: Final = {"one": "other", "other": "one"}


def _denied(
    one: Sketch, other: Sketch, pairs: Sequence[Pair], around: Around
) -> Iterator[Difference]:
    """Yield the words that both passages have, one of them denied."""
    for pair in pairs:
        here, there = one.words[pair.one], other.words[pair.other]
        if here.negated != there.negated:
            yield Difference(here.form, there.form, around(pair.one, pair.other), True)


def _prefixed(one: Sketch, other: Sketch, around: Around) -> Iterator[Difference]:
    """Yield words that differ by a prefix that turns a word round: "legal", "illegal"."""
    for here, there, swapped in ((one, other, False), (other, one, True)):
        prefixes = lexicon(pack(here.wording.language)).prefixes
        stems = {there.words[at].stem: at for at in there.telling}
        for at in here.telling:
            word = here.words[at]
            rests = (word.stem.removeprefix(each) for each in prefixes)
            for rest in rests:
                if len(rest) > 3 and rest != word.stem and rest in stems and word.stem not in stems:
                    answer = there.words[stems[rest]]
                    near = around(stems[rest], at) if swapped else around(at, stems[rest])
                    forms = (answer.form, word.form) if swapped else (word.form, answer.form)
                    yield Difference(*forms, near, word.negated != answer.negated)


def _numbers(
    here: Sequence[Number], there: Sequence[Number], around: Around
) -> Iterator[Difference]:
    """Yield numbers that count one thing and cannot be one, none of which the other passage has."""
    for number in here:
        if any(_fit(number, other) for other in there):
            continue
        rest = [
            (around(number.at, other.at) + 2 * (number.unit == other.unit), -at, other)
            for at, other in enumerate(there)
            if not any(_fit(mine, other) for mine in here)
            and ("%" in {number.unit, other.unit}) == (number.unit == other.unit == "%")
        ]
        if rest:
            near, _, other = max(rest)
            if near >= _TOGETHER:
                yield Difference(number.words, other.words, near)


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


def _dates(
    here: Sequence[Mark], there: Sequence[Mark], kind: str, around: Around
) -> Iterator[Difference]:
    """Yield the first of each where both passages have such times and none in common."""
    mine = [mark for mark in here if mark.sense.kind == kind]
    theirs = [mark for mark in there if mark.sense.kind == kind]
    if mine and theirs and not {m.sense.value for m in mine} & {m.sense.value for m in theirs}:
        yield Difference(mine[0].words, theirs[0].words, around(mine[0].at, theirs[0].at))


def _names(
    one: Sketch, other: Sketch, there: Sequence[Pair], back: Sequence[Pair], around: Around
) -> Iterator[Difference]:
    """Yield names without an answer that stand in the same surroundings."""
    theirs = list(_unanswered(other, back))
    for at in _unanswered(one, there):
        if theirs:
            near, to = max((around(at, to), -to) for to in theirs)
            if near > 0:
                yield Difference(one.words[at].form, other.words[-to].form, near)


def _unanswered(sketch: Sketch, pairs: Sequence[Pair]) -> Iterator[int]:
    answered = {pair.one for pair in pairs}
    for at in sketch.telling:
        if sketch.words[at].kind == "name" and at not in answered:
            yield at


def _swapped(one: Sketch, other: Sketch, pairs: Sequence[Pair]) -> Iterator[Difference]:
    """Yield two names that both passages have, in the other order."""
    named = [pair for pair in pairs if other.words[pair.other].kind == "name"]
    for first, second in combinations(named, 2):
        far = second.one - first.one > 1 and first.other - second.other > 1
        if far and first.one < second.one and first.other > second.other:
            yield Difference(one.words[first.one].form, one.words[second.one].form, 1.0)
