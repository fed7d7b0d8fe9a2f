"""The engine contract: order, failures and results are the same whatever runs a step."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, count

import pytest

from recoupe.engine import Engine, LocalEngine, local
from recoupe.errors import EmptyInputError
from recoupe.model import Failure


def halve(number: int) -> int:
    if number == 5:
        raise EmptyInputError("five is empty", where="5")
    if number == 7:
        raise ZeroDivisionError("seven")
    return number // 2


def die_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.fixture(
    params=[1, pytest.param(2, marks=pytest.mark.process)], ids=["one process", "two processes"]
)
def engine(request: pytest.FixtureRequest) -> Engine:
    return LocalEngine(request.param)


def test_each_keeps_order_and_turns_one_bad_item_into_one_failure(engine: Engine) -> None:
    results = list(engine.each(halve, range(12)))
    assert len(results) == 12
    assert [r for r in results if not isinstance(r, Failure)] == [0, 0, 1, 1, 2, 3, 4, 4, 5, 5]
    five, seven = results[5], results[7]
    assert isinstance(five, Failure)
    assert (five.kind, five.message) == ("empty_input", "5: five is empty")
    assert isinstance(seven, Failure)
    assert seven.kind == "internal"
    assert "ZeroDivisionError: seven" in seven.message


def test_each_streams(engine: Engine) -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    next(iter(engine.each(halve, items())))
    assert len(taken) <= 5


def test_group_and_collect(engine: Engine) -> None:
    groups = list(engine.group(lambda word: word[0], ["pont", "gare", "port"]))
    assert groups == [("p", ("pont", "port")), ("g", ("gare",))]
    assert engine.collect(iter([1, 2])) == (1, 2)


@pytest.mark.process
def test_a_worker_killed_costs_its_own_item_alone() -> None:
    results = list(LocalEngine(2).each(die_at_three, range(8)))
    assert [type(result) for result in results].count(Failure) == 1
    assert isinstance(results[3], Failure)


class Breaking(Executor):
    """Runs what it is given at once, until it breaks."""

    def __init__(self, left: int) -> None:
        self.left = left

    def submit(self, step: Callable[..., object], /, *given: object) -> Future[object]:  # type: ignore[override]
        if not self.left:
            raise BrokenProcessPool
        self.left -= 1
        done: Future[object] = Future()
        done.set_result(step(*given))
        return done


@pytest.mark.parametrize("left", range(10))
def test_a_pool_that_breaks_between_two_items_loses_none(
    left: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pools = chain([Breaking(left)], (Breaking(99) for _ in count()))
    monkeypatch.setattr(local, "_executor", lambda workers: next(pools))
    assert list(LocalEngine(2).each(halve, range(2, 18, 2))) == list(range(1, 9))


def test_there_must_be_a_worker() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        LocalEngine(0)


def threads(_: int) -> dict[str, str | None]:
    return {name: os.environ.get(name) for name in local.THREADS}


@pytest.mark.process
def test_workers_use_one_thread_each_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in local.THREADS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    [seen] = LocalEngine(2).each(threads, [0])
    assert not isinstance(seen, Failure)
    assert seen.pop("OMP_NUM_THREADS") == "3"
    assert set(seen.values()) == {"1"}
    assert "OPENBLAS_NUM_THREADS" not in os.environ
