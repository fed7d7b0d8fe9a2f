"""Where the words that were looked for stand, and a readable stretch around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from recoupe.store.words.asked import Asked
from recoupe.store.words.phrases import standing
from recoupe.store.words.terms import Term
from recoupe.words.tokens import Token, tokens

Place = tuple[int, int]

_LONGEST_WORD: Final = 30
"""Code points without a space that are left off to cut no word; more are a script without any."""


def found(text: str, asked: Asked, start: int = 0, end: int | None = None) -> list[Place]:
    """Return where in ``text[start:end]`` the words looked for stand: in order, none in another.

    Places are half-open and in code points of ``text``. A word that the stretch cuts is left out.
    """
    end = len(text) if end is None else min(end, len(text))
    whole = _whole_words(text, start, end)
    words = list(tokens(text, *whole))
    places = [place for term in asked.terms for place in _forms(words, term)]
    for phrase in asked.phrases:
        places.extend(standing(text, phrase, *whole))
    return _joined(sorted(places))


def context(
    text: str, start: int, end: int, found: Sequence[Place] = (), width: int = 160
) -> Place:
    """Return a stretch of ``text`` of at most ``width`` code points around ``text[start:end]``.

    Where that is longer, the stretch lies around the first of ``found`` within it, or at its start.
    It begins and ends where white space is, if that is within 30 code points, and does not leave
    the lines of what it is made around.
    """
    start, end = _seed(start, end, found, width)
    left, right = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    right = len(text) if right < 0 else right
    spare = max(0, width - (end - start))
    before = min(start - left, max(spare // 2, spare - (right - end)))
    after = min(right - end, spare - before)
    return _trimmed(text, (start - before, end + after), (start, end))


def _seed(start: int, end: int, found: Sequence[Place], width: int) -> Place:
    """Return what the stretch is made around, at most ``width`` long."""
    if end - start > width:
        inside = (place for place in found if start <= place[0] and place[1] <= end)
        start, end = next(inside, (start, start))
    return start, min(end, start + width)


def _trimmed(text: str, stretch: Place, kept: Place) -> Place:
    """Return the stretch without cut words and white space at its ends, never less than kept."""
    start, end = stretch
    starts = range(start, min(kept[0], start + _LONGEST_WORD) + 1)
    ends = range(end, max(kept[1], end - _LONGEST_WORD) - 1, -1)
    start = next((at for at in starts if not _cuts(text, at)), start)
    end = next((at for at in ends if not _cuts(text, at)), end)
    while start < kept[0] and text[start].isspace():
        start += 1
    while end > kept[1] and text[end - 1].isspace():
        end -= 1
    return start, end


def _cuts(text: str, at: int) -> bool:
    """Whether ``at`` lies within what white space stands around."""
    return 0 < at < len(text) and not text[at - 1].isspace() and not text[at].isspace()


def _whole_words(text: str, start: int, end: int) -> Place:
    """Return the stretch without the parts of words at its ends."""
    while start < end and start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while end > start and end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return start, end


def _forms(words: Sequence[Token], term: Term) -> Iterator[Place]:
    size = len(term.folded)
    fits = cache(term.fits)
    for first in range(len(words) - size + 1):
        run = words[first : first + size]
        if fits(tuple([token.folded for token in run])):
            yield run[0].start, run[-1].end


def _joined(places: Iterable[Place]) -> list[Place]:
    """Return places in order, those that overlap as one."""
    joined: list[Place] = []
    for start, end in places:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
