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
_WIDEST: Final = 140
"""Characters: no hand and no mail program wraps lines wider."""
_NARROWEST: Final = 30
_FULL: Final = 0.75
"""Of the width: how long a line is that was wrapped rather than ended."""
_OVERLONG: Final = 1.15
_SHARE: Final = 0.15
"""Of lines that break off and go on in lower case. Where each line is a paragraph there is none."""


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

    In wrapped text many lines break off within a sentence, which the next one goes on with in
    lower case, and none of them is much longer than the others.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a.group == b.group]
    broken = [a for a, b in pairs if not _closed(text, a) and text[b.start].islower()]
    if len(broken) < max(2, _SHARE * len(pairs)):
        return None
    lengths = sorted(len(a) for a, _ in pairs)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    return width if _NARROWEST <= width <= _WIDEST else None


def _joined(text: str, lines: list[Line], width: int | None) -> Iterator[tuple[int, int]]:
    """Yield the stretches of one group of lines."""
    first = lines[0]
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        if after is None:
            yield first.start, line.end
        elif width is None or _parts(text, line, after, width, opens=line is first):
            yield first.start, line.end
            first = after


def _parts(text: str, line: Line, after: Line, width: int, *, opens: bool) -> bool:
    """Whether a paragraph ends between two lines of text wrapped at ``width``.

    It does after a sentence that ends before the line is full (or on a line too long to have been
    wrapped), and where the next line is set in. A short line that ``opens`` a stretch and does
    not break off is a heading.
    """
    size = len(line)
    if _closed(text, line):
        set_in = after.indent > line.indent + 1
        return set_in or size < _FULL * width or size > _OVERLONG * width
    return opens and size < _FULL * width and not text[after.start].islower()


def _closed(text: str, line: Line) -> bool:
    """Whether a line ends like a sentence."""
    return _ENDS.search(text, max(line.start, line.end - 6), line.end) is not None
