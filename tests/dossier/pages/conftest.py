"""The casefile with one story, for all tests of its page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.dossier.storied import Storied, storied


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storied]:
    with storied(tmp_path_factory.mktemp("story") / "case") as made:
        yield made
