"""Order, failures and results are the same whatever runs a step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recoupe.engine import Engine
from recoupe.model import Failure
from tests.engine.contract.conftest import MakeEngine
from tests.engine.contract.steps import halve, locked, uneven, whose


def test_each_keeps_order_and_turns_one_bad_item_into_one_failure(engine: Engine) -> None:
    results = list(engine.each(halve, range(12)))
    assert len(results) == 12
    assert [r for r in results if not isinstance(r, Failure)] == [0, 0, 1, 1, 2, 3, 4, 4, 5, 5]
    five, seven = results[5], results[7]
    assert isinstance(five, Failure)
    assert (five.kind, five.message) == ("empty_input", "5: five is empty")
    assert isinstance(seven, Failure)
    assert seven.kind == "internal"
    assert seven.message.startswith("ZeroDivisionError: seven")


def test_each_keeps_order_where_some_take_longer(engine: Engine) -> None:
    assert list(engine.each(uneven, range(40))) == list(range(40))


def test_as_done_gives_each_item_once_with_what_each_gives(engine: Engine) -> None:
    found = sorted(engine.as_done(halve, range(12)))
    assert [item for item, _ in found] == list(range(12))
    assert [result for _, result in found] == list(engine.each(halve, range(12)))


def test_no_items_are_none_done(engine: Engine) -> None:
    assert list(engine.as_done(halve, ())) == []


@pytest.mark.parametrize("as_done", [False, True])
def test_items_are_taken_as_they_are_needed(engine: Engine, as_done: bool) -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    verb = engine.as_done if as_done else engine.each
    results: Iterator[object] = verb(halve, items())
    for seen in range(1, 20):
        next(results)
        assert len(taken) <= seen + 4


def test_no_items_are_no_results(engine: Engine) -> None:
    assert list(engine.each(halve, ())) == []


def test_each_may_be_asked_again_meanwhile(engine: Engine) -> None:
    found = []
    for outer in engine.each(halve, [2, 4, 6]):
        found += [outer, *engine.each(halve, [20, 40])]
    assert found == [1, 10, 20, 2, 10, 20, 3, 10, 20]


def test_what_items_raise_is_raised(engine: Engine) -> None:
    def items() -> Iterator[int]:
        yield 2
        raise LookupError("no more")

    with pytest.raises(LookupError, match="no more"):
        list(engine.each(halve, items()))
    assert list(engine.each(halve, [2])) == [1]


def test_group_and_collect(engine: Engine) -> None:
    groups = list(engine.group(lambda word: word[0], ["pont", "gare", "port"]))
    assert groups == [("p", ("pont", "port")), ("g", ("gare",))]
    assert engine.collect(iter([1, 2])) == (1, 2)


def test_an_engine_that_was_closed_twice_is_closed(engine: Engine) -> None:
    assert list(engine.each(halve, [2])) == [1]
    engine.close()
    engine.close()


class Unpacked:
    """Packs, and then cannot be unpacked."""

    def __reduce__(self) -> tuple[object, ...]:
        return (int, ("not a number",))


@pytest.mark.process
def test_what_cannot_be_handed_over_is_a_failure(make_engine: MakeEngine) -> None:
    with make_engine() as engine:
        results = list(engine.each(locked, [1, 2, 3]))
        assert [results[0], results[2]] == [1, 3]
        assert isinstance(results[1], Failure)
        assert "cannot pickle" in results[1].message
        results = list(engine.each(locked, [1, (item for item in ()), Unpacked(), 3]))
        assert [results[0], results[3]] == [1, 3]
        assert isinstance(results[1], Failure)
        assert "cannot pickle" in results[1].message
        assert isinstance(results[2], Failure)
        assert "not a number" in results[2].message


@pytest.mark.process
def test_workers_are_kept_while_there_is_work(make_engine: MakeEngine) -> None:
    with make_engine() as engine:
        assert len(set(engine.each(whose, range(30)))) <= 2
