"""Short accounts of one event, written for the demo from public facts.

The newsrooms are imaginary, and each account says at its foot what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

NOTE: Final = (
    "Written for the Recoupe demo from public facts; the newsrooms are imaginary. "
    "Textes écrits pour la démonstration de Recoupe à partir de faits publics ; les rédactions "
    "sont imaginaires."
)
"""Stands at the foot of every page of the demo."""


@contextmanager
def reports() -> Iterator[tuple[Path, ...]]:
    """Yield the bundled reports, in order, as files that exist while the context lasts."""
    with as_file(files("recoupe.demo").joinpath("reports")) as folder:
        yield tuple(sorted(path for path in folder.iterdir() if path.is_file()))
