"""Casefiles that are handed over, with a cross-check, and what comes of them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.engine import LocalEngine
from recoupe.export.formats import FORMATS, Asked
from recoupe.export.material import Choice, Material, material
from recoupe.filing.checking import check_case
from recoupe.languages import pack
from recoupe.model import Draft
from recoupe.store import Casefile, new_casefile
from tests.store.building import report

THERE = tuple(name for name, one in FORMATS.items() if one.there)
"""The formats that can be written here; whether all can is asked by the tests marked `interop`."""
AT = "2022-05-06T10:00:00.000000+00:00"
ONE, TWO, THREE = (f"https://paper{number}.example/story" for number in (1, 2, 3))
WITNESS = "Jonas Vilks"
TOWN = "Port-Clair"


def filled(folder: Path) -> Casefile:
    """Return a casefile of three reports of one attack: two name a woman, one a witness."""
    casefile = new_casefile(str(folder), author="Ana")
    casefile.add_report(*report(ONE, version="2"), author="Ana")
    casefile.add_report(*report(TWO, killed=14, version="2"), author="Ana")
    casefile.add_report(*report(THREE, speaker=WITNESS, version="2"), author="Ana")
    return casefile


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    """A casefile with a cross-check, in which nobody is protected; only to be read."""
    with filled(tmp_path_factory.mktemp("plain") / "case") as casefile:
        check_case(casefile, LocalEngine())
        yield casefile


@pytest.fixture(scope="session")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    """The same casefile with its witness and its town protected; only to be read."""
    with filled(tmp_path_factory.mktemp("guarded") / "case") as casefile:
        check_case(casefile, LocalEngine())
        one, _, three = (found.reading for found in casefile.readings())
        casefile.add_review(Draft("protect", "entity", three.entities[0].id, "Ana"))
        casefile.add_review(Draft("protect", "place", one.places[0].id, "Ana"))
        yield casefile


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Casefile]:
    """The same casefile without a cross-check, to be written to."""
    with filled(tmp_path / "case") as casefile:
        yield casefile


def handed(casefile: Casefile, *, protected: bool = False, language: str = "en") -> Material:
    """Return what a casefile hands over."""
    return material(casefile, "dam", AT, language=language, choice=Choice(protected=protected))


def written(name: str, what: Material, *, language: str = "en", bom: bool = False) -> bytes:
    """Return the bytes of a material in a format."""
    stream = io.BytesIO()
    FORMATS[name].write(what, Asked(pack(language), bom), stream)
    return stream.getvalue()


def table(name: str, packed: bytes) -> list[dict[str, str]]:
    """Return the rows of a table of a zip, as any program reads CSV."""
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        text = files.read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))
