"""Gazetteers that a person imported: one folder each, made whole or not at all."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from recoupe.errors import GazetteerError
from recoupe.reading.gazetteer import dump, own
from recoupe.reading.gazetteer.building import build, mapped
from recoupe.reading.gazetteer.cache import data_version, gazetteer
from recoupe.reading.gazetteer.folding import fold, hashed
from recoupe.reading.gazetteer.index import Index
from recoupe.reading.gazetteer.merged import Gazetteer, Merged
from recoupe.reading.gazetteer.rejected import Rejected, Sieve
from recoupe.reading.gazetteer.sources import Row
from recoupe.reading.imports import imports_folder

FOLDER_VARIABLE: Final = "RECOUPE_GAZETTEERS"
REJECTED: Final = "rejected.tsv"
_FORMAT: Final = "1"
"""Raised whenever :mod:`building` writes other columns, or the readers other rows."""
_ABOUT: Final = "about.json"
_FIRSTS: Final = "firsts.txt"
_DRAFT: Final = ".draft-"
_NAME: Final = re.compile(r"\w[\w.-]{0,60}")
_START: Final = 65_536

Kind = Literal["own", "places", "names"]
"""A person's own list, which wins; GeoNames' places; GeoNames' names of places known already."""


@dataclass(frozen=True, slots=True)
class Imported:
    """One imported gazetteer. ``digest`` names its content: other content, another digest."""

    name: str
    kind: Kind
    source: str
    digest: str
    places: int
    names: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an import: the gazetteer, its folder, and the first rows it has not."""

    made: Imported
    folder: Path
    rejected: tuple[Rejected, ...]


def folder() -> Path:
    """Return where imported gazetteers are kept: a folder of the user, or RECOUPE_GAZETTEERS."""
    return imports_folder("gazetteers", FOLDER_VARIABLE)


def imported() -> tuple[Imported, ...]:
    """Return what is imported, by name."""
    if not folder().is_dir():
        return ()
    found = (path for path in sorted(folder().iterdir()) if (path / _ABOUT).is_file())
    return tuple(about(path) for path in found if not path.name.startswith(_DRAFT))


def about(path: Path) -> Imported:
    """Return what one folder holds; raise :class:`GazetteerError` where it cannot be used."""
    try:
        found = json.loads((path / _ABOUT).read_text(encoding="utf-8"))
        if found.pop("format") != _FORMAT:
            raise ValueError("made by another version of recoupe")
        return Imported(**found)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise GazetteerError(
            f"the gazetteer cannot be used ({error})",
            where=str(path),
            remedy="import its file again, or remove it with `recoupe gazetteer remove`",
        ) from None


def import_file(
    path: Path,
    name: str,
    *,
    classes: str = "AP",
    parent: Path | None = None,
    advance: dump.Advance = lambda _: None,
) -> Outcome:
    """Compile a file into a gazetteer called ``name``, in the place of one of that name.

    ``classes`` are the feature classes taken from GeoNames' places. Raises
    :class:`GazetteerError` where the file cannot be read, or holds no place.
    """
    if not _NAME.fullmatch(name):
        raise GazetteerError(
            f"{name!r} is no name for a gazetteer",
            remedy="use letters, digits, - and _ (option --name)",
        )
    parent = parent or folder()
    kind = _kind(path)
    parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=parent))
    try:
        sieve = Sieve(draft / REJECTED)
        firsts: set[int] = set()
        found = _read(path, kind, classes, advance)
        places, names = build(_noting(sieve.sifted(found), firsts, kind), draft)
        if not places:
            why = f": {sieve.first[0].where}: {sieve.first[0].why}" if sieve.first else ""
            raise GazetteerError(
                f"holds no place that can be used{why}",
                where=str(path),
                remedy="see docs/places.md for what can be imported",
            )
        digest = _digest(path, kind, classes)
        made = Imported(name, kind, path.name, digest, places, names, sieve.count)
        text = json.dumps({"format": _FORMAT, **asdict(made)}, ensure_ascii=False, indent=1)
        (draft / _FIRSTS).write_text("\n".join(map(str, sorted(firsts))), encoding="ascii")
        (draft / _ABOUT).write_text(text, encoding="utf-8")
        _replace(draft, parent / name)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Outcome(made, parent / name, tuple(sieve.first))


def _noting(rows: Iterable[Row], firsts: set[int], kind: Kind) -> Iterator[Row]:
    """Yield the rows, and note how names of several words in a person's own list begin."""
    for row in rows:
        if kind == "own":
            folded = (fold(name).split() for name in row.names)
            firsts.update(hashed(words[0]) for words in folded if len(words) > 1)
        yield row


def _replace(draft: Path, place: Path) -> None:
    """Put a finished folder in its place; an older one goes first, out of the way."""
    if place.exists():
        away = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=place.parent))
        place.rename(away / "old")
        shutil.rmtree(away, ignore_errors=True)
    draft.rename(place)


