"""What reports show: which pictures and films, their files, and who shows the same."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Final, Protocol

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.engine import Row

from recoupe.errors import StoreError
from recoupe.model import WarcRecord
from recoupe.model.media import Exif, Frame, MediaFile, Piece, ShownMedia, Signature
from recoupe.store import archived, chain
from recoupe.store.answers import Source
from recoupe.store.database import Database
from recoupe.store.remembering import Remembered
from recoupe.store.rows import Values
from recoupe.store.schema import article_media, articles, captures, media
from recoupe.store.sources import SOURCE, source_of
from recoupe.store.vault import Vault

Files = Mapping[str, tuple[MediaFile, bytes]]
_BYTES: Final = ("grey", "windows")
_MANY: Final = 500
_PUBLISHED: Final = func.coalesce(articles.c.corrected_published, articles.c.published)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A version of a report that shows a file, at ``url``.

    ``published`` is when it was published, ``captured_at`` when captured, both ISO 8601.
    """

    sha256: str
    source: Source
    published: str | None
    captured_at: str
    url: str


class Shows(Protocol):
    """Verbs that answer what reports show."""

    def media_of(self, article: str) -> tuple[tuple[ShownMedia, MediaFile | None], ...]:
        """Return what an article shows, in order; with what its file is, where that is kept."""
        ...

    def pieces(self) -> tuple[Piece, ...]:
        """Return the pieces of evidence of the casefile: files that show the same are one."""
        ...

    def sightings(self, files: Sequence[str], *, latest: bool = True) -> tuple[Sighting, ...]:
        """Return which versions of reports show some files, those published first first.

        They are the latest of each report, or all.
        """
        ...

    def files_of(self, reports: Sequence[str]) -> frozenset[str]:
        """Return the hashes of the kept files that some articles show."""
        ...

    def media_file(self, sha256: str) -> tuple[MediaFile, bytes]:
        """Return a kept file with its bytes; raise :class:`StoreError` where it is not kept."""
        ...


class Showing:
    """The verbs of :class:`Shows`, over a casefile's database and its captured bytes."""

    database: Database
    vault: Vault

    @cached_property
    def _pieces(self) -> Remembered[tuple[Piece, ...]]:
        return Remembered(1)

    def add_media(
        self,
        article: str,
        shown: Sequence[ShownMedia],
        files: Files,
        *,
        author: str,
        records: Sequence[WarcRecord] = (),
    ) -> None:
        """Keep what an article shows, and the files that were given; what is kept stays."""
        for name, (_, content) in files.items():
            self.vault.put(name, content)
        archived.put(self.vault, records)
        with self.database.writing(lasting=False) as connection:
            done = _keep(connection, self.vault, article, shown, files)
            if records:
                done += archived.keep_shown(connection, self.vault, records, article)
            if done:
                chain.append(connection, author, done)

    def media_of(self, article: str) -> tuple[tuple[ShownMedia, MediaFile | None], ...]:
        """Return what an article shows, in order; with what its file is, where that is kept."""
        joined = article_media.outerjoin(media, media.c.sha256 == article_media.c.media)
        wanted = select(article_media, *_OF_FILE).select_from(joined)
        wanted = wanted.where(article_media.c.article == article).order_by(article_media.c.turn)
        with self.database.reading() as connection:
            rows = connection.execute(wanted).all()
        return tuple((_shown(row), _file(row) if row.sha256 else None) for row in rows)

    def pieces(self) -> tuple[Piece, ...]:
        """Return the pieces of evidence of the casefile: files that show the same are one."""
        with self.database.reading() as connection:
            state = connection.execute(select(func.count()).select_from(media)).scalar_one()

            def made() -> tuple[Piece, ...]:
                files = [_file(row) for row in connection.execute(select(*_OF_FILE))]
                from recoupe.comparison.media import likenesses_of, pieces_of

                return pieces_of(files, likenesses_of(files))

            return self._pieces.get("pieces", state, made)

    def sightings(self, files: Sequence[str], *, latest: bool = True) -> tuple[Sighting, ...]:
        """Return which versions of reports show some files, those published first first.

        They are the latest of each report, or all.
        """
        joined = article_media.join(articles, articles.c.id == article_media.c.article)
        joined = joined.join(captures, captures.c.id == articles.c.capture)
        wanted = (
            select(
                article_media.c.media,
                article_media.c.url,
                _PUBLISHED.label("published"),
                captures.c.captured_at,
                *SOURCE,
            )
            .select_from(joined)
            .order_by(article_media.c.number)
        )
        if latest:
            wanted = wanted.where(articles.c.latest)
        rows: list[Any] = []
        with self.database.reading() as connection:
            for at in range(0, len(files), _MANY):
                some = article_media.c.media.in_(files[at : at + _MANY])
                rows += connection.execute(wanted.where(some))
        found = {
            (row.media, row.source_id): Sighting(
                row.media, source_of(row), row.published, row.captured_at, row.url
            )
            for row in reversed(rows)
        }
        return tuple(sorted(found.values(), key=first_seen))

    def files_of(self, reports: Sequence[str]) -> frozenset[str]:
        """Return the hashes of the kept files that some articles show."""
        found: set[str] = set()
        with self.database.reading() as connection:
            for at in range(0, len(reports), _MANY):
                some = article_media.c.article.in_(reports[at : at + _MANY])
                wanted = select(article_media.c.media).where(
                    some, article_media.c.media.is_not(None)
                )
                found.update(connection.execute(wanted).scalars())
        return frozenset(found)

    def media_file(self, sha256: str) -> tuple[MediaFile, bytes]:
        """Return a kept file with its bytes; raise :class:`StoreError` where it is not kept."""
        with self.database.reading() as connection:
            row = connection.execute(select(*_OF_FILE).where(media.c.sha256 == sha256)).first()
        if row is None:
            raise StoreError("no such picture or film is kept", where=sha256)
        return _file(row), self.vault.get(sha256)


