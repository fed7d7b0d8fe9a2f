"""Undoing, and undoing the undoing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.errors import RecordError, StoreError
from recoupe.model import Draft, Review, ReviewAction
from recoupe.review import check_undo, in_force
from tests.review.conftest import BASE


def chain(*undos: str) -> list[Review]:
    """Return a review r1, and after it one undo (r2, r3, ...) of each review named."""
    undo: ReviewAction = "undo"
    more = [
        replace(BASE, number=number, id=f"r{number}", action=undo, kind="review", target=target)
        for number, target in enumerate(undos, 2)
    ]
    return [BASE, *more]


@pytest.mark.parametrize(
    ("undos", "undone"),
    [
        ([], {}),
        (["r1"], {"r1": "r2"}),
        (["r1", "r2"], {"r2": "r3"}),
        (["r1", "r2", "r3"], {"r1": "r2", "r3": "r4"}),
        (["r1", "r1"], {"r1": "r2"}),
        (["r1", "r1", "r2"], {"r1": "r3", "r2": "r4"}),
        (["r2"], {}),
        (["r3", "r1"], {"r1": "r3"}),
        (["unknown"], {}),
    ],
)
def test_an_undo_in_force_takes_back_what_is_older(
    undos: list[str], undone: dict[str, str]
) -> None:
    told = in_force(chain(*undos))
    assert {one.id: one.undone_by for one in told if not one.in_force} == undone
    assert in_force(told) == told


def test_what_an_absent_undo_took_back_stays_so() -> None:
    gone = replace(BASE, undone_by="r9")
    assert in_force([gone]) == (gone,)


def test_a_stale_mark_of_a_present_undo_is_made_anew() -> None:
    first, *undos = chain("r1", "r2")
    told = in_force([replace(first, undone_by="r2"), *undos])
    assert told[0].in_force


def test_only_what_is_in_force_can_be_undone() -> None:
    draft = Draft("undo", "review", "r1", "ana")
    assert check_undo(draft, chain()) == BASE
    assert check_undo(draft, chain("r1", "r2")).id == "r1"
    with pytest.raises(RecordError, match="undone by r2; undo that one"):
        check_undo(draft, chain("r1"))
    with pytest.raises(StoreError, match="no such review"):
        check_undo(draft, [])
