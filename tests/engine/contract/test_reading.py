"""Reports are read alike to the byte, whatever the engine."""

from __future__ import annotations

from datetime import date

import pytest

from recoupe.capture import capture_inputs
from recoupe.demo import reports
from recoupe.engine import Engine, LocalEngine
from recoupe.export import line
from recoupe.flow import ReadOptions, read_captures
from recoupe.model import Capture, Declared
from tests.engine.contract.conftest import LOST, MakeEngine

pytestmark = [pytest.mark.process, pytest.mark.models]

OPTIONS = ReadOptions(date(2024, 1, 1), mode="fast")
SIZE = 3
"""Reports in a batch here: so every worker gets some."""


@pytest.fixture(scope="module")
def captures() -> list[Capture]:
    """The bundled reports, as they came."""
    with reports() as paths:
        names = [str(path) for path in paths]
        found = list(capture_inputs(names, declared=Declared(), allow_private=False))
    return [one for one in found if isinstance(one, Capture)]


def lines(captures: list[Capture], engine: Engine) -> list[str]:
    return [line(result) for _, result in read_captures(captures, OPTIONS, engine)]


@pytest.fixture(scope="module")
def expected(captures: list[Capture]) -> list[str]:
    return lines(captures, LocalEngine(1))


@pytest.mark.parametrize("make_engine", LOST[1:], indirect=True)
def test_the_bundled_reports_are_read_alike(
    make_engine: MakeEngine,
    captures: list[Capture],
    expected: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("recoupe.flow.BATCH", SIZE)
    with make_engine() as engine:
        assert lines(captures, engine) == expected
    assert len(expected) == 10
