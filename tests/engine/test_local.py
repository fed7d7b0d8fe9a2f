"""What only the engine of one machine does."""

from __future__ import annotations

import os

import pytest

from recoupe.engine import LocalEngine
from recoupe.engine.processes import THREADS
from recoupe.errors import EngineError, UsageError
from recoupe.model import Failure


def test_there_must_be_a_worker() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        LocalEngine(0)


def test_the_deadline_of_the_environment_is_checked_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("RECOUPE_DEADLINE", "tomorrow")
    with pytest.raises(UsageError, match="RECOUPE_DEADLINE"):
        LocalEngine(1)


def test_one_worker_is_this_process_unless_it_is_to_be_apart() -> None:
    assert list(LocalEngine().each(pid, [0])) == [os.getpid()]


@pytest.mark.process
def test_one_worker_may_be_a_process_of_its_own() -> None:
    assert os.getpid() not in LocalEngine(apart=True).each(pid, [0])


def pid(_: int) -> int:
    return os.getpid()


def threads(_: int) -> dict[str, str | None]:
    return {name: os.environ.get(name) for name in THREADS}


@pytest.mark.process
def test_workers_use_one_thread_each_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in THREADS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    [seen] = LocalEngine(2).each(threads, [0])
    assert not isinstance(seen, Failure)
    assert seen.pop("OMP_NUM_THREADS") == "3"
    assert set(seen.values()) == {"1"}
    assert "OPENBLAS_NUM_THREADS" not in os.environ


@pytest.mark.process
def test_workers_that_cannot_start_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.spawn.get_preparation_data", broken)
    with pytest.raises(EngineError, match="exit status 1; see what it wrote above"):
        list(LocalEngine(2).each(pid, range(9)))


def broken(name: str) -> dict[str, object]:
    return {"name": name, "init_main_from_path": "/not/there.py"}
