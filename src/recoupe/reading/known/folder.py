"""Where imported lists are kept: one file a list, in the user's own data folder."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from recoupe.errors import KnownListError
from recoupe.reading.imports import imports_folder

FOLDER_VARIABLE: Final = "RECOUPE_KNOWN"
SUFFIX: Final = ".known.sqlite"
_NAME: Final = re.compile(r"[\w][\w.-]{0,99}")


def lists_folder() -> Path:
    """Return where imported lists are kept: a folder of the user, or ``RECOUPE_KNOWN``."""
    return imports_folder("known", FOLDER_VARIABLE)


def list_path(name: str) -> Path:
    """Return where the list called ``name`` is kept, whether it is there or not.

    Raises :class:`KnownListError` for what cannot be a list's name.
    """
    if not _NAME.fullmatch(name):
        raise KnownListError(
            "a list's name has letters, digits, full stops and hyphens only",
            where=name,
            remedy="give another with --name",
        )
    return lists_folder() / f"{name}{SUFFIX}"


def imported() -> Iterator[Path]:
    """Yield the lists that are kept, by name."""
    yield from sorted(lists_folder().glob(f"*{SUFFIX}"))


def name_of(path: Path) -> str:
    """Return the name of the list kept at ``path``."""
    return path.name.removesuffix(SUFFIX)


def kept_copy(file: Path) -> Path:
    """Return where the list in ``file`` is kept that was never imported: by its contents."""
    from platformdirs import user_cache_path

    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()[:16]
    stem = file.name.split(".")[0] or "list"
    return user_cache_path("recoupe") / "known" / digest / f"{stem}{SUFFIX}"
