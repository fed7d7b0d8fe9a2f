"""How alike two contents are: by the terms they share, the rare ones above all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import Final

from recoupe.comparison.matters.terms import Content, weight_of

_HAPPENING: Final = 2.0
"""What a type of happening weighs beside one word."""


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
        """Return the share of ``part``'s words and types of happenings that ``whole`` has, 0 to 1.

        Here a word weighs only by how rare it is in the language: what everybody in a story speaks
        of is what an answer is about.
        """
        own = part.words | part.events
        total = self._sum(own, part)
        return self._sum(own & whole.terms, part) / total if total else 0.0

    def _sum(self, terms: Iterable[str], content: Content) -> float:
        language = content.saying.language
        return sum(
            _HAPPENING if term in content.events else weight_of(term, language)
            for term in sorted(terms)
        )

    def _squared(self, terms: Iterable[str]) -> float:
        return sum(self._weights.get(term, 0.0) ** 2 for term in sorted(terms))
