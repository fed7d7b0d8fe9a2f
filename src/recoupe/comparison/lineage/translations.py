"""Translated copies: reports in two languages whose sentences say the same in the same order.

Encoding sentences is costly, so only reports that share names, figures, places or dates are tried.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice
from math import log
from typing import TYPE_CHECKING, Final

from recoupe.comparison.lineage.directions import day_of, direction
from recoupe.comparison.lineage.origins import Side
from recoupe.comparison.lineage.wording import sentence_words
from recoupe.model import Derivation, Origin, Passage, Reading, Reason, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Encode = Callable[[Sequence[str]], "NDArray[np.float32]"]

LIKE: Final = 0.6
"""The cosine from which two sentences are translations: free translations measured .60 to .89,
sentences on one fact by two reporters up to .65, most under .5."""
SHARE: Final = 0.3
"""The part of the shorter report that has to be translated, in words."""
LEAST: Final = 3
"""Sentences that have to be translated."""
MOST: Final = 5
"""Reports in another language with which one is compared, at most."""
DAYS: Final = 10
"""Days between the publication of a report and that of its translation, at most."""
ENCODED: Final = 2000
"""Reports that are encoded at most, about 90 ms each: those of the pairs that share most."""
PROBED: Final = 8
"""Pairs of sentences that are encoded first: those that share most names, numbers and places."""
_ENOUGH: Final = 6.0
_WORDS: Final = 5
_SENTENCES: Final = 80
_OFTEN: Final = 40


def translated(sides: Sequence[Side], encode: Encode | None = None) -> Iterator[Derivation]:
    """Yield a derivation for each report that is, in part, a translation of another.

    ``encode`` turns sentences into vectors of length 1, by default with the shipped encoder.
    """
    told = _Sentences(sides, encode or _encoder())
    for one, other in cross_language_pairs(sides):
        if not told.probed(one, other):
            continue
        rows = in_order(told.vectors(one) @ told.vectors(other).T)
        found = [(told.of(one)[i], told.of(other)[j]) for i, j in rows]
        found = [(i, j) for i, j in found if _figures_fit(sides[one], i, sides[other], j)]
        if len(found) >= LEAST:
            yield from _derived(sides[one], sides[other], found)


class _Sentences:
    """The long sentences of reports, by their places, and their vectors where they are asked."""

    def __init__(self, sides: Sequence[Side], encode: Encode) -> None:
        self._sides = sides
        self._encode = encode
        self._ranges: dict[int, list[range]] = {}
        self._vectors: dict[int, NDArray[np.float32]] = {}
        self._keyed: dict[int, dict[str, set[int]]] = {}

    def of(self, at: int) -> list[range]:
        """Return the words of each of a report's first long sentences."""
        if at not in self._ranges:
            self._ranges[at] = list(islice(_long_ones(self._sides[at]), _SENTENCES))
        return self._ranges[at]

    def vectors(self, at: int) -> NDArray[np.float32]:
        """Return the vectors of all these sentences."""
        if at not in self._vectors:
            texts = [_text(self._sides[at], words) for words in self.of(at)]
            self._vectors[at] = self._encode(texts) if texts else _none()
        return self._vectors[at]

    def probed(self, one: int, other: int) -> bool:
        """Whether any of the sentences that share most names and numbers is a translation.

        Most reports of one incident are none of each other: so a few sentences are encoded first.
        """
        shared: Counter[tuple[int, int]] = Counter()
        there = self._keys(other)
        for key, here in self._keys(one).items():
            shared.update((i, j) for i in here for j in there.get(key, ()))
        pairs = sorted(shared, key=lambda pair: (-shared[pair], pair))[:PROBED]
        if not pairs:
            return False
        texts = [_text(self._sides[one], self.of(one)[i]) for i, _ in pairs]
        texts += [_text(self._sides[other], self.of(other)[j]) for _, j in pairs]
        found = self._encode(texts)
        likeness = (found[: len(pairs)] * found[len(pairs) :]).sum(axis=1)
        return bool(likeness.max() >= LIKE)

    def _keys(self, at: int) -> dict[str, set[int]]:
        """Return the numbers of the sentences in which each name, figure, place and day stands."""
        if at in self._keyed:
            return self._keyed[at]
        side = self._sides[at]
        number = {word: n for n, words in enumerate(self.of(at)) for word in words}
        found = self._keyed[at] = {}
        for key, span in _keyed(side.reading):
            words = side.wording.at(span.start, span.end)
            if words and words[0] in number:
                found.setdefault(key, set()).add(number[words[0]])
        return found


def _long_ones(side: Side) -> Iterator[range]:
    return (words for words in sentence_words(side.wording) if len(words) >= _WORDS)


