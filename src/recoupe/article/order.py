"""The page's own order of blocks: where captions stand, and what was run together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.article.blocks import Source

_LONGEST_CAPTION: Final = 80
_GALLERY: Final = 3
"""Captions in a row from which they are those of a gallery, not of the report's pictures."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one block, white space made single, and what its mark-up says it is."""

    text: str
    mark: str | None = None


def in_order(sources: Sequence[Source], pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the captions of the report's pictures between them.

    ``sources`` are the page's blocks. A piece in which several of them were run together is cut at
    their edges.
    """
    places: dict[str, list[int]] = {}
    for at, source in enumerate(sources):
        places.setdefault(source.text, []).append(at)
    cut = [
        part
        for piece in pieces
        for part in ([piece] if piece.text in places else _cut(piece, sources))
    ]
    return _with_captions(cut, sources, places)


def _cut(piece: Piece, sources: Sequence[Source]) -> Iterator[Piece]:
    """Yield the page's blocks that were run together in a piece; the piece itself if none were."""
    found: list[Source] = []
    at = 0
    for source in sources:
        if at < len(piece.text) and piece.text.startswith(source.text, at):
            found.append(source)
            at += len(source.text)
            at += piece.text.startswith(" ", at)
    if at < len(piece.text) or len(found) < 2:
        yield piece
        return
    for source in found:
        mark = "caption" if source.caption else "heading" if source.heading else "paragraph"
        yield Piece(source.text, mark)


def _with_captions(
    pieces: list[Piece], sources: Sequence[Source], places: dict[str, list[int]]
) -> list[Piece]:
    own = [places.get(piece.text, []) for piece in pieces]
    known = [found[0] for found in own if len(found) == 1]
    if not known:
        return pieces
    inside = {piece.text for piece in pieces}
    captions = _captions(sources, _top(sources, min(known)), max(known), inside)
    result: list[Piece] = []
    for piece, found in zip(pieces, own, strict=True):
        while captions and len(found) == 1 and captions[0] < found[0]:
            result.append(Piece(sources[captions.pop(0)].text, "caption"))
        is_caption = len(found) == 1 and sources[found[0]].caption
        result.append(Piece(piece.text, "caption") if is_caption else piece)
    return result


def _top(sources: Sequence[Source], first: int) -> int:
    """Return where the report begins: at the last heading above its first block, if near."""
    for at in range(first, max(first - 15, -1), -1):
        if sources[at].heading:
            return at
    return first


def _captions(sources: Sequence[Source], first: int, last: int, inside: set[str]) -> list[int]:
    """Return where captions stand among the blocks of the report; galleries are left out."""
    runs: list[list[int]] = []
    for at in range(first, last):
        source = sources[at]
        if not source.caption or source.text in inside:
            continue
        if len(source.text.split()) > _LONGEST_CAPTION:
            continue
        if runs and at - runs[-1][-1] <= 2:
            runs[-1].append(at)
        else:
            runs.append([at])
    return [at for run in runs if len(run) <= _GALLERY for at in run]
