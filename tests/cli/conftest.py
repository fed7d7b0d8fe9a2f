"""The command line, run in this process as a user would run it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from recoupe.cli.main import main


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
