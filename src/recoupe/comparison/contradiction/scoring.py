"""The contradiction reader: how two passages stand to each other, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recoupe.comparison.contradiction.aligning import unanswered
from recoupe.comparison.contradiction.differences import Comparison, compare
from recoupe.comparison.contradiction.encoder import vectors
from recoupe.comparison.contradiction.features import features
from recoupe.comparison.contradiction.matter import likeness_of_words, same_matter
from recoupe.comparison.contradiction.model import Model, shipped
from recoupe.comparison.contradiction.reasons import reasons
from recoupe.comparison.contradiction.sketch import Sketch, Wording, sketch
from recoupe.model import ContradictionScore

Pairs = Sequence[tuple[Wording, Wording]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Two passages compared: what was found, the numbers made of it, and whether of one matter."""

    found: Comparison
    features: dict[str, float]
    same_matter: float

    def contradicts(self, judge: Model) -> float:
        """Return how likely they contradict each other: less where they are hardly of one matter.

        Below an even chance of one matter it is lowered in proportion.
        """
        return judge.probability(self.features) * min(1.0, 2 * self.same_matter)


def contradiction(one: Wording, other: Wording) -> ContradictionScore:
    """Return how two passages stand to each other, whichever comes first.

    Raises :class:`UnknownLanguageError` for a language without a pack.
    """
    return contradictions([(one, other)])[0]


def contradictions(pairs: Pairs, *, meaning: bool = True) -> tuple[ContradictionScore, ...]:
    """Return the scores of many pairs in their order; far quicker than one by one.

    Without ``meaning`` two passages of one language are compared by their words alone, and nothing
    is encoded: quicker, and a little less right (docs/contradictions.md).
    """
    judge = shipped()
    return tuple(
        ContradictionScore(
            contradicts=item.contradicts(judge),
            same_matter=item.same_matter,
            reasons=reasons(item.found, swapped=item.found.one.wording != one),
        )
        for (one, _), item in zip(pairs, measured(pairs, meaning=meaning), strict=True)
    )


def measured(pairs: Pairs, *, meaning: bool = True) -> Iterator[Measured]:
    """Yield what is measured of each pair, the longer passage first; see :func:`contradictions`."""
    sketches = [_ordered(sketch(one), sketch(other)) for one, other in pairs]
    encoded = [pair for pair in sketches if meaning or _across(pair)]
    texts = vectors(side.wording.text for pair in encoded for side in pair)
    words = vectors(_words(encoded))
    for pair in sketches:
        one, other = pair
        meant = meaning or _across(pair)
        found = compare(one, other, words if meant else None)
        numbers = features(found, 0.0)
        numbers["likeness"] = (
            float(texts[one.wording.text] @ texts[other.wording.text])
            if meant
            else likeness_of_words(numbers)
        )
        yield Measured(found, numbers, same_matter(numbers))


def _across(pair: tuple[Sketch, Sketch]) -> bool:
    return pair[0].wording.language != pair[1].wording.language


def _ordered(one: Sketch, other: Sketch) -> tuple[Sketch, Sketch]:
    """Return the two with the longer first; of two as long, by their words."""
    if (len(one.telling), one.wording.text) < (len(other.telling), other.wording.text):
        return other, one
    return one, other


def _words(pairs: Iterable[tuple[Sketch, Sketch]]) -> Iterator[str]:
    """Yield the words of each pair that have no answer of the same stem."""
    for one, other in pairs:
        yield from unanswered(one, other)
        yield from unanswered(other, one)
