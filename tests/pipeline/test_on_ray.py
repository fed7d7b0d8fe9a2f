"""A run on Ray comes to the rows of a run here, though a record kills each worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.contract.conftest import ray_of_two
from tests.pipeline.readers import Deadly, apart, archives, failures, rows, went

pytestmark = pytest.mark.process


@pytest.fixture
def one_ray(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A Ray of two processors."""
    with ray_of_two(tmp_path_factory):
        yield


@pytest.mark.usefixtures("one_ray")
def test_rows_on_ray_are_those_of_processes_here(tmp_path: Path) -> None:
    from recoupe.engine.ray import RayEngine

    given = archives(tmp_path / "in")
    deadly = Deadly(kills=("a.warc.gz#17",))
    with RayEngine(workers=2, deadline=60.0) as engine:
        there = went(given, tmp_path / "there", engine, reader=deadly)
        again = went(given, tmp_path / "there", engine, reader=deadly)
    here = went(given, tmp_path / "here", apart(2), reader=deadly)
    assert there == here
    assert (again.made, again.before, again.tally) == (0, here.slices, here.tally)
    assert rows(tmp_path / "there") == rows(tmp_path / "here")
    assert failures(tmp_path / "there") == failures(tmp_path / "here")
    assert [row["record"] for row in failures(tmp_path / "there")] == [17]
