"""Names that may not be said: found in any text, whatever their case, accents and hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final
from urllib.parse import unquote

from recoupe.words.folding import folded

_WORD: Final = re.compile(
    "(?:[^\\W_]"  # a letter or digit, with its accents and what cannot be seen
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060]*)+"
)
_INNER: Final = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
"""Where one word of "#JonasVilks" ends and the next begins."""
_GAP: Final = 3
"""Code points that may stand between two words of one name."""
_SHORT: Final = 3
"""Letters below which a word alone is a name only where it has a capital."""
_GLUED: Final = 4
"""Letters from which on a name is found within an address, wherever it stands in it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: where it stands, and what is to stand there."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    folded: str
    capital: bool


@dataclass(slots=True)
class Names:
    """Names with the label of each; the longest that fits is found."""

    _first: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    _glued: set[str] = field(default_factory=set)

    def add(self, name: str, label: str) -> None:
        """Let a whole name be found, and written as one word in addresses."""
        words = tuple(word.folded for word in _words(name))
        if not words:
            return
        told = self._first.setdefault(words[0], [])
        if all(other != words for other, _ in told):
            told.append((words, label))
            told.sort(key=lambda one: -len(one[0]))
        if len("".join(words)) >= _GLUED:
            self._glued.add("".join(words))

    def add_words(self, name: str, label: str, *, but: Iterable[str] = ()) -> None:
        """Let each word of a person's name be found alone, but for particles and titles.

        A particle is a word that is written without a capital.
        """
        left_out = {folded(one) for one in but}
        for word in _words(name):
            if word.capital and word.folded not in left_out and len(word.folded) > 1:
                self.add(name[word.start : word.end], label)

    def __bool__(self) -> bool:
        return bool(self._first)

    def found(self, text: str, *, anywhere: bool = False) -> Iterator[Found]:
        """Yield the names in a text, in order, none within another.

        A short word alone counts only with a capital, but ``anywhere`` always.
        """
        if not self._first:
            return
        words = list(_words(text))
        at = 0
        while at < len(words):
            fits = self._fits(words, at, anywhere=anywhere)
            if fits is None:
                at += 1
            else:
                length, label = fits
                yield Found(words[at].start, words[at + length - 1].end, label)
                at += length

    def _fits(self, words: Sequence[_Word], at: int, *, anywhere: bool) -> tuple[int, str] | None:
        for wanted, label in self._first.get(words[at].folded, ()):
            there = words[at : at + len(wanted)]
            if tuple(word.folded for word in there) != wanted or not _together(there):
                continue
            short = len(wanted) == 1 and len(wanted[0]) < _SHORT
            if anywhere or not short or there[0].capital:
                return len(wanted), label
        return None

    def masked(self, text: str) -> str:
        """Return a text with every name in it replaced by its label in square brackets."""
        return replaced(text, self.found(text))

    def in_address(self, address: str) -> bool:
        """Whether an address or a file's path says a name, be it within a longer word."""
        plain = unquote(address)
        if next(self.found(plain, anywhere=True), None) is not None:
            return True
        whole = "".join(word.folded for word in _words(plain))
        return any(name in whole for name in self._glued)


def replaced(text: str, found: Iterable[Found]) -> str:
    """Return a text with labels in square brackets where names stand."""
    parts: list[str] = []
    at = 0
    for one in found:
        parts += [text[at : one.start], f"[{one.label}]"]
        at = one.end
    return "".join([*parts, text[at:]])


def key_of(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(word.folded for word in _words(name))


def is_proper(name: str, but: Iterable[str] = ()) -> bool:
    """Whether any word of a name has a capital, beside the words ``but``."""
    left_out = {folded(one) for one in but}
    return any(word.capital and word.folded not in left_out for word in _words(name))


def labels_apart(labels: Mapping[str, str], another: str) -> dict[str, str]:
    """Return labels by key of which no two are the same: the second of a kind is numbered."""
    counts: dict[str, int] = {}
    found = {}
    for key, label in labels.items():
        counts[label] = counts.get(label, 0) + 1
        number = counts[label]
        found[key] = label if number == 1 else another.format(label=label, number=number)
    return found


def _words(text: str) -> Iterator[_Word]:
    for run in _WORD.finditer(text):
        starts = [run.start(), *(run.start() + m.start() for m in _INNER.finditer(run[0]))]
        for start, end in zip(starts, [*starts[1:], run.end()], strict=True):
            word = text[start:end]
            plain = folded(word) or word.casefold()
            yield _Word(start, end, plain, not word[0].islower())


def _together(words: Sequence[_Word]) -> bool:
    """Whether words stand so close that they are one name."""
    return all(b.start - a.end <= _GAP for a, b in pairwise(words))