def first_seen(one: Sighting) -> tuple[str, str, str, str]:
    """Return by what sightings are put in order: published, then captured; unknown days last."""
    return one.published or "9", one.captured_at, one.source.article, one.sha256


_OF_FILE: Final = (
    media.c.sha256,
    media.c.kind.label("file_kind"),
    media.c.media_type,
    media.c.bytes,
    media.c.width,
    media.c.height,
    media.c.duration,
    media.c.hashes,
    media.c.exif,
    media.c.made_with,
)


def _keep(
    connection: Connection,
    vault: Vault,
    article: str,
    shown: Sequence[ShownMedia],
    files: Files,
) -> list[chain.Done]:
    """Keep rows that are not there; return what was done."""
    known = set(
        connection.execute(select(media.c.sha256).where(media.c.sha256.in_(files))).scalars()
    )
    for name, (file, content) in sorted(files.items()):
        if name not in known:
            vault.put_within(connection, name, content)
            connection.execute(insert(media), _row(file))
    there = {
        row.url: row
        for row in connection.execute(
            select(article_media).where(article_media.c.article == article)
        )
    }
    altered = 0
    for turn, one in enumerate(_beyond(shown, there), len(there)):
        values = {"article": article, "turn": turn, "kind": one.kind, "url": one.url,
                  "start": one.start, "end": one.end, "media": one.sha256}  # fmt: skip
        connection.execute(insert(article_media), values)
        altered += 1
    for one in shown:
        row = there.get(one.url)
        if row is not None and row.media is None and one.sha256 is not None:
            here = update(article_media).where(article_media.c.number == row.number)
            connection.execute(here.values(media=one.sha256))
            altered += 1
    if not altered and not set(files) - known:
        return []
    told = [[one.kind, one.url, one.sha256] for one in shown]
    return [chain.Done("media", article, {"shown": chain.value_hash(told)})]


def _beyond(shown: Iterable[ShownMedia], there: Mapping[str, Any]) -> list[ShownMedia]:
    """Return what is shown at addresses that are not kept yet, each once."""
    return [one for one in {one.url: one for one in shown}.values() if one.url not in there]


def _shown(row: Row[Any]) -> ShownMedia:
    return ShownMedia(row.kind, row.url, row.start, row.end, row.media)


def _row(file: MediaFile) -> Values:
    frames = [asdict(frame) for frame in file.frames]
    for frame in frames:
        told = frame["signature"]
        told.update({name: base64.b64encode(told[name]).decode() for name in _BYTES})
    said = {name: value for name, value in asdict(file.exif).items() if value is not None}
    return {
        "sha256": file.sha256,
        "kind": file.kind,
        "media_type": file.media_type,
        "bytes": file.bytes,
        "width": file.width,
        "height": file.height,
        "duration": file.duration,
        "hashes": {"frames": frames, "trouble": file.trouble},
        "exif": said,
        "made_with": file.made_with,
    }


def _file(row: Any) -> MediaFile:  # noqa: ANN401 - a row of any width
    return MediaFile(
        sha256=row.sha256,
        kind=row.file_kind,
        media_type=row.media_type,
        bytes=row.bytes,
        width=row.width,
        height=row.height,
        duration=row.duration,
        frames=tuple(map(_frame, row.hashes["frames"])),
        exif=Exif(**row.exif),
        trouble=row.hashes["trouble"],
        made_with=row.made_with,
    )


def _frame(said: Mapping[str, Any]) -> Frame:
    told = dict(said["signature"])
    told.update({name: base64.b64decode(told[name]) for name in _BYTES})
    return Frame(said["at"], said["until"], Signature(**told))
