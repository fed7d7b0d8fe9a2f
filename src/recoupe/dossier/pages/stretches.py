"""Stretches: a long text in parts that a browser opens at once, cut where a reader would pause."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.model import Article, Reading

MOST_CHARACTERS: Final = 40_000
MOST_RECORDS: Final = 450
"""Records whose rows one part has: about 1 kB of a page each."""
MOST_STATEMENTS: Final = 150
"""A statement's row and marks are about 2.5 kB of a page."""
MOST_MENTIONS: Final = 2_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part ``[start, end)`` of a text, the ``number``-th of ``total``, from 1."""

    start: int
    end: int
    number: int = 1
    total: int = 1

    def holds(self, position: int) -> bool:
        """Whether what begins at ``position`` is shown in this part."""
        return self.start <= position < self.end or (self.end == position and self.is_last)

    @property
    def is_last(self) -> bool:
        """Whether no part comes after this one."""
        return self.number == self.total


def stretches(reading: Reading) -> tuple[Stretch, ...]:
    """Return the parts that the text of a reading is shown in, one where it is not long."""
    cuts = list(_cuts(reading))
    edges = [0, *cuts, len(reading.article.text)]
    total = len(edges) - 1
    return tuple(Stretch(edges[at], edges[at + 1], at + 1, total) for at in range(total))


def stretch_at(parts: Sequence[Stretch], position: int) -> Stretch:
    """Return the part that holds a position of the text: the last, where it is beyond it."""
    found = bisect_right([part.start for part in parts], position) - 1
    return parts[max(0, found)]


def _cuts(reading: Reading) -> Iterator[int]:
    """Yield where each part but the first begins."""
    article = reading.article
    rows = _starts(reading)
    at = 0
    while (end := _furthest(rows, at, len(article.text))) < len(article.text):
        at = _pause(article, at, end)
        yield at


def _starts(reading: Reading) -> tuple[tuple[list[int], int], ...]:
    """Return where things begin in the text, each with how many of them a part may have."""
    statements = sorted(one.content[0].start for one in reading.statements)
    others = [one.span for one in reading.figures] + [one.span for one in reading.places]
    others += [one.span for one in reading.times] + [one.span for one in reading.evidence]
    others += [one.trigger for one in reading.events]
    others += [one.mentions[0] for one in reading.entities if one.mentions]
    mentions = [span for one in reading.entities for span in (*one.mentions, *one.pronouns)]
    return (
        (statements, MOST_STATEMENTS),
        (sorted([*statements, *(span.start for span in others)]), MOST_RECORDS),
        (sorted(span.start for span in mentions), MOST_MENTIONS),
    )


def _furthest(rows: Sequence[tuple[list[int], int]], at: int, end: int) -> int:
    """Return how far a part that begins at ``at`` may reach."""
    furthest = min(at + MOST_CHARACTERS, end)
    for starts, most in rows:
        first = bisect_right(starts, at - 1)
        if first + most < len(starts):
            furthest = min(furthest, starts[first + most])
    return max(furthest, at + 1)


def _pause(article: Article, at: int, end: int) -> int:
    """Return the last place before ``end`` to pause at: a block, a line, a word, or any."""
    half = at + max(1, (end - at) // 2)
    blocks = [block.start for block in article.blocks if half <= block.start <= end]
    if blocks:
        return blocks[-1]
    for pause in ("\n", " "):
        found = article.text.rfind(pause, half, end)
        if found >= 0:
            return found + 1
    return end
