"""What reports show, of a masked casefile: nothing of reports in which anything is masked.

A picture shows faces and places that no word names, so nothing is shown of a report in which
anything is masked, and nowhere the place that a file says it was taken at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from recoupe.errors import StoreError
from recoupe.export.masking.state import State
from recoupe.model.media import Exif, MediaFile, Piece, ShownMedia
from recoupe.store import Store
from recoupe.store.media import Sighting

T = TypeVar("T")


class MaskedShowing:
    """The verbs of :class:`recoupe.store.media.Shows`, masked, over a casefile."""

    _store: Store
    _ask: Callable[[Callable[[State], T]], T]

    def media_of(self, article: str) -> tuple[tuple[ShownMedia, MediaFile | None], ...]:
        """Return what an article shows; nothing where anything is masked in it."""

        def asked(now: State) -> tuple[tuple[ShownMedia, MediaFile | None], ...]:
            if not _open(now, article):
                return ()
            return tuple(
                (shown, file if file is None else _masked(now, file))
                for shown, file in self._store.media_of(article)
                if _address(now, shown.url)
            )

        return self._ask(asked)

    def pieces(self) -> tuple[Piece, ...]:
        """Return the pieces of evidence, without the files of which nothing is shown."""

        def asked(now: State) -> tuple[Piece, ...]:
            pieces = self._store.pieces()
            files = [name for piece in pieces for name in (*piece.files, *piece.parts)]
            shut = self._shut(now, list(dict.fromkeys(files)))
            return tuple(kept for piece in pieces if (kept := _without(piece, shut)))

        return self._ask(asked)

    def sightings(self, files: Sequence[str], *, latest: bool = True) -> tuple[Sighting, ...]:
        """Return which reports show some files, without those in which anything is masked."""
        return self._ask(lambda now: self._seen(now, files, latest=latest))

    def files_of(self, reports: Sequence[str]) -> frozenset[str]:
        """Return the files that reports show, of those in which nothing is masked."""

        def asked(now: State) -> frozenset[str]:
            some = [one for one in reports if _open(now, one)]
            files = self._store.files_of(some)
            return files - self._shut(now, sorted(files))

        return self._ask(asked)

    def media_file(self, sha256: str) -> tuple[MediaFile, bytes]:
        """Return a file that a report shows in which nothing is masked."""

        def asked(now: State) -> tuple[MediaFile, bytes]:
            if not self._seen(now, [sha256]) or self._shut(now, [sha256]):
                raise StoreError("no such picture or film is kept", where=sha256)
            file, content = self._store.media_file(sha256)
            return _masked(now, file), content

        return self._ask(asked)

    def _seen(
        self, now: State, files: Sequence[str], *, latest: bool = True
    ) -> tuple[Sighting, ...]:
        return tuple(
            replace(one, source=now.answers.source(one.source))
            for one in self._store.sightings(files, latest=latest)
            if _open(now, one.source.article) and _address(now, one.url)
        )

    def _shut(self, now: State, files: Sequence[str]) -> frozenset[str]:
        """Return the files that a version of a report shows in which anything is masked."""
        shown = self._store.sightings(files, latest=False)
        return frozenset(one.sha256 for one in shown if not _open(now, one.source.article))


def _without(piece: Piece, shut: frozenset[str]) -> Piece | None:
    """Return a piece without some files, ``None`` where nothing is left that is it."""
    files = tuple(name for name in piece.files if name not in shut)
    if not files:
        return None
    parts = tuple(name for name in piece.parts if name not in shut)
    return replace(
        piece,
        files=files,
        parts=parts,
        mirrored=piece.mirrored - shut,
        likenesses=tuple(
            one for one in piece.likenesses if one.here not in shut and one.there not in shut
        ),
    )


def _open(now: State, article: str) -> bool:
    """Whether nothing is masked in an article."""
    return article not in now.masker.veils and article not in now.masker.hidden.articles


def _address(now: State, url: str) -> bool:
    """Whether an address says no name that may not be said."""
    return now.masker.through().address(url) is not None


def _masked(now: State, file: MediaFile) -> MediaFile:
    """Return a file without the place that it says it was taken at, and without names."""
    if not now.masker.masked:
        return file
    said: Exif = now.masker.through().plain(file.exif)
    return replace(file, exif=replace(said, lat=None, lon=None, altitude=None))
