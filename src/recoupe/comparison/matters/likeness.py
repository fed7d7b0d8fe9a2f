"""How alike two contents are: by the terms they share, the rare ones above all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import TYPE_CHECKING, Final

from recoupe.comparison.matters.terms import Content, weight_of

if TYPE_CHECKING:
    from recoupe.comparison.contradiction.encoder import Vector

ACROSS: Final = 0.8
"""How alike two contents of one language are, for what two of two languages are in meaning."""
_HAPPENING: Final = 0.2
"""What a type of happening that both name adds to the share of words."""


class Likeness:
    """Measures contents of one story by the weights of their terms."""

    def __init__(
        self, weights: Mapping[str, float], vectors: Mapping[str, Vector] | None = None
    ) -> None:
        """``vectors`` are those of texts, for contents of two languages; without, none is alike."""
        self.weights = weights
        self.vectors = vectors or {}
        self._norms: dict[frozenset[str], float] = {}
        self._sums: dict[tuple[frozenset[str], str], float] = {}

    def across(self, one: Content, other: Content) -> float:
        """Return how alike two contents of two languages are in meaning, 0 to 1."""
        here = self.vectors.get(one.saying.text)
        there = self.vectors.get(other.saying.text)
        return max(0.0, float(here @ there)) if here is not None and there is not None else 0.0

    def both(self, one: Content, other: Content) -> float:
        """Return the weighted cosine of two contents, 0 to 1; across languages see ``across``.

        There the number is smaller by a fifth, since translations have between .62 and .9.
        """
        if one.saying.language != other.saying.language:
            return self.across(one, other) * ACROSS
        shared = self._squared(one.terms & other.terms)
        if not shared:
            return 0.0
        return shared / sqrt(self._norm(one.terms) * self._norm(other.terms))

    def held(self, part: Content, whole: Content) -> float:
        """Return the share of ``part``'s words that ``whole`` has; a shared happening adds to it.

        Here a word weighs only by how rare it is in the language: what everybody in a story speaks
        of is what an answer is about.
        """
        language = part.saying.language
        total = self._sum(part.words, language)
        if not total:
            return 0.0
        shared = sum([weight_of(word, language) for word in sorted(part.words & whole.words)])
        return min(1.0, shared / total + (_HAPPENING if part.events & whole.events else 0.0))

    def _norm(self, terms: frozenset[str]) -> float:
        if terms not in self._norms:
            self._norms[terms] = self._squared(terms)
        return self._norms[terms]

    def _squared(self, terms: Iterable[str]) -> float:
        return sum([self.weights.get(term, 0.0) ** 2 for term in sorted(terms)])

    def _sum(self, words: frozenset[str], language: str) -> float:
        """Return what words weigh in the language together."""
        key = words, language
        if key not in self._sums:
            self._sums[key] = sum([weight_of(word, language) for word in sorted(words)])
        return self._sums[key]
