"""How alike two contents are: by the terms they share, the rare ones above all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import TYPE_CHECKING, Final

from recoupe.comparison.matters.terms import Content, weight_of

if TYPE_CHECKING:
    from recoupe.comparison.contradiction.encoder import Vector

_ACROSS: Final = 0.8
_HAPPENING: Final = 0.2
"""What a type of happening that both name adds to the share of words."""


class Likeness:
    """Measures contents of one story by the weights of their terms."""

    def __init__(
        self, weights: Mapping[str, float], vectors: Mapping[str, Vector] | None = None
    ) -> None:
        """``vectors`` are those of texts, for contents of two languages; without, none is alike."""
        self._weights = weights
        self._vectors = vectors or {}

    def across(self, one: Content, other: Content) -> float:
        """Return how alike two contents of two languages are in meaning, 0 to 1."""
        here = self._vectors.get(one.saying.text)
        there = self._vectors.get(other.saying.text)
        return max(0.0, float(here @ there)) if here is not None and there is not None else 0.0

    def both(self, one: Content, other: Content) -> float:
        """Return the weighted cosine of two contents, 0 to 1; across languages see ``across``.

        There the number is smaller by a fifth, since translations have between .62 and .9.
        """
        if one.saying.language != other.saying.language:
            return self.across(one, other) * _ACROSS
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