def cross_language_pairs(sides: Sequence[Side]) -> list[tuple[int, int]]:
    """Return pairs of reports in two languages that share rare names, figures or places."""
    points = _points(sides)
    met: defaultdict[int, int] = defaultdict(int)
    kept = []
    for pair in sorted(points, key=lambda pair: (-points[pair], pair)):
        fits = len(met) + sum(at not in met for at in pair) <= ENCODED
        if points[pair] >= _ENOUGH and fits and all(met.get(at, 0) < MOST for at in pair):
            kept.append(pair)
            for at in pair:
                met[at] += 1
    return sorted(kept)


def _points(sides: Sequence[Side]) -> dict[tuple[int, int], float]:
    """Return how much each pair in two languages shares; what is rarer counts more."""
    points: defaultdict[tuple[int, int], float] = defaultdict(float)
    if len({side.reading.article.language for side in sides}) == 1:
        return points
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, side in enumerate(sides):
        for key in sorted(_keys(side.reading)):
            holders[key].append(at)
    for members in holders.values():
        if 1 < len(members) <= _OFTEN:
            for one, other in combinations(members, 2):
                if _may_translate(sides[one], sides[other]):
                    points[one, other] += 1 + log(_OFTEN / len(members)) / 2
    return points


def in_order(likeness: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Return sentences that are translations, in one order: the series with most likeness."""
    import numpy as np

    rows, columns = likeness.shape
    gains = np.where(likeness >= LIKE, likeness, 0.0)
    best = np.zeros((rows + 1, columns + 1))
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i, j] = max(best[i + 1, j], best[i, j + 1], best[i + 1, j + 1] + gains[i, j])
    found, i, j = [], 0, 0
    while i < rows and j < columns:
        if gains[i, j] and best[i, j] == best[i + 1, j + 1] + gains[i, j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1, j] >= best[i, j + 1]:
            i += 1
        else:
            j += 1
    return found


def _keys(reading: Reading) -> set[str]:
    return {f"name {entity.key}" for entity in reading.entities if entity.key} | {
        key for key, _ in _keyed(reading)
    }


def _keyed(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Yield what is the same in every language: names by key, figures, places, days."""
    for entity in reading.entities:
        if entity.key:
            yield from ((f"name {entity.key}", mention) for mention in entity.mentions)
    for figure in reading.figures:
        if figure.low or figure.high:
            yield f"figure {figure.low} {figure.high} {figure.what}", figure.span
    for place in reading.places:
        if place.geonames_id is not None:
            yield f"place {place.geonames_id}", place.span
    for time in reading.times:
        if time.value:
            yield f"time {time.value}", time.span


def _may_translate(one: Side, other: Side) -> bool:
    here, there = one.reading.article, other.reading.article
    if here.language == there.language:
        return False
    days = day_of(here.published), day_of(there.published)
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= DAYS


def _figures_fit(one: Side, here: range, other: Side, there: range) -> bool:
    """Whether two sentences hold the same numbers in figures, as far as both hold any."""
    numbers = [
        {side.wording.words[at] for at in words if side.wording.words[at].isdigit()}
        for side, words in ((one, here), (other, there))
    ]
    return not (numbers[0] and numbers[1]) or numbers[0] == numbers[1]


def _derived(one: Side, other: Side, found: Sequence[tuple[range, range]]) -> Iterator[Derivation]:
    shares = (
        sum(len(here) for here, _ in found) / max(len(one.wording), 1),
        sum(len(there) for _, there in found) / max(len(other.wording), 1),
    )
    if max(shares) < SHARE:
        return
    told = direction(one, other, shares, found)
    source, report, share, pairs = one, other, shares[1], [(j, i) for i, j in found]
    if told.first_is_source is False:
        source, report, share, pairs = other, one, shares[0], list(found)
    outlet = source.reading.article.outlet
    known = told.first_is_source is not None and outlet
    yield Derivation(
        report=report.reading.article.id,
        source=source.reading.article.id,
        origin=Origin("outlet", outlet) if known else Origin("unknown", None),
        kind="rewrite",
        share=min(share, 1.0),
        passages=tuple(
            Passage(
                report.reading.article.span(*report.wording.stretch(here)),
                source.reading.article.span(*source.wording.stretch(there)),
            )
            for here, there in pairs
        ),
        reasons=(
            Reason("translated", (("language", source.reading.article.language),)),
            *told.reasons,
        ),
    )


def _text(side: Side, words: range) -> str:
    start, end = side.wording.stretch(words)
    return side.reading.article.text[start:end]


def _none() -> NDArray[np.float32]:
    import numpy as np

    return np.zeros((0, 512), dtype=np.float32)


def _encoder() -> Encode:
    """Return the encoder of sentences in sixteen languages (USE multilingual v3, on numpy)."""
    import numpy as np

    from recoupe.comparison.contradiction.encoder import vectors

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        found = vectors(texts)
        return np.stack([found[text] for text in texts])

    return encode
