"""Turns at hosts: one pause for all programs of a user on a machine."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from recoupe.capture import Limits
from recoupe.capture.manners import Manners
from recoupe.capture.robots import Rules
from recoupe.capture.trips import Trip
from recoupe.capture.turns import Turns

HOST = "https://paper.example"
OTHER = "https://agency.example"
TAKES = """
import sys
from pathlib import Path
from recoupe.capture.turns import Turns
print(*[Turns(Path(sys.argv[1])).take("https://paper.example", 100.0) for _ in range(3)])
"""


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1_000.0]
    monkeypatch.setattr("recoupe.capture.turns.time.time", lambda: now[0])
    return now


def test_turns_come_one_pause_after_the_other(tmp_path: Path, clock: list[float]) -> None:
    one, two = Turns(tmp_path / "turns"), Turns(tmp_path / "turns")
    assert [each.take(HOST, 5.0) for each in (one, two, one)] == [0.0, 5.0, 10.0]
    assert two.take(OTHER, 5.0) == 0.0
    clock[0] += 12.0
    assert two.take(HOST, 5.0) == 3.0
    clock[0] += 60.0
    assert one.take(HOST, 5.0) == 0.0
    assert one.take(HOST, 0.0) == 0.0


@pytest.mark.parametrize("told", [b"", b"nonsense", b"nan", b"9e99", b"99999"])
def test_a_file_that_tells_nothing_or_a_clock_put_back_makes_nobody_wait(
    tmp_path: Path, clock: list[float], told: bytes
) -> None:
    turns = Turns(tmp_path)
    turns.take(HOST, 5.0)
    [file] = tmp_path.iterdir()
    assert len(file.name) == 3  # which host it was nobody can tell
    file.write_bytes(told)
    assert turns.take(HOST, 5.0) == 0.0
    assert turns.take(HOST, 5.0) == 5.0


def test_where_no_file_can_be_had_nobody_waits(tmp_path: Path) -> None:
    (tmp_path / "turns").write_text("no folder")
    assert Turns(tmp_path / "turns").take(HOST, 5.0) == 0.0


def test_a_file_that_somebody_holds_is_one_pause(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    turns = Turns(tmp_path)
    turns.take(HOST, 5.0)
    [file] = tmp_path.iterdir()
    with file.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert turns.take(HOST, 5.0) == 5.0


def test_other_programs_take_them_too(tmp_path: Path) -> None:
    command = [sys.executable, "-c", TAKES, str(tmp_path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    waits = sorted(
        float(wait) for each in running for wait in each.communicate(timeout=60)[0].split()
    )
    assert len(waits) == 6
    assert waits[0] == 0.0
    assert all(0.0 < later - wait <= 101.0 for wait, later in pairwise(waits))


def test_a_host_is_waited_for_by_whoever_comes_second(
    tmp_path: Path, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("recoupe.capture.trips.time.sleep", waits.append)
    limits = Limits(pause=1.0, max_pause=30.0)
    for _ in range(2):
        manners = Manners(limits, Turns(tmp_path))
        manners.ask_leave(f"{HOST}/a", HOST, Trip(f"{HOST}/a", limits, []), Rules)
    assert waits == [0.0, 1.0]
