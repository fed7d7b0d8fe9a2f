"""The span: the exact words of one article, and where they stand.

Corresponds to the Web Annotation data model's TextPositionSelector and TextQuoteSelector together.
"""

from __future__ import annotations

from dataclasses import InitVar, dataclass
from typing import Final

from recoupe.errors import SpanError

ARTICLE_SEAL: Final = object()
"""Only :mod:`recoupe.model.article` passes this; every other construction of a span is refused."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open ``[start, end)`` in code points of one article's text, and the words themselves.

    Made only by :meth:`Article.span` and its siblings, so ``article.text[start:end] == text``
    always holds.
    """

    start: int
    end: int
    text: str
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        if seal is not ARTICLE_SEAL:
            raise SpanError(
                "a span was made without its article", remedy="use Article.span(start, end)"
            )

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def key(spans: tuple[Span, ...]) -> str:
    """Return the positions of ``spans`` as text, for content-derived ids."""
    return " ".join(f"{span.start}-{span.end}" for span in spans)
