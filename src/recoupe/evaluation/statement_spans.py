"""How well the spans of contents, cues and sources are found: the measures of CofeNet's paper.

Wang et al. 2022 ("CofeNet", COLING) report three measures for each role. Ours are taken over the
distinct spans of an article; theirs, as their code counts them (``exe/eval/evaluation.py`` of
``cofe-ai/CofeNet``), over one flat BIO sequence for each passage they feed the model. What differs:

- *exact*, *begin*: the same F1 over sets of spans (of beginnings). A token has one label in theirs,
  so a statement inside another's content cannot be in their gold; it is in ours, and counts.
  Several spans with one beginning are as many in ours.
- *jaccard*: ours is an F1 that pairs spans one to one, the most alike first. Theirs is the mean,
  over gold spans and found spans that touch no gold one, of the likeness to the most similar span
  (0 for the latter): found spans that touch a gold one are free, and one may answer several. Theirs
  is counted as well, as ``jaccard as CofeNet``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from recoupe.evaluation.gold_records import GoldStatement, Range
from recoupe.evaluation.match import Tokens, one_to_one, ranges
from recoupe.evaluation.score import Count
from recoupe.model import Statement

ROLES: Final = ("content", "cue", "source")
SPAN_WAYS: Final = ("exact", "begin", "jaccard", "jaccard as CofeNet")
"""How a span is compared: the second word of the names of measures."""


def span_counts(
    tokens: Tokens, wanted: Sequence[GoldStatement], found: Sequence[Statement]
) -> Iterator[tuple[str, Count]]:
    """Yield each measure of each role with its count in one article."""
    for role in ROLES:
        gold = sorted({span for item in wanted for span in getattr(item, role)})
        here = sorted({span for item in found for span in ranges(getattr(item, role))})
        sizes = len(here), len(gold)
        yield f"{role} exact", Count(len({*gold} & {*here}), *sizes)
        yield f"{role} begin", Count(_same_starts(gold, here), *sizes)
        pairs = one_to_one(gold, here, tokens.jaccard)
        alike = sum(tokens.jaccard(gold[at], here[to]) for at, to in pairs)
        yield f"{role} jaccard", Count(alike, *sizes)
        yield f"{role} jaccard as CofeNet", _most_alike(tokens, gold, here)


def _same_starts(gold: Iterable[Range], here: Iterable[Range]) -> int:
    """Return how many spans begin alike, one to one (nested spans may share a beginning)."""
    starts = Counter(start for start, _ in gold) & Counter(start for start, _ in here)
    return starts.total()


def _most_alike(tokens: Tokens, gold: Sequence[Range], here: Sequence[Range]) -> Count:
    """Return CofeNet's Jaccard as a sum over as many items as its mean is taken of."""
    alike = sum(max((tokens.jaccard(one, other) for other in here), default=0.0) for one in gold)
    stray = sum(all(not tokens.jaccard(one, other) for other in gold) for one in here)
    return Count(alike, len(gold) + stray, len(gold) + stray)
