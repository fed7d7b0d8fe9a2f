"""What the finders of one pattern each bring in, before they are settled into attributions."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model import Stance

Place = tuple[int, int]
"""``[start, end)`` in code points of the article's text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement found by ``pattern``; ``confidence`` where it is known apart from the pattern's.

    ``stance`` is told last, once for all findings (``stances.py``).
    """

    content: tuple[Place, ...]
    cue: Place | None
    source: Place | None
    pattern: str
    stance: Stance = "asserts"
    confidence: float | None = None

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where its content ends."""
        return self.content[-1][1]

    @property
    def extent(self) -> Place:
        """From the first of its words, cue and source included, to the last."""
        places = [*self.content, *filter(None, (self.cue, self.source))]
        return min(start for start, _ in places), max(end for _, end in places)
