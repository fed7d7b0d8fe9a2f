"""Of how many independent origins whole reports are."""

from __future__ import annotations

import pytest

from recoupe.comparison.lineage.independent import Taken, independent

OUTLETS = {"a": "The Paper", "b": "Le Journal", "c": None, "d": "the paper"}


@pytest.mark.parametrize(
    ("taken", "origins"),
    [
        ((), 3),  # two are of one outlet
        ((Taken("b", "a", None, 0.9),), 2),
        ((Taken("b", "a", None, 0.4),), 3),  # less than half of it is a quotation
        ((Taken("b", None, "Agency", 0.6), Taken("c", None, "agency", 0.6)), 2),
        ((Taken("b", None, None, 0.9),), 3),  # from nobody knows where
        ((Taken("b", "elsewhere", "Agency", 0.9),), 3),  # of another story
        ((Taken("b", "c", None, 1), Taken("c", "b", None, 1)), 2),  # in a circle
    ],
)
def test_copies_and_one_outlet_are_one_origin(taken: tuple[Taken, ...], origins: int) -> None:
    assert independent("abcd", taken, OUTLETS) == origins


def test_nothing_is_of_no_origin() -> None:
    assert independent((), (), {}) == 0