def _kind(path: Path) -> Kind:
    """Return what a file holds, by its first line; GeoJSON and CSV are a person's own lists."""
    try:
        with path.open("rb") as file:
            start = file.read(_START).decode("utf-8", "replace")
    except OSError as error:
        raise GazetteerError(
            str(error.strerror).lower(), where=str(path), remedy="name a file that can be read"
        ) from None
    if start.startswith("PK"):
        raise GazetteerError("is a zip archive", where=str(path), remedy="unzip it first")
    line = start.partition("\n")[0]
    if dump.is_places(line):
        return "places"
    return "names" if dump.is_names(line) else "own"


def _read(path: Path, kind: Kind, classes: str, advance: dump.Advance) -> Iterator[Row | Rejected]:
    if kind == "places":
        return dump.places(path, classes, advance)
    if kind == "names":
        return dump.names(path, _geonames(), advance)
    if path.suffix.lower() in {".json", ".geojson"}:
        return own.mapped_features(path, advance)
    return own.listed(path, advance)


def _geonames() -> list[Index]:
    """Return the indexes that tell where a GeoNames number lies."""
    dumps = [item for item in imported() if item.kind == "places"]
    return [*(_opened(folder() / item.name)[1] for item in dumps), gazetteer()]


def _digest(path: Path, kind: Kind, classes: str) -> str:
    """Return a name for exactly what an import made of a file."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    digest.update(f" {_FORMAT} {kind} {classes if kind == 'places' else ''}".encode())
    if kind == "names":
        digest.update(data_version().encode())
        digest.update("".join(i.digest for i in imported() if i.kind == "places").encode())
    return digest.hexdigest()[:16]


def remove(name: str) -> None:
    """Remove an imported gazetteer; raise :class:`GazetteerError` where there is none so called."""
    if not _NAME.fullmatch(name) or not (folder() / name).is_dir():
        raise _unknown(name)
    away = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=folder()))
    (folder() / name).rename(away / "old")
    shutil.rmtree(away, ignore_errors=True)


def chosen(wanted: Sequence[str] | None) -> tuple[str, ...]:
    """Return the folders of the gazetteers to read with, beside the packaged one.

    ``wanted`` are names of imported ones and files of one's own, which are compiled first;
    ``None`` means everything imported, and "none" nothing. Raises :class:`GazetteerError`.
    """
    if wanted is None:
        paths = [folder() / item.name for item in imported()]
    else:
        paths = [_path(each) for each in wanted if each != "none"]
    for path in paths:
        _opened(path)  # a damaged one is said once, and not of every report
    return tuple(str(path) for path in dict.fromkeys(paths))


def _path(wanted: str) -> Path:
    if _NAME.fullmatch(wanted) and (folder() / wanted / _ABOUT).is_file():
        return folder() / wanted
    path = Path(wanted)
    if not path.is_file():
        raise _unknown(wanted)
    from platformdirs import user_cache_path

    kept = user_cache_path("recoupe") / "gazetteers" / _digest(path, _kind(path), "AP")
    name = re.sub(r"[^\w.-]", "-", path.stem).lstrip(".-")[:60] or "places"
    if (kept / name / _ABOUT).is_file():
        return kept / name
    outcome = import_file(path, name, parent=kept)
    if outcome.made.rejected:
        first = outcome.rejected[0]
        raise GazetteerError(
            f"{outcome.made.rejected} rows are no places; the first: {first.why}",
            where=f"{path}, {first.where}",
            remedy="mend them, or `recoupe gazetteer import` the file, which leaves them out",
        )
    return outcome.folder


def _unknown(name: str) -> GazetteerError:
    known = ", ".join(item.name for item in imported()) or "none"
    return GazetteerError(
        f"{name!r} is neither an imported gazetteer nor a file",
        remedy=f"imported are: {known}; see `recoupe gazetteer import --help`",
    )


@lru_cache(maxsize=8)
def opened(folders: tuple[str, ...]) -> Gazetteer:
    """Return the packaged gazetteer with these others: own lists before it, GeoNames' behind."""
    if not folders:
        return gazetteer()
    found = [_opened(Path(path)) for path in folders]
    lists = [index for item, index in found if item.kind == "own"]
    dumps = [index for item, index in found if item.kind != "own"]
    firsts = frozenset(key for index in lists for key in index.firsts)
    return Merged(lists, (gazetteer(), *dumps), firsts=firsts)


def used(folders: tuple[str, ...]) -> tuple[str, str]:
    """Return the names and the versions of the gazetteers read with, for a reading's record."""
    found = [about(Path(path)) for path in folders]
    names = ("packaged", *(item.name for item in found))
    return "+".join(names), "+".join((data_version(), *(item.digest for item in found)))


def _opened(path: Path) -> tuple[Imported, Index]:
    item = about(path)
    try:
        firsts = map(int, (path / _FIRSTS).read_text(encoding="ascii").split())
        return item, Index(mapped(path), own=item.kind == "own", firsts=frozenset(firsts))
    except (OSError, ValueError) as error:
        raise GazetteerError(
            f"the gazetteer is damaged ({error})",
            where=str(path),
            remedy=f"import {item.source} again",
        ) from None
