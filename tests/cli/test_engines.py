"""Commands work where they are told to."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from recoupe.cli.engines import EngineName, engine_of
from recoupe.engine import LocalEngine
from recoupe.engine.ray import RayEngine
from recoupe.errors import EngineError, UsageError
from tests.cli.conftest import Ran


def test_without_a_word_the_work_is_done_here() -> None:
    engine = engine_of()
    assert isinstance(engine, LocalEngine)
    assert engine.workers == 1


def test_workers_are_those_asked_for() -> None:
    engine = engine_of(EngineName.LOCAL, 3)
    assert isinstance(engine, LocalEngine)
    assert engine.workers == 3


def test_an_address_is_of_ray_alone() -> None:
    with pytest.raises(UsageError, match="add --engine ray"):
        engine_of(EngineName.LOCAL, 2, "head.example:6379")


def test_ray_is_begun_by_the_first_item(monkeypatch: pytest.MonkeyPatch) -> None:
    import ray

    monkeypatch.setattr(ray, "init", None)
    with engine_of(EngineName.RAY, 2, "head.example:6379") as engine:
        assert isinstance(engine, RayEngine)
        assert engine.collect([1]) == (1,)


def test_where_ray_is_missing_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(EngineError, match=r"pip install 'recoupe\[ray\]'"):
        engine_of(EngineName.RAY)


@pytest.mark.parametrize("command", ["read", "check"])
def test_commands_tell_what_is_missing(
    command: str, recoupe: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    ran = recoupe(command, "a.txt", "--engine", "ray")
    assert ran.status == 2
    assert ran.out == ""
    assert "Ray is not installed" in ran.err


def test_adding_tells_it_too_and_begins_nothing(
    case: str, recoupe: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    assert recoupe("add", case, "a.txt", "--engine", "ray").status == 2
    assert recoupe("add", case, "a.txt", "--address", "head.example:6379").status == 2
    assert "unfinished" not in recoupe("status", case).out
