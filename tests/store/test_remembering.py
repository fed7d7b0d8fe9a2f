"""What is remembered is of the state that was asked for, and never more than there is room for."""

from __future__ import annotations

from recoupe.store.remembering import Remembered


def test_a_thing_is_made_once_for_a_state() -> None:
    made: list[str] = []
    kept: Remembered[int] = Remembered(10)
    for state in ("a", "a", "b", "b", "a"):
        assert kept.get("name", state, lambda: made.append("x") or len(made)) == len(made)
    assert len(made) == 3
    assert kept.weight == 1


def test_the_things_used_last_stay() -> None:
    kept: Remembered[int] = Remembered(2)
    for name in ("one", "two", "one", "three"):
        kept.get(name, 0, lambda: 1)
    assert [kept.get(name, 0, lambda: 2) for name in ("one", "three", "two")] == [1, 1, 2]
    assert kept.weight == 2


def test_what_is_heavier_than_all_is_given_and_not_kept() -> None:
    kept: Remembered[str] = Remembered(3, len)
    assert kept.get("name", 0, lambda: "four") == "four"
    assert kept.weight == 0
    assert kept.get("name", 0, lambda: "six") == "six"
    assert kept.weight == 3
