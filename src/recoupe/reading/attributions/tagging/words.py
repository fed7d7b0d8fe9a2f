"""The words that the network reads: runs of letters and digits, and every mark by itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from recoupe.reading.attributions.finding import Place
from recoupe.reading.attributions.passages import Page

_WORD: Final = re.compile(r"\w+|[^\w\s]")

Run = tuple[int, int]
"""``[first, last)`` in words of an article."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article's readable blocks, in order.

    ``starts`` and ``ends`` are code points of the text; ``spaced`` says whether white space stands
    before a word, ``opening`` whether a sentence begins with it; ``sentences`` and ``blocks``
    number the sentence and the block that it stands in.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    spaced: tuple[bool, ...]
    opening: tuple[bool, ...]
    sentences: tuple[int, ...]
    blocks: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def run(self, place: Place) -> Run:
        """Return the words that begin in ``place``."""
        return bisect_left(self.starts, place[0]), bisect_left(self.starts, place[1])

    def place(self, run: Run) -> Place:
        """Return where a run that is not empty stands in the text."""
        return self.starts[run[0]], self.ends[run[1] - 1]

    def of(self, word: int) -> str:
        """Return a word as it is written."""
        return self.text[self.starts[word] : self.ends[word]]


def words_of(page: Page) -> Words:
    """Return the words of every block of a page that may be read."""
    text = page.text
    found: list[tuple[int, int, int]] = []
    for number, block in enumerate(page.parse.article.blocks):
        if not block.silent:
            found.extend((*m.span(), number) for m in _WORD.finditer(text, block.start, block.end))
    starts = tuple(start for start, _, _ in found)
    heads = {bisect_left(starts, sentence.start) for sentence in page.parse.sentences}
    opening = tuple(at in heads for at in range(len(starts)))
    return Words(
        text=text,
        starts=starts,
        ends=tuple(end for _, end, _ in found),
        spaced=tuple(start == 0 or text[start - 1].isspace() for start in starts),
        opening=opening,
        sentences=tuple(accumulate(int(head) for head in opening)),
        blocks=tuple(number for _, _, number in found),
    )
