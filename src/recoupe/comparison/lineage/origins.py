"""Where the words that two reports share come from, as far as either of them says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.comparison.lineage.credits import Credit, CreditKind
from recoupe.comparison.lineage.dating import Version
from recoupe.comparison.lineage.relation import Relation
from recoupe.comparison.lineage.tiling import Match
from recoupe.comparison.lineage.wording import Wording
from recoupe.model import Origin, Reading

NEAR: Final = 250
"""Code points around a passage in which a credit speaks of it."""
_ENOUGH: Final = 1.0
_WEIGHTS: Final[dict[CreditKind, tuple[float, float]]] = {
    "signed": (4.0, 4.0),
    "partly": (2.0, 2.0),
    "told": (3.0, 1.0),
    "source": (2.5, 1.0),
}
"""What a credit counts near a shared passage, and elsewhere in the report."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two reports, with all that its origin is told by, and its older versions."""

    reading: Reading
    wording: Wording
    credits: tuple[Credit, ...]
    versions: tuple[Version, ...] = ()


def origin_of(
    one: Side, other: Side, matches: Sequence[Match], relation: Relation
) -> Origin | None:
    """Return the origin of what two reports share; ``None`` where nothing names it.

    Of text, it is the agency that most credits name: other media are credited for a sentence, not
    for a text. Of a quotation, it is where it was said, else who said it.
    """
    here = [(match.here, one) for match in matches]
    there = [(match.there, other) for match in matches]
    if relation == "same_quote":
        quoted = [
            (words, side)
            for match in matches
            for words, side in ((match.here, one), (match.there, other))
            if _is_quoted(match, one, other)
        ]
        return _medium(quoted) or _speaker(quoted)
    votes: defaultdict[Origin, float] = defaultdict(float)
    for side, stretches in ((one, here), (other, there)):
        for credit in side.credits:
            if credit.origin.kind == "agency":
                near = any(_near(credit, words, side) for words, _ in stretches)
                votes[credit.origin] += _WEIGHTS[credit.kind][0 if near else 1]
    return _first(votes)


def said_by(one: Side, other: Side, match: Match, here: range, there: range) -> Origin | None:
    """Return the origin of words that both quote; a post has its author's name, if both give it."""
    origin = origin_of(one, other, [match], "same_quote")
    if origin is None or origin.kind != "post":
        return origin
    names = sorted({*speakers(one, here)} & {*speakers(other, there)})
    return Origin("post", f"{names[0]}, {origin.name}") if names else origin


def _is_quoted(match: Match, one: Side, other: Side) -> bool:
    quoted = sum(one.wording.quoted[i] or other.wording.quoted[j] for i, j in match.pairs)
    return 2 * quoted >= len(match.pairs)


def _medium(stretches: Iterable[tuple[range, Side]]) -> Origin | None:
    """Return the medium or network that is credited beside most of the words."""
    votes: defaultdict[Origin, float] = defaultdict(float)
    for words, side in stretches:
        for credit in side.credits:
            aired = credit.kind == "told" or credit.origin.kind == "outlet"
            if aired and credit.span is not None and _near(credit, words, side):
                votes[credit.origin] += len(words) / (1 + _distance(credit, words, side) / 50)
    return _first(votes)


def _speaker(stretches: Iterable[tuple[range, Side]]) -> Origin | None:
    votes: defaultdict[Origin, float] = defaultdict(float)
    for words, side in stretches:
        for name in speakers(side, words):
            votes[Origin("statement", name)] += len(words)
    return _first(votes)


def speakers(side: Side, words: range) -> Iterator[str]:
    """Yield the names of those whose statements hold some of ``words``."""
    start, end = side.wording.starts[words[0]], side.wording.ends[words[-1]]
    for statement in side.reading.statements:
        holds = any(span.start < end and start < span.end for span in statement.content)
        if holds and statement.speaker_name:
            yield statement.speaker_name


def _first(votes: dict[Origin, float]) -> Origin | None:
    """Return the origin with most votes, the first by name where two are equal."""
    ranked = sorted(votes, key=lambda origin: (-votes[origin], origin.kind, origin.name or ""))
    return ranked[0] if ranked and votes[ranked[0]] >= _ENOUGH else None


def _near(credit: Credit, words: range, side: Side) -> bool:
    return credit.span is not None and _distance(credit, words, side) <= NEAR


def _distance(credit: Credit, words: range, side: Side) -> int:
    """Return how many code points lie between a credit in the text and a passage."""
    assert credit.span is not None  # noqa: S101
    start, end = side.wording.starts[words[0]], side.wording.ends[words[-1]]
    return max(start - credit.span.end, credit.span.start - end, 0)
