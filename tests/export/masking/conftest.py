"""The case of :mod:`tests.export.masking.world`, true and masked; only to be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from recoupe.export.masking.kept import MaskedStore, masked_store
from recoupe.store import Casefile
from tests.export.masking.world import told


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    with told(tmp_path_factory.mktemp("told")) as made:
        yield made


@pytest.fixture(scope="session")
def masked(case: Casefile) -> Iterator[MaskedStore]:
    with closing(masked_store(case, "en")) as made:
        yield made
