"""Pictures and films: what a report shows, and which reports of a story show the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from recoupe.comparison.lineage.independent import Taken, independent
from recoupe.comparison.media.pieces import by_file
from recoupe.dossier.pictures import small_picture
from recoupe.errors import StoreError
from recoupe.model import Article, Derivation
from recoupe.model.media import Likeness, MediaFile, Piece, ShownMedia
from recoupe.store import Readable
from recoupe.store.answers import Source
from recoupe.store.media import Sighting, first_seen

PIECES: Final = 20
"""Pieces of evidence that the page of a story shows, those that most reports lean on."""
SHOWN: Final = 40
"""Pictures and films that the page of a report shows."""
_OTHERS: Final = 10
"""Other reports that are named beside one of them."""

How = Literal["first", "bytes", "same", "mirrored", "part"]
"""How a report shows a piece: it was first; in the same bytes; altered; mirrored; beside others."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """Something that a report shows, with its caption, its file if it is kept, and who has it too.

    ``picture`` is a ``data:`` address of it in small.
    """

    shown: ShownMedia
    caption: str
    file: MediaFile | None
    picture: str | None
    others: tuple[Leaning, ...]


@dataclass(frozen=True, slots=True)
class Leaning:
    """A report that leans on a piece of evidence, and how it shows it.

    ``share`` is how much of the picture, or of the film's length, it has in common with the first;
    ``None`` where they were not compared with each other. ``inside`` says whether the report is of
    the story that is shown.
    """

    source: Source
    published: str | None
    captured_at: str
    sha256: str
    how: How
    share: float | None
    inside: bool


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One piece of evidence, with every report that leans on it, the first first.

    ``first_published`` and ``first_captured`` are the reports where it was first seen, by either
    time; ``origins`` how many independent origins the reports are of.
    """

    id: str
    file: MediaFile
    picture: str | None
    reports: tuple[Leaning, ...]
    origins: int
    first_captured: Leaning

    @property
    def first_published(self) -> Leaning | None:
        """The report that was published first, ``None`` where no day is known."""
        return next((one for one in self.reports if one.published), None)


def shown_lines(store: Readable, article: Article) -> tuple[ShownLine, ...]:
    """Return what a report shows, in order, each with the other reports that show the same."""
    kept = store.media_of(article.id)
    if not any(file for _, file in kept):
        return tuple(ShownLine(one, _caption(article, one), None, None, ()) for one, _ in kept)
    pieces = by_file(store.pieces())
    lines = []
    for one, file in kept[:SHOWN]:
        others = _others(store, pieces.get(file.sha256, ()), article, file.sha256) if file else ()
        picture = None if file is None else _small(store, file)
        lines.append(ShownLine(one, _caption(article, one), file, picture, others))
    return tuple(lines)


def _others(
    store: Readable, pieces: Sequence[Piece], article: Article, shown: str
) -> tuple[Leaning, ...]:
    """Return the other reports that show the same as a file of an article."""
    seen = _seen(store, pieces)
    found = [
        one
        for piece in pieces
        for one in _leaning(piece, seen, frozenset(), beside=shown)
        if one.source.article != article.id
    ]
    once = {one.source.article: one for one in reversed(found)}
    return tuple(sorted(once.values(), key=_first)[:_OTHERS])


def evidence_lines(
    store: Readable, reports: Sequence[str], lineage: Iterable[Derivation]
) -> tuple[EvidenceLine, ...]:
    """Return the pieces of evidence that reports of a story lean on, those of most reports first.

    ``reports`` are articles. No more than :data:`PIECES` are returned.
    """
    files = store.files_of(reports)
    if not files:
        return ()
    pieces = [one for one in store.pieces() if not files.isdisjoint((*one.files, *one.parts))]
    seen = _seen(store, pieces)
    told = [(one, _leaning(one, seen, frozenset(reports))) for one in pieces]
    taken = [Taken(one.report, one.source, one.origin.name, one.share) for one in lineage]
    ordered = sorted((one for one in told if one[1]), key=lambda one: (-len(one[1]), one[0].id))
    return tuple(_evidence(store, piece, those, taken) for piece, those in ordered[:PIECES])


def _seen(store: Readable, pieces: Iterable[Piece]) -> Mapping[str, tuple[Sighting, ...]]:
    """Return who shows the files of pieces, by the file's hash."""
    names = sorted({name for piece in pieces for name in (*piece.files, *piece.parts)})
    found: dict[str, tuple[Sighting, ...]] = {}
    for one in store.sightings(names):
        found[one.sha256] = (*found.get(one.sha256, ()), one)
    return found


def _evidence(
    store: Readable, piece: Piece, told: tuple[Leaning, ...], taken: Sequence[Taken]
) -> EvidenceLine:
    first = next((one for one in told if one.sha256 in piece.files), told[0])
    file, content = store.media_file(first.sha256)
    names = {one.source.article: one.source.outlet for one in told}
    back = frozenset(one.source.article for one in told if one.source.withdrawn)
    return EvidenceLine(
        id=piece.id,
        file=file,
        picture=small_picture(file, content),
        reports=told,
        origins=independent(names, taken, names, back),
        first_captured=min(told, key=lambda one: (one.captured_at, one.source.article)),
    )


def _leaning(
    piece: Piece,
    by: Mapping[str, tuple[Sighting, ...]],
    inside: frozenset[str],
    *,
    beside: str | None = None,
) -> tuple[Leaning, ...]:
    """Return the reports that show a piece, each once, those published first first.

    How each shows it is told in comparison with the file ``beside``, or else with the first.
    """
    names = (*piece.files, *piece.parts)
    seen = sorted((one for name in names for one in by.get(name, ())), key=first_seen)
    if not seen:
        return ()
    leader = next((one for one in seen if one.sha256 in piece.files), seen[0])
    like, told = _likenesses(piece), beside or leader.sha256
    once: dict[str, Sighting] = {}
    for one in seen:
        once.setdefault(one.source.article, one)
    return tuple(
        Leaning(
            source=one.source,
            published=one.published,
            captured_at=one.captured_at,
            sha256=one.sha256,
            how="first" if one is leader and not beside else _how(piece, one.sha256, told),
            share=_share(like, one.sha256, told),
            inside=one.source.article in inside,
        )
        for one in once.values()
    )


def _how(piece: Piece, name: str, beside: str) -> How:
    """Return how one file shows a piece in comparison with another."""
    if name == beside:
        return "bytes"
    if name in piece.parts:
        return "part"
    return "mirrored" if (name in piece.mirrored) != (beside in piece.mirrored) else "same"


def _likenesses(piece: Piece) -> Mapping[frozenset[str], Likeness]:
    return {frozenset((one.here, one.there)): one for one in piece.likenesses}


def _share(like: Mapping[frozenset[str], Likeness], name: str, leader: str) -> float | None:
    """Return how much of the first file another one shows."""
    found = like.get(frozenset((name, leader)))
    if found is None:
        return None
    return found.covers[0] if found.here == leader else found.covers[1]


def _first(one: Leaning) -> tuple[str, str, str]:
    return one.published or "9", one.captured_at, one.source.article


def _small(store: Readable, file: MediaFile) -> str | None:
    try:
        return small_picture(*store.media_file(file.sha256))
    except StoreError:  # its bytes are lost: recoupe verify tells
        return None


def _caption(article: Article, one: ShownMedia) -> str:
    return article.text[one.start : one.end]
