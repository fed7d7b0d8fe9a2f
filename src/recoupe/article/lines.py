"""Bare text into the stretches that its writer meant as one: lines, or lines wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

_LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_GAP: Final = re.compile(r"(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])")
_ENDS: Final = re.compile(r"""[.!?…:;]["'»”’)\]\s]*$""")
_LETTER: Final = re.compile(r"\w")
_WRAPPED: Final = range(45, 121)
"""Widths at which people and mail programs wrap lines by hand, in characters."""
_FULL: Final = 0.75
"""Of the width: how long a line is that was wrapped rather than ended."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line with words on it: ``[start, end)`` without the white space around it.

    ``group`` counts the stretches between blank lines; ``indent`` the white space before it.
    """

    start: int
    end: int
    group: int
    indent: int

    def __len__(self) -> int:
        return self.end - self.start


def stretches(text: str) -> list[tuple[int, int]]:
    """Return the ``[start, end)`` of each paragraph, headline, caption... of ``text``, in order.

    Blank lines always part. Lines that follow each other are each their own, unless they were
    wrapped by hand.
    """
    found: list[tuple[int, int]] = []
    lines = list(_lines(text))
    width = _width(text, lines)
    for _, group in groupby(lines, key=lambda line: line.group):
        found += _joined(text, list(group), width)
    return found


def _lines(text: str) -> Iterator[Line]:
    group, last = 0, 0
    for match in _LINE.finditer(text):
        raw = match.group()
        words = raw.strip()
        if not words:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        if last and len(_GAP.findall(text, last, start)) > 1:
            group += 1
        last = start + len(words)
        yield Line(start, last, group, start - match.start())


def _width(text: str, lines: list[Line]) -> int | None:
    """Return the width that lines were wrapped at; ``None`` where they were not.

    In wrapped text most lines that are followed by another end within a sentence, and all of
    them near the same width.
    """
    inner = [a for a, b in pairwise(lines) if a.group == b.group]
    if len(inner) < 2:
        return None
    lengths = sorted(len(line) + line.indent for line in inner)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    full = [line for line in inner if len(line) >= _FULL * width]
    broken = [
        line for line in full if not _ENDS.search(text, max(line.start, line.end - 6), line.end)
    ]
    wrapped = (
        width in _WRAPPED
        and max(lengths) <= 1.3 * width
        and len(full) >= 0.5 * len(inner)
        and len(broken) >= 0.6 * len(full)
    )
    return width if wrapped else None


def _joined(text: str, lines: list[Line], width: int | None) -> Iterator[tuple[int, int]]:
    """Yield the stretches of one group of lines."""
    start = lines[0].start
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        if after is not None and width is not None and not _parts(text, line, after, width):
            continue
        yield start, line.end
        if after is not None:
            start = after.start


def _parts(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether a paragraph ends between two lines of wrapped text."""
    if after.indent > line.indent + 1:
        return True
    short = len(line) + line.indent < _FULL * width
    first = text[after.start : after.start + 1]
    return short and (
        bool(_ENDS.search(text, max(line.start, line.end - 6), line.end)) or not first.islower()
    )
