"""The stretches that reported speech is looked for in: sentences, mended around quotations.

A pipeline ends sentences at every full stop, quoted or not. A passage is one or more of its
sentences that one quotation, a colon, or a small letter holds together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from recoupe.model import Block
from recoupe.reading.attributions.datelines import dateline_end
from recoupe.reading.drafts import Quotation
from recoupe.reading.parse import Parse, Sentence
from recoupe.reading.tokens import Token

_ENDS = frozenset(".?!…")
_STOPS = _ENDS | {";"}
_LONGEST: Final = 600
"""Tokens after which a passage ends at the next mark: lists and tables have no sentences."""
_MARKS: Final = 40
"""Marks among which a full stop is looked for."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens ``[first, last)`` of one block, and the outermost quotations that touch them."""

    block: Block
    first: int
    last: int
    quotes: tuple[int, ...]


class Page:
    """A parse and its quotations, with what the finders ask of both."""

    def __init__(self, parse: Parse, quotations: tuple[Quotation, ...]) -> None:
        self.parse = parse
        self.doc: tuple[Token, ...] = parse.words
        self.text = parse.article.text
        self.quotes = tuple(quote for quote in quotations if quote.depth == 0)
        self.quote_of = self._cover()

    def _cover(self) -> list[int]:
        cover = [-1] * len(self.doc)
        for number, quote in enumerate(self.quotes):
            for at in range(*self.parse.overlap(quote.span.start, quote.span.end)):
                cover[at] = number
        return cover

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Passages in order; every readable sentence is in exactly one."""
        groups: list[list[Sentence]] = []
        for sentence in self.parse.sentences:
            if groups and self._joined(groups[-1][-1], sentence):
                groups[-1].append(sentence)
            else:
                groups.append([sentence])
        return tuple(passage for group in groups for passage in self._cut(group))

    def passage_at(self, token: int) -> Passage | None:
        """Return the passage that a token stands in, if it may be read."""
        return next((some for some in self.passages if some.first <= token < some.last), None)

    def _cut(self, group: list[Sentence]) -> Iterator[Passage]:
        """Yield a group of sentences as one passage, or as several where it has no end in sight."""
        first, last = group[0].tokens.start, group[-1].tokens.end
        opens = group[0].start == group[0].block.start
        words = dateline_end(self.text, group[0].start, group[0].block.end) if opens else 0
        while first < last and (self.doc[first].is_space or self.doc[first].idx < words):
            first += 1
        while last > first and self.doc[last - 1].is_space:
            last -= 1
        while last - first > _LONGEST:
            cut = self._mark_after(first + _LONGEST, last)
            yield self._passage(group[0].block, first, cut)
            first = cut
        yield self._passage(group[0].block, first, last)

    def _mark_after(self, at: int, last: int) -> int:
        """Return the token after the next full stop outside quotations, or the next mark."""
        marks = (n for n in range(at, last) if self.quote_of[n] < 0 and self.doc[n].is_punct)
        near = list(islice(marks, _MARKS))
        stop = next((n for n in near if self.doc[n].text[-1] in _STOPS), None)
        return last if not near else (near[0] if stop is None else stop) + 1

    def _passage(self, block: Block, first: int, last: int) -> Passage:
        numbers = dict.fromkeys(n for n in self.quote_of[first:last] if n >= 0)
        return Passage(block, first, last, tuple(numbers))

    def _joined(self, before: Sentence, after: Sentence) -> bool:
        """Whether two sentences of the pipeline are one passage."""
        if before.block is not after.block:
            return False
        left, right = _last_word(before), _first_word(after)
        if left is None or right is None:
            return False
        number = self.quote_of[left.i]
        if number >= 0 and number == self.quote_of[right.i]:
            return True
        if right.text[0] in ",;:)]»" or left.text == ":":
            return True
        following = _word_after_bracket(self.doc, right) if right.text == "[" else right
        if following.text[0].islower() or following.text[0] == "-":
            return True
        unended = left.text[-1] not in _ENDS and number < 0
        apart = any("\n" in token.text for token in self.doc[left.i + 1 : right.i])
        return unended and (self.quote_of[right.i] < 0 or not apart)

    def start(self, token: int) -> int:
        """Return where a token starts, in code points."""
        return int(self.doc[token].idx)

    def end(self, token: int) -> int:
        """Return where a token ends, in code points."""
        return int(self.doc[token].idx + len(self.doc[token].text))

    def quote_starting(self, token: int) -> int:
        """Return the number of the outermost quotation that opens at this token, else -1."""
        number = self.quote_of[token] if token < len(self.doc) else -1
        if number >= 0 and self.quotes[number].span.start >= self.start(token):
            return number
        return -1

    def quote_tokens(self, number: int) -> tuple[int, int]:
        """Return the tokens ``[first, last)`` of an outermost quotation."""
        span = self.quotes[number].span
        return self.parse.overlap(span.start, span.end)


def _last_word(sentence: Sentence) -> Token | None:
    return next((token for token in reversed(sentence.words) if not token.is_space), None)


def _first_word(sentence: Sentence) -> Token | None:
    return next((token for token in sentence.words if not token.is_space), None)


def _word_after_bracket(doc: tuple[Token, ...], bracket: Token) -> Token:
    """Return the first word after an editor's bracket that closes within a few words."""
    for token in doc[bracket.i : bracket.i + 10]:
        if token.text == "]" and token.i + 1 < len(doc):
            return doc[token.i + 1]
    return bracket
