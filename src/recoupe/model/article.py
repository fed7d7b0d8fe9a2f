"""The article: one canonical text made once from a capture, with metadata and blocks."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final, Literal

from recoupe.errors import SpanError
from recoupe.model.capture import Capture, CaptureRecord
from recoupe.model.ids import content_id
from recoupe.model.metadata import Metadata, Withdrawal
from recoupe.model.span import ARTICLE_SEAL, Span

BlockKind = Literal["headline", "lead", "paragraph", "heading", "caption", "byline", "boilerplate"]

LinkKind = Literal["link", "embed", "image", "video", "audio"]
"""A link of words; a post or film shown from elsewhere; a picture, film or recording."""

SILENT_BLOCKS: Final[frozenset[str]] = frozenset({"byline", "boilerplate"})
"""Nothing is ever read from these."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``[start, end)`` of the text with one function on the page."""

    kind: BlockKind
    start: int
    end: int

    @property
    def silent(self) -> bool:
        """Whether nothing may be read from this block."""
        return self.kind in SILENT_BLOCKS


@dataclass(frozen=True, slots=True)
class Link:
    """An address that the page ties to the words ``[start, end)`` of the text.

    What the page shows between two blocks is tied to the words of its caption; without one, to no
    words: ``start`` and ``end`` are then both where it stands, behind the block before it.
    """

    kind: LinkKind
    url: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One canonical text, its blocks in order and without overlap, and what is known about it.

    ``published`` and ``modified`` are ISO 8601; ``language`` is an ISO 639-1 code. For text that
    came bare (``.txt``, ``text`` of a JSON object) ``text`` is that text to the letter, so that
    offsets hold in what the person gave. The only changes are one for one: U+FFFD for an unpaired
    surrogate; a byte-order mark is left out. ``links`` are those of a page; bare text has none.
    ``metadata`` is what the page or item says of its own report. ``recalled`` says that another
    version of the report takes it back, which the text itself does not know.
    """

    id: str
    input: str
    input_id: str | None
    url: str | None
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None
    modified: str | None
    language: str
    capture: CaptureRecord
    text: str
    text_sha256: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    metadata: Metadata | None = None
    recalled: Withdrawal | None = None

    @property
    def withdrawn(self) -> Withdrawal | None:
        """By what its publisher took the report back, in this version or in another."""
        own = self.metadata.withdrawal if self.metadata is not None else None
        return own or self.recalled

    @property
    def silent(self) -> bool:
        """Whether nothing may be read from any of it: it only tells that a report is taken back."""
        return bool(self.blocks) and all(block.silent for block in self.blocks)

    def span(self, start: int, end: int) -> Span:
        """Return the span ``[start, end)``; raise :class:`SpanError` where it holds no words."""
        if not 0 <= start < end <= len(self.text):
            raise SpanError(
                f"no words at [{start}, {end}) in a text of {len(self.text)} code points",
                where=self.id,
            )
        return Span(start, end, self.text[start:end], ARTICLE_SEAL)

    def trimmed(self, start: int, end: int) -> Span | None:
        """Return ``[start, end)`` without white space at its edges; ``None`` if nothing is left."""
        words = self.text[start:end]
        left = start + len(words) - len(words.lstrip())
        right = left + len(words.strip())
        return self.span(left, right) if left < right else None

    def claimed(self, start: int, end: int, text: str) -> Span:
        """Return the span only if its words are ``text`` to the letter, else raise SpanError."""
        span = self.span(start, end)
        if span.text != text:
            raise SpanError(f"[{start}, {end}) reads {span.text!r}, not {text!r}", where=self.id)
        return span

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds ``offset``, or ``None`` between blocks."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if index >= 0 and offset < self.blocks[index].end:
            return self.blocks[index]
        return None


def make_article(
    capture: Capture,
    text: str,
    blocks: tuple[Block, ...],
    *,
    title: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    modified: str | None = None,
    language: str,
    links: tuple[Link, ...] = (),
    metadata: Metadata | None = None,
) -> Article:
    """Return the article of ``capture`` with its ids and hashes; blocks and links are checked.

    What the page says of itself (``metadata``) is no part of its id.

    Raises :class:`SpanError` where blocks overlap, are empty, out of order or beyond the text, or
    links are beyond it.
    """
    end = 0
    for block in blocks:
        if not end <= block.start < block.end <= len(text):
            raise SpanError(f"block {block} does not follow {end}", where=capture.input)
        end = block.end
    for link in links:
        if not 0 <= link.start <= link.end <= len(text):
            raise SpanError(f"link {link} is beyond the text", where=capture.input)
    text_sha256 = hashlib.sha256(text.encode()).hexdigest()
    declared = capture.declared
    return Article(
        id=content_id("report", declared.url, declared.input_id, capture.sha256, text_sha256),
        input=capture.input,
        input_id=declared.input_id,
        url=declared.url,
        outlet=outlet,
        title=title,
        byline=byline,
        published=published,
        modified=modified,
        language=language,
        capture=CaptureRecord(
            capture.sha256, len(capture.content), capture.media_type, capture.captured_at
        ),
        text=text,
        text_sha256=text_sha256,
        blocks=blocks,
        links=links,
        metadata=metadata,
    )
