"""Groups as people left them: what they hold together is, what they hold apart is not."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.comparison.corrections import Corrections, Words
from recoupe.comparison.together import APART, TOGETHER, Held, Item, held, regrouped


def word(number: int) -> Words:
    return Words("a", 10 * number, 10 * number + 8)


ITEMS = [Item((word(number),)) for number in range(8)]


def said(*together: tuple[int, ...], apart: tuple[tuple[int, int], ...] = ()) -> Held:
    return held(
        ITEMS,
        Corrections(
            one_matter=tuple(tuple(map(word, group)) for group in together),
            two_matters=tuple((word(one), word(other)) for one, other in apart),
        ),
    )


def test_nothing_changes_where_nobody_said_anything() -> None:
    assert regrouped([[2, 0], [1]], said()) == [[2, 0], [1]]


def test_things_held_together_bring_their_groups_along() -> None:
    assert regrouped([[0, 1], [2, 3], [4]], said((1, 2))) == [[0, 1, 2, 3], [4]]


def test_what_is_taken_out_is_alone_and_the_rest_stays() -> None:
    assert regrouped([[0, 1, 2, 3]], said(apart=((0, 1), (0, 2)))) == [[0], [1, 2, 3]]


def test_what_nobody_spoke_of_goes_with_what_it_is_most_like() -> None:
    def near(one: int, other: int) -> float:
        return float({one, other} == {0, 3})

    assert regrouped([[0, 1, 2, 3]], said(apart=((0, 1), (0, 2))), near) == [[0, 3], [1, 2]]


def test_what_is_taken_out_can_be_put_elsewhere() -> None:
    moved = said((0, 4), apart=((0, 1), (0, 2)))
    assert regrouped([[0, 1, 2], [4, 5]], moved) == [[0, 4, 5], [1, 2]]


def test_things_in_no_group_are_in_one_if_people_put_them_there() -> None:
    assert regrouped([[0, 1]], said((1, 6))) == [[0, 1, 6]]


def test_words_are_known_again_by_most_of_their_letters_and_no_part_of_them() -> None:
    moved = Words("a", 12, 19)
    inside = Words("a", 21, 23)
    told = Corrections(one_matter=((moved, word(3)), (inside, word(4))))
    assert held(ITEMS, told).together == (frozenset({1, 3}),)


def test_of_equal_words_those_of_the_others_kind_are_meant() -> None:
    items = [Item((word(0),), "men"), Item((word(0),), "people"), Item((word(1),), "people")]
    told = Corrections(one_matter=((word(0), word(1)),))
    assert held(items, told).together == (frozenset({1, 2}),)


def test_one_thing_is_never_apart_from_itself() -> None:
    whole = [Item((word(0), word(1))), Item((word(2),))]
    told = Corrections(two_matters=((word(0), word(1)), (word(0), word(2))))
    assert held(whole, told).apart == {0: {1}, 1: {0}}


def test_why_a_group_is_as_it_is() -> None:
    found = said((0, 1), apart=((2, 3),))
    assert found.codes([0, 1]) == (TOGETHER,)
    assert found.codes([2, 4]) == (APART,)
    assert found.codes([4, 5]) == ()


PAIRS = st.lists(st.sampled_from(list(combinations(range(8), 2))), max_size=6, unique=True)


@given(st.lists(st.integers(0, 3), min_size=8, max_size=8), PAIRS, PAIRS)
def test_whatever_is_said_holds_and_nothing_is_lost(
    labels: list[int], one: list[tuple[int, int]], two: list[tuple[int, int]]
) -> None:
    groups = [[at for at in range(8) if labels[at] == label] for label in sorted(set(labels))]
    found = said(*one, apart=tuple(two))
    left = regrouped(groups, found)
    assert sorted(at for group in left for at in group) == list(range(8))
    of = {at: number for number, group in enumerate(left) for at in group}
    assert all(len({of[at] for at in some}) == 1 for some in found.together)
    assert all(of[at] != of[other] for at, others in found.apart.items() for other in others)
