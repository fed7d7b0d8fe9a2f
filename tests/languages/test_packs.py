"""The same questions to every pack: a new language must answer them all."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.errors import PackError, UnknownLanguageError
from recoupe.languages import available, pack
from recoupe.languages.words import Words
from recoupe.model import Article
from recoupe.reading.parse import parse
from recoupe.reading.reader import read_parse

FOLDER = Path(str(importlib.import_module("recoupe.languages").__file__)).parent
SHAPELESS = {"pack"}
"""``pack.toml`` has its shape in ``pack.py`` beside the class that reads it."""


def shapes() -> dict[str, type[Words]]:
    """Return the shape of every table: the class of ``<table>.py`` that the table validates."""
    found: dict[str, type[Words]] = {}
    for file in sorted((FOLDER / "en").glob("*.toml")):
        if file.stem in SHAPELESS:
            continue
        module = importlib.import_module(f"recoupe.languages.{file.stem}")
        classes = [
            value
            for value in vars(module).values()
            if isinstance(value, type)
            and issubclass(value, Words)
            and value.__module__ == module.__name__
        ]
        found[file.stem] = classes[0] if len(classes) == 1 else _outermost(classes)
    return found


def _outermost(classes: list[type[Words]]) -> type[Words]:
    """Return the one class that no other of its module has as a field."""
    inner = {
        part
        for shape in classes
        for field in shape.model_fields.values()
        for part in classes
        if part.__name__ in str(field.annotation)
    }
    profiles = {shape for shape in classes if shape.__name__ == "CountingProfile"}
    [outermost] = set(classes) - inner - profiles
    return outermost


@pytest.mark.parametrize("code", available())
def test_every_table_has_its_shape_and_fits_it(code: str) -> None:
    for name, shape in shapes().items():
        assert isinstance(pack(code).table(name, shape), shape)


@pytest.mark.parametrize("code", available())
def test_a_pack_says_what_it_is(code: str) -> None:
    about = pack(code).about
    assert about.code == code
    assert about.pipelines
    assert len(about.examples) >= 3


@pytest.mark.models
@pytest.mark.parametrize("code", available())
def test_every_example_is_read(code: str, article_of: Callable[..., Article]) -> None:
    for example in pack(code).about.examples:
        reading = read_parse(parse(article_of(example, code)), counting="recoupe")
        assert [statement.speaker_name for statement in reading.statements] != [], example


def test_an_unknown_language_is_an_error_that_says_which_there_are() -> None:
    with pytest.raises(UnknownLanguageError, match="no language pack for 'tlh'; packs installed"):
        pack("tlh")


def test_a_misspelt_key_is_never_a_silently_empty_table() -> None:
    class Wrong(Words):
        nothing: tuple[str, ...]

    with pytest.raises(PackError, match=r"languages/en/pack.toml: nothing: Field required"):
        type(pack("en"))("en").table("pack", Wrong)
