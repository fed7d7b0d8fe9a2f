"""A language pack: one folder of tables, the same file names in every language.

A reader takes a pack as an argument and never asks which language it is. To add a language, add a
folder beside ``en`` and ``fr`` with the same files; nothing else changes (docs/languages.md).
"""

from __future__ import annotations

import tomllib
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import ValidationError

from recoupe.errors import PackError, UnknownLanguageError
from recoupe.languages.words import Words

TableT = TypeVar("TableT", bound=Words)


class About(Words):
    """``pack.toml``: what the language is called and which spaCy pipelines read it.

    ``pipelines`` are importable package names in order of preference; the first one installed is
    used. ``examples`` are sentences that every reader must get through.
    """

    code: str
    name: str
    pipelines: tuple[str, ...]
    examples: tuple[str, ...]


class Pack:
    """The tables of one language, each read and checked the first time it is asked for."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._tables: dict[str, Words] = {}

    def __repr__(self) -> str:
        return f"Pack({self.code!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return pack, (self.code,)

    @cached_property
    def about(self) -> About:
        """What the language is called and which pipelines read it."""
        return self.table("pack", About)

    def table(self, name: str, shape: type[TableT]) -> TableT:
        """Return the table in ``name.toml`` as a ``shape``, read once a process.

        Raises :class:`PackError` naming the file and the key where it is missing or malformed.
        """
        if name not in self._tables:
            self._tables[name] = _load(self.code, name, shape)
        table = self._tables[name]
        assert isinstance(table, shape), f"{name} was loaded as {type(table).__name__}"  # noqa: S101
        return table


def _load(code: str, name: str, shape: type[TableT]) -> TableT:
    file = _folder() / code / f"{name}.toml"
    where = f"languages/{code}/{name}.toml"
    try:
        return shape.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise PackError("the table is missing", where=where) from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"not TOML: {error}", where=where) from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise PackError(f"{key}: {first['msg']}", where=where) from error


def _folder() -> Traversable:
    return files("recoupe.languages")


@cache
def available() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of the packs that are installed, in alphabetical order."""
    return tuple(
        sorted(
            entry.name
            for entry in _folder().iterdir()
            if entry.is_dir() and (entry / "pack.toml").is_file()
        )
    )


@cache
def pack(code: str) -> Pack:
    """Return the one pack of a language; raise :class:`UnknownLanguageError` if there is none."""
    if code not in available():
        raise UnknownLanguageError(
            f"no language pack for {code!r}",
            remedy=f"packs installed: {', '.join(available())}; --language forces one",
        )
    return Pack(code)
