"""Words that were put in, taken out, or put in the place of others, as a reader would mark them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from recoupe.comparison.alignment import Alignment
from recoupe.comparison.segments import has_words, trimmed
from recoupe.model import Article, PassageChange

FEW_WORDS: Final = 2
"""Changes of one sentence that are so many kept words apart, or fewer, are shown as one."""

_SENTENCE_ENDS: Final = re.compile(r"[.!?…]\s|\n")
_COMPOUND: Final = re.compile(r"\w[-'’]\w|\d[.,\s]\d")
"""Marks within one word or number: *l'usine*, *dix-sept*, *12 000*."""


@dataclass(frozen=True, slots=True, order=True)
class _Change:
    """``[start, end)`` of the older text became ``[now, until)`` of the newer; one may be empty."""

    start: int
    end: int
    now: int
    until: int


def passage_changes(
    before: Article, after: Article, alignment: Alignment
) -> tuple[PassageChange, ...]:
    """Return what was put in, taken out and replaced, in the order of the texts.

    Whole words, never letters; marks and signs alone come with the word before them. What only
    moved, and white space, is no change. Every word that is not kept is in a passage.
    """
    texts = before.text, after.text
    inside = _within_moved(alignment)
    changes = [
        change
        for gaps in (_gaps(alignment, inside), inside)
        for change in _joined(_widened(gaps, texts), texts)
    ]
    return tuple(_passage(change, before, after) for change in sorted(changes))


def _within_moved(alignment: Alignment) -> list[_Change]:
    """Return what changed within sentences that moved."""
    landed_next = dict(pairwise(alignment.landed))
    old = [run.before for run in alignment.runs]
    new = [run.after for run in alignment.runs]
    found: list[_Change] = []
    for one, two in pairwise(alignment.moves):
        gap = _Change(one.before_end, two.before, one.after_end, two.after)
        if (
            landed_next.get((one.after, one.after_end)) == (two.after, two.after_end)
            and bisect_left(old, gap.start) == bisect_left(old, gap.end)
            and bisect_left(new, gap.now) == bisect_left(new, gap.until)
            and not _SENTENCE_ENDS.search(alignment.before, gap.start, gap.end)
            and not _SENTENCE_ENDS.search(alignment.after, gap.now, gap.until)
        ):
            here = trimmed(alignment.before, gap.start, gap.end)
            there = trimmed(alignment.after, gap.now, gap.until)
            if here[0] < here[1] or there[0] < there[1]:
                found.append(_Change(*here, *there))
    return found


def _gaps(alignment: Alignment, inside: Sequence[_Change]) -> list[_Change]:
    """Return the stretches between runs and edges of sentences, without what moved and space.

    ``inside`` are the changes within moved sentences, which are not found again.
    """
    moved_here = deque(
        sorted(
            [(run.before, run.before_end) for run in alignment.moves]
            + [(change.start, change.end) for change in inside]
        )
    )
    moved_there = deque(
        sorted([*alignment.landed, *((change.now, change.until) for change in inside)])
    )
    gaps: list[_Change] = []
    runs = {(run.before, run.after) for run in alignment.runs}
    for mark, following in pairwise(alignment.marks):
        if mark in runs:
            continue
        here = list(_without(alignment.before, (mark[0], following[0]), moved_here))
        there = list(_without(alignment.after, (mark[1], following[1]), moved_there))
        if len(here) <= 1 and len(there) <= 1:
            old = here[0] if here else (mark[0], mark[0])
            new = there[0] if there else (mark[1], mark[1])
            gaps += [_Change(*old, *new)] if here or there else []
        else:
            gaps += [_Change(*old, mark[1], mark[1]) for old in here]
            gaps += [_Change(following[0], following[0], *new) for new in there]
    return gaps


def _without(
    text: str, stretch: tuple[int, int], moved: deque[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the parts of ``stretch`` that hold more than space and are not moved.

    The moved stretches that lie in it are taken off the front of ``moved``.
    """
    at, end = stretch
    while moved and moved[0][0] < end:
        start, stop = moved.popleft()
        part = trimmed(text, at, max(at, start))
        if part[0] < part[1]:
            yield part
        at = max(at, stop)
    part = trimmed(text, at, max(at, end))
    if part[0] < part[1]:
        yield part


def _widened(gaps: list[_Change], texts: tuple[str, str]) -> Iterator[_Change]:
    """Yield the changes with the rest of the words and numbers that they stand in."""
    floor = 0, 0
    for at, gap in enumerate(gaps):
        following = gaps[at + 1] if at + 1 < len(gaps) else None
        ceiling = (following.start, following.now) if following else (len(texts[0]), len(texts[1]))
        change = _with_compound(gap, texts, floor, ceiling) if _is_both(gap) else gap
        if not has_words(texts[0], 1, change.start, change.end) and not has_words(
            texts[1], 1, change.now, change.until
        ):
            change = _with_word_before(change, texts, floor)
        floor = change.end, change.until
        yield change


def _is_both(change: _Change) -> bool:
    return change.start < change.end and change.now < change.until


def _with_compound(
    change: _Change, texts: tuple[str, str], floor: tuple[int, int], ceiling: tuple[int, int]
) -> _Change:
    old, new = texts
    start, end, now, until = change.start, change.end, change.now, change.until
    while (
        start > floor[0]
        and now > floor[1]
        and old[start - 1] == new[now - 1]
        and (_within(old, start) or _within(new, now))
    ):
        start, now = start - 1, now - 1
    while (
        end < ceiling[0]
        and until < ceiling[1]
        and old[end] == new[until]
        and (_within(old, end) or _within(new, until))
    ):
        end, until = end + 1, until + 1
    return _Change(start, end, now, until)


def _within(text: str, at: int) -> bool:
    """Whether ``at`` lies inside a word, or a word of several parts, or a number."""
    around = text[max(at - 1, 0) : at + 1]
    return (len(around) == 2 and around.isalnum()) or any(
        start >= 0 and _COMPOUND.match(text, start) is not None for start in (at - 2, at - 1)
    )


def _with_word_before(change: _Change, texts: tuple[str, str], floor: tuple[int, int]) -> _Change:
    old, new = texts
    start, now = change.start, change.now
    in_word = False
    while start > floor[0] and now > floor[1] and old[start - 1] == new[now - 1] != "\n":
        if in_word and not old[start - 1].isalnum():
            break
        in_word = in_word or old[start - 1].isalnum()
        start, now = start - 1, now - 1
    return _Change(start, change.end, now, change.until) if in_word else change


def _joined(changes: Iterable[_Change], texts: tuple[str, str]) -> list[_Change]:
    joined: list[_Change] = []
    for change in changes:
        last = joined[-1] if joined else None
        if last is not None and _are_near(last, change, texts):
            joined[-1] = _Change(last.start, change.end, last.now, change.until)
        else:
            joined.append(change)
    return joined


def _are_near(one: _Change, two: _Change, texts: tuple[str, str]) -> bool:
    between = texts[0][one.end : two.start]
    return (
        one.end < two.start
        and between == texts[1][one.until : two.now]
        and not has_words(between, FEW_WORDS + 1)
        and _SENTENCE_ENDS.search(between) is None
    )


def _passage(change: _Change, before: Article, after: Article) -> PassageChange:
    old = before.trimmed(change.start, change.end)
    new = after.trimmed(change.now, change.until)
    if old is None or new is None:
        return PassageChange("added" if old is None else "removed", old, new)
    return PassageChange("replaced", old, new)
