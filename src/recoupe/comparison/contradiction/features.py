"""The comparison of two passages as numbers, the same whichever of the two comes first."""

from __future__ import annotations

from math import log1p
from typing import Final, get_args

from recoupe.comparison.contradiction.aligning import Pair
from recoupe.comparison.contradiction.differences import Comparison
from recoupe.comparison.contradiction.sketch import Sketch
from recoupe.languages.contradictions import Quantifier

_QUANTIFIERS: Final[tuple[str, ...]] = get_args(Quantifier)


def features(found: Comparison, likeness: float) -> dict[str, float]:
    """Return the features by name; ``found.one`` is the longer passage, ``likeness`` a cosine."""
    return {
        "likeness": likeness,
        **_overlap(found),
        **_negation(found),
        **_opposed(found),
        **_slots(found),
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


def _negation(found: Comparison) -> dict[str, float]:
    one, other = bool(found.one.negations), bool(found.other.negations)
    lack, other_lack = _has(found.one, "lack"), _has(found.other, "lack")
    turned = len(found.turned) / max(len(found.there), 1)
    return {
        "negation in longer": one,
        "negation in shorter": other,
        "negation in one": one != other,
        "negations": log1p(abs(len(found.one.negations) - len(found.other.negations))),
        "negations odd": (len(found.one.negations) + len(found.other.negations)) % 2,
        "lack in one": lack != other_lack,
        "lack in shorter": other_lack,
        "denial in one": (one or lack) != (other or other_lack),
        "denial in both": (one or lack) and (other or other_lack),
        "turned": turned,
        "turned, all": turned * _share(found.back, found.other),
        "turned words": log1p(len(found.turned)),
    }


def _opposed(found: Comparison) -> dict[str, float]:
    opposed = [each for each in found.opposed if not each.turned]
    turned = [each for each in found.opposed if each.turned]
    return {
        "opposed": len(opposed),
        "opposed, any": bool(opposed),
        "opposed, turned": len(turned),
        "prefixed": len(found.prefixed),
    }


def _slots(found: Comparison) -> dict[str, float]:
    numbers = [[n for n in side.numbers if n.unit != "year"] for side in (found.one, found.other)]
    return {
        "numbers apart": bool(found.numbers),
        "numbers shared": found.shared_numbers,
        "numbers in both": bool(numbers[0]) and bool(numbers[1]),
        "numbers in both, none shared": all(numbers) and not found.shared_numbers,
        "numbers in shorter": bool(numbers[1]),
        "years apart": bool(found.years),
        "dates apart": bool(found.dates),
        "names only in longer": log1p(len(found.names)),
        "names only in shorter": log1p(len(found.other_names)),
        "names in both": bool(found.names) and bool(found.other_names),
    }


def _words(one: Sketch, other: Sketch) -> dict[str, float]:
    made: dict[str, float] = {}
    for kind in ("false", "true", "claim", "possible", "contrast"):
        here, there = _has(one, kind), _has(other, kind)
        made[f"{kind} in one"] = here != there
        made[f"{kind} in shorter"] = there
        made[f"{kind} in longer"] = here
    for name in _QUANTIFIERS:
        made[f"{name} in one"] = _has(one, "quantifier", name) != _has(other, "quantifier", name)
    return made


def _has(sketch: Sketch, kind: str, value: str = "") -> bool:
    return any(
        mark.sense.kind == kind and (not value or mark.sense.value == value)
        for mark in sketch.marks
    )
