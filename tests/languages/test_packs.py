"""The same questions to every pack: a new language must answer them all."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from recoupe.errors import PackError, UnknownLanguageError
from recoupe.languages import Pack, available, pack
from recoupe.languages.page import Labels
from recoupe.languages.tables import TABLES
from recoupe.languages.words import Words
from recoupe.model import Article
from recoupe.reading.parse import parse
from recoupe.reading.reader import read_parse

FOLDER = Path(str(importlib.import_module("recoupe.languages").__file__)).parent


@pytest.mark.parametrize("code", available())
def test_every_table_has_its_shape_and_fits_it(code: str) -> None:
    files = {path.stem for path in (FOLDER / code).glob("*.toml")}
    assert files == set(TABLES)
    for name, shape in TABLES.items():
        assert isinstance(pack(code).table(name, shape), shape)


def shapes(root: type[Words]) -> Iterator[type[Words]]:
    """Yield a shape and those inside it, each with keys of its own."""
    yield root
    waiting: list[object] = [field.annotation for field in root.model_fields.values()]
    for kind in waiting:
        waiting.extend(get_args(kind))
        if isinstance(kind, type) and issubclass(kind, Words):
            yield from shapes(kind)


@cache
def names_read(part: str) -> frozenset[str]:
    """Return every attribute and string that a part of the package names, in code or template."""
    paths = sorted((FOLDER.parent / part).rglob("*"))
    texts = [p.read_text(encoding="utf-8") for p in paths if p.suffix in {".py", ".html"}]
    return frozenset(name for text in texts for name in re.findall(r"[.\"](\w+)", text))


SHAPES = dict.fromkeys(kind for root in TABLES.values() for kind in shapes(root))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_key_is_read_by_somebody(shape: type[Words]) -> None:
    known = set(shape.model_fields) - {"examples"}  # which these tests read
    assert known - names_read("dossier" if shape is Labels else "") == set()


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
        Pack("en").table("pack", Wrong)
