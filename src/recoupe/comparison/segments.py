"""Sentences and words of a text as stretches, for lining up two texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

TELLING_WORDS: Final = 4
TELLING_LENGTH: Final = 20
"""So many words and code points can hardly stand in two places by chance."""

_END: Final = re.compile(r"(?<![.!?…])[.!?…]++(?:\s?[»”]|[\"’')\]])*+(?=\s)|\n")
"""Where a sentence ends, roughly: one cut too many does no harm. Linear on any text."""

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch ``[start, end)`` and its words, without white space at the edges."""

    start: int
    end: int
    words: str


def sentences(text: str) -> tuple[Segment, ...]:
    """Return the sentences of a text, each within one line; only white space is in none."""
    return tuple(_sentences(text))


def tokens(text: str, parts: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return the words and punctuation marks in ``parts`` of a text, in order."""
    return tuple(
        Segment(found.start(), found.end(), found.group())
        for part in parts
        for found in _TOKEN.finditer(text, part.start, part.end)
    )


def longer_words(text: str) -> list[str]:
    """Return the words of more than three letters, and the numbers."""
    return [word for word in _WORD.findall(text) if len(word) > 3 or word.isdigit()]


def is_telling(words: str) -> bool:
    """Whether words are so many that standing twice by chance is unlikely."""
    return len(words) >= TELLING_LENGTH and has_words(words, TELLING_WORDS)


def has_words(text: str, number: int = 1, start: int = 0, end: int | None = None) -> bool:
    """Whether at least ``number`` words stand in ``[start, end)`` of ``text``."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return len(list(islice(found, number))) == number


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` cuts no word of ``text`` at its edges."""
    return not (_joined(text, start) or _joined(text, end))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return ``[start, end)`` without white space at its edges; an empty stretch if all is."""
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    return left, max(left, left + len(words.strip()))


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and bool(_WORD.fullmatch(text, at - 1, at + 1))


def _sentences(text: str) -> Iterator[Segment]:
    at = 0
    for end in [*(found.end() for found in _END.finditer(text)), len(text)]:
        part = text[at:end]
        words = part.strip()
        if words:
            left = at + part.index(words[0])
            yield Segment(left, left + len(words), words)
        at = end
