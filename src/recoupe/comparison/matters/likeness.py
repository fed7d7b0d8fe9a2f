"""How alike two contents are: by the terms they share, the rare ones above all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import Final

from recoupe.comparison.matters.terms import Content, weight_of

_HAPPENING: Final = 0.2
"""What a type of happening that both name adds to the share of words."""


class Likeness:
    """Measures contents of one story by the weights of their terms."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def both(self, one: Content, other: Content) -> float:
        """Return the weighted cosine of two contents, 0 to 1."""
        shared = self._squared(one.terms & other.terms)
        if not shared:
            return 0.0
        return shared / sqrt(self._squared(one.terms) * self._squared(other.terms))

    def held(self, part: Content, whole: Content) -> float:
        """Return the share of ``part``'s words that ``whole`` has; a shared happening adds to it.

        Here a word weighs only by how rare it is in the language: what everybody in a story speaks
        of is what an answer is about.
        """
        language = part.saying.language
        total = sum(weight_of(word, language) for word in sorted(part.words))
        if not total:
            return 0.0
        shared = sum(weight_of(word, language) for word in sorted(part.words & whole.words))
        return min(1.0, shared / total + (_HAPPENING if part.events & whole.events else 0.0))

    def _squared(self, terms: Iterable[str]) -> float:
        return sum(self._weights.get(term, 0.0) ** 2 for term in sorted(terms))
