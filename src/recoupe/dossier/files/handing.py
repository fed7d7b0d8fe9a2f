"""Handing over: a casefile, or a story of it, as a dossier in a folder or in one file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from recoupe.dossier import wording
from recoupe.dossier.files.folder import write_folder
from recoupe.dossier.files.making import Dossier, Progress
from recoupe.dossier.files.one_story import one_story
from recoupe.dossier.files.single import write_single
from recoupe.dossier.files.written import Written
from recoupe.dossier.masked import masked_note
from recoupe.errors import UsageError
from recoupe.export.masking import NOTHING_MASKED, Masked
from recoupe.export.masking.kept import masked_store
from recoupe.store import Readable, Store
from recoupe.version import __version__

_ONE_FILE: Final = frozenset({".html", ".htm"})


@dataclass(frozen=True, slots=True)
class Handed:
    """What is asked of a dossier.

    ``story`` is the id of the only story wanted, ``protected`` asks for everything unmasked,
    ``captures`` for the bytes that reports were made from. ``remark`` stands at every foot.
    """

    language: str = "en"
    story: str | None = None
    protected: bool = False
    captures: bool = False
    remark: str = ""


def write_dossier(
    store: Store,
    path: Path,
    asked: Handed,
    *,
    progress: Progress = lambda _what, _done, _all: None,
) -> Written:
    """Write a casefile as pages: into one file, where the name says ``.html``, else into a folder.

    Whoever and whatever is protected is masked in it. It is as it was when it was begun only if
    nobody else writes meanwhile. Raises :class:`UsageError` where it cannot be written there or so,
    :class:`StoreError` where there is no such story, :class:`UnknownLanguageError` where no pack
    knows the language.
    """
    in_one = path.suffix.lower() in _ONE_FILE and not path.is_dir()
    if in_one and asked.captures:
        raise UsageError(
            "one file holds no captured bytes", where="--with-captures", remedy="name a folder"
        )
    with _shown(store, asked) as (shown, masked):
        dossier = Dossier(
            shown,
            asked.language,
            note=_note(store, shown, asked, masked),
            masked=masked_note(masked, asked.language) if masked else None,
        )
        if in_one:
            written = write_single(path, dossier, progress=progress)
        else:
            written = write_folder(path, dossier, captures=asked.captures, progress=progress)
    return written.of(masked)


@contextmanager
def _shown(store: Store, asked: Handed) -> Iterator[tuple[Readable, Masked]]:
    """Yield what is shown of a casefile, and how much is masked in it."""
    if asked.protected:
        yield one_story(store, asked.story) if asked.story else store, NOTHING_MASKED
        return
    seen = masked_store(store, asked.language)
    try:
        yield one_story(seen, asked.story) if asked.story else seen, seen.masked
    finally:
        seen.close()


def _note(store: Store, shown: Readable, asked: Handed, masked: Masked) -> str:
    """Return what stands at the foot of every page."""
    words = wording.dossier_words(asked.language).files
    when = datetime.now(UTC).isoformat(timespec="minutes")
    told = [
        words.handed_over.format(
            when=wording.day(when, asked.language),
            case=wording.plain_line(shown.status().name),
            version=__version__,
        )
    ]
    if asked.story:
        told.append(words.one_story)
    if not asked.protected:
        told.append(masked_note(masked, asked.language))
    elif store.protected():
        told.append(words.unmasked)
    return " ".join([*told, asked.remark]).strip()
