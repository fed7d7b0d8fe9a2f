"""Direct, mixed or indirect: read off the quotation marks, with one function for gold and found.

A corpus that names no kinds (PolNeAR) can so be scored by kind as well, and a statement that
answers no gold one has a kind to be counted under.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recoupe.evaluation.gold_records import Range
from recoupe.model import StatementKind

KINDS: Final[tuple[StatementKind, ...]] = ("direct", "mixed", "indirect")

_OPENS: Final = "«"
_CLOSES: Final = "»"
_TOGGLES: Final = '"“”„'
"""Marks that writers and their software put on the wrong side: each opens or closes in turn."""


class QuotedWords:
    """Which letters of a text stand between double quotation marks, paragraph by paragraph.

    A quotation that is not closed ends with its paragraph. Single marks are not looked at: they
    cannot be told from apostrophes by their form.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._quoted = tuple(_quoted(text))

    def kind(self, content: Sequence[Range]) -> StatementKind:
        """Return ``direct`` where all letters and digits are quoted, ``indirect`` where none are.

        Content without a letter is indirect.
        """
        inside = {
            self._quoted[at]
            for start, end in content
            for at in range(start, end)
            if self._text[at].isalnum()
        }
        if inside == {True}:
            return "direct"
        return "mixed" if len(inside) == 2 else "indirect"


def _quoted(text: str) -> Iterator[bool]:
    depth, straight = 0, False
    for char in text:
        if char == "\n":
            depth, straight = 0, False
        elif char == _OPENS:
            depth += 1
        elif char == _CLOSES:
            depth = max(0, depth - 1)
        elif char in _TOGGLES:
            straight = not straight
        yield depth > 0 or straight
