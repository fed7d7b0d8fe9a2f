"""The command line, run in this process as a user would run it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from recoupe.cli.main import main
from recoupe.store import new_casefile
from tests.filing.standing_in import StandIn


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def recoupe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """``recoupe("read", "a.txt")`` runs the command and returns its status and output."""

    def run(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["recoupe", *words])
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capsys.readouterr()
        return Ran(int(stop.value.code or 0), out, err)

    return run


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands read with :class:`StandIn`, which needs no models."""
    monkeypatch.setattr("recoupe.engine.LocalEngine", StandIn)


@pytest.fixture
def case(tmp_path: Path) -> str:
    """An empty casefile of the name "dam"."""
    with new_casefile(str(tmp_path / "dam"), author="Ana") as store:
        return store.place
