"""The comparison of two passages as numbers, the same whichever of the two comes first."""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p
from typing import Final, get_args

from recoupe.comparison.contradiction.aligning import Pair
from recoupe.comparison.contradiction.differences import Comparison, Difference
from recoupe.comparison.contradiction.sketch import Sketch
from recoupe.languages.contradictions import Quantifier

_QUANTIFIERS: Final[tuple[str, ...]] = get_args(Quantifier)
_BESIDE: Final = 3
"""How many words before and behind a word that denies are right beside it."""
_CLOSE: Final = 1.5
"""From how many answering words around them two values are held to be in one place."""


def features(found: Comparison, likeness: float) -> dict[str, float]:
    """Return the features by name; ``found.one`` is the longer passage, ``likeness`` a cosine."""
    back = _share(found.back, found.other)
    return {
        "likeness": likeness,
        **_overlap(found),
        **_negation(found, back),
        **_opposed(found, back),
        **_slots(found, back),
        **_words(found.one, found.other),
    }


def _share(pairs: tuple[Pair, ...], sketch: Sketch) -> float:
    return sum(pair.weight for pair in pairs) / max(len(sketch.telling), 1)


def _overlap(found: Comparison) -> dict[str, float]:
    there, back = _share(found.there, found.one), _share(found.back, found.other)
    return {
        "covered of longer": there,
        "covered of shorter": back,
        "covered": there * back,
        "length of longer": log1p(len(found.one.telling)),
        "length of shorter": log1p(len(found.other.telling)),
        "lengths": log1p(len(found.one.telling)) - log1p(len(found.other.telling)),
    }


def _negation(found: Comparison, back: float) -> dict[str, float]:
    one, other = len(found.one.negations), len(found.other.negations)
    denying, denying_too = _denies(found.one), _denies(found.other)
    plain = [any(not n.lack for n in side.negations) for side in (found.one, found.other)]
    denied = len(found.denied) / max(len(found.there), 1)
    differs = any((found.numbers, found.years, found.opposed, found.prefixed))
    return {
        "negation in one": plain[0] != plain[1],
        "denial in longer": denying,
        "denial in shorter": denying_too,
        "denial in one": denying != denying_too,
        "denials": log1p(abs(one - other)),
        "denials odd": (one + other) % 2,
        "denial in one, of shared words": (denying != denying_too) * min(len(found.denied), 3),
        "denied, beside the negation": log1p(_beside(found)),
        "denied": denied,
        "denied, all": denied * back,
        "denied words": log1p(len(found.denied)),
        "denied, and differs": differs * log1p(len(found.denied)),
    }


def _denies(sketch: Sketch) -> bool:
    """Whether a word that carries matter is denied."""
    return any(sketch.words[at].negated for at in sketch.telling)


def _beside(found: Comparison) -> int:
    """Return how many shared words, once denied, stand right beside what denies them."""
    sides = [
        {
            at
            for negation in side.negations
            for at in range(negation.at - _BESIDE, negation.at + _BESIDE + 1)
        }
        for side in (found.one, found.other)
    ]
    return sum(
        pair.one in sides[0] or pair.other in sides[1]
        for pair in found.there
        if found.one.words[pair.one].negated != found.other.words[pair.other].negated
    )


def _opposed(found: Comparison, back: float) -> dict[str, float]:
    plain = [each for each in found.opposed if not each.turned]
    return {
        "opposed": log1p(len(plain)),
        "opposed, close": _close(plain),
        "opposed, all": bool(plain) * back,
        "prefixed": len(found.prefixed),
        "roles swapped": bool(found.swapped),
    }


def _close(differences: Sequence[Difference]) -> float:
    return float(any(each.near >= _CLOSE for each in differences))


def _slots(found: Comparison, back: float) -> dict[str, float]:
    return {
        "numbers apart": bool(found.numbers),
        "numbers apart, close": _close(found.numbers),
        "numbers apart, all": bool(found.numbers) * back,
        "times apart": bool(found.years or found.dates) * back,
        "names apart, and numbers": bool(found.names) and bool(found.numbers),
        "times apart, and more": bool(found.years or found.dates)
        and bool(found.numbers or found.opposed or found.names),
        "names apart": log1p(len(found.names)),
        "names apart, close": _close(found.names),
    }


def _words(one: Sketch, other: Sketch) -> dict[str, float]:
    made: dict[str, float] = {}
    for kind in ("false", "true", "claim", "possible", "contrast"):
        here, there = _has(one, kind), _has(other, kind)
        made[f"{kind} in one"] = here != there
        made[f"{kind} in shorter"] = there
    made["whole and part"] = _whole_and_part(one, other) or _whole_and_part(other, one)
    for name in _QUANTIFIERS:
        made[f"{name} in one"] = _has(one, "quantifier", name) != _has(other, "quantifier", name)
    return made


def _whole_and_part(one: Sketch, other: Sketch) -> bool:
    """Whether one passage says all or none, and the other some, few or only."""
    whole = any(_has(one, "quantifier", name) for name in ("all", "none"))
    return whole and any(_has(other, "quantifier", name) for name in ("some", "few", "only"))


def _has(sketch: Sketch, kind: str, value: str = "") -> bool:
    return any(
        mark.sense.kind == kind and (not value or mark.sense.value == value)
        for mark in sketch.marks
    )
