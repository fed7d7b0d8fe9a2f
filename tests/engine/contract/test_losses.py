"""A worker that dies or hangs costs its own item at most; nothing is left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from recoupe.model import Failure
from tests.engine.contract.conftest import MakeEngine, alone, in_two_processes, is_gone, on_ray
from tests.engine.contract.steps import (
    hangs,
    killed_once,
    poisoned,
    rests,
    waits_for_the_last,
)

pytestmark = pytest.mark.process


def tried(folder: Path) -> list[int]:
    """Return how often each number was tried."""
    names = [int(path.name.split("-")[0]) for path in folder.iterdir()]
    return [names.count(number) for number in sorted(set(names))]


def test_a_poisoned_item_is_tried_three_times_and_its_neighbours_once(
    make_engine: MakeEngine, tmp_path: Path
) -> None:
    with make_engine() as engine:
        results = list(engine.each(partial(poisoned, folder=tmp_path), range(9)))
    lost = results.pop(3)
    assert results == [0, 1, 2, 4, 5, 6, 7, 8]
    assert isinstance(lost, Failure)
    assert (lost.kind, lost.retryable) == ("worker_lost", False)
    assert "ended 3 times" in lost.message
    assert "killed" in lost.message
    assert tried(tmp_path) == [1, 1, 1, 3, 1, 1, 1, 1, 1]


def test_an_item_whose_worker_is_killed_once_is_not_lost(
    make_engine: MakeEngine, tmp_path: Path
) -> None:
    with make_engine() as engine:
        results = list(engine.each(partial(killed_once, folder=tmp_path), range(6)))
    assert results == list(range(6))
    assert tried(tmp_path) == [1, 1, 1, 2, 1, 1]


def test_an_item_that_hangs_is_tried_twice(make_engine: MakeEngine, tmp_path: Path) -> None:
    with make_engine(deadline=2) as engine:
        results = list(engine.each(partial(hangs, folder=tmp_path), range(6)))
    lost = results.pop(3)
    assert results == [0, 1, 2, 4, 5]
    assert isinstance(lost, Failure)
    assert lost.kind == "deadline"
    assert "took more than 2 seconds, 2 times; it hung in match (re/__init__.py" in lost.message
    assert "RECOUPE_DEADLINE" in lost.message
    assert tried(tmp_path) == [1, 1, 1, 2, 1, 1]


def test_a_loss_is_told_with_its_item(make_engine: MakeEngine, tmp_path: Path) -> None:
    with make_engine() as engine:
        found = dict(engine.as_done(partial(poisoned, folder=tmp_path), range(9)))
    lost = found.pop(3)
    assert isinstance(lost, Failure)
    assert lost.kind == "worker_lost"
    assert found == {number: number for number in range(9) if number != 3}


@pytest.mark.parametrize("many", [in_two_processes, on_ray])
def test_what_takes_long_holds_up_no_other(
    many: MakeEngine, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """The first of ten comes back when the last is done, which is not begun while it is awaited."""
    if many is on_ray:
        request.getfixturevalue("one_ray")
    with many() as engine:
        found = list(engine.as_done(partial(waits_for_the_last, folder=tmp_path), range(10)))
    assert found[-1] == (0, 0)
    assert sorted(found) == [(number, number) for number in range(10)]


def test_an_engine_that_is_closed_leaves_no_process(
    make_engine: MakeEngine, tmp_path: Path
) -> None:
    with make_engine() as engine:
        results = engine.each(partial(rests, folder=tmp_path), range(4))
        assert next(results) == 0
        while not (tmp_path / "1-1").exists():
            time.sleep(0.05)
        results.close()  # type: ignore[attr-defined]
    for path in tmp_path.iterdir():
        assert is_gone(int(path.read_text(encoding="ascii")))


INTERRUPTED = """
import sys
from functools import partial
from pathlib import Path
from tests.engine.contract.conftest import in_two_processes
from tests.engine.contract.steps import rests
from recoupe.engine.ray import RayEngine

if __name__ == "__main__":
    make = in_two_processes if sys.argv[1] == "local" else partial(RayEngine, None, 2)
    with make() as engine:
        list(engine.each(partial(rests, folder=Path(sys.argv[2])), range(1, 9)))
"""


def heeding() -> None:
    """Heed interrupts: what runs in the background of a shell may have been begun without."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("name", ["local", "ray"])
def test_an_interrupt_ends_all_processes(
    name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    script, folder = tmp_path / "script.py", tmp_path / "seen"
    script.write_text(INTERRUPTED, encoding="utf-8")
    folder.mkdir()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with alone(tmp_path_factory.getbasetemp().parent / "interrupt.lock"):
        running = subprocess.Popen(
            [sys.executable, str(script), name, str(folder)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=heeding,  # noqa: PLW1509 - no thread of ours holds a lock meanwhile
        )
        while len(list(folder.iterdir())) < 2 and running.poll() is None:
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does
        out, err = running.communicate(timeout=120)
    assert err.rstrip().endswith("KeyboardInterrupt")
    assert err.count("Traceback") == 1
    assert out == ""
    pids = [int(path.read_text(encoding="ascii")) for path in folder.iterdir()]
    assert len(pids) == 2
    assert all(map(is_gone, pids))
