"""Chosen readings come to the same on Ray."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.engine import LocalEngine
from recoupe.pipeline.checking import check_selected
from tests.pipeline.test_checking import laid, reports
from tests.pipeline.test_on_ray import one_ray

__all__ = ["one_ray"]

pytestmark = pytest.mark.process


@pytest.mark.usefixtures("one_ray")
def test_ray_finds_what_one_process_finds(tmp_path: Path) -> None:
    from recoupe.engine.ray import RayEngine

    folder = laid(tmp_path, reports(11))
    here = check_selected(folder, None, LocalEngine())
    assert here.found.findings
    with RayEngine(workers=2) as engine:
        assert check_selected(folder, None, engine) == here
