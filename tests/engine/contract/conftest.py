"""The engines, each of which must keep the contract."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from recoupe.engine import Engine, LocalEngine

STORE = 200_000_000
"""Bytes of Ray's object store in tests."""

MakeEngine = Callable[..., Engine]


@pytest.fixture(scope="package")
def one_ray(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A Ray of two processors, begun once."""
    with ray_of_two(tmp_path_factory):
        yield


@contextmanager
def ray_of_two(paths: pytest.TempPathFactory) -> Iterator[None]:
    """Begin a Ray of two processors; two runners of tests have theirs one after another."""
    import ray

    with alone(paths.getbasetemp().parent / "ray.lock"):
        ray.init(
            address="local",
            num_cpus=2,
            include_dashboard=False,
            object_store_memory=STORE,
            log_to_driver=False,
            logging_level="ERROR",
        )
        yield
        ray.shutdown()


@contextmanager
def alone(path: Path) -> Iterator[None]:
    with path.open("w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def in_process(**given: float) -> Engine:
    del given  # nothing ends the process that tests run in
    return LocalEngine(1)


def in_one_process(**given: float) -> Engine:
    return LocalEngine(1, apart=True, **given)


def in_two_processes(**given: float) -> Engine:
    return LocalEngine(2, **given)


def on_ray(**given: float) -> Engine:
    from recoupe.engine.ray import RayEngine

    return RayEngine(workers=2, **given)


LOST = [
    pytest.param(in_one_process, id="one process", marks=pytest.mark.process),
    pytest.param(in_two_processes, id="two processes", marks=pytest.mark.process),
    pytest.param(on_ray, id="ray", marks=pytest.mark.process),
]
"""Engines whose workers may die."""


@pytest.fixture(params=LOST)
def make_engine(request: pytest.FixtureRequest) -> MakeEngine:
    """``make_engine(deadline=3)`` makes an engine whose workers may die."""
    if request.param is on_ray:
        request.getfixturevalue("one_ray")
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=[pytest.param(in_process, id="this process"), *LOST])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An engine, closed at the end."""
    if request.param is on_ray:
        request.getfixturevalue("one_ray")
    with request.param() as made:
        yield made


def is_gone(pid: int) -> bool:
    """Wait for a process to end; return whether it does within a minute."""
    for _ in range(600):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
