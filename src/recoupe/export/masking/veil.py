"""One article with the words of whatever is protected masked, and where its spans stand then."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recoupe.export.masking.names import Found, replaced
from recoupe.model import Article, Span


@dataclass(frozen=True, slots=True)
class Veil:
    """An article whose text is masked; ``shown`` is that article, ``found`` what was replaced."""

    shown: Article
    found: tuple[Found, ...]

    def span(self, span: Span) -> Span:
        """Return where the words of a span of the report stand in the masked text.

        A span that begins or ends within masked words has all of them.
        """
        return self.shown.span(*self.place(span.start, span.end))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where words ``[start, end)`` of the report stand in the masked text."""
        return self._start(start), self._end(end)

    def _start(self, offset: int) -> int:
        shift = 0
        for one in self.found:
            if one.end > offset:
                return min(offset, one.start) + shift
            shift += _grown(one)
        return offset + shift

    def _end(self, offset: int) -> int:
        shift = 0
        for one in self.found:
            if one.start >= offset:
                return offset + shift
            shift += _grown(one)
            if one.end >= offset:
                return one.end + shift
        return offset + shift


def veiled(article: Article, found: Iterable[Found]) -> Veil:
    """Return an article with stretches of its text replaced by labels in square brackets."""
    apart = joined(found)
    text = replaced(article.text, apart)
    bare = Veil(replace(article, text=text, blocks=(), links=()), apart)
    blocks = tuple(
        replace(block, start=bare._start(block.start), end=bare._end(block.end))
        for block in article.blocks
    )
    links = tuple(
        replace(link, start=bare._start(link.start), end=bare._end(link.end))
        for link in article.links
        if link.start < link.end
    )
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Veil(replace(bare.shown, text_sha256=sha256, blocks=blocks, links=links), apart)


def joined(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return stretches in order; those that overlap are one, called as the first of them is."""
    apart: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if apart and one.start < apart[-1].end:
            apart[-1] = replace(apart[-1], end=max(apart[-1].end, one.end))
        else:
            apart.append(one)
    return tuple(apart)


def stretches(spans: Sequence[Span], label: str) -> list[Found]:
    """Return spans as stretches to be replaced by one label."""
    return [Found(span.start, span.end, label) for span in spans]


def _grown(one: Found) -> int:
    """Return by how many code points a text grows where a stretch of it is replaced."""
    return len(one.label) + 2 - (one.end - one.start)
