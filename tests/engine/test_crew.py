"""Items are handed to workers that may die at any time; here they are made up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from recoupe.engine.crew import Crew, LostError
from recoupe.errors import EngineError
from recoupe.model import Failure


class Mortal:
    """A worker that dies when it has done what it can; one that can do nothing never starts."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.stopped = threading.Event()

    def ready(self) -> None:
        if not self.left:
            raise LostError("stillborn")

    def run(self, step: Callable[[Any], Any], item: Any) -> Any:
        if not self.left:
            raise LostError("spent")
        self.left -= 1
        return step(item)

    def leave(self) -> None:
        self.stopped.set()

    def stop(self) -> None:
        self.stopped.set()


def double(number: int) -> int:
    return 2 * number


def crew_of(*lives: int, then: int = 99, size: int = 2) -> Crew:
    """Return a crew whose workers do so many items each, one after another."""
    numbers = count()

    def start() -> Mortal:
        number = next(numbers)
        return Mortal(lives[number] if number < len(lives) else then)

    return Crew(start, size, None)


@pytest.mark.parametrize("lives", range(1, 12))
def test_a_worker_that_dies_between_two_items_loses_none(lives: int) -> None:
    crew = crew_of(lives, lives)
    assert list(crew.each(double, range(20))) == list(range(0, 40, 2))
    crew.dismiss()


def test_deaths_are_counted_by_item() -> None:
    """Workers that do one item each, and die of the next: no item is met twice by a death."""
    crew = crew_of(then=1, size=1)
    assert list(crew.each(double, range(9))) == list(range(0, 18, 2))
    crew.dismiss()


def test_two_workers_that_do_not_start_are_no_error() -> None:
    crew = crew_of(0, 0, size=1)
    assert list(crew.each(double, [4])) == [8]
    crew.dismiss()


def test_three_workers_in_a_row_that_do_not_start_are_an_error_and_stay_one() -> None:
    crew = crew_of(then=0)
    with pytest.raises(EngineError, match="ended before it could work: stillborn"):
        list(crew.each(double, range(9)))
    with pytest.raises(EngineError):
        list(crew.each(double, range(9)))
    crew.dismiss()


def test_the_rest_is_done_by_the_workers_that_start() -> None:
    class Unlike(Mortal):
        def ready(self) -> None:
            raise EngineError("another version")

    workers = iter([Mortal(99), Unlike(1)])
    crew = Crew(lambda: next(workers, Unlike(1)), 2, None)
    assert list(crew.each(double, range(50))) == list(range(0, 100, 2))
    crew.dismiss()


def test_an_item_that_every_worker_dies_of_fails_under_its_own_name() -> None:
    class Report:
        input = "a.txt"

    crew = crew_of(then=1, size=1)

    def step(item: object) -> str:
        if isinstance(item, tuple):
            raise LostError("killed")
        return "read"

    one, two, three = crew.each(step, ["x", (Report(),), "y"])
    assert (one, three) == ("read", "read")
    assert isinstance(two, Failure)
    assert (two.input, two.kind) == ("a.txt", "worker_lost")
    assert two.message.startswith("a.txt: the process that worked on it ended 3 times: ")
    crew.dismiss()


def test_what_nobody_waits_for_is_not_begun() -> None:
    begun: list[int] = []
    go = threading.Event()

    def step(number: int) -> int:
        begun.append(number)
        if number:
            go.wait()
        return number

    crew = crew_of(size=1)
    left = crew.each(step, range(9))
    assert next(left) == 0
    left.close()  # type: ignore[attr-defined]
    go.set()
    assert list(crew.each(step, [7])) == [7]
    assert begun in ([0, 7], [0, 1, 7])
    crew.dismiss()


def test_dismissed_workers_are_let_go_or_stopped_and_do_nothing_more() -> None:
    started: list[Mortal] = []

    def start() -> Mortal:
        started.append(Mortal(9))
        return started[-1]

    crew = Crew(start, 2, None)
    assert list(crew.each(double, [1, 2, 3])) == [2, 4, 6]
    crew.dismiss()
    assert started
    assert all(worker.stopped.is_set() for worker in started)
    with pytest.raises(EngineError, match="closed"):
        list(crew.each(double, [1]))
