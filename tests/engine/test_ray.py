"""What the engine of a cluster says where it cannot work."""

from __future__ import annotations

import os
import socket

import pytest

from recoupe.engine import actors
from recoupe.engine.ray import RayEngine
from recoupe.errors import EngineError
from tests.engine.contract.steps import halve


def test_there_must_be_a_worker() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        RayEngine(workers=0)


def test_a_head_that_does_not_listen_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
    with RayEngine(address) as engine, pytest.raises(EngineError) as told:
        list(engine.each(halve, [1]))
    assert str(told.value).startswith(f"--address {address}: Ray cannot be reached: ")
    assert "--address head.example:6379" in str(told.value)


def test_importing_ray_leaves_the_environment_as_it_was() -> None:
    before = dict(os.environ)
    RayEngine().close()
    assert dict(os.environ) == before


class Answers:
    """Stands in for Ray, of which an actor answers with what it is told to."""

    class exceptions:  # noqa: N801 - as Ray calls it
        class RayError(Exception):
            pass

        class RayActorError(RayError):
            actor_init_failed = False

    def __init__(self, told: object) -> None:
        self.told = told

    def __getattr__(self, _: str) -> Answers:
        return self

    def __call__(self, *_: object, **__: object) -> Answers:
        return self

    def wait(self, refs: list[object], timeout: float) -> tuple[list[object], list[object]]:
        return refs, []

    def get(self, _: object) -> object:
        if isinstance(self.told, Exception):
            raise self.told
        return self.told


def test_a_node_with_another_recoupe_is_refused() -> None:
    worker = actors.ActorWorker(Answers(("0.0.1", "node", "note")), None)
    with pytest.raises(EngineError, match=r"Recoupe is 0\.0\.1 there.*on every node"):
        worker.ready()


def test_a_node_without_recoupe_is_told() -> None:
    error = Answers.exceptions.RayActorError("trace\nModuleNotFoundError: No module 'recoupe'")
    error.actor_init_failed = True
    worker = actors.ActorWorker(Answers(error), None)
    with pytest.raises(EngineError, match="cannot run: ModuleNotFoundError: No module 'recoupe';"):
        worker.ready()
