"""A casefile with hostile names and a text in two parts, and its dossier in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.dossier.files import Handed, write_dossier
from recoupe.store import Casefile
from tests.dossier.storied import storied
from tests.dossier.worlds import long_report


@pytest.fixture(scope="package")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("recoupe.dossier.pages.stretches.MOST_STATEMENTS", 10)
        with storied(tmp_path_factory.mktemp("files") / "case", alone=12) as made:
            made.case.add_report(*long_report(16), author="Ana")
            yield made.case


@pytest.fixture(scope="package")
def folder(case: Casefile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole dossier in a folder, with the captured bytes."""
    path = tmp_path_factory.mktemp("dossier") / "pages"
    write_dossier(case, path, Handed(captures=True))
    return path


@pytest.fixture(scope="package")
def single(case: Casefile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole dossier in one file, in French."""
    path = tmp_path_factory.mktemp("dossier") / "pages.html"
    write_dossier(case, path, Handed("fr"))
    return path
